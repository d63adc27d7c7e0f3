package io.waypost.simulator.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's matter, before anybody has taken it in.
 *
 * @param at when the customer calls
 * @param urgentReason why it is urgent; null where it is not
 */
public record Complaint(Instant at, String waybill, String kind, String words, String name, String phone,
        @Nullable String urgentReason) {}

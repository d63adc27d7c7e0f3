package io.waypost.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A structured finding (核查结果) of the place that was asked.
 *
 * @param kind FOUND_FORWARDED, FOUND_DAMAGED, NOT_FOUND, MISDIRECTED, WAITING_CUSTOMER or ON_THE_WAY
 * @param until required with WAITING_CUSTOMER and ON_THE_WAY
 * @param misdirectedTo code of the unit, required with MISDIRECTED
 * @param version of the ticket that was read; the server refuses an answer to an older one
 */
public record Answer(String kind, String remark, @Nullable Instant until, @Nullable String misdirectedTo,
        int version) {}

package io.waypost.core.consent;

import java.time.Instant;

/** That a recipient agreed to a mode of delivery (同意); it covers that mode alone, and only what is done after it. */
public record Consent(DeliveryMode mode, Instant at, ConsentChannel channel) {}

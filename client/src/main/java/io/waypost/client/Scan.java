package io.waypost.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan (扫描) as {@code POST /scans} takes it.
 *
 * @param waybill the waybill number (运单号)
 * @param type a name of the scan vocabulary, such as ARRIVED
 * @param scannedAt when the device says it happened
 * @param site code of the place that scanned
 * @param nextSite where it was sent, on departures
 * @param bag the bag (集包) it travelled in
 */
public record Scan(String waybill, String type, Instant scannedAt, String site, @Nullable String nextSite,
        @Nullable String device, @Nullable String operator, @Nullable String bag, @Nullable BigDecimal weightKg,
        @Nullable String remark, @Nullable String eventId) {}

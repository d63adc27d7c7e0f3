package io.waypost.core.scan;

import org.jspecify.annotations.Nullable;

/** A scan as somebody sent it: nothing checked, everything text. */
public record ScanFields(
        @Nullable String waybill,
        @Nullable String type,
        @Nullable String scannedAt,
        @Nullable String site,
        @Nullable String promisedAt,
        @Nullable String nextSite,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String bag,
        @Nullable String weightKg,
        @Nullable String remark,
        @Nullable String eventId) {}

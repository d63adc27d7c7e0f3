package io.waypost.app.parcel;

import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One scan in a parcel's timeline (轨迹). */
public record TimelineScan(
        UUID id,
        ScanType type,
        Instant scannedAt,
        Instant effectiveAt,
        Instant arrivedAt,
        String site,
        @Nullable String nextSite,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String bag,
        @Nullable Integer weightGrams,
        @Nullable String remark,
        Set<ScanFlag> flags,
        String source) {}

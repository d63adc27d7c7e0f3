package io.waypost.app.parcel;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Comparator;
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
        String source) {

    /** The order of a parcel's journey, whatever order the scans arrived in. */
    static final Comparator<TimelineScan> ORDER = Comparator
            .comparing((TimelineScan scan) -> new Progress.Point(scan.effectiveAt(), scan.type(), scan.site()));
}

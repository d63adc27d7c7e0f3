package io.waypost.app.parcel;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a parcel's row that scans write.
 *
 * @param destinationDivision where it is to be delivered, by its registration; scans do not change it
 * @param unitPaths paths of the units that have had it or should have it
 */
record ParcelRow(
        String waybill,
        Progress progress,
        @Nullable Instant signedAt,
        @Nullable Instant promisedAt,
        @Nullable Integer weightGrams,
        @Nullable String originSite,
        @Nullable String destinationDivision,
        Set<String> unitPaths,
        Instant firstArrivedAt) {

    static ParcelRow unknown(String waybill, Instant arrival) {
        return new ParcelRow(waybill, Progress.NONE, null, null, null, null, null, Set.of(), arrival);
    }

    /** The row after one more scan at sites of the given paths. */
    ParcelRow with(Scan scan, Instant effectiveAt, Set<String> paths) {
        var next = progress.with(scan.type(), effectiveAt, scan.site());
        var last = next.last();
        var signed = last != null && last.type().delivered() ? last.at() : null;
        return new ParcelRow(
                waybill,
                next,
                signed,
                scan.promisedAt() == null ? promisedAt : scan.promisedAt(),
                scan.weightGrams() == null ? weightGrams : scan.weightGrams(),
                originSite == null && scan.type() == ScanType.PICKED_UP ? scan.site() : originSite,
                destinationDivision,
                paths,
                firstArrivedAt);
    }

    @Nullable
    Instant lastAt() {
        var last = progress.last();
        return last == null ? null : last.at();
    }

    @Nullable
    String lastSite() {
        var last = progress.last();
        return last == null ? null : last.site();
    }

    @Nullable
    String lastType() {
        var last = progress.last();
        return last == null ? null : last.type().name();
    }
}

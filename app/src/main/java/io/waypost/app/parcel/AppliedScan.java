package io.waypost.app.parcel;

import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFlag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan that is new in its parcel's timeline.
 *
 * @param effectiveAt the time that counts
 * @param destinationDivision division code where the parcel is to be delivered, if known
 */
public record AppliedScan(
        UUID id,
        Scan scan,
        Instant effectiveAt,
        Instant arrivedAt,
        Set<ScanFlag> flags,
        @Nullable String destinationDivision) {}

package io.waypost.core.anomaly;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan as far as the rules of anomalies look at it.
 *
 * @param at the time that counts
 * @param nextSite where the parcel was sent to
 */
public record CourseScan(ScanType type, Instant at, String site, @Nullable String nextSite) {}

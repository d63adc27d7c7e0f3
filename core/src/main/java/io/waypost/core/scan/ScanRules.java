package io.waypost.core.scan;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The written rules for taking scans in.
 *
 * <ul>
 *   <li>Duplicate (重复): the same waybill, type, {@code scannedAt} and site, or the same event id of the same partner.
 *   <li>Out of order (乱序): kept in the timeline; only a scan newer than the last one says where the parcel is now.
 *   <li>Clock ahead (时钟超前): up to a day, the arrival counts; beyond, refused.
 *   <li>Clock behind (时钟落后): a time before the parcel had come to that very site; the arrival counts.
 *   <li>Late (迟传): flagged; it counts from the time of the scan.
 *   <li>Historic (历史): older than 15 days at arrival; kept in the timeline, never starts a watch.
 * </ul>
 */
public final class ScanRules {

    private final ScanPolicy policy;

    public ScanRules(ScanPolicy policy) {
        this.policy = policy;
    }

    /** Checks what was sent against the rules; the first refused field decides. */
    public Checked check(ScanFields fields, Instant arrival) {
        var waybill = Codes.waybill(fields.waybill());
        if (waybill == null) {
            return FieldRules.refuse("waybill", fields.waybill(), Reason.WAYBILL_FORMAT);
        }
        var type = type(fields.type());
        if (type == null) {
            return FieldRules.refuse("type", fields.type(), Reason.TYPE_UNKNOWN);
        }
        var scannedAt = FieldRules.time(fields.scannedAt());
        if (scannedAt == null) {
            return FieldRules.refuse("scannedAt", fields.scannedAt(), Reason.TIME_FORMAT);
        }
        if (scannedAt.isBefore(policy.earliest())) {
            return FieldRules.refuse("scannedAt", fields.scannedAt(), Reason.TIME_TOO_OLD);
        }
        if (scannedAt.isAfter(arrival.plus(policy.clockAheadLimit()))) {
            return FieldRules.refuse("scannedAt", fields.scannedAt(), Reason.TIME_IN_FUTURE);
        }
        var site = Codes.site(fields.site());
        if (site == null) {
            return FieldRules.refuse("site", fields.site(), Reason.SITE_FORMAT);
        }
        return optional(fields, Scan.of(waybill, type, scannedAt, site));
    }

    private static Checked optional(ScanFields fields, Scan scan) {
        for (var refused : refusals(fields)) {
            if (refused != null) {
                return refused;
            }
        }
        return new Accepted(new Scan(scan.waybill(), scan.type(), scan.scannedAt(), scan.site(),
                FieldRules.time(fields.promisedAt()), FieldRules.text(fields.nextSite()),
                FieldRules.text(fields.device()),
                FieldRules.text(fields.operator()), FieldRules.text(fields.bag()), FieldRules.grams(fields.weightKg()),
                FieldRules.text(fields.remark()), FieldRules.text(fields.eventId())));
    }

    private static List<@Nullable Rejected> refusals(ScanFields fields) {
        return Arrays.asList(
                FieldRules.timeIn("promisedAt", fields.promisedAt()),
                FieldRules.site("nextSite", fields.nextSite()),
                FieldRules.weight("weightKg", fields.weightKg()),
                FieldRules.atMost("device", fields.device(), 64),
                FieldRules.atMost("operator", fields.operator(), 64),
                FieldRules.atMost("bag", fields.bag(), 64),
                FieldRules.atMost("remark", fields.remark(), 500),
                FieldRules.atMost("eventId", fields.eventId(), 64));
    }

    /**
     * The time that counts: the device's, or the arrival where the device's clock cannot be right, being ahead of the arrival or behind
     * what is known of the parcel.
     *
     * @param last the newest valid scan known before
     */
    public Instant effectiveAt(Scan scan, Instant arrival, Progress.@Nullable Point last) {
        return scan.scannedAt().isAfter(arrival) || behind(scan, arrival, last) ? arrival : scan.scannedAt();
    }

    /** Nothing leaves a site, or is delivered from it, before it has come there. */
    private static boolean behind(Scan scan, Instant arrival, Progress.@Nullable Point last) {
        return last != null
                && scan.type().valid()
                && scan.site().equals(last.site())
                && scan.type().compareTo(last.type()) > 0
                && last.type().compareTo(ScanType.ARRIVED) >= 0
                && scan.scannedAt().isBefore(last.at())
                && arrival.isAfter(last.at());
    }

    /**
     * What is unusual about a scan.
     *
     * @param last the newest valid scan known before
     */
    public Set<ScanFlag> flags(Scan scan, Instant arrival, Progress.@Nullable Point last) {
        var flags = EnumSet.noneOf(ScanFlag.class);
        if (behind(scan, arrival, last)) {
            return EnumSet.of(ScanFlag.CLOCK_BEHIND);
        }
        var lag = Duration.between(scan.scannedAt(), arrival);
        if (lag.negated().compareTo(policy.clockTolerance()) > 0) {
            flags.add(ScanFlag.CLOCK_AHEAD);
        }
        if (lag.compareTo(policy.historicAfter()) > 0) {
            flags.add(ScanFlag.HISTORIC);
        } else if (lag.compareTo(policy.lateAfter()) > 0) {
            flags.add(ScanFlag.LATE_UPLOAD);
        }
        if (last != null && effectiveAt(scan, arrival, last).isBefore(last.at())) {
            flags.add(ScanFlag.OUT_OF_ORDER);
        }
        return flags;
    }

    private static @Nullable ScanType type(@Nullable String name) {
        try {
            return name == null ? null : ScanType.valueOf(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}

package io.waypost.core.scan;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The written rules for taking scans in.
 *
 * <ul>
 *   <li>Duplicate (重复): the same waybill, type, {@code scannedAt} and site, or the same event id of the same partner.
 *   <li>Out of order (乱序): kept in the timeline; only a scan newer than the last one says where the parcel is now.
 *   <li>Clock ahead (时钟超前): up to a day, the arrival counts; beyond, refused.
 *   <li>Late (迟传): flagged; it counts from the time of the scan.
 *   <li>Historic (历史): older than 15 days at arrival; kept in the timeline, never starts a watch.
 * </ul>
 */
public final class ScanRules {

    private static final int MAX_WEIGHT_GRAMS = 1_000_000;

    private final ScanPolicy policy;

    public ScanRules(ScanPolicy policy) {
        this.policy = policy;
    }

    /** Checks what was sent against the rules; the first refused field decides. */
    public Checked check(ScanFields fields, Instant arrival) {
        var waybill = Codes.waybill(fields.waybill());
        if (waybill == null) {
            return refuse("waybill", fields.waybill(), Reason.WAYBILL_FORMAT);
        }
        var type = type(fields.type());
        if (type == null) {
            return refuse("type", fields.type(), Reason.TYPE_UNKNOWN);
        }
        var scannedAt = time(fields.scannedAt());
        if (scannedAt == null) {
            return refuse("scannedAt", fields.scannedAt(), Reason.TIME_FORMAT);
        }
        if (scannedAt.isBefore(policy.earliest())) {
            return refuse("scannedAt", fields.scannedAt(), Reason.TIME_TOO_OLD);
        }
        if (scannedAt.isAfter(arrival.plus(policy.clockAheadLimit()))) {
            return refuse("scannedAt", fields.scannedAt(), Reason.TIME_IN_FUTURE);
        }
        var site = Codes.site(fields.site());
        if (site == null) {
            return refuse("site", fields.site(), Reason.SITE_FORMAT);
        }
        return optional(fields, Scan.of(waybill, type, scannedAt, site));
    }

    private static Checked optional(ScanFields fields, Scan scan) {
        var promised = time(fields.promisedAt());
        if (promised == null && present(fields.promisedAt())) {
            return refuse("promisedAt", fields.promisedAt(), Reason.TIME_FORMAT);
        }
        if (present(fields.nextSite()) && Codes.site(fields.nextSite()) == null) {
            return refuse("nextSite", fields.nextSite(), Reason.SITE_FORMAT);
        }
        var grams = grams(fields.weightKg());
        if (present(fields.weightKg()) && (grams == null || grams <= 0 || grams > MAX_WEIGHT_GRAMS)) {
            return refuse("weightKg", fields.weightKg(), Reason.WEIGHT_RANGE);
        }
        var excess = tooLong(fields);
        if (excess != null) {
            return excess;
        }
        return new Accepted(new Scan(scan.waybill(), scan.type(), scan.scannedAt(), scan.site(), promised,
                text(fields.nextSite()), text(fields.device()), text(fields.operator()), text(fields.bag()), grams,
                text(fields.remark()), text(fields.eventId())));
    }

    private static @Nullable Rejected tooLong(ScanFields fields) {
        if (longer(fields.device(), 64)) {
            return refuse("device", fields.device(), Reason.TOO_LONG);
        }
        if (longer(fields.operator(), 64)) {
            return refuse("operator", fields.operator(), Reason.TOO_LONG);
        }
        if (longer(fields.bag(), 64)) {
            return refuse("bag", fields.bag(), Reason.TOO_LONG);
        }
        if (longer(fields.remark(), 500)) {
            return refuse("remark", fields.remark(), Reason.TOO_LONG);
        }
        return longer(fields.eventId(), 64) ? refuse("eventId", fields.eventId(), Reason.TOO_LONG) : null;
    }

    /** The time that counts: the device's, or the arrival where the device's clock was ahead of it. */
    public Instant effectiveAt(Instant scannedAt, Instant arrival) {
        return scannedAt.isAfter(arrival) ? arrival : scannedAt;
    }

    /**
     * What is unusual about a scan.
     *
     * @param lastAt effective time of the newest scan of the parcel known before, if any
     */
    public Set<ScanFlag> flags(Instant scannedAt, Instant arrival, @Nullable Instant lastAt) {
        var flags = EnumSet.noneOf(ScanFlag.class);
        var lag = Duration.between(scannedAt, arrival);
        if (lag.negated().compareTo(policy.clockTolerance()) > 0) {
            flags.add(ScanFlag.CLOCK_AHEAD);
        }
        if (lag.compareTo(policy.historicAfter()) > 0) {
            flags.add(ScanFlag.HISTORIC);
        } else if (lag.compareTo(policy.lateAfter()) > 0) {
            flags.add(ScanFlag.LATE_UPLOAD);
        }
        if (lastAt != null && effectiveAt(scannedAt, arrival).isBefore(lastAt)) {
            flags.add(ScanFlag.OUT_OF_ORDER);
        }
        return flags;
    }

    private static Rejected refuse(String field, @Nullable String value, Reason reason) {
        var shown = value == null || value.length() <= 80 ? value : value.substring(0, 80) + "…";
        return new Rejected(field, shown, present(value) ? reason : Reason.MISSING);
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static boolean longer(@Nullable String value, int limit) {
        return value != null && value.length() > limit;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable ScanType type(@Nullable String name) {
        try {
            return name == null ? null : ScanType.valueOf(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable Instant time(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Integer grams(@Nullable String kilograms) {
        try {
            return kilograms == null || kilograms.isBlank() || kilograms.length() > 20
                    ? null
                    : Math.toIntExact(Math.round(Double.parseDouble(kilograms) * 1000));
        } catch (ArithmeticException _) {
            return null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}

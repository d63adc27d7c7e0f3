package io.waypost.core.anomaly;

import io.waypost.core.anomaly.Course.Stay;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a parcel lies somewhere although it is scanned (滞留): each scan begins the time of silence anew, so silence never finds it.
 * Immutable and safe for threads.
 */
final class StayRules {

    private final AnomalyPolicy policy;
    private final SiteKinds sites;

    StayRules(AnomalyPolicy policy, SiteKinds sites) {
        this.policy = policy;
        this.sites = sites;
    }

    /** Of every stay: those that were long are found again when the past is read again. */
    List<Anomaly> of(String waybill, Course course) {
        var found = new ArrayList<Anomaly>();
        for (int i = 0; i < course.stays().size(); i++) {
            stuck(waybill, course, i).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Anomaly> stuck(String waybill, Course course, int index) {
        var stay = course.stays().get(index);
        var limit = limit(stay);
        if (limit == null) {
            return Optional.empty();
        }
        var beginning = course.beginning(stay);
        var half = beginning.plus(limit.dividedBy(2));
        var end = end(course, index);
        var there = course.scans().subList(stay.first(), stay.last() + 1);
        // What was scanned early only is silent; what waits for the customer rests; failed deliveries are told as such.
        var again = there.stream().filter(scan -> !scan.at().isBefore(half)).findFirst();
        if (again.isEmpty() || there.stream().anyMatch(scan -> Kinds.rests(scan.type()) || Kinds.over(scan.type())
                || scan.type() == ScanType.SIGN_FAILED)) {
            return Optional.empty();
        }
        var since = later(beginning.plus(limit), again.get().at());
        if (end != null && !end.isAfter(since)) {
            return Optional.empty();
        }
        var anomaly = Anomaly.standing(waybill, AnomalyKind.STUCK, since, stay.site(), null, null, 1);
        return Optional.of(end == null ? anomaly : anomaly.ended(end, AnomalyEnd.CORRECTED));
    }

    /** A stay ends with the departure, or where the parcel is seen elsewhere. */
    private static @Nullable Instant end(Course course, int index) {
        var stay = course.stays().get(index);
        var last = course.scans().get(stay.last());
        if (last.type() == ScanType.DEPARTED) {
            return last.at();
        }
        return index + 1 < course.stays().size() ? course.beginning(course.stays().get(index + 1)) : null;
    }

    private @Nullable Duration limit(Stay stay) {
        var kind = sites.kind(stay.site());
        if (kind == UnitKind.HUB) {
            return policy.stuckAtHub();
        }
        return kind == UnitKind.OUTLET ? policy.stuckAtOutlet() : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.waypost.core.anomaly;

import io.waypost.core.anomaly.Course.Stay;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a parcel goes the way it was sent (错发、有发无到、兜圈). Immutable and safe for threads. */
final class WayRules {

    private final SiteKinds sites;

    WayRules(SiteKinds sites) {
        this.sites = sites;
    }

    /** Those of one parcel, as far as its scans tell. */
    List<Anomaly> of(String waybill, Course course) {
        var found = new ArrayList<Anomaly>();
        var misrouted = new HashSet<Stay>();
        for (int i = 0; i + 1 < course.stays().size(); i++) {
            var left = course.stays().get(i);
            var came = course.stays().get(i + 1);
            elsewhere(waybill, course, left, came).ifPresent(anomaly -> {
                found.add(anomaly);
                if (anomaly.kind() == AnomalyKind.MISROUTED) {
                    misrouted.add(came);
                }
            });
        }
        loops(waybill, course, misrouted, found);
        return found;
    }

    /**
     * It left one site for a second and was next seen at a third. Where the second is a hub and the third an outlet, it went through
     * the hub unseen; else somebody put it on the wrong lorry.
     */
    private Optional<Anomaly> elsewhere(String waybill, Course course, Stay left, Stay came) {
        var departure = course.scans().get(left.last());
        var meant = departure.nextSite();
        if (departure.type() != ScanType.DEPARTED || meant == null || meant.equals(came.site())
                || meant.equals(left.site()) || !handled(sites.kind(meant)) || !handled(sites.kind(came.site()))) {
            return Optional.empty();
        }
        var first = course.scans().get(came.first());
        if (Kinds.turns(first.type()) || first.type().delivered()) {
            return Optional.empty();
        }
        if (sites.hub(meant) && !sites.hub(came.site())) {
            if (course.firstAt(meant, came.last() + 1) != null) {
                // The scan at the outlet has a wrong clock.
                return Optional.empty();
            }
            return Optional.of(Anomaly.standing(waybill, AnomalyKind.MISSED_ARRIVAL, first.at(), meant, came.site(),
                    null, 1)
                    .ended(first.at(), AnomalyEnd.CORRECTED));
        }
        var anomaly = Anomaly.standing(waybill, AnomalyKind.MISROUTED, first.at(), came.site(), meant,
                left.site(), 1);
        var there = course.firstAt(meant, came.last() + 1);
        return Optional.of(ended(anomaly, there == null ? null : there.at(), course.over(came.first())));
    }

    private static boolean handled(@Nullable UnitKind kind) {
        return kind == UnitKind.HUB || kind == UnitKind.OUTLET;
    }

    /** The whole way forward; where a hub sends back what it should not have got, that is no circle. */
    private void loops(String waybill, Course course, Set<Stay> misrouted, List<Anomaly> found) {
        var stays = forward(course);
        for (int i = 2; i < stays.size(); i++) {
            var stay = stays.get(i);
            int times = (int) stays.subList(0, i).stream()
                    .filter(one -> one.site().equals(stay.site()) && course.leaves(one)).count();
            if (times == 0 || !sites.hub(stay.site()) || !course.leaves(stays.get(i - 1))
                    || (times == 1 && misrouted.contains(stays.get(i - 1)))) {
                continue;
            }
            var anomaly = Anomaly.standing(waybill, AnomalyKind.LOOP, course.beginning(stay), stay.site(),
                    null, stays.get(i - 1).site(), times + 1);
            found.add(ended(anomaly, leaves(course, stays, i), course.over(stay.first())));
        }
    }

    /** When it came to a place where it had not been before, or went out for delivery. */
    private static @Nullable Instant leaves(Course course, List<Stay> stays, int loop) {
        for (int i = loop + 1; i < stays.size(); i++) {
            var site = stays.get(i).site();
            if (stays.subList(0, i).stream().noneMatch(one -> one.site().equals(site))) {
                return course.beginning(stays.get(i));
            }
        }
        var out = course.scans().subList(stays.get(loop).first(), course.scans().size()).stream()
                .filter(scan -> Kinds.delivers(scan.type())).findFirst();
        return out.map(CourseScan::at).orElse(null);
    }

    /** The stays before the first delivery and before it turned. */
    private static List<Stay> forward(Course course) {
        int end = 0;
        while (end < course.scans().size() && !Kinds.delivers(course.scans().get(end).type())
                && !Kinds.over(course.scans().get(end).type())) {
            end++;
        }
        int until = end;
        return course.stays().stream().filter(stay -> stay.first() < until).toList();
    }

    static Anomaly ended(Anomaly anomaly, @Nullable Instant corrected, @Nullable Instant over) {
        if (corrected != null && (over == null || !over.isBefore(corrected))) {
            return anomaly.ended(corrected, AnomalyEnd.CORRECTED);
        }
        return over == null ? anomaly : anomaly.ended(over, AnomalyEnd.FINISHED);
    }
}

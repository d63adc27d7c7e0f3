package io.waypost.core.anomaly;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether a parcel is delivered as it should be (多次派送失败、签收存疑). Immutable and safe for threads. */
final class DeliveryRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int MORNING = 5;

    private final AnomalyPolicy policy;

    DeliveryRules(AnomalyPolicy policy) {
        this.policy = policy;
    }

    List<Anomaly> of(String waybill, Course course, Instant now) {
        var found = new ArrayList<Anomaly>();
        failed(waybill, course).ifPresent(found::add);
        for (int i = 0; i < course.scans().size(); i++) {
            if (course.scans().get(i).type() == ScanType.SIGNED) {
                signed(waybill, course, i, now).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Anomaly> failed(String waybill, Course course) {
        var failures = new ArrayList<CourseScan>();
        int last = -1;
        for (int i = 0; i < course.scans().size(); i++) {
            var scan = course.scans().get(i);
            if (Kinds.over(scan.type())) {
                break;
            }
            if (scan.type() == ScanType.SIGN_FAILED) {
                failures.add(scan);
                last = i;
            }
        }
        if (failures.size() < policy.failures()) {
            return Optional.empty();
        }
        var anomaly = Anomaly.standing(waybill, AnomalyKind.FAILED_AGAIN, failures.get(policy.failures() - 1).at(),
                failures.getLast().site(), null, null, failures.size());
        var station = course.scans().subList(last, course.scans().size()).stream()
                .filter(scan -> scan.type() == ScanType.STATION_IN).findFirst();
        return Optional.of(WayRules.ended(anomaly, station.map(CourseScan::at).orElse(null), course.over(last)));
    }

    private Optional<Anomaly> signed(String waybill, Course course, int index, Instant now) {
        var signature = course.scans().get(index);
        var signs = signs(course, index);
        if (signs.stream().mapToInt(SignatureSign::weight).sum() < policy.doubt()) {
            return Optional.empty();
        }
        var anomaly = Anomaly.standing(waybill, AnomalyKind.DOUBTFUL_SIGNATURE, signature.at(), signature.site(), null,
                null, 1).showing(signs);
        var lapses = signature.at().plus(policy.lapses());
        return Optional.of(now.isBefore(lapses) ? anomaly : anomaly.ended(lapses, AnomalyEnd.LAPSED));
    }

    private static Set<SignatureSign> signs(Course course, int index) {
        var signature = course.scans().get(index);
        var before = course.scans().subList(0, index);
        var after = course.scans().subList(index + 1, course.scans().size());
        var signs = EnumSet.noneOf(SignatureSign.class);
        // Of a parcel that was signed for before anybody scanned it one knows nothing.
        if (!before.isEmpty() && before.stream().noneMatch(scan -> Kinds.delivers(scan.type()))) {
            signs.add(SignatureSign.WITHOUT_TRIP);
        }
        if (!before.isEmpty() && !has(before.getLast(), signature.site())) {
            signs.add(SignatureSign.ELSEWHERE);
        }
        if (signature.at().atZone(BEIJING).getHour() < MORNING) {
            signs.add(SignatureSign.AT_NIGHT);
        }
        if (after.stream().anyMatch(scan -> Kinds.handles(scan.type()) && scan.at().isAfter(signature.at()))) {
            signs.add(SignatureSign.MOVED_ON);
        }
        return signs;
    }

    /** Whether the site has the parcel after that scan, or was sent it. */
    private static boolean has(CourseScan last, String site) {
        return last.site().equals(site) || Objects.equals(last.nextSite(), site);
    }
}

package io.waypost.core.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is and was wrong with the course of a parcel, as a function of the scans that are known of it: the order in which they came does
 * not matter, and a scan that comes late and explains another takes back what was found without it. Immutable and safe for threads.
 */
public final class AnomalyRules {

    private final AnomalyPolicy policy;
    private final WayRules ways;
    private final StayRules stays;
    private final DeliveryRules deliveries;

    public AnomalyRules(AnomalyPolicy policy, SiteKinds sites) {
        this.policy = policy;
        this.ways = new WayRules(sites);
        this.stays = new StayRules(policy, sites);
        this.deliveries = new DeliveryRules(policy);
    }

    /**
     * What the rules say.
     *
     * @param anomalies that stand and that are over, in the order in which they began
     * @param next when to look again although nothing new was scanned; null for never
     */
    public record Findings(List<Anomaly> anomalies, @Nullable Instant next) {

        public Findings {
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * Looks at a parcel.
     *
     * @param scans in any order, without those that arrived so late that their clock cannot be believed; those that only tell something are
     *     passed over
     * @param now what is younger than the time to settle is not said yet
     */
    public Findings look(String waybill, List<CourseScan> scans, Instant now) {
        var course = Course.of(scans);
        var all = new ArrayList<Anomaly>();
        all.addAll(ways.of(waybill, course));
        all.addAll(stays.of(waybill, course));
        all.addAll(deliveries.of(waybill, course, now));
        all.sort(Comparator.comparing(Anomaly::since).thenComparing(Anomaly::kind));
        var settled = all.stream().filter(anomaly -> !said(anomaly).isAfter(now)).toList();
        return new Findings(settled, next(all, now).orElse(null));
    }

    private Optional<Instant> next(List<Anomaly> all, Instant now) {
        return all.stream().flatMap(anomaly -> Stream.concat(Stream.of(said(anomaly)), lapses(anomaly)))
                .filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    private Stream<Instant> lapses(Anomaly anomaly) {
        return anomaly.kind() == AnomalyKind.DOUBTFUL_SIGNATURE && anomaly.stands()
                ? Stream.of(anomaly.since().plus(policy.lapses()))
                : Stream.empty();
    }

    private Instant said(Anomaly anomaly) {
        return anomaly.since()
                .plus(anomaly.kind() == AnomalyKind.DOUBTFUL_SIGNATURE ? policy.doubtSettles() : policy.settles());
    }
}

package io.waypost.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.anomaly.Anomaly;
import io.waypost.core.anomaly.AnomalyKind;
import io.waypost.core.anomaly.AnomalyPolicy;
import io.waypost.core.anomaly.AnomalyRules;
import io.waypost.core.anomaly.CourseScan;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two weeks of the simulated network, looked at as the platform does: at each upload, and when the rules ask to look again.
 * {@code -Dparcels=} and {@code -Dseed=} choose others.
 */
@DisplayName("P7 anomalies on the simulated network are those that were made, late uploads notwithstanding")
class AnomalyQualityTest {

    private static final Instant START = Instant.parse("2026-10-11T16:00:00Z");
    private static final int DAYS = 14;

    @Test
    void wrongWaysAreFoundAndHardlyAnythingElse() {
        int parcels = Integer.getInteger("parcels", 4_000);
        var simulation = new Simulation(Settings.demo(Long.getLong("seed", 11), START, parcels));
        var looked = new Looked(simulation);
        var sieved = new Sieved(simulation.network());
        var end = START.plus(Duration.ofDays(DAYS));
        simulation.advanceTo(end, action -> {
            looked.see(action);
            if (action instanceof Action.Upload(var at, var scan)) {
                sieved.take(scan, at);
            }
        });
        looked.until(end);
        var truth = simulation.truth();
        var missorted = truth.episodes().stream().filter(one -> one.kind() == Kind.MISSORTED)
                .filter(one -> one.to() != null && one.to().isBefore(end.minus(Duration.ofHours(12))))
                .map(Episode::waybill).collect(Collectors.toSet());
        for (var kind : AnomalyKind.values()) {
            System.out.printf("%s: raised %d, taken back %d, of %d parcels%n", kind, looked.raised(kind).size(),
                    looked.retracted(kind).size(), truth.parcels());
        }
        var raised = looked.waybills(AnomalyKind.MISROUTED);
        var ever = truth.episodes().stream().filter(one -> one.kind() == Kind.MISSORTED).map(Episode::waybill)
                .collect(Collectors.toSet());
        double precision = share(raised, ever);
        double recall = share(missorted, raised);
        System.out.printf("MISROUTED: precision %.1f %%, recall %.1f %% of %d%n", precision * 100, recall * 100,
                missorted.size());
        System.out.printf("suspected by the engine: %d parcels, at %.1f %% of the scans%n", sieved.suspected().size(),
                sieved.share() * 100);
        for (var kind : AnomalyKind.values()) {
            assertThat(sieved.suspected()).as("%s suspected", kind).containsAll(looked.waybills(kind));
        }
        assertThat(sieved.share()).isLessThan(0.05);
        assertThat(precision).isGreaterThan(0.97);
        assertThat(recall).isGreaterThan(0.95);
        for (var kind : List.of(AnomalyKind.MISSED_ARRIVAL, AnomalyKind.DOUBTFUL_SIGNATURE, AnomalyKind.LOOP)) {
            assertThat(looked.raised(kind).size()).as(kind.name()).isLessThan((int) (truth.parcels() / 1_000));
        }
    }

    private static double share(Set<String> of, Set<String> in) {
        return (double) of.stream().filter(in::contains).count() / of.size();
    }

    private record Look(Instant at, String waybill) {}

    private static final class Looked {

        private final AnomalyRules rules;
        private final ScanRules times = new ScanRules(ScanPolicy.defaults());
        private final Map<String, Progress> progress = new HashMap<>();
        private final Map<String, List<CourseScan>> scans = new HashMap<>();
        private final Map<String, Map<UUID, Anomaly>> said = new HashMap<>();
        private final Map<AnomalyKind, Set<UUID>> raised = new EnumMap<>(AnomalyKind.class);
        private final Map<AnomalyKind, Set<UUID>> retracted = new EnumMap<>(AnomalyKind.class);
        private final Map<AnomalyKind, Set<String>> waybills = new EnumMap<>(AnomalyKind.class);
        private final PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparing(Look::at));

        Looked(Simulation simulation) {
            var kinds = new HashMap<String, UnitKind>();
            simulation.network().hubs().forEach(place -> kinds.put(place.code(), UnitKind.HUB));
            simulation.network().outlets().forEach(place -> kinds.put(place.code(), UnitKind.OUTLET));
            this.rules = new AnomalyRules(AnomalyPolicy.defaults(), kinds::get);
        }

        void see(Action action) {
            until(action.at());
            if (action instanceof Action.Upload(var at, var scan)) {
                var type = ScanType.valueOf(scan.type());
                var core = io.waypost.core.scan.Scan.of(scan.waybill(), type, scan.scannedAt(), scan.site());
                var before = progress.getOrDefault(scan.waybill(), Progress.NONE);
                var effective = times.effectiveAt(core, at, before.last());
                progress.put(scan.waybill(), before.with(type, effective, scan.site()));
                if (times.flags(core, at, before.last()).contains(ScanFlag.HISTORIC)) {
                    return;
                }
                scans.computeIfAbsent(scan.waybill(), _ -> new ArrayList<>())
                        .add(new CourseScan(type, effective, scan.site(), scan.nextSite()));
                look(scan.waybill(), at);
            }
        }

        void until(Instant now) {
            while (!looks.isEmpty() && !looks.peek().at().isAfter(now)) {
                var due = Objects.requireNonNull(looks.poll());
                look(due.waybill(), due.at());
            }
        }

        private void look(String waybill, Instant now) {
            var found = rules.look(waybill, scans.getOrDefault(waybill, List.of()), now);
            if (found.next() != null) {
                looks.add(new Look(found.next(), waybill));
            }
            var before = said.computeIfAbsent(waybill, _ -> new HashMap<>());
            var present = new HashMap<UUID, Anomaly>();
            found.anomalies().forEach(one -> present.put(one.id(), one));
            present.values().forEach(one -> {
                set(raised, one.kind()).add(one.id());
                set(retracted, one.kind()).remove(one.id());
                waybills.computeIfAbsent(one.kind(), _ -> new HashSet<>()).add(waybill);
            });
            before.values().stream().filter(one -> !present.containsKey(one.id()))
                    .forEach(one -> set(retracted, one.kind()).add(one.id()));
            said.put(waybill, present);
        }

        Set<UUID> raised(AnomalyKind kind) {
            return set(raised, kind);
        }

        Set<UUID> retracted(AnomalyKind kind) {
            return set(retracted, kind);
        }

        Set<String> waybills(AnomalyKind kind) {
            return waybills.getOrDefault(kind, Set.of());
        }

        private static Set<UUID> set(Map<AnomalyKind, Set<UUID>> sets, AnomalyKind kind) {
            return sets.computeIfAbsent(kind, _ -> new HashSet<>());
        }
    }
}

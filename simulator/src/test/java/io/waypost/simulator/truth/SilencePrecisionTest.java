package io.waypost.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.Closure;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.ClosureBook;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LastScan;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitLearning;
import io.waypost.core.watch.LimitPolicy;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchEffect;
import io.waypost.core.watch.WatchState;
import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thirty days of the simulated network through the rule itself, without a platform around it; {@code -Dparcels=}, {@code -Dseed=}, {@code -Dstart=} and {@code -Dshape=} choose others. */
@Tag("slow")
@DisplayName("P3 Warnings are right, and few stuck parcels are missed")
class SilencePrecisionTest {

    private static final Instant START = Instant.parse(System.getProperty("start", "2026-10-11T16:00:00Z"));
    private static final int DAYS = 30;
    /** Limits are shortened by gaps that are four days old or older; after another four some of the network's own have counted for days. */
    private static final Duration TAUGHT = Duration.ofDays(8);

    private final int parcels = Integer.getInteger("parcels", 4_000);
    private final Shape shape = Shape.named(System.getProperty("shape", "standing"));

    @Test
    void isPreciseAndFindsWhatIsStuck() {
        var simulation = new Simulation(Settings.demo(Long.getLong("seed", 7), START, parcels, shape));
        var byDefaults = new Watching(simulation, table(1, Instant.EPOCH, DefaultLimits.rows()),
                PauseRules.defaults());
        var learning = new Watching(simulation, table(1, Instant.EPOCH, DefaultLimits.rows()), PauseRules.defaults());
        var byTheClock = Boolean.getBoolean("noflat")
                ? byDefaults
                : new Watching(simulation, table(1, Instant.EPOCH, flat()), new PauseRules(Map.of()));
        var all = Stream.of(byDefaults, learning, byTheClock).distinct().toList();
        for (int day = 1; day <= DAYS; day++) {
            simulation.advanceTo(START.plus(Duration.ofDays(day)),
                    action -> all.forEach(watching -> watching.see(action)));
            learning.learn(simulation.now());
        }
        all.forEach(watching -> watching.fire(simulation.now()));
        var defaults = Scores.of(simulation.truth(), byDefaults.warnings);
        var learnt = Scores.of(simulation.truth(), learning.warnings);
        var flat = Scores.of(simulation.truth(), byTheClock.warnings);
        System.out.printf("parcels a day %d, %d days%nflat 24 h: %s%ndefaults:  %s%nlearnt:    %s%n"
                + "learnt, from the ninth day: %s%n", parcels, DAYS, text(flat.all()), text(defaults.all()),
                text(learnt.all()), text(learnt.taught()));
        assertThat(learnt.all().precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(learnt.all().recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(learnt.all().precision()).isGreaterThan(flat.all().precision());
    }

    private static String text(Score score) {
        return "precision %.1f %%, recall %.1f %% %s".formatted(score.precision() * 100, score.recall() * 100, score);
    }

    /**
     * What came of it.
     *
     * @param taught of what was raised, and of what went wrong, after the first eight days
     */
    private record Scores(Score all, Score taught) {

        static Scores of(Truth truth, List<Warning> warnings) {
            var since = START.plus(TAUGHT);
            var raised = Scorer.score(truth,
                    warnings.stream().filter(warning -> !warning.raisedAt().isBefore(since)).toList());
            var happened = Scorer.score(new Truth(truth.upTo(), truth.parcels(),
                    truth.episodes().stream().filter(episode -> !episode.from().isBefore(since)).toList()), warnings);
            return new Scores(Scorer.score(truth, warnings),
                    new Score(raised.right(), raised.wrong(), raised.repeated(), happened.found(), happened.missed()));
        }
    }

    private static Limits table(int version, Instant from, List<LimitRow> rows) {
        return new Limits(version, from, rows, LimitPolicy.defaults(), Holidays.china(), Map.of());
    }

    private static List<LimitRow> flat() {
        return Stream.of(Stage.values())
                .filter(stage -> stage != Stage.ENDED && stage != Stage.INFORMATION && stage != Stage.ORDERED)
                .map(stage -> new LimitRow(new LimitKey(stage, null, null, null, null), 24, Basis.SET, null, null, null,
                        "flat", "test",
                        Instant.EPOCH))
                .toList();
    }

    /** The rule over all parcels, in memory. */
    private static final class Watching {

        private final Map<String, Place> places = new HashMap<>();
        private final Map<String, String> destinations = new HashMap<>();
        private final Map<String, WatchState> states = new HashMap<>();
        private final Map<String, List<LastScan>> history = new HashMap<>();
        private final Map<String, Progress> progress = new HashMap<>();
        private final Map<String, Instant> seen = new HashMap<>();
        private final PriorityQueue<Due> due = new PriorityQueue<>();
        private final List<Closure> closures = new ArrayList<>();
        private final List<Limits> versions;
        private final PauseRules pauses;
        private final ScanRules rules = new ScanRules(ScanPolicy.defaults());
        private final List<Warning> warnings = new ArrayList<>();
        private final Simulation simulation;
        private SilenceWatch watch;

        private record Due(Instant at, String waybill) implements Comparable<Due> {
            @Override
            public int compareTo(Due other) {
                return at.compareTo(other.at);
            }
        }

        Watching(Simulation simulation, Limits first, PauseRules pauses) {
            this.simulation = simulation;
            simulation.network().hubs().forEach(place -> places.put(place.code(), place));
            simulation.network().outlets().forEach(place -> places.put(place.code(), place));
            this.versions = new ArrayList<>(List.of(first));
            this.pauses = pauses;
            this.watch = watch();
        }

        private SilenceWatch watch() {
            ClosureBook book = this::closed;
            return new SilenceWatch(new LimitBook(versions), pauses, book);
        }

        private List<Pause> closed(String site) {
            return closures.stream()
                    .filter(closure -> places.containsKey(site)
                            && closure.unitCode().equals("P" + places.get(site).province()))
                    .map(closure -> new Pause("C" + closure.from(), Pause.Reason.CLOSURE, closure.from(),
                            closure.until(), Pause.By.CLOSURE))
                    .toList();
        }

        void see(Action action) {
            fire(action.at());
            switch (action) {
                case Action.Register(var _, var parcel) -> {
                    if (parcel.recipient() != null && parcel.recipient().divisionCode() != null) {
                        destinations.put(parcel.waybill(), parcel.recipient().divisionCode());
                    }
                }
                case Action.Announce(var _, var closure) -> closures.add(closure);
                case Action.Upload(var at, var scan) -> scanned(scan, at);
            }
        }

        private void scanned(io.waypost.client.Scan scan, Instant at) {
            if (seen.put(String.valueOf(scan.eventId()), at) != null
                    || scan.scannedAt().isAfter(at.plus(Duration.ofDays(1)))) {
                return;
            }
            var type = ScanType.valueOf(scan.type());
            var core = io.waypost.core.scan.Scan.of(scan.waybill(), type, scan.scannedAt(), scan.site());
            var progress = this.progress.getOrDefault(scan.waybill(), Progress.NONE);
            var effective = rules.effectiveAt(core, at, progress.last());
            boolean historic = rules.flags(core, at, progress.last()).contains(ScanFlag.HISTORIC);
            this.progress.put(scan.waybill(), progress.with(type, effective, scan.site()));
            var last = new LastScan(type, effective, at, scan.site(),
                    type.stage(!place(scan.site()).hub(), scan.nextSite() != null && !place(scan.nextSite()).hub()),
                    scan.nextSite(),
                    scan.bag(), lane(scan));
            var state = states.getOrDefault(scan.waybill(), WatchState.unseen(scan.waybill()));
            var step = watch.onScan(state, last, historic, at);
            keep(step.state(), step.effects());
            history.computeIfAbsent(scan.waybill(), _ -> new ArrayList<>()).add(last);
        }

        private Lane lane(io.waypost.client.Scan scan) {
            var from = place(scan.site()).city();
            var to = scan.nextSite() == null ? destinations.get(scan.waybill()) : place(scan.nextSite()).city();
            return to == null
                    ? Lane.UNKNOWN
                    : new Lane(LaneClass.of(from, to).orElse(null), province(from), province(to));
        }

        private Place place(String code) {
            return Objects.requireNonNull(places.get(code), code);
        }

        private static @Nullable String province(String division) {
            return Divisions.china().provinceOf(division).map(found -> found.code()).orElse(null);
        }

        void fire(Instant before) {
            while (!due.isEmpty() && due.peek().at().isBefore(before)) {
                var waybill = due.poll().waybill();
                var step = watch.advance(Objects.requireNonNull(states.get(waybill)), before);
                keep(step.state(), step.effects());
            }
        }

        private void keep(WatchState state, List<WatchEffect> effects) {
            states.put(state.waybill(), state);
            for (var effect : effects) {
                if (effect instanceof WatchEffect.Raised(var finding)) {
                    warnings.add(new Warning(finding.waybill(), finding.raisedAt(), finding.silentSince()));
                }
            }
            watch.next(state).ifPresent(at -> due.add(new Due(at, state.waybill())));
        }

        private record Silent(String waybill, Instant since) {}

        /** The warnings that people who go and look confirm. */
        private Set<Silent> right() {
            var episodes = simulation.truth().byWaybill();
            return warnings.stream()
                    .filter(warning -> episodes.getOrDefault(warning.waybill(), List.of()).stream()
                            .anyMatch(one -> one.kind().stuck() && one.covers(warning.raisedAt())))
                    .map(warning -> new Silent(warning.waybill(), warning.silentSince()))
                    .collect(Collectors.toSet());
        }

        private boolean excused(LastScan last, Instant until) {
            return Holidays.china().touching(last.at(), until).isPresent()
                    || closed(last.expectedSite()).stream()
                            .anyMatch(pause -> pause.from().isBefore(until) && pause.until().isAfter(last.at()));
        }

        /** As the platform learns every night. */
        void learn(Instant now) {
            var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
            var right = right();
            for (var entry : history.entrySet()) {
                LastScan last = null;
                for (var scan : entry.getValue().stream().filter(one -> one.type().valid())
                        .sorted((a, b) -> a.point().compareTo(b.point())).toList()) {
                    if (last != null && !last.type().terminal()
                            && !pauses.byType().containsKey(last.type())
                            && scan.arrivedAt().isAfter(last.arrivedAt()) && !excused(last, scan.arrivedAt())
                            && !right.contains(new Silent(entry.getKey(), last.at()))) {
                        if (last.at().isBefore(now.minus(Duration.ofDays(4)))) {
                            learning.add(last, scan.arrivedAt());
                        } else {
                            learning.addYoung(last, scan.arrivedAt());
                        }
                    }
                    last = scan;
                }
                if (last != null && !last.type().terminal() && !pauses.byType().containsKey(last.type())
                        && !excused(last, now) && !right.contains(new Silent(entry.getKey(), last.at()))) {
                    learning.addOpen(last, now);
                }
            }
            var rows = new ArrayList<>(DefaultLimits.rows());
            rows.addAll(learning.rows(now));
            versions.add(table(versions.size() + 1, now, rows).resting(learning.restByPlace()));
            watch = watch();
        }
    }
}

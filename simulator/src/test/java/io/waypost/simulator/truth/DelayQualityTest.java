package io.waypost.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.delay.Closed;
import io.waypost.core.delay.DelayBacktest;
import io.waypost.core.delay.DelayBacktest.Known;
import io.waypost.core.delay.DelayLearning;
import io.waypost.core.delay.DelayModel;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.delay.DelayPolicy;
import io.waypost.core.delay.DelayScore;
import io.waypost.core.delay.Stops;
import io.waypost.core.delay.Stops.Stop;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Forty days of the simulated network: learnt from what was known after thirty, tried on the promises of the five days after that;
 * whether a promise was really kept is known at the end. {@code -Dparcels=}, {@code -Dseed=}, {@code -Dstart=} and {@code -Dshape=} choose others.
 */
@Tag("slow")
@DisplayName("P4 Forecasts of delay tell late parcels from the others before they are late")
class DelayQualityTest {

    private static final Instant START = Instant.parse(System.getProperty("start", "2026-10-11T16:00:00Z"));
    private static final int LEARNT = 30;
    private static final int TRIED = 5;
    private static final int DAYS = 40;

    private final int parcels = Integer.getInteger("parcels", 4_000);
    private final Shape shape = Shape.named(System.getProperty("shape", "standing"));

    @Test
    void isBetterThanTheClock() {
        var simulation = new Simulation(Settings.demo(Long.getLong("seed", 7), START, parcels, shape));
        var ways = new Ways(simulation);
        var learntAt = START.plus(Duration.ofDays(LEARNT));
        simulation.advanceTo(learntAt, ways::see);
        var model = ways.learn(learntAt);
        simulation.advanceTo(START.plus(Duration.ofDays(DAYS)), ways::see);
        var test = ways.tried(model, learntAt.plus(Duration.ofDays(1)), learntAt.plus(Duration.ofDays(1 + TRIED)));
        System.out.printf("parcels a day %d, cells %d%n", parcels, model.cells().size());
        for (int hours : DelayBacktest.AHEAD) {
            print("%d h ahead, forecast".formatted(hours), test.model(hours));
            print("%d h ahead, promise - 12 h".formatted(hours), test.naive(hours));
            System.out.printf("%d h ahead, calibration: %s%n", hours, calibration(test.model(hours)));
        }
        assertThat(test.betterThanNaive()).isTrue();
        assertThat(test.model(12).auroc()).isGreaterThan(0.65);
        assertThat(test.model(24).auroc()).isGreaterThan(0.6);
    }

    private static void print(String name, DelayScore score) {
        var warned = score.at(DelayPolicy.defaults().warnAt());
        boolean silent = warned.right() + warned.wrong() == 0;
        System.out.printf("%s: cases %d, late %.1f %%, precision %s, recall %.1f %%, AUROC %.3f, Brier %.4f%n", name,
                score.size(), score.missedShare() * 100,
                silent ? "- (it warns of nothing)" : "%.1f %%".formatted(warned.precision() * 100),
                warned.recall() * 100, score.auroc(), score.brier());
    }

    private static String calibration(DelayScore score) {
        var text = new StringBuilder();
        score.calibration().forEach(tenth -> text
                .append("%.2f→%.2f (%d) ".formatted(tenth.stated(), tenth.happened(), tenth.cases())));
        return text.toString().strip();
    }

    /** What a platform would know of the parcels. */
    private static final class Ways {

        private final Map<String, Place> places = new HashMap<>();
        private final Map<String, String> destinations = new HashMap<>();
        private final Map<String, Instant> promises = new HashMap<>();
        private final Map<String, Progress> progress = new HashMap<>();
        private final Map<String, List<Known>> scans = new HashMap<>();
        private final Map<String, Boolean> events = new HashMap<>();
        private final Map<String, List<Stop>> stops = new HashMap<>();
        private final ScanRules rules = new ScanRules(ScanPolicy.defaults());

        Ways(Simulation simulation) {
            simulation.network().hubs().forEach(place -> places.put(place.code(), place));
            simulation.network().outlets().forEach(place -> places.put(place.code(), place));
        }

        void see(Action action) {
            switch (action) {
                case Action.Register(var _, var parcel) -> {
                    if (parcel.promisedAt() != null) {
                        promises.put(parcel.waybill(), parcel.promisedAt());
                    }
                    if (parcel.recipient() != null && parcel.recipient().divisionCode() != null) {
                        destinations.put(parcel.waybill(), parcel.recipient().divisionCode());
                    }
                }
                case Action.Announce(var at, var closure) -> stops.computeIfAbsent(closure.unitCode(),
                        _ -> new ArrayList<>()).add(new Stop(closure.from(), closure.until(), at));
                case Action.Upload(var at, var scan) -> scanned(scan, at);
            }
        }

        private void scanned(io.waypost.client.Scan scan, Instant at) {
            var type = ScanType.valueOf(scan.type());
            if (events.put(String.valueOf(scan.eventId()), true) != null
                    || scan.scannedAt().isAfter(at.plus(Duration.ofDays(1))) || !type.valid()) {
                return;
            }
            var core = io.waypost.core.scan.Scan.of(scan.waybill(), type, scan.scannedAt(), scan.site());
            var before = progress.getOrDefault(scan.waybill(), Progress.NONE);
            var effective = rules.effectiveAt(core, at, before.last());
            progress.put(scan.waybill(), before.with(type, effective, scan.site()));
            var stage = type.stage(!place(scan.site()).hub(), scan.nextSite() != null && !place(scan.nextSite()).hub());
            scans.computeIfAbsent(scan.waybill(), _ -> new ArrayList<>())
                    .add(new Known(new DelayPoint(type, stage, lane(scan), scan.site(), effective), at));
        }

        private Lane lane(io.waypost.client.Scan scan) {
            var from = place(scan.site()).city();
            var to = destinations.get(scan.waybill());
            return to == null
                    ? Lane.UNKNOWN
                    : new Lane(LaneClass.of(from, to).orElse(null), province(from), province(to));
        }

        /** Announced stops of the province that a parcel is in and of the one that it goes to, as the platform looks them up. */
        private Closed closed(DelayPoint last) {
            var here = last.stage() == Stage.DEPARTED ? Stops.NONE : stopped("P" + place(last.site()).province());
            var to = last.lane().toDivision();
            return new Closed(here, to == null ? Stops.NONE : stopped("P" + to.substring(0, 2)));
        }

        private Stops stopped(String province) {
            return Stops.of(stops.getOrDefault(province, List.of()));
        }

        private Place place(String code) {
            return Objects.requireNonNull(places.get(code), code);
        }

        private static @Nullable String province(String division) {
            return Divisions.china().provinceOf(division).map(found -> found.code()).orElse(null);
        }

        private List<Known> way(String waybill) {
            return scans.getOrDefault(waybill, List.of()).stream()
                    .sorted(Comparator
                            .comparing((Known one) -> new Progress.Point(one.point().at(), one.point().type(),
                                    one.point().site())))
                    .toList();
        }

        private static @Nullable Instant first(List<Known> way, boolean delivered) {
            return way.stream().map(Known::point)
                    .filter(one -> delivered ? one.type().delivered() : one.type() == ScanType.RETURN_STARTED)
                    .map(DelayPoint::at).findFirst().orElse(null);
        }

        DelayModel learn(Instant now) {
            var learning = new DelayLearning();
            for (var waybill : scans.keySet()) {
                var way = way(waybill);
                var returned = first(way, false);
                learning.add(way.stream().map(Known::point).toList(), returned == null ? first(way, true) : null,
                        returned == null ? now : returned, this::closed);
            }
            return learning.model(1, now);
        }

        DelayBacktest tried(DelayModel model, Instant from, Instant until) {
            var test = new DelayBacktest(model);
            promises.forEach((waybill, promised) -> {
                var way = way(waybill);
                // A promise ends where a parcel is turned back before it: that is no delay.
                var returned = first(way, false);
                if (!promised.isBefore(from) && promised.isBefore(until)
                        && (returned == null || returned.isAfter(promised))) {
                    test.add(way, promised, first(way, true), this::closed);
                }
            });
            return test;
        }
    }
}

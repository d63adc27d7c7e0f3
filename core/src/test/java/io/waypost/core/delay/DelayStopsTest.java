package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.FAR;
import static io.waypost.core.delay.DelayFixture.NEAR;
import static io.waypost.core.delay.DelayFixture.atHub;
import static io.waypost.core.delay.DelayFixture.delivering;
import static io.waypost.core.delay.DelayFixture.hour;
import static io.waypost.core.delay.DelayFixture.pickedUp;
import static io.waypost.core.delay.DelayFixture.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.delay.Stops.Stop;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P4 Closures and holidays: nothing is delivered where it is closed")
class DelayStopsTest {

    private static final DelayModel MODEL = DelayFixture.model(3_000, 5);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    private static DelayPoint any(Random random) {
        var lane = random.nextBoolean() ? FAR : NEAR;
        double at = random.nextDouble() * 200;
        return switch (random.nextInt(3)) {
            case 0 -> pickedUp(lane, at);
            case 1 -> atHub(lane, at);
            default -> delivering(lane, at);
        };
    }

    /** Some stops that may overlap, from the instant on, each announced some time before or after its begin. */
    private static Stops some(Random random, Instant from, boolean announcedLate) {
        var stops = new ArrayList<Stop>();
        for (int i = 0; i < random.nextInt(4); i++) {
            var begin = from.plusSeconds(random.nextInt(150 * 3600));
            var known = announcedLate ? begin.plusSeconds(random.nextInt(40_000) - 30_000) : Instant.MIN;
            stops.add(new Stop(begin, begin.plusSeconds(random.nextInt(60 * 3600)), known));
        }
        return Stops.of(stops);
    }

    private static DelayModel with(Closed closed) {
        return MODEL.resting(_ -> closed);
    }

    private static double risk(DelayModel model, DelayPoint last, Instant promised, Instant now) {
        return model.risk(last, promised, now).orElseThrow();
    }

    private static Stops one(double from, double until) {
        return Stops.of(List.of(new Stop(hour(from), hour(until), Instant.MIN)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theClockGoesBackAndForthAndNeverStopsInsideOfAStop(long seed) {
        var random = new Random(seed);
        var stops = some(random, hour(0), false);
        var from = hour(random.nextDouble() * 100);
        for (int i = 0; i < 40; i++) {
            var running = Duration.ofSeconds(random.nextInt(200 * 3600));
            var at = stops.reach(from, running);
            assertThat(stops.hours(from, at)).as("seed %d", seed).isEqualTo(running.toMillis() / 3_600_000.0);
            assertThat(stops.hours(from, at.minusMillis(1000))).isLessThanOrEqualTo(stops.hours(from, at));
            assertThat(at).isAfterOrEqualTo(from.plus(running));
            var next = stops.reach(from, running.plusSeconds(1));
            assertThat(stops.hours(from, next)).isGreaterThan(stops.hours(from, at));
            assertThat(stops.hours(from, at) + stops.stoodHours(from, at))
                    .isCloseTo(Duration.between(from, at).toMillis() / 3_600_000.0,
                            within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatClosesLaterNeverMakesAPromiseSaferNorADeliveryEarlier(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var now = last.at().plusSeconds(random.nextInt(100_000));
        var model = with(new Closed(some(random, now, false), some(random, now, false)));
        for (int hours = 0; hours < 200; hours += 1 + random.nextInt(9)) {
            var promised = now.plusSeconds(hours * 3600L);
            assertThat(risk(model, last, promised, now)).as("seed %d, %d h", seed, hours)
                    .isGreaterThanOrEqualTo(risk(MODEL, last, promised, now) - 1e-12);
        }
        var open = MODEL.outlook(last, now).orElseThrow();
        var closed = model.outlook(last, now).orElseThrow();
        for (double probability : List.of(0.1, 0.5, 0.9)) {
            closed.by(probability).ifPresent(
                    by -> assertThat(by).isAfterOrEqualTo(open.by(probability).orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLaterPromiseIsNeverRiskier(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var now = last.at().plusSeconds(random.nextInt(100_000));
        var model = with(new Closed(some(random, last.at(), true), some(random, last.at(), true)));
        double before = 1;
        for (int hours = 0; hours < 300; hours += 1 + random.nextInt(7)) {
            double risk = risk(model, last, now.plusSeconds(hours * 3600L), now);
            assertThat(risk).as("seed %d, %d hours", seed, hours).isBetween(0.0, before + 1e-12);
            before = risk;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsClosedUntilThePromiseIsCertainToBeLate(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var now = last.at().plusSeconds(random.nextInt(40_000));
        var promised = now.plusSeconds(1 + random.nextInt(200_000));
        var through = Stops.of(List.of(new Stop(now.minusSeconds(random.nextInt(90_000)),
                promised.plusSeconds(random.nextInt(90_000) + 1), Instant.MIN)));
        for (var closed : List.of(new Closed(through, Stops.NONE), new Closed(Stops.NONE, through))) {
            var model = with(closed);
            assertThat(risk(model, last, promised, now)).as("seed %d", seed).isEqualTo(1);
            // A parcel that waited longer than all that were learnt from has no estimate.
            model.outlook(last, now).orElseThrow().by(0.1).ifPresent(
                    by -> assertThat(through.endOf(by)).as("never inside of the stop").isEqualTo(by));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCrossingIsTheFirstMomentAtTheThresholdWhateverIsAnnouncedMeanwhile(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var promised = last.at().plus(Duration.ofHours(5 + random.nextInt(120)));
        double threshold = 0.2 + 0.7 * random.nextDouble();
        var from = last.at().plusSeconds(random.nextInt(20_000));
        var model = with(new Closed(some(random, last.at(), true), some(random, last.at(), true)));
        var crossing = model.crossing(last, promised, threshold, from);
        crossing.ifPresent(at -> assertThat(risk(model, last, promised, at)).isGreaterThanOrEqualTo(threshold));
        for (var now = from; now.isBefore(crossing.orElse(promised).minusSeconds(2)); now = now.plusSeconds(600)) {
            assertThat(risk(model, last, promised, now)).as("seed %d at %s", seed, now).isLessThan(threshold);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStopThatIsOverIsAsIfItHadNotBeen(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var begin = last.at().plusSeconds(random.nextInt(30_000));
        var end = begin.plusSeconds(random.nextInt(200_000));
        var model = with(new Closed(Stops.of(List.of(new Stop(begin, end, Instant.MIN))), Stops.NONE));
        var waited = Duration.between(last.at(), begin).plusSeconds(random.nextInt(60_000));
        var stood = Duration.between(begin, end);
        var left = Duration.ofSeconds(random.nextInt(200_000));
        var now = last.at().plus(waited);
        assertThat(risk(model, last, now.plus(stood).plus(left), now.plus(stood))).as("seed %d", seed)
                .isEqualTo(risk(MODEL, last, now.plus(left), now));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void teachesTheSameWithAndWithoutAStop(long seed) {
        var random = new Random(seed);
        var open = new DelayLearning();
        var closed = new DelayLearning();
        // Everything after hour 5 of each way happens a day and a half later.
        for (int i = 0; i < 60; i++) {
            double start = 24.0 * random.nextInt(10);
            double end = start + 6 + random.nextDouble() * 40;
            open.add(List.of(pickedUp(FAR, start), signed(FAR, end)), hour(end), hour(999));
            closed.add(List.of(pickedUp(FAR, start), signed(FAR, end + 36)), hour(end + 36), hour(999),
                    _ -> new Closed(one(start + 5, start + 41), Stops.NONE));
        }
        var one = open.model(1, hour(0)).cells();
        var other = closed.model(1, hour(0)).cells();
        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((key, curve) -> assertThat(other.get(key)).usingRecursiveComparison().isEqualTo(curve));
    }

    @Test
    void aParcelAtAStationIsFetchedWhateverIsClosed() {
        var last = DelayFixture.point(ScanType.STATION_IN, Stage.AT_STATION, NEAR, 0);
        var learning = new DelayLearning();
        for (int i = 0; i < 100; i++) {
            learning.add(List.of(last, signed(NEAR, 1 + i % 20)), hour(1 + i % 20), hour(999),
                    _ -> new Closed(one(0, 500), one(0, 500)));
        }
        var learnt = learning.model(1, hour(0));
        var closed = learnt.resting(_ -> new Closed(one(0, 500), one(0, 500)));
        assertThat(risk(closed, last, hour(10), hour(2))).isEqualTo(risk(learnt, last, hour(10), hour(2)))
                .isBetween(0.3, 0.8);
    }

    @Test
    void saysThatAStopIsTheReasonAndNotTheLegBesideIt() {
        var points = List.of(pickedUp(FAR, 0), atHub(FAR, 18));
        var model = with(new Closed(one(20, 50), Stops.NONE));
        var reason = DelayReason.of(model, points, hour(70), hour(22));
        assertThat(reason.code()).isEqualTo(DelayReason.Code.STOPPED);
        assertThat(reason.hours()).isEqualTo(30);
        assertThat(DelayReason.of(MODEL, points, hour(70), hour(22)).code()).isNotEqualTo(DelayReason.Code.STOPPED);
    }

    @Test
    void saysThatThePlaceOfDeliveryIsClosedWhenItWouldArrive() {
        var points = List.of(pickedUp(FAR, 0), atHub(FAR, 18));
        var usual = MODEL.outlook(points.getLast(), hour(20)).orElseThrow().by(0.5).orElseThrow();
        double at = DelayLearning.hours(hour(0), usual);
        var model = with(new Closed(Stops.NONE, one(at - 1, at + 23)));
        assertThat(model.outlook(points.getLast(), hour(20)).orElseThrow().by(0.5)).contains(hour(at + 23));
        assertThat(DelayReason.of(model, points, hour(at), hour(20)).code()).isEqualTo(DelayReason.Code.STOPPED);
    }

    @Test
    void theBacktestKnowsOfAStopOnlyOnceItIsAnnounced() {
        var scans = List.of(new DelayBacktest.Known(delivering(NEAR, 0), hour(0)));
        var promised = hour(14);
        var early = new DelayBacktest(MODEL);
        var late = new DelayBacktest(MODEL);
        early.add(scans, promised, null, closedFrom(hour(1), hour(1)));
        late.add(scans, promised, null, closedFrom(hour(1), hour(13)));
        assertThat(early.model(12).brier()).isEqualTo(0);
        assertThat(late.model(12).brier()).isGreaterThan(0);
    }

    private static StopBook closedFrom(Instant from, Instant knownFrom) {
        return _ -> new Closed(Stops.of(List.of(new Stop(from, hour(200), knownFrom))), Stops.NONE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodysLookingChangesWhatIsWarnedOf(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var promised = last.at().plus(Duration.ofHours(5 + random.nextInt(120)));
        var model = with(new Closed(some(random, last.at(), true), some(random, last.at(), true)));
        var watch = new DelayWatch(DelayPolicy.defaults(), 1, _ -> Optional.of(model));
        var once = watch.step(DelayState.unseen("YT1"), new DelayEvent.Scanned(last, promised), last.at());
        var punctual = watch.advance(once.state(), hour(1_000)).effects();
        var looked = new ArrayList<DelayEffect>();
        var state = once.state();
        for (var at : random.doubles(30, 0, 300).sorted().mapToObj(DelayFixture::hour).toList()) {
            var step = watch.step(state, new DelayEvent.TimePassed(), at);
            looked.addAll(step.effects());
            state = step.state();
        }
        looked.addAll(watch.advance(state, hour(1_000)).effects());
        assertThat(looked).as("seed %d", seed).isEqualTo(punctual);
    }
}

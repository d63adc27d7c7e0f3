package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.FAR;
import static io.waypost.core.delay.DelayFixture.NEAR;
import static io.waypost.core.delay.DelayFixture.atHub;
import static io.waypost.core.delay.DelayFixture.delivering;
import static io.waypost.core.delay.DelayFixture.hour;
import static io.waypost.core.delay.DelayFixture.pickedUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.delay.DelayEvent.Promised;
import io.waypost.core.delay.DelayEvent.Scanned;
import io.waypost.core.delay.DelayEvent.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P4 The forecast's invariants")
class DelayPropertiesTest {

    private static final DelayModel MODEL = DelayFixture.model(3_000, 5);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
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

    private static double risk(DelayPoint last, Instant promised, Instant now) {
        return MODEL.risk(last, promised, now).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLaterPromiseIsNeverRiskier(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var now = last.at().plusSeconds(random.nextInt(100_000));
        double before = 1;
        for (int hours = 0; hours < 400; hours += 1 + random.nextInt(7)) {
            double risk = risk(last, now.plusSeconds(hours * 3600L), now);
            assertThat(risk).as("seed %d, %d hours", seed, hours).isBetween(0.0, before);
            before = risk;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void waitingOnlyRaisesTheRiskBetweenTwoMarks(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var promised = last.at().plus(Duration.ofHours(20 + random.nextInt(100)));
        int mark = random.nextInt(DelayKey.LANDMARKS.size() - 1);
        long from = DelayKey.LANDMARKS.get(mark) * 3600L;
        long until = DelayKey.LANDMARKS.get(mark + 1) * 3600L;
        double before = 0;
        for (long waited = from; waited < until; waited += 600) {
            double risk = risk(last, promised, last.at().plusSeconds(waited));
            assertThat(risk).as("seed %d, %d s", seed, waited).isBetween(before - 1e-9, 1.0);
            before = risk;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIntervalIsInOrderAndAgreesWithTheRisk(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var now = last.at().plusSeconds(random.nextInt(40_000));
        var outlook = MODEL.outlook(last, now).orElseThrow();
        Instant before = now;
        for (double probability : List.of(0.1, 0.5, 0.9)) {
            var by = outlook.by(probability);
            if (by.isPresent()) {
                assertThat(by.get()).as("seed %d, p%s", seed, probability).isAfterOrEqualTo(before);
                assertThat(1 - outlook.missing(by.get())).isBetween(probability - 1e-6, probability + 0.15);
                before = by.get();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCrossingIsTheFirstMomentAtTheThreshold(long seed) {
        var random = new Random(seed);
        var last = any(random);
        var promised = last.at().plus(Duration.ofHours(5 + random.nextInt(120)));
        double threshold = 0.2 + 0.7 * random.nextDouble();
        var from = last.at().plusSeconds(random.nextInt(20_000));
        var crossing = MODEL.crossing(last, promised, threshold, from);
        var until = crossing.orElse(promised);
        crossing.ifPresent(at -> assertThat(risk(last, promised, at)).isGreaterThanOrEqualTo(threshold));
        for (var now = from; now.isBefore(until.minusSeconds(2)); now = now.plusSeconds(900)) {
            assertThat(risk(last, promised, now)).as("seed %d at %s", seed, now).isLessThan(threshold);
        }
    }

    private record Happening(Instant at, DelayEvent event) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotDependOnWhenAnybodyLookedNorOnRepeats(long seed) {
        var random = new Random(seed);
        var journey = journey(random);
        var punctual = run(journey);
        var looked = new ArrayList<>(journey);
        random.doubles(40, 0, 300)
                .forEach(hour -> looked.add(new Happening(hour(hour), new TimePassed())));
        for (var one : journey) {
            if (random.nextBoolean()) {
                looked.add(new Happening(one.at().plusSeconds(random.nextInt(50)), one.event()));
            }
        }
        looked.sort(Comparator.comparing(Happening::at));
        // What is said again after the promise was moved meanwhile would move it back: registrations are therefore left out of the repeats.
        looked.removeIf(one -> one.event() instanceof Promised && !journey.contains(one));
        assertThat(run(looked)).as("seed %d", seed).isEqualTo(punctual);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scansOfOneInstantMayComeInAnyOrder(long seed) {
        var random = new Random(seed);
        var lane = random.nextBoolean() ? FAR : NEAR;
        var scans = List.<DelayEvent>of(new Scanned(pickedUp(lane, 1), null), new Scanned(atHub(lane, 20), null),
                new Scanned(delivering(lane, 40 + random.nextInt(40)), null));
        var one = new ArrayList<Happening>();
        one.add(new Happening(hour(0), new Promised(hour(60 + random.nextInt(60)))));
        var other = new ArrayList<>(one);
        scans.forEach(scan -> one.add(new Happening(hour(81), scan)));
        scans.reversed().forEach(scan -> other.add(new Happening(hour(81), scan)));
        assertThat(run(other)).as("seed %d", seed).isEqualTo(run(one));
    }

    private static List<Happening> journey(Random random) {
        var lane = random.nextBoolean() ? FAR : NEAR;
        var journey = new ArrayList<Happening>();
        double at = random.nextDouble() * 10;
        journey.add(new Happening(hour(at), new Promised(hour(at + 10 + random.nextInt(120)))));
        journey.add(new Happening(hour(at + 1), new Scanned(pickedUp(lane, at + 1), null)));
        at += 10 + random.nextInt(60);
        journey.add(new Happening(hour(at), new Scanned(atHub(lane, at), null)));
        if (random.nextInt(3) == 0) {
            journey.add(new Happening(hour(at + 2), new Promised(hour(at + random.nextInt(100)))));
        }
        at += 5 + random.nextInt(60);
        journey.add(new Happening(hour(at), new Scanned(delivering(lane, at), null)));
        if (random.nextInt(4) > 0) {
            at += 1 + random.nextInt(8);
            journey.add(new Happening(hour(at + 1), new Scanned(DelayFixture.signed(lane, at), null)));
        }
        return journey;
    }

    private static List<DelayEffect> run(List<Happening> journey) {
        var watch = new DelayWatch(DelayPolicy.defaults(), 1, _ -> Optional.of(MODEL));
        var state = DelayState.unseen("YT1");
        var effects = new ArrayList<DelayEffect>();
        for (var one : journey) {
            var step = watch.step(state, one.event(), one.at());
            effects.addAll(step.effects());
            state = step.state();
        }
        effects.addAll(watch.advance(state, hour(1_000)).effects());
        return effects;
    }
}

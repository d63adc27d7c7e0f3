package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Pause.By;
import io.waypost.core.watch.Pause.Reason;
import io.waypost.core.watch.WatchEvent.Rests;
import io.waypost.core.watch.WatchEvent.Scanned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P3 The watch's invariants")
class SilencePropertiesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotDependOnWhenAnybodyLooked(long seed) {
        var random = new Random(seed);
        var journey = journey(random);
        var punctual = run(journey, List.of());
        var looks = random.doubles(40, 0, 1200).mapToObj(WatchFixture::hour).sorted().toList();
        assertThat(run(journey, looks)).as("seed %d", seed).isEqualTo(punctual);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReplayGivesTheSameFindings(long seed) {
        var journey = journey(new Random(seed));
        assertThat(run(journey, List.of())).as("seed %d", seed).isEqualTo(run(journey, List.of()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDuplicateChangesNothing(long seed) {
        var random = new Random(seed);
        var journey = journey(random);
        var parcel = new WatchFixture();
        var twice = new WatchFixture();
        for (var scan : journey) {
            parcel.apply(scan);
            twice.apply(scan).apply(scan);
        }
        assertThat(twice.effects).as("seed %d", seed).isEqualTo(parcel.effects);
        assertThat(twice.state).as("seed %d", seed).isEqualTo(parcel.state);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPauseNeverMakesTheDeadlineEarlier(long seed) {
        var random = new Random(seed);
        var parcel = new WatchFixture().apply(WatchFixture.scan(ScanType.DEPARTED, 0));
        var before = parcel.nextHours();
        for (int i = 0; i < 12; i++) {
            double from = random.nextDouble(-20, 80);
            var pause = new Pause("p" + i, Reason.CUSTOMER_HOLD, hour(from), hour(from + random.nextDouble(0, 40)),
                    By.PERSON);
            parcel.event(new Rests(pause), hour(0.1));
            assertThat(parcel.nextHours()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
            before = parcel.nextHours();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void informationNeverChangesTheDeadline(long seed) {
        var random = new Random(seed);
        var parcel = new WatchFixture().apply(WatchFixture.scan(ScanType.ARRIVED, 0));
        var before = parcel.state;
        for (var type : List.of(ScanType.CALL_MADE, ScanType.TICKET_REPLIED, ScanType.LABEL_PRINTED)) {
            parcel.apply(WatchFixture.scan(type, random.nextDouble(0, 24)));
            assertThat(parcel.state).as("seed %d", seed).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWarningIsClearedAtMostOnceAndNeverRepeated(long seed) {
        var parcel = new WatchFixture();
        journey(new Random(seed)).forEach(parcel::apply);
        parcel.passes(3000);
        assertThat(parcel.raised()).as("seed %d", seed).extracting(SilenceFinding::id).doesNotHaveDuplicates();
        assertThat(parcel.raised().size() - parcel.cleared().size()).as("seed %d", seed).isBetween(0, 1);
        assertThat(parcel.raised()).as("seed %d", seed).allSatisfy(finding -> assertThat(finding.raisedAt())
                .isAfterOrEqualTo(finding.silentSince().plusSeconds(24 * 3600)));
    }

    /** Whatever order the batches come in, what was due in between fires on its own time. */
    private static List<WatchEffect> run(List<LastScan> journey, List<Instant> looks) {
        var parcel = new WatchFixture();
        int look = 0;
        for (var scan : journey) {
            while (look < looks.size() && !looks.get(look).isAfter(scan.arrivedAt())) {
                parcel.event(new WatchEvent.TimePassed(), looks.get(look++));
            }
            parcel.event(new Scanned(scan, false), scan.arrivedAt());
        }
        parcel.passes(3000);
        return parcel.effects;
    }

    private static List<LastScan> journey(Random random) {
        var types = List.of(ScanType.values());
        var scans = new ArrayList<LastScan>();
        double at = 0;
        for (int i = 0; i < 12; i++) {
            at += random.nextDouble() < 0.2 ? random.nextDouble(20, 120) : random.nextDouble(0, 12);
            double lag = random.nextDouble() < 0.2 ? random.nextDouble(0, 40) : 0.01;
            var type = types.get(random.nextInt(2, types.size()));
            scans.add(WatchFixture.scan(type, at, at + lag, random.nextBoolean() ? "H4401" : "O440106-001", null, FAR));
        }
        scans.sort(Comparator.comparing(LastScan::arrivedAt));
        return scans;
    }
}

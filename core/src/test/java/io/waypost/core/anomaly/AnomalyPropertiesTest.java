package io.waypost.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P7 what is said of a course depends on its scans and not on how they came")
class AnomalyPropertiesTest {

    private static final Instant T0 = Instant.parse("2026-11-02T02:00:00Z");
    private static final List<ScanType> TYPES = List.of(ScanType.ARRIVED, ScanType.DEPARTED, ScanType.DEPARTED,
            ScanType.ARRIVED, ScanType.UNLOADED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGN_FAILED, ScanType.SIGNED,
            ScanType.STATION_IN, ScanType.REJECTED, ScanType.CALL_MADE, ScanType.PROBLEM);

    private final AnomalyRules rules = new AnomalyRules(AnomalyPolicy.defaults(), AnomalyRulesTest.SITES);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderRepetitionAndTalkChangeNothing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var scans = life(random);
            var now = T0.plus(Duration.ofHours(random.nextInt(400)));
            var said = rules.look("YT1", scans, now);
            var otherwise = new ArrayList<>(scans);
            otherwise.add(scans.get(random.nextInt(scans.size())));
            otherwise.add(new CourseScan(ScanType.CALL_MADE, now, "O9", null));
            Collections.shuffle(otherwise, random);
            assertThat(rules.look("YT1", otherwise, now)).isEqualTo(said);
            assertThat(said.anomalies().stream().map(Anomaly::id).distinct()).hasSameSizeAs(said.anomalies());
            assertThat(said.anomalies()).allSatisfy(one -> assertThat(
                    one.endedAt() == null || !one.endedAt().isBefore(one.since())).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void nothingChangesBetweenTwoLooksThatAreDue(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var scans = life(random);
            var now = T0.plus(Duration.ofHours(random.nextInt(100)));
            var said = rules.look("YT1", scans, now);
            var later = said.next() == null ? now.plus(Duration.ofDays(400)) : said.next().minusMillis(1);
            assertThat(rules.look("YT1", scans, later).anomalies()).isEqualTo(said.anomalies());
            if (said.next() != null) {
                assertThat(rules.look("YT1", scans, said.next()).anomalies()).isNotEqualTo(said.anomalies());
            }
        }
    }

    /** Written anew from the words of the rule, without stays: each scan is compared with each. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void circlesAreThoseThatBruteForceFinds(long seed) {
        var random = new Random(seed);
        var found = 0;
        for (int round = 0; round < 1_000; round++) {
            var scans = life(random);
            var said = rules.look("YT1", scans, T0.plus(Duration.ofDays(400))).anomalies();
            var misrouted = said.stream().filter(one -> one.kind() == AnomalyKind.MISROUTED).map(Anomaly::since)
                    .collect(Collectors.toSet());
            var circles = said.stream().filter(one -> one.kind() == AnomalyKind.LOOP).map(Anomaly::since)
                    .collect(Collectors.toCollection(TreeSet::new));
            var expected = brute(scans, misrouted);
            assertThat(circles).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(50);
    }

    private static Set<Instant> brute(List<CourseScan> scans, Set<Instant> misrouted) {
        var valid = scans.stream().filter(scan -> scan.type().valid()).sorted(Comparator.comparing(CourseScan::at))
                .toList();
        var circles = new TreeSet<Instant>();
        for (int k = 0; k < valid.size(); k++) {
            var scan = valid.get(k);
            if (Kinds.delivers(scan.type()) || Kinds.over(scan.type())) {
                break;
            }
            boolean arrives = k > 0 && valid.get(k - 1).type() == ScanType.DEPARTED
                    && !valid.get(k - 1).site().equals(scan.site());
            int leavings = 0;
            for (int j = 0; j + 1 <= k - 1; j++) {
                boolean leaves = valid.get(j).type() == ScanType.DEPARTED && valid.get(j).site().equals(scan.site())
                        && !valid.get(j + 1).site().equals(scan.site());
                leavings += leaves ? 1 : 0;
            }
            if (!arrives || leavings == 0 || !scan.site().startsWith("H")) {
                continue;
            }
            int came = k - 1;
            while (came > 0 && valid.get(came - 1).site().equals(valid.get(came).site())) {
                came--;
            }
            if (leavings > 1 || !misrouted.contains(valid.get(came).at())) {
                circles.add(scan.at());
            }
        }
        return circles;
    }

    /** Up to fifteen scans, each at an instant of its own, mostly moving on among few sites. */
    private static List<CourseScan> life(Random random) {
        var scans = new ArrayList<CourseScan>();
        int hour = 0;
        for (int i = 0; i < 2 + random.nextInt(14); i++) {
            hour += 1 + random.nextInt(20);
            var type = random.nextInt(100) < 75
                    ? TYPES.get(random.nextInt(4))
                    : TYPES.get(random.nextInt(TYPES.size()));
            var site = (random.nextInt(5) == 0 ? "O" : "H") + random.nextInt(3);
            var next = type == ScanType.DEPARTED && random.nextInt(8) > 0
                    ? (random.nextInt(5) == 0 ? "O" : "H") + random.nextInt(3)
                    : null;
            scans.add(new CourseScan(type, T0.plus(Duration.ofHours(hour)), site, next));
        }
        return scans;
    }
}

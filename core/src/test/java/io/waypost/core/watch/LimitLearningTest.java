package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.START;
import static io.waypost.core.watch.WatchFixture.hour;
import static io.waypost.core.watch.WatchFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P3 Limits are learnt from the network's own gaps")
class LimitLearningTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 90, 99, 99.9, 100})
    void aHistogramKnowsItsPercentiles(double percent) {
        var random = new Random(7);
        var histogram = new GapHistogram();
        var gaps = new ArrayList<Double>();
        for (int i = 0; i < 10_000; i++) {
            double hours = Math.exp(random.nextGaussian());
            gaps.add(hours);
            histogram.add(Limit.hours(hours));
        }
        gaps.sort(null);
        double exact = gaps.get((int) Math.ceil(percent / 100 * gaps.size()) - 1);
        assertThat(histogram.percentile(percent)).isGreaterThanOrEqualTo(exact * 0.999)
                .isCloseTo(exact, Percentage.withPercentage(4.1));
    }

    @Test
    void mergingIsAddingAll() {
        var random = new Random(8);
        var all = new GapHistogram();
        var parts = new GapHistogram[]{new GapHistogram(), new GapHistogram()};
        for (int i = 0; i < 1000; i++) {
            var gap = Duration.ofMinutes(random.nextInt(10_000));
            all.add(gap);
            parts[i % 2].add(gap);
        }
        parts[0].merge(parts[1]);
        assertThat(parts[0].samples()).isEqualTo(1000);
        assertThat(parts[0].percentile(95)).isEqualTo(all.percentile(95));
    }

    @Test
    void learnsAboveTheNormalAndBelowTheLost() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        var random = new Random(9);
        double longest = 0;
        for (int i = 0; i < 20_000; i++) {
            double normal = 30 + 3 * random.nextGaussian();
            longest = Math.max(longest, normal);
            learning.add(departed(), hour(random.nextDouble() < 0.0006 ? 200 : normal));
        }
        var rows = learning.rows(START);
        double most = longest;
        assertThat(rows).hasSize(6).allSatisfy(row -> {
            assertThat(row.hours()).isBetween(most * 0.95, 54.0);
            assertThat(row.samples()).isEqualTo(20_000);
            assertThat(row.key().stage()).isEqualTo(Stage.DEPARTED);
        });
    }

    @Test
    void gapsOfTheLastDaysLengthenButNeverShorten() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int i = 0; i < 200; i++) {
            learning.addYoung(departed(), hour(70));
        }
        assertThat(learning.rows(START)).isNotEmpty().allSatisfy(row -> {
            // Gaps are counted in steps of a few percent.
            assertThat(row.hours()).isBetween(75.0, 78.0);
            assertThat(row.samples()).isEqualTo(200);
        });
        var shorter = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int i = 0; i < 20_000; i++) {
            shorter.addYoung(departed(), hour(3));
        }
        assertThat(shorter.rows(START)).isEmpty();
    }

    @Test
    void tooFewTeachNothing() {
        var learning = new LimitLearning(
                new LimitLearning.Parameters(List.of(new LimitLearning.Step(100, 99, 0.5, true)), null),
                DefaultLimits.table());
        for (int i = 0; i < 99; i++) {
            learning.add(departed(), hour(30));
        }
        assertThat(learning.rows(START)).isEmpty();
        learning.add(departed(), hour(30));
        assertThat(learning.rows(START)).isNotEmpty();
    }

    private static LastScan departed() {
        return departed(0);
    }

    private static LastScan departed(int hour) {
        return scan(ScanType.DEPARTED, hour, hour, "H4401", "H5101", FAR);
    }

    @Test
    void aFewGapsMayOnlyLengthenTheDefault() {
        var few = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        var many = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        var ofADay = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int i = 0; i < 3000; i++) {
            int day = 24 * (i % 9);
            many.add(departed(day), hour(day + 30));
            ofADay.add(departed(), hour(30));
            if (i < 300) {
                few.add(departed(day), hour(day + 30));
            }
        }
        assertThat(few.rows(START)).extracting(LimitRow::hours).containsOnly(54.0);
        assertThat(ofADay.rows(START)).as("nothing is known of Sundays").extracting(LimitRow::hours).containsOnly(54.0);
        assertThat(many.rows(START)).extracting(LimitRow::hours).allMatch(hours -> hours < 40);
    }

    @Test
    void aFewGapsOfAnHourDoNotShortenWhatManyTaughtOfTheWholeDay() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        // By day one parcel in a hundred misses the only lorry and waits for the next one; of the night too few were seen to show any.
        for (int i = 0; i < 9_000; i++) {
            int day = 24 * (i % 9);
            learning.add(scan(ScanType.PICKED_UP, day + 15, day + 15, "O440106-001", null, FAR),
                    hour(day + (i % 100 == 0 ? 62 : 30)));
        }
        for (int i = 0; i < 400; i++) {
            learning.add(scan(ScanType.PICKED_UP, 25, 25, "O440106-001", null, FAR), hour(40));
        }
        var night = DayPart.at(hour(25));
        assertThat(DayPart.at(hour(15))).isNotEqualTo(night);
        var rows = learning.rows(START).stream().filter(row -> row.key().laneClass() != null).toList();
        double day = rows.stream().filter(row -> row.key().dayPart() == null).findFirst().orElseThrow().hours();
        assertThat(day).isGreaterThan(50);
        assertThat(rows.stream().filter(row -> row.key().dayPart() == night).findFirst().orElseThrow().hours())
                .isEqualTo(day);
    }

    @Test
    void atAPlaceLimitsGoByTheDay() {
        assertThat(hubThatKeeps(14, 20)).as("all go on within a day, with room").isEqualTo(27);
        assertThat(hubThatKeeps(14, 22)).as("with little room").isEqualTo(51);
        assertThat(hubThatKeeps(14, 33)).as("some wait over Sunday").isEqualTo(51);
        // Gaps are counted in steps of a few percent.
        assertThat(hubThatKeeps(30, 72)).as("a lorry every other day").isBetween(74.0, 77.0);
    }

    /** The limit of a hub whose parcels wait so many hours, one in a hundred the longer time. */
    private static double hubThatKeeps(double usual, double longer) {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int i = 0; i < 4_000; i++) {
            int day = 24 * (i % 9);
            learning.add(scan(ScanType.ARRIVED, day, day, "H4401", null, FAR),
                    hour(day + (i % 100 == 0 ? longer : usual)));
        }
        return learning.rows(START).stream().filter(row -> row.key().laneClass() != null && row.key().dayPart() == null)
                .findFirst().orElseThrow().hours();
    }

    @Test
    void onTheRoadAFewGapsOfTheLaneShortenItToADayAboveThem() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int i = 0; i < 400; i++) {
            int day = 24 * (i % 9);
            learning.add(departed(day), hour(day + 8));
        }
        assertThat(learning.rows(START)).isNotEmpty().allSatisfy(
                row -> assertThat(row.hours()).isEqualTo(row.key().fromDivision() == null ? 54 : 33));
    }
}

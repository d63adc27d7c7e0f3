package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.NEAR;
import static io.waypost.core.delay.DelayFixture.hour;
import static io.waypost.core.delay.DelayFixture.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 An outlet is judged by its own work where enough of it is known")
class DelayOutletTest {

    private static final String SLOW = "O-slow";
    private static final String QUICK = "O-quick";
    private static final String NEW = "O-new";

    /** Nine quick outlets deliver within 4 to 8 hours of arrival, a slow one within 24 to 40; a new one has hardly been seen. */
    private static DelayModel learnt(int ofTheSlowOne, long seed) {
        var random = new Random(seed);
        var learning = new DelayLearning();
        for (int i = 0; i < 2_000; i++) {
            deliver(learning, i % 9 == 0 ? QUICK : "O" + i % 9, random, 4, 8);
        }
        for (int i = 0; i < ofTheSlowOne; i++) {
            deliver(learning, SLOW, random, 24, 40);
        }
        deliver(learning, NEW, random, 4, 8);
        return learning.model(1, DelayFixture.MONDAY);
    }

    private static void deliver(DelayLearning learning, String outlet, Random random, int from, int until) {
        double at = random.nextDouble() * 24 * 14;
        double end = at + from + random.nextDouble() * (until - from);
        learning.add(List.of(arrived(outlet, at), signed(NEAR, end)), hour(end), hour(999));
    }

    private static DelayPoint arrived(String outlet, double at) {
        return new DelayPoint(ScanType.ARRIVED, Stage.ARRIVED_OUTLET, NEAR, outlet, hour(at));
    }

    private static double risk(DelayModel model, String outlet) {
        var last = arrived(outlet, 100);
        return model.risk(last, last.at().plus(Duration.ofHours(12)), last.at()).orElseThrow();
    }

    @Test
    void aSlowOutletIsRiskierThanAQuickOneOfTheSameLane() {
        var model = learnt(300, 3);
        assertThat(risk(model, SLOW)).isGreaterThan(0.8);
        assertThat(risk(model, QUICK)).isLessThan(0.1);
        assertThat(risk(model, NEW)).as("what its lane is").isEqualTo(risk(model, "O-unknown")).isBetween(0.05, 0.3);
    }

    @Test
    void tooFewParcelsGiveNoCell() {
        var few = learnt(99, 3);
        assertThat(few.cells().keySet()).noneMatch(key -> SLOW.equals(key.site()));
        assertThat(risk(few, SLOW)).isEqualTo(risk(few, "O-unknown"));
        assertThat(learnt(100, 3).cells().keySet()).anyMatch(key -> SLOW.equals(key.site()));
    }

    @Test
    void onlyStagesAtTheDeliveringOutletHaveOne() {
        var learning = new DelayLearning();
        for (int i = 0; i < 200; i++) {
            learning.add(List.of(DelayFixture.pickedUp(NEAR, i), DelayFixture.atHub(NEAR, i + 1), signed(NEAR, i + 9)),
                    hour(i + 9), hour(999));
        }
        assertThat(learning.model(1, hour(0)).cells().keySet()).allMatch(key -> key.site() == null);
    }

    @Test
    void theTrialSeesWhatTheCellsAreWorth() {
        var model = learnt(400, 3);
        var without = new DelayModel(1, DelayFixture.MONDAY, withoutOutlets(model));
        var random = new Random(8);
        var one = new DelayBacktest(model);
        var other = new DelayBacktest(without);
        for (int i = 0; i < 400; i++) {
            var outlet = i % 4 == 0 ? SLOW : QUICK;
            double at = 500 + random.nextDouble() * 24 * 7;
            double end = at + (i % 4 == 0 ? 24 + random.nextDouble() * 16 : 4 + random.nextDouble() * 4);
            var known = List.of(new DelayBacktest.Known(arrived(outlet, at), hour(at)));
            one.add(known, hour(at + 12), hour(end));
            other.add(known, hour(at + 12), hour(end));
        }
        assertThat(one.model(12).brier()).isLessThan(0.5 * other.model(12).brier());
    }

    private static Map<DelayKey, RemainingCurve> withoutOutlets(DelayModel model) {
        return model.cells().entrySet().stream().filter(cell -> cell.getKey().site() == null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.FAR;
import static io.waypost.core.delay.DelayFixture.atHub;
import static io.waypost.core.delay.DelayFixture.delivering;
import static io.waypost.core.delay.DelayFixture.hour;
import static io.waypost.core.delay.DelayFixture.pickedUp;
import static io.waypost.core.delay.DelayFixture.point;
import static io.waypost.core.delay.DelayFixture.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.delay.DelayEffect.Cleared;
import io.waypost.core.delay.DelayEffect.Raised;
import io.waypost.core.delay.DelayEvent.Promised;
import io.waypost.core.delay.DelayEvent.Scanned;
import io.waypost.core.delay.DelayFinding.Kind;
import io.waypost.core.delay.DelayReason.Code;
import io.waypost.core.engine.Machine.Step;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 Warnings of delay are raised and taken back for a reason")
class DelayWatchTest {

    private static final DelayModel MODEL = DelayFixture.model(3_000, 5);

    private final DelayWatch watch = new DelayWatch(DelayPolicy.defaults(), 1, _ -> Optional.of(MODEL));
    private final List<String> told = new ArrayList<>();
    private DelayState state = DelayState.unseen("YT1");

    @BeforeEach
    void promised() {
        happens(0, new Promised(hour(75)));
        happens(1, new Scanned(pickedUp(FAR, 1), null));
    }

    private void happens(double hour, DelayEvent event) {
        tell(watch.step(state, event, hour(hour)));
    }

    private void passes(double hour) {
        tell(watch.advance(state, hour(hour)));
    }

    private void tell(Step<DelayState, DelayEffect> step) {
        state = step.state();
        step.effects().forEach(effect -> told.add(switch (effect) {
            case Raised(var finding) -> finding.kind().name();
            case Cleared(var finding, var _, var cause) -> finding.kind() + " " + cause;
        }));
    }

    @Test
    void aParcelOnItsUsualCourseIsNotWarnedOf() {
        happens(18, new Scanned(atHub(FAR, 18), null));
        happens(60, new Scanned(delivering(FAR, 60), null));
        happens(66, new Scanned(signed(FAR, 65), null));
        passes(500);
        assertThat(told).isEmpty();
    }

    @Test
    void aParcelThatWaitsIsWarnedOfBeforeItsPromiseAndIsLateAfterIt() {
        passes(74);
        assertThat(told).containsExactly("RISK");
        assertThat(state.finding()).isNotNull();
        passes(76);
        assertThat(told).containsExactly("RISK", "RISK PROMISE_PASSED", "BREACH");
        happens(90, new Scanned(signed(FAR, 89), null));
        assertThat(told).endsWith("BREACH DELIVERED_LATE");
    }

    @Test
    void aDeliveryThatIsLearntOfLateWasStillInTime() {
        passes(80);
        happens(81, new Scanned(signed(FAR, 70), null));
        assertThat(told).endsWith("BREACH", "BREACH DELIVERED_IN_TIME");
    }

    @Test
    void deliveredExactlyAtThePromiseIsInTime() {
        happens(60, new Scanned(delivering(FAR, 60), null));
        happens(75, new Scanned(signed(FAR, 75), null));
        passes(500);
        assertThat(told).doesNotContain("BREACH");
    }

    @Test
    void aScanThatBringsItBackOnCourseTakesTheWarningBack() {
        passes(58);
        assertThat(told).containsExactly("RISK");
        happens(58, new Scanned(delivering(FAR, 58), null));
        assertThat(told).containsExactly("RISK", "RISK BACK_ON_COURSE");
    }

    @Test
    void anotherPromiseTakesBothBack() {
        passes(58);
        happens(58, new Promised(hour(400)));
        assertThat(told).containsExactly("RISK", "RISK PROMISE_MOVED");
        happens(59, new Promised(hour(60)));
        passes(70);
        assertThat(told).contains("BREACH");
        happens(70, new Promised(hour(400)));
        assertThat(told).endsWith("BREACH PROMISE_MOVED");
    }

    @Test
    void aParcelThatGoesBackIsNoLongerLate() {
        passes(80);
        happens(81, new Scanned(point(ScanType.RETURN_STARTED, Stage.RETURNING, FAR, 81), null));
        happens(100, new Scanned(atHub(FAR, 100), null));
        passes(500);
        assertThat(told).endsWith("BREACH", "BREACH TURNED_BACK");
    }

    @Test
    void withoutAModelOnlyTheBreachIsSeen() {
        var blind = new DelayWatch(DelayPolicy.defaults(), 0, _ -> Optional.empty());
        var seen = blind.step(DelayState.unseen("YT2"), new Promised(hour(50)), hour(0)).state();
        seen = blind.step(seen, new Scanned(pickedUp(FAR, 1), null), hour(1)).state();
        assertThat(blind.next(seen)).contains(hour(50));
        assertThat(blind.advance(seen, hour(51)).effects()).singleElement()
                .isInstanceOfSatisfying(Raised.class,
                        raised -> assertThat(raised.finding().kind()).isEqualTo(Kind.BREACH));
    }

    @Test
    void theSlowLegIsNamed() {
        var slow = List.of(pickedUp(FAR, 1), atHub(FAR, 60));
        var earlier = DelayReason.of(MODEL, slow, hour(80), hour(61));
        assertThat(earlier.code()).isEqualTo(Code.EARLIER_LEG);
        assertThat(earlier.stage()).isEqualTo(Stage.PICKED_UP);
        assertThat(earlier.hours()).isBetween(25.0, 55.0);
        var waiting = DelayReason.of(MODEL, List.of(pickedUp(FAR, 1), atHub(FAR, 19)), hour(90), hour(80));
        assertThat(waiting.code()).isEqualTo(Code.WAITING);
        assertThat(waiting.stage()).isEqualTo(Stage.ARRIVED_HUB);
        var tight = DelayReason.of(MODEL, List.of(pickedUp(FAR, 1), atHub(FAR, 19)), hour(40), hour(20));
        assertThat(tight.code()).isEqualTo(Code.TIGHT_PROMISE);
        assertThat(tight.hours()).isGreaterThan(10);
    }
}

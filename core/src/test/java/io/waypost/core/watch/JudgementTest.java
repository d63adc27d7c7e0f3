package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.hour;
import static io.waypost.core.watch.WatchFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Responsibility.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("P3 Who must act, and was the warning right")
class JudgementTest {

    private final LastScan departed = scan(ScanType.DEPARTED, 0, 0, "H4401", "H5101", FAR);

    @Test
    void theReceiverAnswersForABagHandedOver() {
        assertThat(Responsibility.of(departed.in("B1")))
                .isEqualTo(new Responsibility("H5101", Rule.RECEIVER_BAG_HANDED_OVER));
    }

    @Test
    void theSenderAnswersWithoutAHandOver() {
        assertThat(Responsibility.of(departed)).isEqualTo(new Responsibility("H4401", Rule.SENDER_NO_HANDOVER));
        assertThat(Responsibility.of(scan(ScanType.DEPARTED, 0).in("B1")))
                .isEqualTo(new Responsibility("H4401", Rule.RECEIVER_UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(value = ScanType.class, names = {"PICKED_UP", "ARRIVED", "LOADED", "OUT_FOR_DELIVERY", "STATION_IN",
            "PROBLEM"})
    void theLastHolderAnswersOtherwise(ScanType type) {
        assertThat(Responsibility.of(scan(type, 0, 0, "H4401", "H5101", FAR).in("B1")))
                .isEqualTo(new Responsibility("H4401", Rule.LAST_HOLDER));
    }

    @Test
    void theBagIsRememberedFromTheBagging() {
        var bagged = new LastScan(ScanType.BAGGED, hour(0), hour(0), "H4401", Stage.HANDLED, null, "B7", FAR);
        var parcel = new WatchFixture().apply(bagged).apply(scan(ScanType.DEPARTED, 1, 1, "H4401", "H5101", FAR))
                .passes(60);
        assertThat(parcel.raised()).extracting(SilenceFinding::responsible)
                .containsExactly(new Responsibility("H5101", Rule.RECEIVER_BAG_HANDED_OVER));
        var unbagged = new WatchFixture().apply(bagged).apply(scan(ScanType.UNBAGGED, 1))
                .apply(scan(ScanType.DEPARTED, 2, 2, "H4401", "H5101", FAR)).passes(60);
        assertThat(unbagged.raised()).extracting(finding -> finding.responsible().rule())
                .containsExactly(Rule.SENDER_NO_HANDOVER);
    }

    @Test
    void aWarningIsRightIfNothingMovedUntilSomebodyActed() {
        assertThat(Verdict.of(ClearCause.RESUMED, hour(5), hour(4), false)).contains(Verdict.RIGHT);
        assertThat(Verdict.of(ClearCause.FINISHED, hour(5), hour(4), false)).contains(Verdict.RIGHT);
        assertThat(Verdict.of(null, null, hour(4), true)).contains(Verdict.RIGHT);
        assertThat(Verdict.of(ClearCause.MANUAL, hour(5), hour(4), true)).contains(Verdict.RIGHT);
    }

    @Test
    void aWarningIsWrongIfTheParcelNeededNobody() {
        assertThat(Verdict.of(ClearCause.RESUMED, hour(5), null, false)).contains(Verdict.WRONG);
        assertThat(Verdict.of(ClearCause.RESUMED, hour(5), hour(6), false)).contains(Verdict.WRONG);
        assertThat(Verdict.of(ClearCause.LATE_UPLOAD, hour(5), hour(4), true)).contains(Verdict.WRONG);
        assertThat(Verdict.of(ClearCause.PAUSED, hour(5), null, false)).contains(Verdict.WRONG);
    }

    @Test
    void aWarningIsOpenUntilItIsKnown() {
        assertThat(Verdict.of(null, null, hour(4), false)).isEmpty();
    }
}

package io.waypost.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P7 wrong ways, circles, standing still, failed and doubtful deliveries are seen in the scans")
class AnomalyRulesTest {

    /** Ten in the morning in Beijing. */
    private static final Instant T0 = Instant.parse("2026-11-02T02:00:00Z");

    static final SiteKinds SITES = site -> switch (site.charAt(0)) {
        case 'H' -> UnitKind.HUB;
        case 'O' -> UnitKind.OUTLET;
        default -> null;
    };

    private final AnomalyRules rules = new AnomalyRules(AnomalyPolicy.defaults(), SITES);
    private final List<CourseScan> scans = new ArrayList<>();

    private AnomalyRulesTest at(double hour, ScanType type, String site) {
        return at(hour, type, site, null);
    }

    private AnomalyRulesTest at(double hour, ScanType type, String site, @Nullable String next) {
        scans.add(new CourseScan(type, time(hour), site, next));
        return this;
    }

    private static Instant time(double hour) {
        return T0.plus(Duration.ofSeconds((long) (hour * 3600)));
    }

    private List<Anomaly> seen(double hour) {
        return rules.look("YT1", scans, time(hour)).anomalies();
    }

    private Anomaly one(double hour, AnomalyKind kind) {
        var all = seen(hour);
        assertThat(all).extracting(Anomaly::kind).containsExactly(kind);
        return all.getFirst();
    }

    @Test
    void aParcelOnItsWayHasNone() {
        at(0, ScanType.PICKED_UP, "O1").at(1, ScanType.DEPARTED, "O1", "H1").at(5, ScanType.ARRIVED, "H1")
                .at(8, ScanType.DEPARTED, "H1", "H2").at(20, ScanType.ARRIVED, "H2")
                .at(22, ScanType.DEPARTED, "H2", "O2")
                .at(26, ScanType.ARRIVED, "O2").at(27, ScanType.OUT_FOR_DELIVERY, "O2").at(29, ScanType.SIGNED, "O2");
        assertThat(seen(400)).isEmpty();
        assertThat(rules.look("YT1", scans, time(400)).next()).isNull();
    }

    @Test
    void whatCameToAnotherHubWasMisroutedUntilItIsWhereItBelongs() {
        at(0, ScanType.DEPARTED, "H1", "H2").at(9, ScanType.ARRIVED, "H3");
        assertThat(seen(9.4)).isEmpty();
        assertThat(rules.look("YT1", scans, time(9.4)).next()).isEqualTo(time(9.5));
        var anomaly = one(9.5, AnomalyKind.MISROUTED);
        assertThat(anomaly.site()).isEqualTo("H3");
        assertThat(anomaly.other()).isEqualTo("H2");
        assertThat(anomaly.causedBy()).isEqualTo("H1");
        assertThat(anomaly.stands()).isTrue();
        at(12, ScanType.DEPARTED, "H3", "H2").at(20, ScanType.ARRIVED, "H2");
        assertThat(one(21, AnomalyKind.MISROUTED)).isEqualTo(anomaly.ended(time(20), AnomalyEnd.CORRECTED));
    }

    @Test
    void aLateScanOfThePlaceInBetweenTakesItBack() {
        at(0, ScanType.DEPARTED, "H1", "H2").at(9, ScanType.ARRIVED, "H3");
        one(10, AnomalyKind.MISROUTED);
        at(4, ScanType.ARRIVED, "H2");
        assertThat(seen(10)).isEmpty();
    }

    @Test
    void aHubThatNeverScannedItIsNamedAndNothingStands() {
        at(0, ScanType.DEPARTED, "H1", "H2").at(9, ScanType.ARRIVED, "O2");
        var anomaly = one(10, AnomalyKind.MISSED_ARRIVAL);
        assertThat(anomaly.site()).isEqualTo("H2");
        assertThat(anomaly.stands()).isFalse();
    }

    @Test
    void aHubThatScannedItLaterWasNotMissed() {
        at(5, ScanType.DEPARTED, "H1", "H2").at(6, ScanType.ARRIVED, "O2").at(14, ScanType.ARRIVED, "H2")
                .at(20, ScanType.DEPARTED, "H2", "O2").at(25, ScanType.OUT_FOR_DELIVERY, "O2");
        assertThat(seen(30)).isEmpty();
    }

    @Test
    void whatWasTurnedAroundOrIsAtAPlaceThatNobodyKnowsIsNotMisrouted() {
        at(0, ScanType.DEPARTED, "H1", "H2").at(3, ScanType.INTERCEPTED, "H3");
        assertThat(seen(20)).isEmpty();
        scans.clear();
        at(0, ScanType.DEPARTED, "H1", "H2").at(3, ScanType.ARRIVED, "X9");
        assertThat(seen(20)).isEmpty();
    }

    @Test
    void aHubThatItLeftAndCameBackToIsACircleUntilItComesFurther() {
        at(0, ScanType.ARRIVED, "H1").at(2, ScanType.DEPARTED, "H1", "H2").at(8, ScanType.ARRIVED, "H2")
                .at(10, ScanType.DEPARTED, "H2", "H1").at(16, ScanType.ARRIVED, "H1");
        var anomaly = one(17, AnomalyKind.LOOP);
        assertThat(anomaly.site()).isEqualTo("H1");
        assertThat(anomaly.causedBy()).isEqualTo("H2");
        assertThat(anomaly.times()).isEqualTo(2);
        at(18, ScanType.DEPARTED, "H1", "H3").at(26, ScanType.ARRIVED, "H3");
        assertThat(one(27, AnomalyKind.LOOP)).isEqualTo(anomaly.ended(time(26), AnomalyEnd.CORRECTED));
    }

    @Test
    void aHubThatSendsBackWhatItShouldNotHaveGotMakesNoCircleButASecondTimeDoes() {
        at(0, ScanType.DEPARTED, "H1", "H2").at(5, ScanType.ARRIVED, "H3").at(6, ScanType.DEPARTED, "H3", "H1")
                .at(11, ScanType.ARRIVED, "H1");
        one(12, AnomalyKind.MISROUTED);
        at(12, ScanType.DEPARTED, "H1", "H3").at(18, ScanType.ARRIVED, "H3");
        assertThat(seen(19)).extracting(Anomaly::kind).containsExactly(AnomalyKind.MISROUTED, AnomalyKind.LOOP);
    }

    @Test
    void whatGoesBackToItsSenderGoesNoCircle() {
        at(0, ScanType.DEPARTED, "H1", "O2").at(5, ScanType.ARRIVED, "O2").at(6, ScanType.REJECTED, "O2")
                .at(8, ScanType.DEPARTED, "O2", "H1").at(12, ScanType.ARRIVED, "H1");
        assertThat(seen(20)).isEmpty();
    }

    @Test
    void whatIsScannedAgainAndAgainAndDoesNotLeaveIsStuckUntilItDoes() {
        at(0, ScanType.ARRIVED, "H1").at(20, ScanType.LOADED, "H1");
        assertThat(seen(60)).isEmpty();
        at(30, ScanType.UNLOADED, "H1");
        assertThat(seen(48.4)).isEmpty();
        var anomaly = one(48.5, AnomalyKind.STUCK);
        assertThat(anomaly.since()).isEqualTo(time(48));
        at(70, ScanType.DEPARTED, "H1", "H2");
        assertThat(one(71, AnomalyKind.STUCK)).isEqualTo(anomaly.ended(time(70), AnomalyEnd.CORRECTED));
        scans.clear();
        at(0, ScanType.ARRIVED, "O1").at(50, ScanType.PROBLEM, "O1");
        assertThat(seen(200)).isEmpty();
    }

    @Test
    void theSecondFailedDeliveryIsOneTooManyUntilItIsDeliveredOrAtAStation() {
        at(0, ScanType.OUT_FOR_DELIVERY, "O1").at(3, ScanType.SIGN_FAILED, "O1");
        assertThat(seen(20)).isEmpty();
        at(24, ScanType.OUT_FOR_DELIVERY, "O1").at(27, ScanType.SIGN_FAILED, "O1");
        var anomaly = one(28, AnomalyKind.FAILED_AGAIN);
        assertThat(anomaly.times()).isEqualTo(2);
        at(51, ScanType.SIGN_FAILED, "O1");
        assertThat(one(52, AnomalyKind.FAILED_AGAIN).id()).isEqualTo(anomaly.id());
        assertThat(one(52, AnomalyKind.FAILED_AGAIN).times()).isEqualTo(3);
        at(60, ScanType.STATION_IN, "O1");
        assertThat(one(61, AnomalyKind.FAILED_AGAIN).end()).isEqualTo(AnomalyEnd.CORRECTED);
    }

    @Test
    void aSignatureWithoutATripOrElsewhereOrWithScansAfterItIsDoubtful() {
        at(0, ScanType.ARRIVED, "O1").at(1, ScanType.SIGNED, "O1");
        assertThat(seen(4.9)).isEmpty();
        assertThat(one(5, AnomalyKind.DOUBTFUL_SIGNATURE).signs()).containsExactly(SignatureSign.WITHOUT_TRIP);
        at(0.5, ScanType.OUT_FOR_DELIVERY, "O1");
        assertThat(seen(5)).isEmpty();
        at(9, ScanType.DEPARTED, "O1", "H1");
        var moved = one(10, AnomalyKind.DOUBTFUL_SIGNATURE);
        assertThat(moved.signs()).containsExactly(SignatureSign.MOVED_ON);
        var lapsed = one(170, AnomalyKind.DOUBTFUL_SIGNATURE);
        assertThat(lapsed).isEqualTo(moved.ended(time(169), AnomalyEnd.LAPSED));
        assertThat(rules.look("YT1", scans, time(10)).next()).isEqualTo(time(169));
        scans.clear();
        at(0, ScanType.OUT_FOR_DELIVERY, "O1").at(16, ScanType.SIGNED, "O2");
        assertThat(one(20, AnomalyKind.DOUBTFUL_SIGNATURE).signs())
                .isEqualTo(Set.of(SignatureSign.ELSEWHERE, SignatureSign.AT_NIGHT));
        scans.clear();
        at(0, ScanType.OUT_FOR_DELIVERY, "O1").at(16, ScanType.SIGNED, "O1");
        assertThat(seen(20)).isEmpty();
    }
}

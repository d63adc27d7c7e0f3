package io.waypost.core.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.outlet.HardAreas.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P6 Whether a site works as usual, held against its own past")
class OperationRulesTest {

    /** Ten in the morning in Beijing, on a Friday. */
    private static final Instant HOUR = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void anOrdinaryHourIsOrdinary() {
        var judgement = judge(reading(HOUR, 205, 98, 40), Map.of());
        assertThat(judgement.raised()).isEmpty();
        assertThat(judgement.causes()).allSatisfy((_, vigil) -> assertThat(vigil).isEqualTo(Vigil.NONE));
    }

    @Test
    void aGrossBacklogIsRaisedAtOnceWithItsEvidence() {
        var judgement = judge(reading(HOUR, 900, 98, 40), Map.of());
        assertThat(judgement.raised()).singleElement().satisfies(deviation -> {
            assertThat(deviation.cause()).isEqualTo(AbnormalCause.BACKLOG);
            assertThat(deviation.value()).isEqualTo(900);
            assertThat(deviation.usual().median()).isBetween(195.0, 205.0);
            assertThat(deviation.usual().basis()).isEqualTo(Usual.Basis.WEEKDAY);
            assertThat(deviation.score()).isGreaterThan(7);
        });
    }

    @Test
    void aDoubtfulOneWaitsForASecondHour() {
        var first = judge(reading(HOUR, 300, 98, 40), Map.of());
        assertThat(first.raised()).isEmpty();
        var second = judge(reading(HOUR, 300, 98, 40), first.causes());
        assertThat(second.raised()).extracting(Deviation::cause).containsExactly(AbnormalCause.BACKLOG);
    }

    @Test
    void whatStandsIsClearedAfterTwoCalmHoursAndNeverFlickers() {
        var raised = judge(reading(HOUR, 900, 98, 40), Map.of()).causes();
        var between = judge(reading(HOUR, 260, 98, 40), raised);
        assertThat(between.standing()).extracting(Deviation::cause).containsExactly(AbnormalCause.BACKLOG);
        var calm = judge(reading(HOUR, 205, 98, 40), between.causes());
        assertThat(calm.cleared()).isEmpty();
        assertThat(judge(reading(HOUR, 205, 98, 40), calm.causes()).cleared()).containsExactly(AbnormalCause.BACKLOG);
    }

    @Test
    void aSiteThatScansNothingWhereItUsuallyWorksStandsStill() {
        assertThat(judge(reading(HOUR, 205, 98, 0), Map.of()).raised()).extracting(Deviation::cause)
                .containsExactly(AbnormalCause.STANDSTILL);
        var quiet = past(reading(HOUR, 200, 98, 3));
        assertThat(OperationRules.judge(reading(HOUR, 205, 98, 0), quiet, Map.of(), false).raised()).isEmpty();
    }

    @Test
    void anAnnouncedStopRaisesNothingAndClearsNothing() {
        var still = reading(HOUR, 205, 98, 0);
        assertThat(OperationRules.judge(still, past(reading(HOUR, 200, 98, 40)), Map.of(), true).raised()).isEmpty();
        var stood = judge(still, Map.of()).causes();
        var rested = OperationRules.judge(reading(HOUR, 205, 98, 40), past(reading(HOUR, 200, 98, 40)), stood, true);
        assertThat(rested.causes().get(AbnormalCause.STANDSTILL)).isEqualTo(stood.get(AbnormalCause.STANDSTILL));
    }

    @Test
    void aFallingDeliveryRateIsRaisedOnlyWhereEnoughWentOut() {
        assertThat(judge(reading(HOUR, 205, 20, 40), Map.of()).raised()).extracting(Deviation::cause)
                .contains(AbnormalCause.DELIVERY_RATE);
        var few = new HourReading(HOUR, 205, 5, 40, 6, 1, 0, null);
        assertThat(judge(few, Map.of()).raised()).extracting(Deviation::cause)
                .doesNotContain(AbnormalCause.DELIVERY_RATE);
    }

    @Test
    void nothingIsJudgedWhileTooLittleIsKnown() {
        var three = past(reading(HOUR, 200, 98, 40)).subList(0, 3);
        assertThat(OperationRules.judge(reading(HOUR, 9000, 0, 0), three, Map.of(), false).raised()).isEmpty();
    }

    @Test
    void aThirdOfAbnormalWeeksHidesNothing() {
        var past = new ArrayList<>(past(reading(HOUR, 200, 98, 40)));
        for (int week = 1; week <= 2; week++) {
            var at = HOUR.minus(Duration.ofDays(7L * week));
            past.removeIf(one -> one.hour().equals(at));
            past.add(reading(at, 5000, 10, 0));
        }
        assertThat(OperationRules.judge(reading(HOUR, 900, 98, 40), past, Map.of(), false).raised())
                .extracting(Deviation::cause).contains(AbnormalCause.BACKLOG);
    }

    @Test
    void anAreaIsHardWhereFarMoreFailsThanElsewhere() {
        var areas = HardAreas.of(List.of(new Attempts("440106", 400, 12), new Attempts("440111", 100, 22),
                new Attempts("440104", 5, 4)));
        assertThat(areas).extracting(HardAreas.Area::area).first().isEqualTo("440111");
        assertThat(areas).filteredOn(HardAreas.Area::hard).extracting(HardAreas.Area::area).containsExactly("440111");
    }

    private static OperationRules.Judgement judge(HourReading now, Map<AbnormalCause, Vigil> before) {
        return OperationRules.judge(now, past(reading(HOUR, 200, 98, 40)), before, false);
    }

    /** Seven weeks of days like that one, a little more and a little less. */
    private static List<HourReading> past(HourReading like) {
        var past = new ArrayList<HourReading>();
        for (int day = 1; day <= 49; day++) {
            int drift = day % 5 - 2;
            past.add(new HourReading(HOUR.minus(Duration.ofDays(day)), like.backlog() + drift * 5L, like.aged(),
                    like.scans() + drift, like.out(), like.delivered() + drift, like.failed(), null));
        }
        return past;
    }

    private static HourReading reading(Instant hour, long backlog, long delivered, long scans) {
        return new HourReading(hour, backlog, 5, scans, 110, delivered, 3, null);
    }
}

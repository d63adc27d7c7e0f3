package io.waypost.core.consent;

import static io.waypost.core.consent.ConsentRules.leftWithoutConsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.consent.ConsentRules.Step;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("P3 A parcel is left at a station or in a locker only by consent")
class ConsentRulesTest {

    private static final Instant LEFT = Instant.parse("2026-11-20T08:00:00Z");

    private static final List<Step> COURSE = List.of(new Step(ScanType.OUT_FOR_DELIVERY, LEFT.minusSeconds(7200)),
            new Step(ScanType.STATION_IN, LEFT), new Step(ScanType.STATION_SIGNED, LEFT.plusSeconds(9000)));

    @Test
    void withoutAnyConsentItSaysWhenItWasLeft() {
        assertThat(leftWithoutConsent(COURSE, List.of())).contains(LEFT);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATION", "LOCKER"})
    void aConsentFromBeforeCoversItEvenFromTheSameInstant(DeliveryMode mode) {
        assertThat(leftWithoutConsent(COURSE, List.of(agreed(mode, Duration.ofDays(-1))))).isEmpty();
        assertThat(leftWithoutConsent(COURSE, List.of(agreed(mode, Duration.ZERO)))).isEmpty();
    }

    @Test
    void aConsentFromAfterwardsDoesNot() {
        var later = agreed(DeliveryMode.STATION, Duration.ofSeconds(1));
        assertThat(leftWithoutConsent(COURSE, List.of(later))).contains(LEFT);
        assertThat(leftWithoutConsent(COURSE, List.of(later, agreed(DeliveryMode.STATION, Duration.ofHours(-3)))))
                .as("asked again, the first answer still stands").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"STATION", "LOCKER"})
    void anAgreedModeCoversOnlyItself(DeliveryMode mode) {
        assertThat(leftWithoutConsent(COURSE, List.of(agreed(mode, Duration.ofDays(-1))))).contains(LEFT);
    }

    @Test
    void ofTwoTimesTheFirstUncoveredOneCounts() {
        var again = LEFT.plusSeconds(90_000);
        var twice = List.of(new Step(ScanType.STATION_IN, LEFT),
                new Step(ScanType.STATION_OUT_COURIER, again.minusSeconds(60)),
                new Step(ScanType.STATION_IN, again));
        assertThat(leftWithoutConsent(twice, List.of(agreed(DeliveryMode.LOCKER, Duration.ofHours(1))))).contains(LEFT);
        assertThat(leftWithoutConsent(twice, List.of(agreed(DeliveryMode.LOCKER, Duration.ofHours(-1))))).isEmpty();
    }

    @Test
    void onTheDoorstepAndOnTheWayBackNobodyIsAsked() {
        var signed = List.of(new Step(ScanType.OUT_FOR_DELIVERY, LEFT),
                new Step(ScanType.SIGNED, LEFT.plusSeconds(60)));
        var returned = List.of(new Step(ScanType.RETURN_STARTED, LEFT),
                new Step(ScanType.STATION_IN, LEFT.plusSeconds(60)));
        assertThat(leftWithoutConsent(signed, List.of())).isEmpty();
        assertThat(leftWithoutConsent(returned, List.of())).isEmpty();
    }

    private static Consent agreed(DeliveryMode mode, Duration afterwards) {
        return new Consent(mode, LEFT.plus(afterwards), ConsentChannel.SMS);
    }
}

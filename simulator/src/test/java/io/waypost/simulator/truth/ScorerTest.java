package io.waypost.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final Instant SEEN = Instant.parse("2026-03-01T00:00:00Z");

    private static final Instant HORIZON = hour(240);

    @Test
    void aWarningInsideAnEpisodeIsRightAndFindsIt() {
        Score score = score(List.of(episode("A", Kind.MISLAID, 30, 100)), warning("A", 50));
        assertThat(score).isEqualTo(new Score(1, 0, 0, 1, 0));
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.recall()).isEqualTo(1);
    }

    @Test
    void aWarningBeforeTheLorryWasDueIsWrongEvenIfTheParcelIsLostLater() {
        assertThat(score(List.of(episode("A", Kind.LOST, 30, null)), warning("A", 29)))
                .isEqualTo(new Score(0, 1, 0, 0, 1));
    }

    @Test
    void aWarningAfterTheEndOrAboutASoundParcelIsWrong() {
        assertThat(score(List.of(episode("A", Kind.MISLAID, 30, 100)), warning("A", 100), warning("B", 50)))
                .isEqualTo(new Score(0, 2, 0, 0, 1));
    }

    @Test
    void anEpisodeCountsFromTwoDaysWithoutAScan() {
        assertThat(score(List.of(episode("A", Kind.MISLAID, 30, 47), episode("B", Kind.MISLAID, 30, 48),
                episode("C", Kind.LOST, 200, null)))).isEqualTo(new Score(0, 0, 0, 0, 2));
        Truth early = new Truth(hour(40), 1, List.of(episode("A", Kind.LOST, 30, null)));
        assertThat(Scorer.score(early, List.of()).recall()).isEqualTo(1);
    }

    @Test
    void anEpisodeEndedEarlyByAWarningIsRightAndDoesNotCount() {
        assertThat(score(List.of(episode("A", Kind.MISLAID, 30, 42)), warning("A", 36)))
                .isEqualTo(new Score(1, 0, 0, 0, 0));
    }

    @Test
    void waitingForACustomerIsNoReasonToWarn() {
        assertThat(score(List.of(episode("A", Kind.WAITING_FOR_CUSTOMER, 0, 90)), warning("A", 50)))
                .isEqualTo(new Score(0, 1, 0, 0, 0));
    }

    @Test
    void aSilenceIsJudgedOnce() {
        assertThat(
                score(List.of(episode("A", Kind.LOST, 30, null)), warning("A", 20), warning("A", 50), warning("A", 60)))
                .isEqualTo(new Score(0, 1, 2, 0, 1));
    }

    private static Score score(List<Episode> episodes, Warning... warnings) {
        return Scorer.score(new Truth(HORIZON, 100, episodes), List.of(warnings));
    }

    private static Episode episode(String waybill, Kind kind, int from, @Nullable Integer to) {
        return new Episode(waybill, kind, hour(from), to == null ? null : hour(to), "H4401", SEEN, "H4401");
    }

    private static Warning warning(String waybill, int at) {
        return new Warning(waybill, hour(at), SEEN);
    }

    private static Instant hour(int hour) {
        return SEEN.plus(Duration.ofHours(hour));
    }
}

package io.waypost.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.settlement.QuickClaim.Asked;
import io.waypost.core.settlement.QuickClaim.Hindrance;
import io.waypost.core.settlement.RiskSignal.Kind;
import io.waypost.core.settlement.RiskSignals.Known;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L3 L5 Small claims and what to look at")
class QuickClaimTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    private static List<Hindrance> hindrances(ClaimKind kind, long fen, long exposure) {
        return QuickClaim.hindrances(ClaimPolicy.DEFAULT, new Asked(kind, fen, exposure, true, true, false));
    }

    @Test
    void twoHundredYuanAreSmallAndAFenMoreIsNot() {
        assertThat(hindrances(ClaimKind.LOSS, 20_000, 0)).isEmpty();
        assertThat(hindrances(ClaimKind.LOSS, 20_001, 0)).containsExactly(Hindrance.ABOVE_LIMIT);
    }

    @Test
    void twoSmallOnesTogetherAreNotSmall() {
        assertThat(hindrances(ClaimKind.LOSS, 10_000, 10_000)).isEmpty();
        assertThat(hindrances(ClaimKind.LOSS, 10_000, 10_001)).containsExactly(Hindrance.TOGETHER_ABOVE_LIMIT);
        assertThat(hindrances(ClaimKind.LOSS, 1, Long.MAX_VALUE)).containsExactly(Hindrance.TOGETHER_ABOVE_LIMIT);
    }

    @Test
    void everyHindranceIsNamed() {
        assertThat(QuickClaim.hindrances(ClaimPolicy.DEFAULT, new Asked(ClaimKind.DELAY, 0, 0, false, false, true)))
                .containsExactly(Hindrance.KIND, Hindrance.NO_AMOUNT, Hindrance.EVIDENCE_MISSING, Hindrance.NO_PAYEE,
                        Hindrance.RISK);
    }

    @Test
    void aPolicyThatFallsWithTheTierIsNone() {
        assertThat(ClaimPolicy.DEFAULT.flaws()).isEmpty();
        var wrong = new ClaimPolicy(-1, 20_000, 10_000, 500_000, 3_000_000, 0, 24, 48, 24, 14, 7);
        assertThat(wrong.flaws()).extracting(ClaimPolicy.Flaw::field)
                .containsExactly("quickFen", "leadFen", "exposureDays");
    }

    @Test
    void signalsSayWhatTheyRestOn() {
        var known = new Known(ClaimKind.LOSS, 6, "C1", null, 2, 90_000, 10_000L, NOW.minusSeconds(86_400 * 5), true,
                NOW, 500, 499);
        assertThat(RiskSignals.of(known)).extracting(RiskSignal::kind).containsExactly(Kind.SAME_PHOTO,
                Kind.SAME_PAYEE, Kind.REPEAT_CLAIMANT, Kind.SIGNED_IN_PERSON, Kind.VALUE_ABOVE_DECLARED);
        assertThat(RiskSignals.of(known).getFirst().facts()).containsExactly("C1");
    }

    @Test
    void anOrdinaryClaimHasNone() {
        assertThat(RiskSignals.of(new Known(ClaimKind.PARTIAL_DAMAGE, 0, null, null, 0, 10_000, null,
                NOW.minusSeconds(3_600), false, NOW, 500, 400))).isEmpty();
    }

    @Test
    void whatIsShortAndWeighsTheSameIsLookedAt() {
        var short1 = new Known(ClaimKind.SHORTAGE, 0, null, null, 0, 10_000, null, NOW.minusSeconds(3_600), false, NOW,
                5_000, 4_960);
        assertThat(RiskSignals.of(short1)).extracting(RiskSignal::kind).containsExactly(Kind.WEIGHT_UNCHANGED);
    }

    @Test
    void aPhotoSlightlyChangedIsTheSameAndAnotherIsNot() {
        var random = new Random(3);
        var grey = random.ints(PhotoPrint.WIDTH * PhotoPrint.HEIGHT, 20, 200).toArray();
        long print = PhotoPrint.of(grey);
        assertThat(PhotoPrint.near(print, PhotoPrint.of(IntStream.of(grey).map(one -> one + 30).toArray()))).isTrue();
        assertThat(PhotoPrint.tells(print)).isTrue();
        assertThat(PhotoPrint.near(print,
                PhotoPrint.of(random.ints(PhotoPrint.WIDTH * PhotoPrint.HEIGHT, 20, 200).toArray()))).isFalse();
        assertThat(PhotoPrint.tells(PhotoPrint.of(new int[PhotoPrint.WIDTH * PhotoPrint.HEIGHT]))).isFalse();
    }

    @Test
    void twoPrintsThatAreNearShareAQuarter() {
        var random = new Random(5);
        for (int often = 0; often < 1_000; often++) {
            long print = random.nextLong();
            long other = print;
            for (int bit = 0; bit < PhotoPrint.NEAR; bit++) {
                other ^= 1L << random.nextInt(64);
            }
            long changed = other;
            assertThat(IntStream.range(0, 4)
                    .anyMatch(which -> PhotoPrint.quarter(print, which) == PhotoPrint.quarter(changed, which)))
                    .isTrue();
        }
    }
}

package io.waypost.core.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Posting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L6 shares are split to the fen, counted in halves and booked in balance")
class SharesTest {

    private static final List<Share> SEVEN_TWO_ONE = List.of(share("A", 700), share("B", 200), share("C", 100));

    @Test
    void nothingIsLostInTheSplit() {
        assertThat(Shares.split(SEVEN_TWO_ONE, 10_001)).containsExactlyEntriesOf(
                ordered(Map.entry("A", 7_001L), Map.entry("B", 2_000L), Map.entry("C", 1_000L)));
        assertThat(Shares.split(SEVEN_TWO_ONE, 1)).isEqualTo(Map.of("A", 1L));
        assertThat(Shares.split(SEVEN_TWO_ONE, 0)).isEmpty();
        assertThat(Shares.split(List.of(), 100)).isEmpty();
        assertThatThrownBy(() -> Shares.split(SEVEN_TWO_ONE, -1)).hasMessageContaining("-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anySplitIsWhole(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var shares = new ArrayList<Share>();
            int left = 1_000;
            while (left > 0) {
                int part = 1 + random.nextInt(Math.min(left, 400));
                shares.add(share("U" + shares.size(), part));
                left -= part;
            }
            long fen = random.nextLong(50_000_000);
            var parts = Shares.split(shares, fen);
            assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).as("seed %d", seed).isEqualTo(fen);
            shares.forEach(share -> assertThat(parts.getOrDefault(share.unit(), 0L)).as("seed %d", seed)
                    .isBetween(fen * share.perMille() / 1_000, fen * share.perMille() / 1_000 + 1));
        }
    }

    @Test
    void theDutiesOfOneUnitAreOneShareOfIt() {
        var both = List.of(new Share("A", LiableParty.SENDER, Duty.KEEPER, 400),
                new Share("A", LiableParty.SENDER, Duty.SUPERVISOR, 100),
                new Share("B", LiableParty.RECEIVER, Duty.KEEPER, 400),
                new Share("B", LiableParty.RECEIVER, Duty.SUPERVISOR, 100));
        assertThat(Shares.byUnit(both)).isEqualTo(Map.of("A", 500, "B", 500));
        assertThat(Shares.mostBlamed(both)).isEmpty();
        assertThat(Shares.halfCounts(both)).isEqualTo(Map.of("A", 1, "B", 1));
        assertThat(Shares.halfCounts(both.subList(0, 2))).isEqualTo(Map.of("A", 2));
        assertThat(Shares.mostBlamed(SEVEN_TWO_ONE)).contains("A");
        assertThat(Shares.mostBlamed(List.of())).isEmpty();
    }

    @Test
    void aWholeNamesEachDutyOnce() {
        assertThat(Shares.whole(SEVEN_TWO_ONE)).isTrue();
        assertThat(Shares.whole(List.of())).isFalse();
        assertThat(Shares.whole(List.of(share("A", 999)))).isFalse();
        assertThat(Shares.whole(List.of(share("A", 500), share("A", 500)))).isFalse();
        assertThatThrownBy(() -> share("A", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(" ", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChargeIsHeldFromTheUnitsAndThenOwedByThem() {
        var held = ChargeBookings.provisional("C1", 1, SEVEN_TWO_ONE, 1_000).orElseThrow();
        assertThat(held.reference()).isEqualTo("liability/C1/provisional");
        assertThat(held.postings()).containsExactly(
                posting(AccountKind.UNIT_PROVISIONAL, "A", 700), posting(AccountKind.UNIT_PROVISIONAL, "B", 200),
                posting(AccountKind.UNIT_PROVISIONAL, "C", 100),
                new Posting(Account.of(AccountKind.CLAIM_EXPENSE), -1_000));
        assertThat(ChargeBookings.provisional("C1", 2, SEVEN_TWO_ONE, 1_000).orElseThrow().reference())
                .isEqualTo("liability/C1/provisional-2");
        var owed = ChargeBookings.last("C1", SEVEN_TWO_ONE, 1_000).orElseThrow();
        assertThat(owed.reference()).isEqualTo("liability/C1/final");
        assertThat(owed.postings()).contains(posting(AccountKind.UNIT_RECEIVABLE, "A", 700),
                posting(AccountKind.UNIT_PROVISIONAL, "A", -700)).hasSize(6);
        var awarded = ChargeBookings.awarded("C1", SEVEN_TWO_ONE, 1_000).orElseThrow();
        assertThat(awarded.reference()).isEqualTo("liability/C1/final");
        assertThat(awarded.postings()).contains(posting(AccountKind.UNIT_RECEIVABLE, "C", 100)).hasSize(4);
        assertThat(ChargeBookings.reversal("C1", 1)).isEqualTo("liability/C1/reversal");
        assertThat(ChargeBookings.reversal("C1", 3)).isEqualTo("liability/C1/reversal-3");
    }

    @Test
    void nothingIsBookedForNothing() {
        assertThat(ChargeBookings.provisional("C1", 1, List.of(), 0)).isEmpty();
        assertThat(ChargeBookings.last("C1", SEVEN_TWO_ONE, 0)).isEmpty();
        assertThat(ChargeBookings.awarded("C1", SEVEN_TWO_ONE, 0)).isEmpty();
    }

    @SafeVarargs
    private static Map<String, Long> ordered(Map.Entry<String, Long>... entries) {
        var map = new LinkedHashMap<String, Long>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    private static Posting posting(AccountKind kind, String unit, long fen) {
        return new Posting(Account.of(kind, unit), fen);
    }

    private static Share share(String unit, int perMille) {
        return new Share(unit, LiableParty.HOLDER, Duty.UNIT, perMille);
    }
}

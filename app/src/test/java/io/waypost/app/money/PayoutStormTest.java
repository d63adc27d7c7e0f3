package io.waypost.app.money;

import static io.waypost.core.ledger.AccountKind.BANK;
import static io.waypost.core.ledger.AccountKind.CLAIM_EXPENSE;
import static io.waypost.core.ledger.AccountKind.CLAIM_PAYABLE;
import static io.waypost.core.ledger.AccountKind.UNIT_RECEIVABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.money.ScriptedGateway.Act;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.PayoutState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** Any interleaving of orders, answers, losses, notices, marks, charges, reversals and deaths, by seed. */
@SpringBootTest
@DisplayName("L5 through any interleaving: the books sum to zero, no claim is paid twice, and every accepted one is paid in the end")
class PayoutStormTest {

    private static final int STEPS = 250;
    private static final List<Act> ACTS = List.of(Act.values());

    private final PersonalData personal;

    PayoutStormTest(PersonalData personal) {
        this.personal = personal;
    }

    /** A claim: what was accepted, and the orders for it. */
    private static final class Claim {

        private final String number;
        private final long fen;
        private final List<UUID> payouts = new ArrayList<>();

        private Claim(String number, long fen) {
            this.number = number;
            this.fen = fen;
        }
    }

    private static final class Storm {

        private final Random random;
        private final ScriptedGateway gateway = new ScriptedGateway();
        private final Map<String, Claim> claims = new LinkedHashMap<>();
        private final List<UUID> charges = new ArrayList<>();
        private MoneyStand stand;
        private int notices;

        private Storm(PersonalData personal, long seed) {
            this.random = new Random(seed);
            this.stand = MoneyStand.fresh(personal, gateway);
            gateway.otherwise(this::act).clock(() -> stand.clock.instant());
        }

        private Act act() {
            return ACTS.get(random.nextInt(ACTS.size()));
        }

        private void step() {
            switch (random.nextInt(13)) {
                case 0, 1 -> accept();
                case 2, 3 -> order();
                case 4, 5 -> {
                    stand.clock.move(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 60 : 7_200)));
                    stand.work();
                }
                case 6 -> stand.work();
                case 7 -> notice();
                case 8 -> charge();
                case 9 -> mark();
                case 10 -> die();
                case 11 -> gateway.lateCallsArrive();
                default -> gateway.settleAll();
            }
        }

        private void accept() {
            long fen = 1L + random.nextInt(30_000);
            var number = stand.accept(fen);
            claims.put(number, new Claim(number, fen));
        }

        /** Orders what is owed, as often as it likes: under the old reference or another one. */
        private void order() {
            if (claims.isEmpty()) {
                return;
            }
            var all = List.copyOf(claims.values());
            var claim = all.get(random.nextInt(all.size()));
            var reference = "%s/%d".formatted(claim.number, random.nextInt(claim.payouts.size() + 1));
            try {
                var id = stand.order(reference, claim.number, claim.fen);
                if (!claim.payouts.contains(id)) {
                    claim.payouts.add(id);
                }
            } catch (IllegalStateException notOwed) {
                assertThat(claim.payouts).isNotEmpty();
            }
        }

        /** True ones and early ones of failure, new or again. */
        private void notice() {
            for (var claim : claims.values()) {
                for (var payout : claim.payouts) {
                    var key = PayoutKey.of(payout);
                    boolean isPaid = gateway.paid.containsKey(key);
                    if (random.nextInt(4) == 0 && (isPaid || random.nextBoolean())) {
                        int number = random.nextInt(++notices + 1);
                        var body = "{\"out_no\":\"%s\",\"state\":\"%s\",\"amount\":%d}".formatted(key,
                                isPaid ? "SUCCESS" : "FAILED", claim.fen).getBytes(StandardCharsets.UTF_8);
                        stand.in(() -> stand.notices.add("scripted", "n" + number, body, stand.clock.instant()));
                    }
                }
            }
        }

        private void charge() {
            if (charges.isEmpty() || random.nextBoolean()) {
                charges.add(stand.in(() -> stand.ledger.book(Booking.move(Books.fresh("charge"), "", Books.EXPENSE,
                        Books.unit("U" + random.nextInt(3)), 1L + random.nextInt(900)))));
            } else {
                var charge = charges.get(random.nextInt(charges.size()));
                stand.in(() -> stand.ledger.reverse(charge, Books.fresh("reversal"), "申诉成立"));
            }
        }

        private void mark() {
            stand.in(() -> {
                stand.jdbc.sql("select id from money.account").query((row, _) -> row.getLong("id")).list()
                        .forEach(account -> stand.marks.mark(account, stand.clock.instant()));
                return true;
            });
        }

        private void die() {
            var dead = stand;
            stand = dead.reborn(gateway);
            dead.close();
        }

        /** Whatever has happened so far. */
        private void holds() {
            assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
            for (var claim : claims.values()) {
                assertThat(claim.payouts.stream().filter(id -> gateway.paid.containsKey(PayoutKey.of(id))).count())
                        .as("times that %s was paid", claim.number).isLessThanOrEqualTo(1);
            }
        }

        /** The storm is over: the gateway pays, and what has failed is ordered anew. */
        private void calm() {
            gateway.otherwise(() -> Act.PAY);
            for (int i = 0; i < 4; i++) {
                gateway.settleAll();
                stand.workFor(Duration.ofDays(1));
                for (var claim : claims.values()) {
                    boolean over = claim.payouts.stream()
                            .allMatch(id -> stand.state(id) == PayoutState.FAILED);
                    if (over) {
                        claim.payouts.add(stand.order("%s/%d".formatted(claim.number, claim.payouts.size()),
                                claim.number, claim.fen));
                    }
                }
            }
            stand.workFor(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void throughAnyInterleaving(long seed) {
        var storm = new Storm(personal, seed);
        for (int i = 0; i < STEPS; i++) {
            storm.step();
            if (i % 25 == 0) {
                storm.holds();
            }
        }
        storm.holds();
        storm.calm();
        storm.holds();
        long all = 0;
        for (var claim : storm.claims.values()) {
            all += claim.fen;
            assertThat(storm.stand.balance(CLAIM_PAYABLE, claim.number)).as("%s is owed nothing", claim.number)
                    .isZero();
            assertThat(claim.payouts.stream().filter(id -> storm.gateway.paid.containsKey(PayoutKey.of(id))).count())
                    .as("times that %s was paid", claim.number).isEqualTo(1);
        }
        assertThat(storm.stand.balance(BANK, "")).isEqualTo(-all);
        assertThat(storm.gateway.paid.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(all);
        long units = List.of("U0", "U1", "U2").stream().mapToLong(unit -> storm.stand
                .balance(UNIT_RECEIVABLE, unit)).sum();
        assertThat(storm.stand.balance(CLAIM_EXPENSE, "")).isEqualTo(all - units);
        assertThat(storm.stand.told.stream().filter(PayoutSettled::isPaid).count()).isEqualTo(storm.claims.size());
        assertThat(storm.stand.in(() -> storm.stand.differences.list(true, null, null, 50))).isEmpty();
        storm.stand.close();
    }
}

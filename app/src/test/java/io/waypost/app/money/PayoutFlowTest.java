package io.waypost.app.money;

import static io.waypost.app.testing.Until.until;
import static io.waypost.core.ledger.AccountKind.BANK;
import static io.waypost.core.ledger.AccountKind.CLAIM_PAYABLE;
import static io.waypost.core.ledger.AccountKind.IN_TRANSIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.money.PayoutProgress.PayoutStage;
import io.waypost.app.money.ScriptedGateway.Act;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.PayoutState;
import io.waypost.core.ledger.PayoutTimes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("L5 a payout arrives once, whatever fails")
class PayoutFlowTest {

    private final PersonalData personal;
    private ScriptedGateway gateway = new ScriptedGateway();
    private MoneyStand stand;

    PayoutFlowTest(PersonalData personal) {
        this.personal = personal;
        this.stand = MoneyStand.fresh(personal, gateway);
        stand.close();
    }

    @BeforeEach
    void begin() {
        gateway = new ScriptedGateway();
        stand = MoneyStand.fresh(personal, gateway);
    }

    @AfterEach
    void everythingIsSound() {
        assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
        stand.close();
    }

    @Test
    void isPaidAndBooked() {
        var claim = stand.accept(12_000);
        var id = stand.order("claim/1", claim, 12_000);
        assertThat(progress("claim/1")).isEqualTo(PayoutStage.UNDER_WAY);
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isEqualTo(-12_000);
        gateway.then(Act.TAKE);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.TAKEN);
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isZero();
        assertThat(stand.balance(IN_TRANSIT, "scripted")).isEqualTo(-12_000);
        gateway.settle(PayoutKey.of(id));
        stand.workFor(Duration.ofMinutes(1));
        assertThat(progress("claim/1")).isEqualTo(PayoutStage.PAID);
        assertThat(stand.balance(IN_TRANSIT, "scripted")).isZero();
        assertThat(stand.balance(BANK, "")).isEqualTo(-12_000);
        assertThat(stand.told).singleElement()
                .satisfies(one -> assertThat(one.reference() + one.isPaid()).isEqualTo("claim/1true"));
        assertThat(gateway.calls).containsExactly("send " + PayoutKey.of(id), "ask " + PayoutKey.of(id));
    }

    @Test
    void theSameOrderIsOneOrderAndAnotherUnderItsNameIsRefused() {
        var claim = stand.accept(500);
        var id = stand.order("claim/1", claim, 500);
        assertThat(stand.order("claim/1", claim, 500)).isEqualTo(id);
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/1", claim, 400));
        assertThatIllegalStateException().isThrownBy(() -> stand.in(
                () -> stand.payouts.order(MoneyStand.order("claim/1", claim, 500, "6222020200119999999"))));
        stand.work();
        assertThat(stand.order("claim/1", claim, 500)).isEqualTo(id);
        stand.work();
        assertThat(gateway.calls).hasSize(1);
    }

    @Test
    void noMoreIsOrderedThanIsOwed() {
        var claim = stand.accept(500);
        stand.order("claim/1", claim, 300);
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/2", claim, 201))
                .withMessageContaining("200");
        stand.work();
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/3", claim, 201));
        stand.order("claim/4", claim, 200);
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/5", claim, 1));
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/6", "C-unknown", 1));
    }

    @Test
    void amountsAndNamesOfOrdersHaveBounds() {
        var claim = stand.accept(500);
        for (var wrong : List.of(MoneyStand.order("r", claim, 0, "1"), MoneyStand.order("r", claim, -5, "1"),
                MoneyStand.order("r", claim, Long.MAX_VALUE, "1"), MoneyStand.order(" ", claim, 5, "1"),
                MoneyStand.order("r", claim, 5, " "), MoneyStand.order("r".repeat(101), claim, 5, "1"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> stand.in(() -> stand.payouts.order(wrong)))
                    .withMessageNotContaining("张小明");
        }
    }

    @Test
    void ofTwoOrdersOfOneClaimAtOnceOneIsTaken() throws Exception {
        var claim = stand.accept(500);
        var isFirst = new CountDownLatch(1);
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> stand.in(() -> {
                var id = stand.payouts.order(MoneyStand.order("claim/1", claim, 500, "6222020200112233445"));
                isFirst.countDown();
                // Not committed before the other one waits for it, or has gone past it.
                until(() -> isOver.get() || isWaitedFor());
                return id;
            }));
            var second = threads.submit(() -> {
                isFirst.await();
                try {
                    return stand.order("claim/2", claim, 500).toString();
                } catch (IllegalStateException notOwed) {
                    return "refused";
                } finally {
                    isOver.set(true);
                }
            });
            assertThat(first.get()).isNotNull();
            assertThat(second.get()).isEqualTo("refused");
        }
        stand.work();
        assertThat(gateway.paid).hasSize(1);
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isZero();
    }

    private boolean isWaitedFor() {
        return stand.jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class).single();
    }

    @Test
    void whatIsNotOwedAnyMoreWhenItsTimeComesIsNotSent() {
        var claim = stand.accept(500);
        var id = stand.order("claim/1", claim, 500);
        // The claim is taken back meanwhile.
        stand.in(() -> stand.ledger.book(
                Booking.move(Books.fresh("r"), "", Books.EXPENSE, Books.claim(claim), 500)));
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.FAILED);
        assertThat(stand.told).singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("NOT_OWED"));
        assertThat(gateway.calls).isEmpty();
    }

    @Test
    void aRefusalForGoodFailsAndMayBeOrderedAnew() {
        var claim = stand.accept(500);
        gateway.then(Act.REFUSE);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.FAILED);
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isEqualTo(-500);
        stand.order("claim/1/2", claim, 500);
        stand.work();
        assertThat(progress("claim/1/2")).isEqualTo(PayoutStage.PAID);
        assertThat(progress("claim/1")).isEqualTo(PayoutStage.FAILED);
    }

    @Test
    void aRefusalForNowIsTriedAgainUnderTheSameKey() {
        var claim = stand.accept(500);
        gateway.then(Act.REFUSE_NOW, Act.REFUSE_NOW);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.ORDERED);
        // What waits is owed and reserved.
        assertThatIllegalStateException().isThrownBy(() -> stand.order("claim/2", claim, 1));
        stand.workFor(Duration.ofHours(1));
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        assertThat(gateway.calls).containsOnly("send " + PayoutKey.of(id)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = {"PAY_SILENTLY", "TAKE_SILENTLY", "LOSE", "AWAY", "DIE_BEFORE", "DIE_AFTER",
            "REFUSE_NOW"})
    @DisplayName("L5 whatever becomes of the first call, and of the next ones, it is paid once")
    void whateverBecomesOfTheFirstCall(Act act) {
        var claim = stand.accept(500);
        var id = stand.order("claim/1", claim, 500);
        gateway.then(act, act, Act.LOSE, act);
        stand.work();
        assertThat(stand.state(id)).isNotEqualTo(PayoutState.PAID);
        // Somebody else goes on: the one who sent it is dead, and knows nothing.
        var reborn = stand.reborn(gateway);
        reborn.workFor(Duration.ofHours(2));
        gateway.settleAll();
        reborn.workFor(Duration.ofHours(12));
        assertThat(reborn.state(id)).isEqualTo(PayoutState.PAID);
        reborn.close();
        assertThat(gateway.paid).containsOnlyKeys(PayoutKey.of(id));
        assertThat(stand.told).hasSize(1);
        assertThat(stand.balance(BANK, "")).isEqualTo(-500);
    }

    @Test
    void whoDiesWhileSendingIsFollowedByTheOneWhoAsks() {
        var claim = stand.accept(500);
        var id = stand.order("claim/1", claim, 500);
        gateway.then(Act.DIE_AFTER);
        stand.work();
        // Durable before the gateway heard of it.
        assertThat(stand.state(id)).isEqualTo(PayoutState.SENDING);
        assertThat(stand.balance(IN_TRANSIT, "scripted")).isEqualTo(-500);
        stand.clock.move(PayoutTimes.LEASE.minusSeconds(1));
        stand.work();
        assertThat(gateway.calls).hasSize(1);
        stand.clock.move(Duration.ofSeconds(1));
        stand.work();
        assertThat(gateway.calls).containsExactly("send " + PayoutKey.of(id), "ask " + PayoutKey.of(id));
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
    }

    @Test
    void noticesAreTakenInAnyOrderAndAnyNumber() {
        var claim = stand.accept(500);
        gateway.then(Act.TAKE);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        notice("n1", id, "SUCCESS", 500);
        assertThat(stand.in(() -> stand.notices.add("scripted", "n1", new byte[0], stand.clock.instant()))).isFalse();
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        // An earlier one comes late: the gateway is asked, and nothing is wrong.
        gateway.settleAll();
        notice("n0", id, "FAILED", 500);
        notice("n2", id, "SUCCESS", 500);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        assertThat(stand.balance(BANK, "")).isEqualTo(-500);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aNoticeOfFailureMakesUsAskAndIsNotBelieved() {
        var claim = stand.accept(500);
        gateway.then(Act.TAKE);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        notice("n1", id, "FAILED", 500);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.TAKEN);
        assertThat(gateway.calls).hasSize(2);
    }

    @Test
    void whatWasPaidAfterAFailureIsForPeople() {
        var claim = stand.accept(500);
        gateway.then(Act.REFUSE);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        notice("n1", id, "SUCCESS", 500);
        notice("n2", id, "SUCCESS", 500);
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.FAILED);
        assertThat(differences()).containsExactly("PAID_AFTER_FAILURE " + PayoutKey.of(id));
    }

    @Test
    void aNoticeOfAnotherAmountOrOfNothingOfOursIsForPeople() {
        var claim = stand.accept(500);
        gateway.then(Act.TAKE);
        var id = stand.order("claim/1", claim, 500);
        stand.work();
        notice("n1", id, "SUCCESS", 5_000);
        var unknown = UUID.randomUUID();
        notice("n2", unknown, "SUCCESS", 700);
        stand.in(() -> stand.notices.add("scripted", "n3", "no json".getBytes(StandardCharsets.UTF_8),
                stand.clock.instant()));
        stand.work();
        assertThat(stand.state(id)).isEqualTo(PayoutState.TAKEN);
        assertThat(differences()).containsExactlyInAnyOrder("AMOUNT_DIFFERS " + PayoutKey.of(id),
                "MISSING_HERE " + PayoutKey.of(unknown));
    }

    @Test
    void thePayeeIsKeptSealed() {
        var claim = stand.accept(500);
        stand.order("claim/1", claim, 500);
        var row = stand.jdbc.sql("select p::text as row from money.payout p").query(String.class).single();
        assertThat(row).doesNotContain("6222020200112233445").doesNotContain("张小明");
        assertThat(stand.in(() -> stand.store.byReference("claim/1")).orElseThrow().payee().account())
                .isEqualTo("6222020200112233445");
        assertThat(new Payee(Payee.Way.ALIPAY, "a@example.com", "张").toString()).doesNotContain("example");
    }

    @Test
    void thePayoutItselfNeverChanges() {
        var claim = stand.accept(500);
        var id = stand.order("claim/1", claim, 500);
        for (var change : List.of("update money.payout set fen = 400", "update money.payout set gateway = 'x'",
                "delete from money.payout", "update money.payout_event set event = 'x'")) {
            assertThatThrownBy(() -> stand.in(() -> stand.jdbc.sql(change).update())).rootCause()
                    .hasMessageContaining("never changed");
        }
        stand.work();
        assertThatThrownBy(() -> stand.in(() -> stand.jdbc.sql("""
                update money.payout set state = 'ORDERED', due_at = now() where id = :id
                """).param("id", id).update())).rootCause().hasMessageContaining("is over");
    }

    @Test
    void itsHistoryIsWritten() {
        var claim = stand.accept(500);
        gateway.then(Act.LOSE);
        var id = stand.order("claim/1", claim, 500);
        stand.workFor(Duration.ofHours(1));
        assertThat(stand.in(() -> stand.store.events(id)).stream().map(one -> one.event() + " " + one.state()))
                .containsExactly("Ordered ORDERED", "Due SENDING", "Answered UNKNOWN", "Asked SENDING",
                        "Answered PAID");
    }

    private PayoutStage progress(String reference) {
        return stand.in(() -> stand.payouts.progress(reference)).orElseThrow().stage();
    }

    private void notice(String number, UUID payout, String state, long fen) {
        var body = """
                {"out_no":"%s","state":"%s","amount":%d}""".formatted(PayoutKey.of(payout), state, fen);
        assertThat(stand.in(() -> stand.notices.add("scripted", number, body.getBytes(StandardCharsets.UTF_8),
                stand.clock.instant()))).isTrue();
    }

    private List<String> differences() {
        return stand.in(() -> stand.differences.list(true, null, null, 50)).stream()
                .map(one -> one.kind() + " " + one.key()).toList();
    }
}

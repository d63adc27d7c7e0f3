package io.waypost.app.money;

import static io.waypost.core.ledger.AccountKind.BANK;
import static io.waypost.core.ledger.AccountKind.CLAIM_EXPENSE;
import static io.waypost.core.ledger.AccountKind.CLAIM_PAYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.DifferenceStore.Difference;
import io.waypost.app.money.DifferenceStore.State;
import io.waypost.app.money.DifferenceStore.Verdict;
import io.waypost.app.money.PayoutGateway.StatementLine;
import io.waypost.app.money.ScriptedGateway.Act;
import io.waypost.core.ledger.PayoutState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("L5 every day the gateway's statement is held against the payouts, and people settle what does not agree")
class ReconcilerTest {

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final MoneyStand stand;

    ReconcilerTest(PersonalData personal) {
        this.stand = MoneyStand.fresh(personal, gateway);
    }

    @AfterEach
    void everythingIsSound() {
        assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
        stand.close();
    }

    private UUID pay(Act act, long fen) {
        var claim = stand.accept(fen);
        gateway.then(act);
        var id = stand.order(claim + "/1", claim, fen);
        stand.work();
        return id;
    }

    private int compare(List<StatementLine> lines) {
        return compare(Days.of(stand.clock.instant()), lines);
    }

    private int compare(LocalDate day, List<StatementLine> lines) {
        return stand.in(() -> stand.reconciler.compare("scripted", day, lines, stand.clock.instant()));
    }

    private static StatementLine line(UUID payout, long fen) {
        return new StatementLine(PayoutKey.of(payout), fen);
    }

    private List<Difference> differences() {
        return stand.in(() -> stand.differences.list(null, null, null, 50));
    }

    private static Actor person(String name) {
        return new Actor.Person(UUID.randomUUID(), name, name, "HQ", "/HQ/", Set.of(Permission.MONEY_SETTLE));
    }

    private Difference settle(Actor who, UUID difference, Verdict verdict, String words) {
        return Acting.as(who, () -> Objects.requireNonNull(
                stand.transaction.execute(_ -> stand.desk.settle(difference, verdict, words))));
    }

    @Test
    void whatAgreesIsNoDifference() {
        var one = pay(Act.PAY, 500);
        var other = pay(Act.PAY, 700);
        assertThat(compare(List.of(line(one, 500), line(other, 700)))).isZero();
        assertThat(stand.in(() -> stand.reconciliation.days(9))).singleElement().satisfies(day -> {
            assertThat(List.of(day.lines(), day.own(), day.found(), day.open())).containsExactly(2, 2, 0, 0);
            assertThat(List.of(day.fen(), day.ownFen())).containsExactly(1_200L, 1_200L);
        });
    }

    @Test
    void everyKindOfDifferenceIsFoundOnce() {
        var missing = pay(Act.PAY, 100);
        var differs = pay(Act.PAY, 200);
        var failed = pay(Act.REFUSE, 300);
        var twice = pay(Act.PAY, 400);
        var unknown = pay(Act.TAKE_SILENTLY, 600);
        var lines = List.of(line(differs, 201), line(failed, 300), line(twice, 400), line(twice, 400),
                new StatementLine("somebody-elses", 500));
        assertThat(compare(lines)).isEqualTo(6);
        assertThat(differences()).extracting(one -> "%s %s %s %s".formatted(one.kind(), one.key(), one.fenHere(),
                one.fenThere())).containsExactlyInAnyOrder("MISSING_THERE %s 100 null".formatted(PayoutKey.of(missing)),
                        "AMOUNT_DIFFERS %s 200 201".formatted(PayoutKey.of(differs)),
                        "PAID_AFTER_FAILURE %s 300 300".formatted(PayoutKey.of(failed)),
                        "PAID_TWICE %s 400 800".formatted(PayoutKey.of(twice)),
                        "MISSING_THERE %s 600 null".formatted(PayoutKey.of(unknown)),
                        "MISSING_HERE somebody-elses null 500");
        assertThat(compare(lines)).isZero();
        assertThat(differences()).hasSize(6);
    }

    @Test
    void whatIsUnknownHereAndInTheStatementIsPaid() {
        var id = pay(Act.TAKE_SILENTLY, 600);
        assertThat(stand.state(id)).isEqualTo(PayoutState.UNKNOWN);
        assertThat(compare(List.of(line(id, 600)))).isZero();
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        assertThat(stand.balance(BANK, "")).isEqualTo(-600);
    }

    @Test
    void whatComesInALaterStatementClearsItself() {
        var id = pay(Act.PAY, 100);
        assertThat(compare(List.of())).isEqualTo(1);
        stand.clock.move(Duration.ofDays(1));
        assertThat(compare(List.of(line(id, 100)))).isZero();
        assertThat(differences()).singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.CLEARED));
    }

    @Test
    void anEarlyLineIsNotMissedADayLater() {
        var id = pay(Act.TAKE_SILENTLY, 100);
        // The statement has it on the day before we knew.
        stand.clock.move(Duration.ofDays(1));
        var today = Days.of(stand.clock.instant());
        assertThat(compare(today.minusDays(1), List.of(line(id, 100)))).isZero();
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        assertThat(compare(today, List.of())).isZero();
    }

    @Test
    void aSmallDifferenceIsSettledByOnePersonWithWords() {
        var id = pay(Act.TAKE_SILENTLY, 19_999);
        compare(List.of());
        var difference = differences().getFirst().id();
        assertThatThrownBy(() -> settle(person("周"), difference, Verdict.NOT_PAID, " "))
                .isInstanceOf(Refusal.class).hasMessageContaining("words");
        var settled = settle(person("周"), difference, Verdict.NOT_PAID, "银行确认未付");
        assertThat(settled.state()).isEqualTo(State.SETTLED);
        assertThat(settled.settledBy()).isEqualTo("周");
        assertThat(stand.state(id)).isEqualTo(PayoutState.FAILED);
        assertThat(stand.told).singleElement().satisfies(one -> assertThat(one.isPaid()).isFalse());
        assertThatThrownBy(() -> settle(person("吴"), difference, Verdict.PAID, "x")).isInstanceOf(Refusal.class)
                .hasMessageContaining("settled already");
        assertThat(stand.in(() -> stand.store.events(id)).getLast().by()).isEqualTo("周");
    }

    @Test
    void aLargeOneTakesTwoWhoSayTheSame() {
        var id = pay(Act.TAKE_SILENTLY, 20_000);
        compare(List.of());
        var difference = differences().getFirst().id();
        var zhou = person("周");
        var wu = person("吴");
        assertThat(settle(zhou, difference, Verdict.NOT_PAID, "未付").state()).isEqualTo(State.PROPOSED);
        assertThat(stand.state(id)).isEqualTo(PayoutState.UNKNOWN);
        assertThatThrownBy(() -> settle(zhou, difference, Verdict.NOT_PAID, "未付")).isInstanceOf(Refusal.class)
                .hasMessageContaining("somebody else");
        // The other one sees it otherwise: now it is their word that needs a second.
        assertThat(settle(wu, difference, Verdict.PAID, "已付").state()).isEqualTo(State.PROPOSED);
        assertThatThrownBy(() -> settle(wu, difference, Verdict.PAID, "已付")).isInstanceOf(Refusal.class);
        assertThat(settle(zhou, difference, Verdict.PAID, "确已付").state()).isEqualTo(State.SETTLED);
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
    }

    @Test
    void whatWasPaidAfterAFailureIsTakenFromWhatIsStillOwed() {
        var id = pay(Act.REFUSE, 300);
        compare(List.of(line(id, 300)));
        settle(person("周"), differences().getFirst().id(), Verdict.PAID, "银行流水为证");
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
        var claim = stand.in(() -> stand.store.find(id)).orElseThrow().claim();
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isZero();
        assertThat(stand.balance(BANK, "")).isEqualTo(-300);
        assertThatThrownBy(() -> stand.order("again", claim, 300)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasPaidTwiceUnderTwoKeysIsALossAndBookedAsOne() {
        var id = pay(Act.REFUSE, 300);
        var claim = stand.in(() -> stand.store.find(id)).orElseThrow().claim();
        var second = stand.order("again", claim, 300);
        stand.work();
        assertThat(compare(List.of(line(id, 300), line(second, 300)))).isEqualTo(1);
        settle(person("周"), differences().getFirst().id(), Verdict.PAID, "银行流水为证");
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isZero();
        assertThat(stand.balance(BANK, "")).isEqualTo(-600);
        assertThat(stand.balance(CLAIM_EXPENSE, "")).isEqualTo(600);
    }

    @Test
    void whatCameBackFromTheBankIsOwedAgain() {
        var id = pay(Act.PAY, 300);
        assertThat(compare(List.of())).isEqualTo(1);
        settle(person("周"), differences().getFirst().id(), Verdict.NOT_PAID, "退票");
        assertThat(stand.state(id)).isEqualTo(PayoutState.FAILED);
        assertThat(stand.balance(BANK, "")).isZero();
        var claim = stand.in(() -> stand.store.find(id)).orElseThrow().claim();
        stand.order("again", claim, 300);
        stand.work();
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isZero();
    }

    @Test
    void whatIsNotOursCanOnlyBeNoted() {
        compare(List.of(new StatementLine("somebody-elses", 500)));
        var difference = differences().getFirst().id();
        assertThatThrownBy(() -> settle(person("周"), difference, Verdict.PAID, "x")).isInstanceOf(Refusal.class)
                .hasMessageContaining("NOTED");
        assertThat(settle(person("周"), difference, Verdict.NOTED, "测试款").state()).isEqualTo(State.SETTLED);
    }

    @Test
    void peopleBelowTheHeadquartersSettleNothing() {
        compare(List.of(new StatementLine("somebody-elses", 500)));
        var south = new Actor.Person(UUID.randomUUID(), "li", "李", "R05", "/HQ/R05/", Set.of(Permission.MONEY_SETTLE));
        assertThatThrownBy(() -> settle(south, differences().getFirst().id(), Verdict.NOTED, "x"))
                .isInstanceOf(Refusal.class).hasMessageContaining("headquarters");
    }

    @Test
    void daysAreComparedOneAfterTheOtherInTheMorning() {
        Acting.as(new Actor.Internal("test"), () -> {
            var first = stand.reconciler.nextDue().orElseThrow();
            assertThat(first).isEqualTo("2026-11-29T02:30:00Z");
            stand.clock.moveTo(first);
            assertThat(stand.reconciler.runDue(first)).isEqualTo(1);
            assertThat(stand.reconciler.runDue(first)).isZero();
        });
        var id = pay(Act.PAY, 500);
        Acting.as(new Actor.Internal("test"), () -> {
            var second = stand.reconciler.nextDue().orElseThrow();
            assertThat(second).isEqualTo("2026-11-30T02:30:00Z");
            stand.clock.moveTo(second);
            assertThat(stand.reconciler.runDue(second)).isEqualTo(1);
        });
        var days = new ArrayList<String>();
        stand.in(() -> stand.reconciliation.days(9)).forEach(day -> days.add(day.day() + " " + day.own()));
        assertThat(days).containsExactly("2026-11-29 1", "2026-11-28 0");
        assertThat(stand.state(id)).isEqualTo(PayoutState.PAID);
    }

    @Test
    void noStatementYetIsTriedAgainLater() {
        gateway.away = true;
        Acting.as(new Actor.Internal("test"), () -> {
            var due = stand.reconciler.nextDue().orElseThrow();
            stand.clock.moveTo(due);
            stand.reconciler.runDue(stand.clock.instant());
            assertThat(stand.reconciler.nextDue()).contains(stand.clock.instant().plus(Duration.ofHours(1)));
        });
        assertThat(stand.in(() -> stand.reconciliation.days(9))).isEmpty();
    }
}

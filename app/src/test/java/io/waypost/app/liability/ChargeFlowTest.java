package io.waypost.app.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.liability.ChargeDesk.Decision;
import io.waypost.app.liability.ChargeDesk.NamedShare;
import io.waypost.app.liability.ChargeDesk.Said;
import io.waypost.app.liability.ChargeLists.Asked;
import io.waypost.app.liability.ChargeView.Action;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.app.liability.UnitStatements.StatementLine;
import io.waypost.app.money.Ledger;
import io.waypost.app.network.UnitRef;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.liability.BrokenLink;
import io.waypost.core.liability.Doubt;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import io.waypost.core.liability.LiabilityState.Ending;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.liability.Tier;
import io.waypost.core.network.UnitKind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("L6 a unit is charged for a claim, objects, and the books follow to the fen")
class ChargeFlowTest extends ChargesOverTime {

    private static final Actor PLATFORM = new Actor.Internal("test");

    private final ChargeLists lists;
    private final ChargeFigures figures;
    private final UnitStatements statements;
    private final Ledger ledger;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Organisation organisation;

    ChargeFlowTest(ChargeScene scene, ChargeLists lists, ChargeFigures figures, UnitStatements statements,
            Ledger ledger, Attachments attachments, BusinessClock clock, Deadlines deadlines,
            ApplicationEventPublisher events, TransactionTemplate transaction, JdbcClient jdbc,
            Organisation organisation) {
        super(scene, clock, deadlines);
        this.lists = lists;
        this.figures = figures;
        this.statements = statements;
        this.ledger = ledger;
        this.attachments = attachments;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Test
    void whatNobodyContestsIsHeldAndThenOwed() {
        long held = held(Organisation.TIANHE);
        long owed = owed(Organisation.TIANHE);
        long spent = ledger.balance(Account.of(AccountKind.CLAIM_EXPENSE));
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 10_001);
        var view = scene.see(scene.clerk, id);
        assertThat(view.charge().state()).isEqualTo(Name.JUDGED);
        assertThat(view.charge().link()).isEqualTo(BrokenLink.HANDED_NOT_DELIVERED);
        assertThat(view.charge().units()).extracting(unit -> unit.unit().code(), ChargeView.Burden::fen)
                .containsExactly(tuple(Organisation.TIANHE, 10_001L));
        assertThat(view.reasons()).isNotNull().satisfies(reasons -> assertThat(reasons.steps()).isNotEmpty());
        assertThat(view.chain()).extracting(stop -> stop.site().code()).startsWith(Organisation.HAIZHU)
                .endsWith(Organisation.TIANHE);
        assertThat(view.actions()).containsExactly(Action.GIVE_EVIDENCE);
        assertThat(held(Organisation.TIANHE) - held).isEqualTo(10_001);
        assertThat(ledger.balance(Account.of(AccountKind.CLAIM_EXPENSE)) - spent).isEqualTo(-10_001);

        pass(Duration.ofDays(3));
        assertThat(scene.state(id)).isEqualTo(Name.STANDING);
        assertThat(refused(() -> scene.evidence(scene.clerk, id, Kind.NOT_RECEIVED))).as("late").isEqualTo("TOO_LATE");
        pass(Duration.ofDays(3));
        assertThat(scene.view(id).charge()).extracting(ChargeView.ChargeRow::state, ChargeView.ChargeRow::ending)
                .containsExactly(Name.FINAL, Ending.ACCEPTED);
        assertThat(held(Organisation.TIANHE)).isEqualTo(held);
        assertThat(owed(Organisation.TIANHE) - owed).isEqualTo(10_001);
        assertThat(refused(() -> scene.appeal(scene.clerk, id))).isEqualTo("ENDED");
        assertThat(scene.view(id).history()).extracting(ChargeView.Happened::what)
                .containsExactly(What.OPENED, What.JUDGED, What.STANDS, What.ENDED);
        agrees(Organisation.TIANHE);
    }

    @Test
    void evidenceThatNobodySpeaksAgainstMovesTheChargeAndAnAppealThatWinsReversesIt() {
        long hub = held(ChargeScene.HUB);
        long tianhe = held(Organisation.TIANHE);
        var id = scene.paid(scene.lostBehindTheHub(), ClaimKind.LOSS, 20_000);
        assertThat(held(ChargeScene.HUB) - hub).isEqualTo(20_000);
        scene.evidence(scene.hub, id, Kind.HANDED_OVER);
        assertThat(scene.see(scene.clerk, id).actions()).containsExactly(Action.REBUT);
        pass(Duration.ofDays(2));
        assertThat(scene.state(id)).isEqualTo(Name.STANDING);
        assertThat(held(ChargeScene.HUB)).isEqualTo(hub);
        assertThat(held(Organisation.TIANHE) - tianhe).isEqualTo(20_000);
        assertThat(scene.view(id).evidence()).extracting(ChargeView.Brought::outcome)
                .containsExactly(ChargePartStore.Outcome.ACCEPTED);
        assertThat(refused(() -> scene.appeal(scene.hub, id))).isEqualTo("NOT_CHARGED");
        scene.appeal(scene.clerk, id);
        assertThat(refused(() -> scene.appeal(scene.clerk, id))).isEqualTo("ALREADY_APPEALED");
        assertThat(scene.view(id).charge().tier()).isEqualTo(Tier.REGION);
        assertThat(refused(() -> arbitrate(scene.clerk, id, Decision.LIFT))).isEqualTo("NOT_AN_ARBITER");
        arbitrate(scene.south, id, Decision.LIFT);
        assertThat(scene.view(id).charge().ending()).isEqualTo(Ending.LIFTED);
        assertThat(held(Organisation.TIANHE)).isEqualTo(tianhe);
        var lines = statement(Organisation.TIANHE).lines().stream()
                .filter(line -> scene.view(id).charge().claimNumber().equals(line.claimNumber())).toList();
        assertThat(lines).extracting(StatementLine::fen).containsExactly(20_000L, -20_000L);
        agrees(Organisation.TIANHE);
        agrees(ChargeScene.HUB);
    }

    @Test
    void anAwardMovesTheChargeToOthersForGood() {
        var id = standing();
        scene.appeal(scene.clerk, id);
        long held = held(Organisation.TIANHE);
        long hub = owed(ChargeScene.HUB);
        long haizhu = owed(Organisation.HAIZHU);
        Acting.as(scene.south, () -> scene.desk.arbitrate(id, scene.version(id), Decision.MOVE,
                List.of(new NamedShare(ChargeScene.HUB, 700), new NamedShare(Organisation.HAIZHU, 300)), "改判"));
        assertThat(scene.view(id).charge().ending()).isEqualTo(Ending.MOVED);
        assertThat(held - held(Organisation.TIANHE)).isEqualTo(9_999);
        assertThat(owed(ChargeScene.HUB) - hub).isEqualTo(7_000);
        assertThat(owed(Organisation.HAIZHU) - haizhu).isEqualTo(2_999);
        assertThat(scene.see(scene.haizhu, id).charge().units()).hasSize(2);
        Stream.of(ChargeScene.HUB, Organisation.HAIZHU, Organisation.TIANHE).forEach(this::agrees);
    }

    @Test
    void whoTookPartDoesNotArbitrateNorDoesASide() {
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 9_999);
        scene.evidence(scene.clerk, id, Kind.NOT_RECEIVED);
        assertThat(refused(() -> scene.rebut(scene.clerk, id, null))).isEqualTo("OWN_EVIDENCE");
        assertThat(refused(() -> scene.rebut(scene.farHub, id, null))).isEqualTo("NOT_FOUND");
        scene.rebut(scene.south, id, null);
        scene.appeal(scene.clerk, id);
        assertThat(refused(() -> arbitrate(scene.south, id, Decision.LIFT))).isEqualTo("TOOK_PART");
        assertThat(refused(() -> arbitrate(scene.southSecond, id, Decision.LIFT))).as("its region rebutted")
                .isEqualTo("OWN_CASE");
        assertThat(scene.see(scene.south, id).actions()).isEmpty();
        arbitrate(scene.high, id, Decision.UPHOLD);
        assertThat(scene.view(id).charge().ending()).isEqualTo(Ending.UPHELD);
    }

    @Test
    void ofTwoRegionsTheHeadquartersArbitrate() {
        var id = scene.paid(scene.lostOnTheWayNorth(), ClaimKind.LOSS, 8_000);
        assertThat(scene.see(scene.farHub, id).charge().units()).extracting(unit -> unit.unit().code())
                .containsExactly(ChargeScene.HUB);
        scene.evidence(scene.hub, id, Kind.HANDED_OVER);
        scene.rebut(scene.farHub, id, null);
        scene.appeal(scene.hub, id);
        assertThat(scene.view(id).charge().tier()).isEqualTo(Tier.HEADQUARTERS);
        assertThat(refused(() -> arbitrate(scene.south, id, Decision.LIFT))).isEqualTo("WRONG_TIER");
        assertThat(refused(() -> arbitrate(scene.north, id, Decision.UPHOLD))).isEqualTo("WRONG_TIER");
        arbitrate(scene.high, id, Decision.UPHOLD);
        agrees(ChargeScene.HUB);
    }

    @Test
    void whatTheScansCannotTellTheHeadquartersSettle() {
        var id = scene.paid("YT96000000007", ClaimKind.LOSS, 6_000);
        assertThat(scene.see(scene.high, id).charge()).extracting(ChargeView.ChargeRow::state,
                ChargeView.ChargeRow::doubt).containsExactly(Name.UNDECIDED, Doubt.NO_SCANS);
        assertThat(refused(() -> scene.see(scene.south, id))).isEqualTo("NOT_FOUND");
        assertThat(refused(() -> settle(scene.south, id, new NamedShare(ChargeScene.HUB, 1_000))))
                .isEqualTo("HEADQUARTERS_ONLY");
        assertThat(field(() -> settle(scene.high, id, new NamedShare(ChargeScene.HUB, 999)))).isEqualTo("shares");
        assertThat(field(() -> settle(scene.high, id, new NamedShare(ChargeScene.HUB, -1)))).isEqualTo(
                "shares[0].perMille");
        assertThat(field(() -> settle(scene.high, id, new NamedShare("😀", 1_000)))).isEqualTo("shares[0].unit");
        assertThat(field(() -> settle(scene.high, id, new NamedShare(ChargeScene.HUB, 500),
                new NamedShare(ChargeScene.HUB, 500)))).isEqualTo("shares");
        assertThat(field(() -> settle(scene.high, id))).isEqualTo("shares");
        long hub = held(ChargeScene.HUB);
        settle(scene.high, id, new NamedShare(ChargeScene.HUB, 1_000));
        assertThat(held(ChargeScene.HUB) - hub).isEqualTo(6_000);
        assertThat(scene.see(scene.hub, id).charge().state()).isEqualTo(Name.JUDGED);
        pass(Duration.ofDays(3));
        scene.appeal(scene.hub, id);
        assertThat(refused(() -> arbitrate(scene.high, id, Decision.UPHOLD))).as("who settled it")
                .isEqualTo("TOOK_PART");
        arbitrate(scene.highSecond, id, Decision.UPHOLD);
        agrees(ChargeScene.HUB);
    }

    @Test
    void aClaimToldTwiceIsChargedOnceAlsoAtTheSameTime() throws Exception {
        long held = held(Organisation.TIANHE);
        var paid = scene.claim(scene.lostByTheCourier(), ClaimKind.LOSS, 1_234);
        var start = new CyclicBarrier(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = Stream.of(1, 2, 3).map(_ -> threads.submit((Callable<Boolean>) () -> {
                start.await();
                scene.tell(paid);
                return true;
            })).toList();
            for (var one : told) {
                assertThat(one.get()).isTrue();
            }
        }
        scene.tell(paid);
        var id = scene.judged(paid.claim());
        deadlines.drain(clock.instant());
        assertThat(held(Organisation.TIANHE) - held).isEqualTo(1_234);
        assertThat(scene.view(id).history()).extracting(ChargeView.Happened::what)
                .containsExactly(What.OPENED, What.JUDGED);
    }

    @Test
    void aPaymentThatDoesNotCommitChargesNobody() {
        var paid = scene.claim(scene.lostByTheCourier(), ClaimKind.LOSS, 777);
        assertThatThrownBy(() -> Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> {
            events.publishEvent(paid);
            throw new IllegalStateException("The gateway's answer was torn.");
        }))).hasMessageContaining("torn");
        Long charges = Acting.as(PLATFORM, () -> transaction.execute(_ -> jdbc
                .sql("select count(*) from liability.charge where claim = :claim").param("claim", paid.claim())
                .query(Long.class).single()));
        assertThat(charges).isZero();
    }

    @Test
    void ofTwoWhoActAtTheSameTimeOneWins() throws Exception {
        var id = standing();
        scene.appeal(scene.clerk, id);
        int version = scene.version(id);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = Stream.of(scene.south, scene.high)
                    .map(actor -> threads.submit((Callable<@Nullable String>) () -> {
                        start.await();
                        try {
                            Acting.as(actor, () -> scene.desk.arbitrate(id, version, Decision.UPHOLD, List.of(), "x"));
                            return "DONE";
                        } catch (Refusal refused) {
                            return refused.code();
                        }
                    })).toList();
            assertThat(List.of(String.valueOf(results.getFirst().get()), String.valueOf(results.getLast().get())))
                    .containsExactlyInAnyOrder("DONE", "STALE_VERSION");
        }
        agrees(Organisation.TIANHE);
    }

    @Test
    void othersSeeNothingAndProgramsDecideNothing() {
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 5_000);
        assertThat(refused(() -> scene.see(scene.north, id))).isEqualTo("NOT_FOUND");
        assertThat(ids(scene.north, null)).doesNotContain(id);
        assertThat(ids(scene.clerk, null)).contains(id);
        assertThat(ids(scene.south, Organisation.TIANHE)).contains(id);
        assertThat(ids(scene.south, Organisation.HAIZHU)).as("on the way, not charged").doesNotContain(id);
        assertThat(refused(() -> ids(scene.clerk, Organisation.DONGCHENG))).isEqualTo("NOT_FOUND");
        assertThat(refused(() -> scene.evidence(scene.haizhu, id, Kind.HANDED_OVER))).as("of the way, not charged")
                .isEqualTo("NOT_CHARGED");
        assertThat(refused(() -> Acting.as(scene.clerk, () -> statements.of(Organisation.HAIZHU, today()))))
                .isEqualTo("NOT_FOUND");
        var program = new Actor.Partner(UUID.randomUUID(), "程序", new Scope(organisation.path(Organisation.TIANHE)),
                Set.of(Permission.values()));
        assertThat(refused(() -> scene.evidence(program, id, Kind.HANDED_OVER))).isEqualTo("PEOPLE_ONLY");
        assertThat(scene.see(program, id).actions()).isEmpty();
    }

    @Test
    void evidenceHasFilesThatTheOtherSideSees() {
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 5_000);
        var subject = new Subject(ChargeSteps.KIND, id);
        var file = Acting.as(scene.clerk, () -> attachments.add(subject, "交接单.jpg",
                new ByteArrayInputStream(Camera.photo()))).id();
        Acting.as(scene.clerk, () -> scene.desk.giveEvidence(id, scene.version(id), Kind.NOT_RECEIVED,
                new Said(null, "监控显示未到", List.of(file))));
        assertThat(scene.see(scene.hub, id).files()).extracting(one -> one.id()).containsExactly(file);
        assertThat(refused(() -> Acting.as(scene.north, () -> attachments.open(file)))).isEqualTo("NOT_FOUND");
        scene.rebut(scene.hub, id, null);
        assertThat(scene.view(id).evidence()).extracting(ChargeView.Brought::outcome)
                .containsExactly(ChargePartStore.Outcome.REBUTTED);
        assertThat(scene.state(id)).isEqualTo(Name.STANDING);
    }

    @Test
    void figuresCountSharedChargesAsHalves() {
        var before = figure(Organisation.HAIZHU);
        var id = scene.paid("YT96000000008", ClaimKind.LOSS, 1_000);
        settle(scene.high, id, new NamedShare(ChargeScene.HUB, 500), new NamedShare(Organisation.HAIZHU, 500));
        var alone = scene.paid("YT96000000009", ClaimKind.LOSS, 300);
        settle(scene.high, alone, new NamedShare(Organisation.HAIZHU, 1_000));
        var after = figure(Organisation.HAIZHU);
        assertThat(after.charges() - before.charges()).isEqualTo(2);
        assertThat(after.counted() - before.counted()).isEqualTo(1.5);
        assertThat(after.provisionalFen() - before.provisionalFen()).isEqualTo(800);
        pass(Duration.ofDays(3));
        scene.appeal(scene.haizhu, alone);
        arbitrate(scene.south, alone, Decision.LIFT);
        var won = figure(Organisation.HAIZHU);
        assertThat(won.won() - before.won()).isEqualTo(1);
        assertThat(won.appeals() - before.appeals()).isEqualTo(1);
        assertThat(won.charges() - before.charges()).isEqualTo(1);
        agrees(Organisation.HAIZHU);
    }

    /** Against the outlet, whose evidence the hub spoke against. */
    private UUID standing() {
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 9_999);
        scene.evidence(scene.clerk, id, Kind.NOT_RECEIVED);
        scene.rebut(scene.hub, id, null);
        return id;
    }

    private void settle(Actor by, UUID id, NamedShare... shares) {
        Acting.as(by, () -> scene.desk.settle(id, scene.version(id), List.of(shares), "按调查结果认定"));
    }

    private void arbitrate(Actor by, UUID id, Decision decision) {
        Acting.as(by, () -> scene.desk.arbitrate(id, scene.version(id), decision, List.of(), "裁定"));
    }

    /** The statement up to now and the ledger say the same, and the statement adds up. */
    private void agrees(String unit) {
        var statement = statement(unit);
        assertThat(statement.closing()).as(unit).isEqualTo(statement.now());
        assertThat(statement.closing().provisionalFen()).isEqualTo(held(unit));
        assertThat(statement.closing().receivableFen()).isEqualTo(owed(unit));
        long sum = statement.lines().stream().mapToLong(StatementLine::fen).sum();
        assertThat(statement.opening().provisionalFen() + statement.opening().receivableFen() + sum)
                .isEqualTo(held(unit) + owed(unit));
        var yesterday = statement.from().minusDays(1);
        var before = Acting.as(PLATFORM, () -> statements.of(unit, Days.of(yesterday.minusDays(30), yesterday)));
        assertThat(before.closing()).as("what closes one period opens the next").isEqualTo(statement.opening());
    }

    private UnitStatements.UnitStatement statement(String unit) {
        return Acting.as(PLATFORM, () -> statements.of(unit, today()));
    }

    /** The last two days, so that some of what was booked lies before. */
    private Days today() {
        var day = LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
        return Days.of(day.minusDays(1), day);
    }

    private ChargeFigures.Figure figure(String unit) {
        var day = LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
        return Acting.as(PLATFORM, () -> figures.of(unit, Days.of(day.minusDays(60), day))).units().stream()
                .filter(figure -> figure.unit().code().equals(unit)).findFirst()
                .orElse(new ChargeFigures.Figure(new UnitRef(unit, unit,
                        UnitKind.OUTLET), 0, 0, 0, 0, 0, 0));
    }

    private List<UUID> ids(Actor by, @Nullable String unit) {
        return Acting.as(by, () -> lists.list(new Asked(unit, null, null), null, 200)).items().stream()
                .map(ChargeView.ChargeRow::id).toList();
    }

    private long held(String unit) {
        return ledger.balance(Account.of(AccountKind.UNIT_PROVISIONAL, unit));
    }

    private long owed(String unit) {
        return ledger.balance(Account.of(AccountKind.UNIT_RECEIVABLE, unit));
    }

    private static String refused(ThrowingCallable work) {
        return refusal(work).code();
    }

    private static String field(ThrowingCallable work) {
        return refusal(work).fields().getFirst().field();
    }
}

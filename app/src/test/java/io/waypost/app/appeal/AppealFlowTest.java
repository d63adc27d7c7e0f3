package io.waypost.app.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.appeal.AppealLists.Asked;
import io.waypost.app.appeal.AppealLists.Queue;
import io.waypost.app.appeal.AppealView.Action;
import io.waypost.app.appeal.AppealView.AppealRow;
import io.waypost.app.appeal.AppealView.What;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.appeal.AppealAdmission.ComplainedFirst;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Name;
import io.waypost.core.appeal.Liability;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@RecordApplicationEvents
@DisplayName("T5 an appeal is answered in time, with proof, by two people, and counted")
class AppealFlowTest {

    private final AppealScene scene;
    private final AppealLists lists;
    private final AppealFigures figures;
    private final Volumes volumes;
    private final Periods periods;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    AppealFlowTest(AppealScene scene, AppealLists lists, AppealFigures figures, Volumes volumes, Periods periods,
            BusinessClock clock, Deadlines deadlines, TransactionTemplate transaction, JdbcClient jdbc) {
        this.scene = scene;
        this.lists = lists;
        this.figures = figures;
        this.volumes = volumes;
        this.periods = periods;
        this.clock = clock;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void anAppealIsLinkedInvestigatedProvedCheckedSentAndClosed(ApplicationEvents events) {
        var waybill = AppealScene.waybill();
        scene.scanned(waybill, Organisation.TIANHE);
        var ticket = complaint(waybill);
        var id = Acting.as(scene.south, () -> scene.intake.receive(
                scene.paper(AppealScene.authorityNumber(), waybill.toLowerCase(Locale.ROOT), scene.today(),
                        null)))
                .id();
        var view = see(scene.south, id);
        assertThat(view.ticketId()).isEqualTo(ticket);
        assertThat(view.complainedFirst()).isEqualTo(ComplainedFirst.NO_RESULT_IN_TIME);
        assertThat(view.appeal()).extracting(row -> row.unit().code(), AppealRow::jurisdiction, AppealRow::waybill)
                .containsExactly("R05", "440000", waybill);
        assertThat(view.appeal().due().lastDay()).isEqualTo(scene.today().plusDays(15));
        assertThat(view.complainant().name()).isEqualTo("王**");
        assertThat(view.complainant().phone()).isEqualTo("138****5678");
        scene.investigated(scene.south, id);
        evidence(id);
        assertThatThrownBy(() -> Acting.as(scene.south, () -> scene.desk.check(id, scene.version(id))))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("NO_REPLY"));
        scene.drafted(scene.south, id, Liability.LIABLE);
        assertThat(see(scene.south, id).actions()).doesNotContain(Action.CHECK);
        assertThat(see(scene.checker, id).actions()).contains(Action.CHECK);
        Acting.as(scene.checker, () -> scene.desk.check(id, scene.version(id)));
        Acting.as(scene.south, () -> scene.desk.send(id, scene.version(id), "回执 77"));
        var reply = see(scene.south, id).replies().getLast();
        assertThat(reply.timeline()).hasSize(2).first()
                .satisfies(passed -> assertThat(passed.siteName()).contains("440106"));
        assertThat(reply).extracting(AppealView.Reply::checkedBy, AppealView.Reply::reference)
                .containsExactly(scene.checker.name(), "回执 77");
        Acting.as(scene.south, () -> scene.desk.close(id, scene.version(id), Finding.LIABLE, true, null));
        assertThat(see(scene.south, id).history()).extracting(AppealView.Step::what).containsExactly(What.RECEIVED,
                What.ASSIGNED, What.INVESTIGATED, What.EVIDENCE_ASKED, What.EVIDENCE_GIVEN, What.DRAFTED, What.CHECKED,
                What.SENT, What.CLOSED);
        assertThat(events.stream(AppealReceived.class).filter(event -> event.appealId().equals(id)))
                .extracting(AppealReceived::ticketId).containsExactly(ticket);
        assertThat(events.stream(AppealClosed.class).filter(event -> event.appealId().equals(id)))
                .extracting(AppealClosed::verdict).containsExactly(Finding.LIABLE);
    }

    /** Asks the outlet; it sees the appeal from then on, and gives its evidence. */
    private void evidence(UUID id) {
        assertThatThrownBy(() -> see(scene.clerk, id)).isInstanceOf(Refusal.class);
        Acting.as(scene.south, () -> scene.desk.ask(id, scene.version(id), List.of(Organisation.TIANHE), "请提供签收底单"));
        var asked = see(scene.clerk, id);
        assertThat(asked.actions()).containsExactly(Action.GIVE_EVIDENCE);
        assertThat(ids(scene.clerk, Queue.EVIDENCE)).contains(id);
        var file = scene.file(scene.clerk, id);
        Acting.as(scene.clerk, () -> scene.desk.giveEvidence(id, asked.asked().getFirst().id(), "底单见图", List.of(file)));
        assertThat(see(scene.clerk, id).appeal().state()).isEqualTo(Name.INVESTIGATING);
        assertThat(see(scene.clerk, id).files()).hasSize(1);
        assertThat(see(scene.clerk, id).actions()).isEmpty();
        assertThatThrownBy(() -> scene.file(scene.clerk, id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(scene.clerk, () -> scene.desk.sendBack(id, scene.version(id), "x")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aForeignRegionSeesNothing() {
        var id = scene.received(scene.south, Organisation.TIANHE, null);
        assertThatThrownBy(() -> see(scene.north, id)).isInstanceOf(Refusal.class);
        assertThat(ids(scene.north, Queue.ALL)).doesNotContain(id);
        assertThat(ids(scene.south, Queue.DUE)).contains(id);
    }

    @Test
    void theSecondRoundHasFiveDaysAndThereIsNoThird() {
        var id = scene.received(scene.south, Organisation.TIANHE, null);
        scene.sent(scene.south, scene.checker, id);
        Acting.as(scene.south, () -> scene.desk.reopen(id, scene.version(id), scene.today(), "用户仍不满意"));
        assertThat(see(scene.south, id).appeal().due().lastDay()).isEqualTo(scene.today().plusDays(5));
        assertThat(see(scene.south, id).appeal().round()).isEqualTo(2);
        scene.sent(scene.south, scene.checker, id);
        assertThatThrownBy(() -> Acting.as(scene.south,
                () -> scene.desk.reopen(id, scene.version(id), scene.today(), null)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("NO_THIRD_ROUND"));
        assertThat(see(scene.south, id).replies()).hasSize(2);
    }

    @Test
    void remindersFireOnceBeforeAndAfterTheEndAndStopWithTheAnswer(ApplicationEvents events) {
        onDuty(scene.south);
        var id = scene.received(scene.south, Organisation.TIANHE, null);
        Acting.as(scene.south, () -> scene.desk.assign(id, scene.version(id), null));
        int version = scene.version(id);
        pass(Duration.ofDays(17));
        assertThat(kinds(events, id)).containsSubsequence(AppealNews.Kind.HALF_GONE, AppealNews.Kind.THREE_DAYS_LEFT,
                AppealNews.Kind.ONE_DAY_LEFT, AppealNews.Kind.OVERDUE, AppealNews.Kind.STILL_OVERDUE);
        assertThat(kinds(events, id)).filteredOn(kind -> kind == AppealNews.Kind.OVERDUE).hasSize(1);
        assertThat(ids(scene.south, Queue.OVERDUE)).contains(id);
        assertThat(see(scene.south, id).appeal()).extracting(AppealRow::overdue, AppealRow::late, AppealRow::version)
                .containsExactly(true, true, version);
        scene.sent(scene.south, scene.checker, id);
        var before = kinds(events, id).size();
        pass(Duration.ofDays(5));
        assertThat(kinds(events, id)).hasSize(before);
        assertThat(see(scene.south, id).appeal()).extracting(AppealRow::overdue, AppealRow::late)
                .containsExactly(false, true);
    }

    @Test
    void ofTwoWhoActAtTheSameTimeOneWins() throws Exception {
        var id = scene.received(scene.south, Organisation.TIANHE, null);
        int version = scene.version(id);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = List.of(scene.south, scene.checker).stream()
                    .map(actor -> threads.submit((Callable<@Nullable String>) () -> {
                        start.await();
                        try {
                            Acting.as(actor, () -> scene.desk.assign(id, version, null));
                            return "DONE";
                        } catch (Refusal refused) {
                            return refused.code();
                        }
                    })).toList();
            assertThat(List.of(results.getFirst().get(), results.getLast().get()))
                    .containsExactlyInAnyOrder("DONE", "STALE_VERSION");
        }
    }

    @Test
    void figuresShowWhatTheyAreMadeOf() {
        var month = YearMonth.from(scene.today());
        Acting.as(scene.north, () -> volumes.enter(month.toString(), Organisation.NORTH, 2_000_000));
        for (int i = 0; i < 3; i++) {
            var id = scene.received(scene.north, Organisation.DONGCHENG, null);
            if (i < 2) {
                scene.sent(scene.north, person(scene.north), id);
                var finding = i == 0 ? Finding.LIABLE : Finding.NOT_LIABLE;
                Acting.as(scene.north, () -> scene.desk.close(id, scene.version(id), finding, true, null));
            }
        }
        var statistics = Acting.as(scene.north, () -> figures.of(month.toString(), month.toString()));
        assertThat(statistics.total().appeals()).isEqualTo(new AppealFigures.Rate(3, 2_000_000, 1.5));
        assertThat(statistics.total().valid()).isEqualTo(new AppealFigures.Rate(1, 2_000_000, 0.5));
        assertThat(statistics.total().satisfied()).isEqualTo(new AppealFigures.Rate(1, 1, 1.0));
        assertThat(statistics.total().open()).isEqualTo(1);
        assertThat(statistics.byRegion()).extracting(AppealFigures.Figure::key).containsExactly(Organisation.NORTH);
        assertThat(statistics.byCategory().getFirst().appeals().numerator()).isEqualTo(3);
        assertThat(statistics.entered()).hasSize(1);
        // What the platform itself counted for the other region is there for the headquarters.
        var all = Acting.as(new Actor.Internal("test"), () -> figures.of(month.toString(), month.toString()));
        assertThat(all.total().appeals().denominator()).isGreaterThanOrEqualTo(2_000_000);
    }

    @Test
    void aNewPeriodOfLawCountsFromItsDayOn() {
        assertThatThrownBy(() -> Acting.as(new Actor.Internal("test"),
                () -> periods.add("appeal.company.answer", "000000", "15", scene.today(), "x")))
                .isInstanceOf(Refusal.class);
        Acting.as(new Actor.Internal("test"), () -> periods.add("appeal.company.answer", "510000", "P10D",
                scene.today(), "测试条例第一条"));
        var waybill = AppealScene.waybill();
        var paper = scene.paper(AppealScene.authorityNumber(), waybill, scene.today(), null);
        var sichuan = new NewAppeal(paper.authorityNumber(), "四川省邮政管理局", null, paper.category(), null, waybill,
                null, null, null, paper.content(), paper.request(), null, paper.forwardedOn(), null);
        var id = Acting.as(scene.south, () -> scene.intake.receive(sichuan)).id();
        assertThat(see(scene.south, id).appeal().due()).extracting(AppealView.Due::jurisdiction,
                AppealView.Due::source, AppealView.Due::lastDay)
                .containsExactly("510000", "测试条例第一条", scene.today().plusDays(10));
    }

    private AppealView see(Actor by, UUID id) {
        return Acting.as(by, () -> scene.views.view(id));
    }

    private List<UUID> ids(Actor by, Queue view) {
        return Acting.as(by, () -> lists.list(new Asked(view, null, null, null), null, 200)).items().stream()
                .map(AppealRow::id).toList();
    }

    private static List<AppealNews.Kind> kinds(ApplicationEvents events, UUID id) {
        return events.stream(AppealNews.class).filter(news -> news.appealId().equals(id)).map(AppealNews::kind)
                .toList();
    }

    private void pass(Duration time) {
        for (var step = Duration.ZERO; step.compareTo(time) < 0; step = step.plusHours(6)) {
            clock.advanceTo(clock.instant().plus(Duration.ofHours(6)));
            deadlines.drain(clock.instant());
        }
    }

    private Actor.Person person(Actor.Person like) {
        return new Actor.Person(UUID.randomUUID(), "second", "华北 副手", like.unitCode(), like.unitPath(),
                like.permissions());
    }

    /** An earlier complaint about the parcel, of ten days ago and never closed. */
    private UUID complaint(String waybill) {
        var id = UUID.randomUUID();
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                insert into ticket.ticket (id, number, waybill, kind, silent, urgent, state, level, next_at, place_code,
                    place_path, region_code, headquarters_code, unit_code, unit_path, limit_minutes, opened_at, version)
                values (:id, :number, :waybill, 'QUERY', false, false, 'DISPATCHED', 'OUTLET', :at, 'O440106-001',
                    '/HQ/R05/P44/C4401/O440106-001/', 'R05', 'HQ', 'O440106-001', '/HQ/R05/P44/C4401/O440106-001/', 60, :at, 1)
                """).param("id", id).param("number", "T" + id).param("waybill", waybill)
                .param("at", AppealColumns.utc(clock.instant().minus(Duration.ofDays(10)))).update()));
        return id;
    }

    private void onDuty(Actor.Person person) {
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                    insert into identity.person (id, username, name, unit_code, unit_path, roles, password, must_change_password, created_at)
                    values (:id, :username, :name, :unit, :path, '{}', '', false, now()) on conflict do nothing
                    """)
                    .param("id", person.id()).param("username", person.username()).param("name", person.name())
                    .param("unit", person.unitCode()).param("path", person.unitPath()).update();
            jdbc.sql("""
                    insert into identity.duty (unit_code, unit_path, kind, person_id) values (:unit, :path, 'ALL', :id)
                    on conflict do nothing
                    """)
                    .param("id", person.id()).param("unit", person.unitCode()).param("path", person.unitPath())
                    .update();
        }));
    }
}

package io.waypost.app.ticket;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.database.EarlierDatabase;
import io.waypost.app.kernel.database.EarlierDatabase.Feature;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.EarlierTickets.Earlier;
import io.waypost.app.ticket.TicketLists.Query;
import io.waypost.app.ticket.TicketLists.Whose;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.TicketState.Phase;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("U1 tickets that were kept before their life was widened go on living after the upgrade")
class CaseUpgradeTest {

    private static final int TICKETS = 600;
    private static final EarlierTickets EARLIER = new EarlierTickets(50);
    /** What each feature had in the release before {@code ticket/V50}. */
    private static final List<Feature> RELEASE = Stream
            .of("__root 1", "kernel 1", "system 1", "audit 1", "attachment 1", "network 1",
                    "identity 1", "calendar 1", "sop 1", "parcel 3", "watch 2", "scan 1", "outbox 1", "export 1",
                    "view 1", "ticket 43",
                    "notice 2", "appeal 1")
            .map(line -> line.split(" ")).map(line -> new Feature(line[0], line[1])).toList();

    private final TicketScene scene;
    private final TicketRulebook rulebook;
    private final TicketRows rows;
    private final TicketViews views;
    private final TicketLists lists;
    private final TicketHandling handling;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CaseUpgradeTest(TicketScene scene, TicketRulebook rulebook, TicketRows rows, TicketViews views, TicketLists lists,
            TicketHandling handling, JdbcClient jdbc, TransactionTemplate transaction) {
        this.scene = scene;
        this.rulebook = rulebook;
        this.rows = rows;
        this.views = views;
        this.lists = lists;
        this.handling = handling;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void earlierDatabase(DynamicPropertyRegistry registry) {
        var url = EarlierDatabase.at(SharedDatabase.fresh(), RELEASE,
                connection -> EARLIER.fill(connection, TICKETS));
        registry.add("waypost.database.url", () -> url);
    }

    @Test
    @Order(1)
    void nothingIsLostAndEveryStateIsTheOneThatItWas() {
        assertThat(EARLIER.all().stream().collect(groupingBy(one -> one.state() + one.patience(), counting())))
                .as("every state of that time is there").hasSize(6)
                .allSatisfy((_, many) -> assertThat(many).isPositive());
        assertThat(count("ticket.ticket")).isEqualTo(TICKETS);
        assertThat(count("ticket.history")).isEqualTo(sum(Earlier::steps));
        assertThat(count("ticket.answer")).isEqualTo(sum(Earlier::answers));
        for (var one : EARLIER.all()) {
            var kept = scene.kept(one.id());
            assertThat(kept.ticket().state().name()).as(one.number()).isEqualTo(expected(one));
            assertThat(kept.number()).isEqualTo(one.number());
            assertThat(kept.waybill()).isEqualTo(one.waybill());
            assertThat(kept.version()).isEqualTo(one.version());
            assertThat(kept.ticket().holder()).as("%s is still with whoever had it", one.number())
                    .isEqualTo(one.unit());
            assertThat(kept.holder().unitCode()).isEqualTo(one.unit());
            assertThat(kept.matter()).isEqualTo(rulebook.matter(kept.ticket().kind()));
            assertThat(kept.facts().findingId()).isEqualTo(one.findingId());
            assertThat(kept.ticket().ladder().hub()).as("%s lies at %s", one.number(), one.place().getFirst())
                    .isEqualTo(one.place().getFirst().startsWith("H4") || one.place().getFirst().startsWith("H1"));
            if (kept.ticket().state() instanceof Closed(var reason, var at)) {
                assertThat(reason.name()).isEqualTo(one.closeReason());
                assertThat(at).isEqualTo(one.closedAt());
            }
            if (kept.ticket().state() instanceof Waiting(var until, var reason)) {
                assertThat(reason.name()).isEqualTo(one.waitReason());
                assertThat(until).isEqualTo(one.nextAt());
            }
        }
    }

    @Test
    @Order(2)
    void openWorkIsDueWhenItWasAndWakesWhenItWould() {
        for (var one : EARLIER.all()) {
            var kept = scene.kept(one.id());
            var ticket = kept.ticket();
            var terms = rulebook.of(kept);
            assertThat(kept.due()).as("the column of %s", one.number()).isEqualTo(one.nextAt());
            assertThat(TicketRules.due(ticket, terms).orElse(null)).as("the clock of %s", one.number())
                    .isEqualTo(one.nextAt());
            assertThat(TicketRules.owed(ticket)).as("who owes %s", one.number())
                    .isEqualTo(one.state().equals("DISPATCHED"));
            assertThat(
                    TicketRules.deadline(ticket, terms, EarlierTickets.NOW).map(deadline -> deadline.at()).orElse(null))
                    .as("the next thing that happens to %s (%s, %s)", one.number(), one.state(), one.patience())
                    .isEqualTo(one.wakeAt());
            if (ticket.clock() != null) {
                assertThat(terms.sop().stage(ticket.clock().stage(), ticket.clock().party()))
                        .as("the SOP of %s knows the stage of its clock", one.number()).isPresent();
                assertThat(ticket.clock().stage())
                        .isEqualTo(one.state().equals("REPLIED") ? Stage.VERIFICATION : Stage.RESPONSE);
            }
        }
        assertThat(EARLIER.all().stream().map(one -> scene.kept(one.id()).ticket().clock())
                .filter(clock -> clock != null && clock.party() == Party.HUB)).isNotEmpty();
    }

    @Test
    @Order(3)
    void peopleOpenAndListThem() {
        Acting.as(TicketScene.HEADQUARTERS, () -> {
            for (var one : EARLIER.all()) {
                var view = views.of(one.id());
                assertThat(view.history()).as(one.number()).hasSize(one.steps());
                assertThat(view.answers()).hasSize(one.answers());
                assertThat(view.answers().stream().mapToInt(answer -> answer.photos().size()).sum())
                        .isEqualTo(one.photos());
                assertThat(view.row()).isEqualTo(rows.of(scene.kept(one.id())));
            }
            for (var phase : Phase.values()) {
                var listed = new HashSet<UUID>();
                var query = new Query(Whose.all, null, phase, null, null, null, null, null, null, null, null);
                for (var page = lists.page(query, null, 100);; page = lists.page(query, page.nextCursor(), 100)) {
                    page.items().forEach(row -> listed.add(row.id()));
                    if (page.nextCursor() == null) {
                        break;
                    }
                }
                assertThat(listed).as(phase.name()).containsExactlyInAnyOrderElementsOf(EARLIER.all().stream()
                        .filter(one -> expected(one).phase() == phase).map(Earlier::id).toList());
            }
            return true;
        });
    }

    @Test
    @Order(4)
    void eachTakesAStep() {
        for (var one : EARLIER.all()) {
            var before = scene.kept(one.id());
            if (one.open()) {
                var after = scene.answer(TicketScene.HEADQUARTERS, before, AnswerKind.NOT_FOUND);
                assertThat(after.history().stream().map(TicketView.HistoryView::what)).as(one.number())
                        .contains(Event.ANSWERED);
            } else {
                Acting.as(TicketScene.HEADQUARTERS, () -> handling.reopen(one.id(), "客户不认可", before.version()));
            }
            var after = scene.kept(one.id());
            assertThat(after.ticket().state().name()).as(one.number()).isIn(Name.DISPATCHED, Name.ESCALATED,
                    Name.REOPENED);
            assertThat(TicketRules.owed(after.ticket())).isTrue();
            assertThat(after.due()).as("somebody owes %s an answer by a time", one.number()).isNotNull();
        }
    }

    @Test
    @Order(5)
    void theirTimeRunsOut() {
        scene.pass(Duration.ofDays(3));
        for (var one : EARLIER.all()) {
            var kept = scene.kept(one.id());
            assertThat(kept.ticket().level().name()).as("%s climbed as far as it goes", one.number())
                    .isEqualTo("HEADQUARTERS");
        }
        assertThat(count("ticket.ticket")).isEqualTo(TICKETS);
    }

    private static Name expected(Earlier one) {
        return switch (one.state()) {
            case "DISPATCHED" -> one.level().equals("OUTLET") ? Name.DISPATCHED : Name.ESCALATED;
            default -> Name.valueOf(one.state());
        };
    }

    private static long sum(java.util.function.ToIntFunction<Earlier> of) {
        return EARLIER.all().stream().mapToInt(of).sum();
    }

    private long count(String table) {
        return TicketScene.asPlatform(() -> transaction.execute(
                _ -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }
}

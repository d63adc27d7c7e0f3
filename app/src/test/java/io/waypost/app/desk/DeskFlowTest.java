package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.conversation.Entry;
import io.waypost.app.desk.ContactViews.StepView;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.PresenceCommand;
import io.waypost.core.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C1 C2 C3 a customer's word becomes a contact, goes to one agent who is there, and is never lost between two")
class DeskFlowTest {

    private final DeskScene scene;
    private final DeskRoom room;
    private final ContactDesk desk;
    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final SeatDesk seatDesk;
    private final SeatDues dues;
    private final RouterRound round;
    private final RouterLoop loop;
    private final ContactMoves moves;
    private final Policies policies;
    private final DeskWork work;
    private final DeskBoard board;
    private final Network network;
    private final JdbcClient jdbc;

    DeskFlowTest(DeskScene scene, DeskRoom room, ContactDesk desk, DeskContactStore contacts, DeskSeatStore seats,
            SeatDesk seatDesk,
            SeatDues dues, RouterRound round, RouterLoop loop, ContactMoves moves, Policies policies, DeskWork work,
            DeskBoard board, Network network, JdbcClient jdbc) {
        this.scene = scene;
        this.room = room;
        this.desk = desk;
        this.contacts = contacts;
        this.seats = seats;
        this.seatDesk = seatDesk;
        this.dues = dues;
        this.round = round;
        this.loop = loop;
        this.moves = moves;
        this.policies = policies;
        this.work = work;
        this.board = board;
        this.network = network;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    @Test
    void fromTheFirstWordToTheEnd() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "我的快递 YT6200000000017 到哪了？电话 13812345678");
        until(() -> state(talk) == ContactState.OFFERED);
        var offered = scene.contact(talk, contacts);
        assertThat(offered.contact().agent()).isEqualTo(agent.id());
        assertThat(seat(agent).taken()).isEqualTo(33);

        var view = Acting.as(agent, () -> desk.accept(offered.id()));
        assertThat(view.state()).isEqualTo(ContactState.TALKING);
        assertThat(view.waybills()).containsExactly("YT6200000000017");
        assertThat(view.lastText()).startsWith("我的快递");
        scene.answers(agent, talk, "正在为您查询。");
        scene.says(talk, "好的");
        var closed = Acting.as(agent, () -> desk.close(offered.id(), "WHERE_IS_IT", "已告知"));
        assertThat(closed.end()).isEqualTo(ContactEnd.BY_AGENT);
        assertThat(seat(agent).taken()).isZero();
        var kept = scene.contact(talk, contacts);
        assertThat(kept.takenAt()).isNotNull();
        assertThat(kept.firstReplyAt()).isAfter(kept.openedAt());
        assertThat(kept.customerAt()).isAfter(kept.firstReplyAt());

        var entries = scene.entries(talk);
        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(entries).extracting(Entry::author).containsExactly(Author.CUSTOMER, Author.SYSTEM, Author.AGENT,
                Author.CUSTOMER, Author.SYSTEM, Author.SYSTEM);
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        assertThat(Acting.as(lead, () -> desk.detail(offered.id())).steps()).extracting(StepView::what)
                .containsExactly(StepKind.QUEUED, StepKind.LINKED, StepKind.OFFERED, StepKind.TAKEN, StepKind.CLOSED);

        scene.says(talk, "还有一个问题");
        until(() -> state(talk) == ContactState.OFFERED);
        var again = scene.contact(talk, contacts);
        assertThat(again.id()).isNotEqualTo(offered.id());
        assertThat(again.repeats()).isEqualTo(1);
        assertThat(again.lastAgent()).isEqualTo(agent.id());
        assertThat(again.contact().agent()).isEqualTo(agent.id());
    }

    @Test
    void aThankYouSoonAfterTheEndIsNoNewContact() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "快递到哪了");
        until(() -> state(talk) == ContactState.OFFERED);
        var first = scene.contact(talk, contacts);
        Acting.as(agent, () -> desk.accept(first.id()));
        Acting.as(agent, () -> desk.close(first.id(), "WHERE_IS_IT", null));
        scene.says(talk, "好的，谢谢您");
        var still = scene.contact(talk, contacts);
        assertThat(still.id()).isEqualTo(first.id());
        assertThat(still.contact().state()).isEqualTo(ContactState.CLOSED);
        assertThat(scene.entries(talk).getLast().text()).isEqualTo("好的，谢谢您");
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        assertThat(Acting.as(lead, () -> desk.detail(first.id())).steps()).extracting(StepView::what)
                .endsWith(StepKind.CLOSED, StepKind.THANKED);

        scene.says(talk, "好的，那什么时候派送");
        assertThat(scene.contact(talk, contacts).id()).isNotEqualTo(first.id());

        var late = scene.talk(Organisation.SOUTH);
        scene.says(late, "在吗");
        var ended = scene.contact(late, contacts);
        desk.end(ended.id(), ContactEnd.ABANDONED);
        scene.all(() -> jdbc.sql("update desk.contact set closed_at = now() - interval '11 minutes' where id = :id")
                .param("id", ended.id()).update());
        scene.says(late, "谢谢");
        assertThat(scene.contact(late, contacts).id()).isNotEqualTo(ended.id());
        var fresh = scene.talk(Organisation.SOUTH);
        scene.says(fresh, "谢谢");
        assertThat(scene.contact(fresh, contacts).contact().state()).isNotEqualTo(ContactState.CLOSED);
    }

    @Test
    void nobodyIsOfferedAnythingWhoIsNotTrulyThere() {
        var gone = scene.ready(Organisation.SOUTH);
        scene.all(() -> jdbc.sql(
                "update desk.seat set leases = '{\"t\":\"2026-01-01T00:00:00Z\"}', lease_until = '2026-01-01' where person_id = :id")
                .param("id", gone.id()).update());
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        assertThat(round.run()).isZero();
        assertThat(state(talk)).isEqualTo(ContactState.WAITING);
        Acting.as(gone, () -> seatDesk.say(new PresenceCommand.Lives("t")));
        Acting.as(gone, () -> seatDesk.say(new PresenceCommand.Ready()));
        until(() -> state(talk) == ContactState.OFFERED);
    }

    @Test
    void whoDoesNotAnswerTakesNothingMoreAndTheCustomerKeepsTheirPlace() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> state(talk) == ContactState.OFFERED);
        var since = scene.contact(talk, contacts).contact().since();
        expireOffers();
        round.run();
        var back = scene.contact(talk, contacts);
        assertThat(back.contact().state()).isEqualTo(ContactState.WAITING);
        assertThat(back.contact().since()).isEqualTo(since);
        assertThat(seat(agent).presence().state()).isEqualTo(PresenceState.NOT_READY);
        assertThat(seat(agent).presence().reason()).isEqualTo(NotReadyReason.UNANSWERED);
        assertThat(seat(agent).taken()).isZero();
        assertThatThrownBy(() -> Acting.as(agent, () -> desk.accept(back.id()))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatAnAgentHadWhoIsGoneGoesToAnotherOne() {
        var first = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> state(talk) == ContactState.OFFERED);
        Acting.as(first, () -> desk.accept(scene.contact(talk, contacts).id()));
        var second = scene.ready(Organisation.SOUTH);
        scene.leaves(first);
        until(() -> second.id().equals(scene.contact(talk, contacts).contact().agent()));
        assertThat(seat(first).taken()).isZero();
        assertThat(scene.entries(talk)).extracting(Entry::text).anyMatch(text -> text.contains("客服暂时离开了"));
        assertThatThrownBy(
                () -> Acting.as(first, () -> desk.close(scene.contact(talk, contacts).id(), "OTHER", null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aContactIsPassedToOnePersonAndToAnybodyWhereTheyAreNotThere() {
        var first = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "我要理赔");
        until(() -> state(talk) == ContactState.OFFERED);
        var id = scene.contact(talk, contacts).id();
        Acting.as(first, () -> desk.accept(id));
        var expert = scene.ready(Organisation.NORTH);
        Acting.as(first, () -> desk.pass(id, expert.id(), 2, "金额较大，请您看看"));
        until(() -> state(talk) == ContactState.OFFERED);
        assertThat(scene.contact(talk, contacts).contact().agent()).isEqualTo(expert.id());
        Acting.as(expert, () -> desk.accept(id));
        assertThat(Acting.as(expert, () -> desk.detail(id)).steps()).extracting(StepView::text)
                .contains("金额较大，请您看看");
        assertThatThrownBy(() -> Acting.as(expert, () -> desk.pass(id, null, 1, "x"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(expert, () -> desk.pass(id, UUID.randomUUID(), 2, "x")))
                .isInstanceOf(Refusal.class).hasMessageContaining("at the desk");
    }

    @Test
    void leadsSeeWhatTheyReachAndTheDeskOfWhoeverHasIt() {
        var agent = scene.ready(Organisation.NORTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        scene.all(() -> jdbc
                .sql("update desk.contact set since = since - interval '1 minute' where conversation_id = :id")
                .param("id", talk.conversation()).update());
        round.run();
        until(() -> state(talk) == ContactState.OFFERED);
        var id = scene.contact(talk, contacts).id();
        Acting.as(agent, () -> desk.accept(id));
        for (var unit : List.of(Organisation.SOUTH, Organisation.NORTH)) {
            var lead = scene.there(unit, Permission.DESK_LEAD);
            assertThat(Acting.as(lead, () -> desk.detail(id)).contact().id()).isEqualTo(id);
        }
        var stranger = scene.there(Organisation.BEIJING, Permission.DESK_LEAD);
        assertThatThrownBy(() -> Acting.as(stranger, () -> desk.detail(id))).isInstanceOf(Refusal.class);
        var colleague = scene.there(Organisation.SOUTH);
        assertThatThrownBy(() -> Acting.as(colleague, () -> desk.detail(id))).isInstanceOf(Refusal.class);

        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        Acting.as(lead, () -> desk.takeOver(id));
        assertThat(seat(agent).taken()).isZero();
        assertThat(seat(lead).taken()).isEqualTo(33);
        var row = Acting.as(lead, () -> board.board(DeskBoard.BoardCustomers.ALL)).rows().stream()
                .filter(one -> one.unit().code().equals(Organisation.SOUTH)).findFirst().orElseThrow();
        assertThat(row.talking()).isEqualTo(1);
    }

    @Test
    void aLeadForcesAStateAndTheHistoryHasNoGap() {
        var agent = scene.ready(Organisation.SOUTH);
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        Acting.as(lead, () -> seatDesk.order(agent.id(),
                new PresenceCommand.Force(NotReadyReason.TRAINING, lead.id())));
        assertThatThrownBy(() -> Acting.as(agent, () -> seatDesk.say(new PresenceCommand.Ready())))
                .isInstanceOf(Refusal.class);
        Acting.as(lead, () -> seatDesk.order(agent.id(), new PresenceCommand.Lift(lead.id())));
        Acting.as(agent, () -> seatDesk.say(new PresenceCommand.Ready()));
        var pieces = scene.all(() -> seats.history(agent.id()));
        assertThat(pieces).hasSizeGreaterThan(3);
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).until());
        }
        var foreign = scene.there(Organisation.NORTH, Permission.DESK_LEAD);
        assertThatThrownBy(() -> Acting.as(foreign, () -> seatDesk.order(agent.id(),
                new PresenceCommand.Lift(foreign.id())))).isInstanceOf(Refusal.class);
    }

    @Test
    void threeRoutersAndManyAgentsAtOnceOfferNothingTwice() throws Exception {
        loop.stop();
        try {
            var agents = new ArrayList<Actor.Person>();
            for (int i = 0; i < 30; i++) {
                agents.add(scene.ready(Organisation.SOUTH));
            }
            var talks = new ArrayList<Talk>();
            for (int i = 0; i < 120; i++) {
                talks.add(scene.talk(Organisation.SOUTH));
            }
            var jobs = new ArrayList<Callable<Boolean>>();
            for (int node = 0; node < 3; node++) {
                var router = new RouterRound(contacts, seats, moves, policies, work, network, jdbc);
                jobs.add(() -> {
                    for (int i = 0; i < 25; i++) {
                        router.run();
                    }
                    return true;
                });
            }
            talks.forEach(talk -> jobs.add(() -> scene.says(talk, "在吗").seq() == 1));
            for (var agent : agents) {
                jobs.add(() -> {
                    for (int i = 0; i < 10; i++) {
                        for (var kept : scene.all(() -> contacts.of(agent.id()))) {
                            if (kept.contact().state() == ContactState.OFFERED) {
                                Acting.as(agent, () -> desk.accept(kept.id()));
                            }
                        }
                    }
                    return true;
                });
            }
            try (var threads = Executors.newFixedThreadPool(12)) {
                for (var done : threads.invokeAll(jobs)) {
                    assertThat(done.get()).isTrue();
                }
            }
            round.run();
            var held = scene.all(() -> jdbc.sql("""
                    select s.taken, (select count(*) from desk.contact c where c.agent_id = s.person_id
                        and c.state in ('OFFERED', 'TALKING')) * 33 as has
                    from desk.seat s where s.person_id = any(:ids)
                    """).param("ids", agents.stream().map(Actor.Person::id).toArray(UUID[]::new))
                    .query((row, _) -> List.of(row.getInt("taken"), row.getInt("has"))).list());
            assertThat(held).hasSize(30).allSatisfy(seat -> {
                assertThat(seat.get(0)).isEqualTo(seat.get(1)).isLessThanOrEqualTo(99);
            });
            assertThat(held.stream().mapToInt(List::getFirst).sum()).isEqualTo(90 * 33);
            var twice = scene.all(() -> jdbc.sql("""
                    select count(*) from (select contact_id from desk.step where what = 'OFFERED' and contact_id in
                        (select id from desk.contact where conversation_id = any(:ids)) group by contact_id having count(*) > 1) as d
                    """).param("ids", talks.stream().map(Talk::conversation).toArray(UUID[]::new))
                    .query(Integer.class).single());
            assertThat(twice).isZero();
        } finally {
            loop.start();
        }
    }

    @Test
    void anAgentWhoFreesUpIsUsedAtOnce() {
        var agent = scene.ready(Organisation.SOUTH);
        var talks = List.of(scene.talk(Organisation.SOUTH), scene.talk(Organisation.SOUTH),
                scene.talk(Organisation.SOUTH), scene.talk(Organisation.SOUTH));
        talks.forEach(talk -> scene.says(talk, "在吗"));
        until(() -> seat(agent).taken() == 99);
        var mine = scene.all(() -> contacts.of(agent.id()));
        Acting.as(agent, () -> desk.accept(mine.getFirst().id()));
        var before = Instant.now();
        Acting.as(agent, () -> desk.close(mine.getFirst().id(), "OTHER", null));
        until(() -> seat(agent).taken() == 99);
        // Wide of the 200 ms that are asked for: the machine of a test may be busy.
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoSaysNothingForLongIsNotKeptForEver() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> state(talk) == ContactState.OFFERED);
        Acting.as(agent, () -> desk.accept(scene.contact(talk, contacts).id()));
        scene.answers(agent, talk, "请问运单号？");
        scene.all(() -> jdbc.sql("""
                update desk.contact set agent_at = agent_at - interval '31 minutes', customer_at = customer_at - interval '31 minutes'
                where conversation_id = :id
                """).param("id", talk.conversation()).update());
        dues.run();
        assertThat(scene.contact(talk, contacts).contact().end()).isEqualTo(ContactEnd.SILENT);
        assertThat(seat(agent).taken()).isZero();
    }

    @Test
    void aNoteIsNotForCustomersAndAForeignWordNotForAgents() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> state(talk) == ContactState.OFFERED);
        var id = scene.contact(talk, contacts).id();
        Acting.as(agent, () -> desk.accept(id));
        Acting.as(agent, () -> desk.note(id, "客户情绪激动"));
        assertThat(scene.entries(talk)).filteredOn(entry -> entry.kind() == EntryKind.NOTE).singleElement()
                .satisfies(entry -> assertThat(entry.kind().forCustomers()).isFalse());
        assertThat(scene.conversation(talk).lastText()).isEqualTo("在吗");
    }

    private void expireOffers() {
        scene.all(() -> jdbc
                .sql("update desk.contact set offered_until = now() - interval '1 second' where state = 'OFFERED'")
                .update());
    }

    private ContactState state(Talk talk) {
        return scene.contact(talk, contacts).contact().state();
    }

    private KeptSeat seat(Actor.Person agent) {
        return scene.all(() -> seats.find(agent.id()).orElseThrow());
    }
}

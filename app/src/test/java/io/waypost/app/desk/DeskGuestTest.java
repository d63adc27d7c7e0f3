package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.conversation.Entry;
import io.waypost.app.desk.ContactViews.GuestView;
import io.waypost.app.desk.ContactViews.StepView;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.contact.GuestRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C3 a colleague is asked into a contact, advises, may write too, and sees it only as long as they are a guest")
class DeskGuestTest {

    private final DeskScene scene;
    private final DeskRoom room;
    private final ContactDesk desk;
    private final GuestDesk guests;
    private final DeskTalks talks;
    private final DeskContactStore contacts;
    private final SeatDues dues;
    private final JdbcClient jdbc;

    DeskGuestTest(DeskScene scene, DeskRoom room, ContactDesk desk, GuestDesk guests, DeskTalks talks,
            DeskContactStore contacts, SeatDues dues, JdbcClient jdbc) {
        this.scene = scene;
        this.room = room;
        this.desk = desk;
        this.guests = guests;
        this.talks = talks;
        this.contacts = contacts;
        this.dues = dues;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    /** A customer's contact that an agent of the south has. */
    private record Had(Talk talk, UUID id, Actor.Person agent) {}

    private Had had() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "我要理赔");
        until(() -> scene.contact(talk, contacts).contact().state() == ContactState.OFFERED);
        var id = scene.contact(talk, contacts).id();
        Acting.as(agent, () -> desk.accept(id));
        return new Had(talk, id, agent);
    }

    @Test
    void aGuestOfAnotherRegionSeesItAdvisesAndWritesOnceTheyMay() {
        var had = had();
        var expert = scene.there(Organisation.NORTH);
        assertRefused(expert, "notFound", () -> desk.detail(had.id()));
        Acting.as(had.agent(), () -> guests.ask(had.id(), expert.id(), "金额较大，请您看一下"));
        assertThat(talks.had(expert.id())).containsExactly(had.talk().conversation());
        assertThat(Acting.as(expert, () -> desk.detail(had.id())).contact().guests()).singleElement()
                .satisfies(guest -> {
                    assertThat(guest.note()).isEqualTo("金额较大，请您看一下");
                    assertThat(guest.here()).isFalse();
                });
        assertThat(reads(expert, had)).isTrue();
        assertRefused(expert, "NOT_COME", () -> desk.note(had.id(), "x"));

        Acting.as(expert, () -> guests.come(had.id()));
        Acting.as(expert, () -> desk.note(had.id(), "按保价赔"));
        assertThat(talks.mayWrite(expert.id(), had.talk().conversation())).isFalse();
        assertRefused(expert, "CONTACT_NOT_YOURS", () -> guests.raise(had.id(), expert.id()));
        assertRefused(expert, "CONTACT_NOT_YOURS", () -> desk.close(had.id(), "OTHER", null));
        assertThat(customersSee(had)).noneMatch(text -> text.contains("加入"));

        Acting.as(had.agent(), () -> guests.raise(had.id(), expert.id()));
        assertThat(talks.mayWrite(expert.id(), had.talk().conversation())).isTrue();
        assertThat(talks.has(expert.id(), had.talk().conversation())).isFalse();
        scene.answers(expert, had.talk(), "我是理赔专员");
        assertThat(customersSee(had)).containsSubsequence("客服%s加入了会话。".formatted(expert.name()), "我是理赔专员");

        Acting.as(expert, () -> guests.finish(had.id(), expert.id()));
        assertThat(reads(expert, had)).isFalse();
        assertThat(talks.mayWrite(expert.id(), had.talk().conversation())).isFalse();
        assertThat(talks.had(expert.id())).isEmpty();
        assertRefused(expert, "notFound", () -> desk.detail(had.id()));
        assertThat(steps(had)).containsSubsequence(StepKind.GUEST_ASKED, StepKind.GUEST_CAME, StepKind.NOTE,
                StepKind.GUEST_RAISED, StepKind.GUEST_LEFT);
        assertThat(customersSee(had)).contains("客服%s离开了会话。".formatted(expert.name()));
    }

    @Test
    void aGuestTakesNoCapacityAndIsAskedOnlyWhereTheyAreThere() {
        var had = had();
        var expert = scene.ready(Organisation.NORTH);
        Acting.as(had.agent(), () -> guests.ask(had.id(), expert.id(), "看一下"));
        assertRefused(had.agent(), "ASKED_ALREADY", () -> guests.ask(had.id(), expert.id(), "看一下"));
        assertRefused(had.agent(), "YOURS_ALREADY", () -> guests.ask(had.id(), had.agent().id(), "看一下"));
        assertRefused(had.agent(), "at the desk", () -> guests.ask(had.id(), UUID.randomUUID(), "看一下"));
        assertRefused(expert, "CONTACT_NOT_YOURS", () -> guests.ask(had.id(), scene.there(Organisation.NORTH).id(),
                "看一下"));
        var taken = scene.all(() -> jdbc.sql("select taken from desk.seat where person_id = :id")
                .param("id", expert.id()).query(Integer.class).single());
        assertThat(taken).isZero();
    }

    @Test
    void guestsGoWhenTheContactEndsOrIsPassedOnAndNobodyComesAfterwards() {
        var closed = had();
        var expert = scene.there(Organisation.NORTH);
        Acting.as(closed.agent(), () -> guests.ask(closed.id(), expert.id(), "看一下"));
        Acting.as(closed.agent(), () -> desk.close(closed.id(), "OTHER", null));
        assertRefused(expert, "notFound", () -> guests.come(closed.id()));
        assertThat(reads(expert, closed)).isFalse();

        var passed = had();
        Acting.as(passed.agent(), () -> guests.ask(passed.id(), expert.id(), "看一下"));
        Acting.as(expert, () -> guests.come(passed.id()));
        Acting.as(passed.agent(), () -> desk.pass(passed.id(), null, 2, "请高手看"));
        assertThat(reads(expert, passed)).isFalse();
        assertThat(steps(passed)).contains(StepKind.GUEST_LEFT);
        assertThat(
                scene.all(() -> jdbc.sql("select count(*) from desk.guest where ended_at is null and person_id = :id")
                        .param("id", expert.id()).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void aGuestWhoIsGoneIsNoGuest() {
        var had = had();
        var expert = scene.there(Organisation.NORTH);
        Acting.as(had.agent(), () -> guests.ask(had.id(), expert.id(), "看一下"));
        Acting.as(expert, () -> guests.come(had.id()));
        Acting.as(had.agent(), () -> guests.raise(had.id(), expert.id()));
        dues.run();
        assertThat(reads(expert, had)).isTrue();
        scene.leaves(expert);
        until(() -> !reads(expert, had));
        assertThat(customersSee(had)).contains("客服%s离开了会话。".formatted(expert.name()));
        assertThat(scene.contact(had.talk(), contacts).contact().agent()).isEqualTo(had.agent().id());
    }

    @Test
    void aLeadWhoLooksOnWhispersAndTheCustomerHearsNothing() {
        var had = had();
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        Acting.as(lead, () -> guests.whisper(had.id(), "先安抚，别谈金额"));
        var whisper = scene.entries(had.talk()).getLast();
        assertThat(whisper.kind()).isEqualTo(EntryKind.NOTE);
        assertThat(whisper.authorName()).isEqualTo(lead.name());
        assertThat(whisper.cid()).startsWith(GuestDesk.WHISPER);
        assertThat(customersSee(had)).doesNotContain("先安抚，别谈金额");
        assertThat(scene.contact(had.talk(), contacts).firstReplyAt()).isNull();
        assertThat(steps(had)).contains(StepKind.WHISPERED);
        var foreign = scene.there(Organisation.NORTH, Permission.DESK_LEAD);
        assertRefused(foreign, "notFound", () -> whispers(had));
        assertRefused(had.agent(), "notFound", () -> whispers(had));
        Acting.as(had.agent(), () -> desk.close(had.id(), "OTHER", null));
        assertRefused(lead, "NOBODY_HAS_IT", () -> whispers(had));
    }

    @Test
    void whoComesAndWhoEndsItAtTheSameMomentLeaveNobodyInside() throws Exception {
        for (int round = 0; round < 6; round++) {
            room.clear();
            var had = had();
            var expert = scene.there(Organisation.NORTH);
            Acting.as(had.agent(), () -> guests.ask(had.id(), expert.id(), "看一下"));
            var second = scene.there(Organisation.NORTH);
            var jobs = new ArrayList<Callable<Boolean>>();
            jobs.add(() -> Acting.as(expert, () -> guests.come(had.id())).id().equals(had.id()));
            jobs.add(() -> Acting.as(had.agent(), () -> guests.ask(had.id(), second.id(), "看")).id().equals(had.id()));
            jobs.add(() -> Acting.as(had.agent(), () -> guests.ask(had.id(), second.id(), "看")).id().equals(had.id()));
            jobs.add(() -> Acting.as(had.agent(), () -> guests.raise(had.id(), expert.id())).id().equals(had.id()));
            jobs.add(() -> Acting.as(had.agent(), () -> desk.close(had.id(), "OTHER", null)).id().equals(had.id()));
            try (var threads = Executors.newFixedThreadPool(jobs.size())) {
                for (var done : threads.invokeAll(jobs)) {
                    try {
                        assertThat(done.get()).isTrue();
                    } catch (ExecutionException refused) {
                        assertThat(refused.getCause()).isInstanceOf(Refusal.class);
                    }
                }
            }
            assertThat(scene.contact(had.talk(), contacts).contact().state()).isEqualTo(ContactState.CLOSED);
            assertThat(scene.all(() -> jdbc
                    .sql("select count(*) from desk.guest where ended_at is null and contact_id = :id")
                    .param("id", had.id()).query(Integer.class).single())).isZero();
            assertThat(reads(expert, had)).isFalse();
        }
    }

    @Test
    void listsSayWhoIsInAContact() {
        var had = had();
        var expert = scene.there(Organisation.NORTH);
        Acting.as(had.agent(), () -> guests.ask(had.id(), expert.id(), "看一下"));
        var view = Acting.as(had.agent(), () -> desk.detail(had.id())).contact();
        assertThat(view.guests()).extracting(GuestView::role).containsExactly(GuestRole.CONSULT);
        assertThat(view.guests()).extracting(guest -> guest.by().id()).containsExactly(had.agent().id());
        assertThat(scene.all(() -> contacts.askedInto(expert.id()))).extracting(KeptContact::id)
                .containsExactly(had.id());
    }

    private Object whispers(Had had) {
        guests.whisper(had.id(), "x");
        return had;
    }

    private boolean reads(Actor.Person person, Had had) {
        return Acting.as(person, () -> talks.mayRead(had.talk().conversation()));
    }

    private List<String> customersSee(Had had) {
        return scene.entries(had.talk()).stream().filter(entry -> entry.kind().forCustomers()).map(Entry::text)
                .toList();
    }

    private List<StepKind> steps(Had had) {
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        return Acting.as(lead, () -> desk.detail(had.id())).steps().stream().map(StepView::what).toList();
    }

    private static void assertRefused(Actor.Person person, String words, Callable<Object> step) {
        assertThatThrownBy(() -> Acting.as(person, step::call)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code() + " " + Objects.toString(refusal.detail()) + " "
                        + refusal.getMessage() + (refusal.status().value() == 404 ? " notFound" : ""))
                        .contains(words));
    }
}

package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.app.ticket.KeptTicket.Result;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.app.ticket.TicketCounter.Contact;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.RejectReason;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@DisplayName("T1 T3 T4 a complaint is driven through its whole life on the database")
class TicketLifeTest {

    private static final TicketKind LATE = new TicketKind("DELAY.TRANSPORT");
    private static final Actor.Person AGENT = new Actor.Person(new UUID(7, 70), "desk-agent", "客服 小林", "R05",
            "/HQ/R05/",
            Set.of(Permission.TICKET_READ, Permission.TICKET_OPEN, Permission.TICKET_NOTE, Permission.TICKET_HANDLE,
                    Permission.PARCEL_READ));

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketWork work;
    private final TicketHandling handling;
    private final Merging merging;
    private final TicketDoor door;

    TicketLifeTest(TicketScene scene, TicketCounter counter, TicketWork work, TicketHandling handling,
            Merging merging, TicketDoor door) {
        this.scene = scene;
        this.counter = counter;
        this.work = work;
        this.handling = handling;
        this.merging = merging;
        this.door = door;
    }

    @Test
    void fromTheCallToTheCallBackWithADisputeOnTheWay() {
        var kept = complaint(TicketScene.waybill(), null);
        assertThat(kept.ticket().state().name()).isEqualTo(Name.NEW);
        assertThat(kept.ticket().statutory()).as("the law's seven days run").isNotNull();
        var id = kept.id();
        Acting.as(AGENT, () -> handling.triage(id, new TicketKind("DELAY.DELIVERY"), null, version(id)));
        Acting.as(AGENT, () -> handling.dispatch(id, TicketScene.HUB_GUANGZHOU, "请核实", version(id)));
        Acting.as(TicketScene.HUB_CLERK, () -> work.accept(id, version(id)));
        Acting.as(TicketScene.HUB_CLERK, () -> work.start(id, version(id)));
        Acting.as(TicketScene.HUB_CLERK, () -> work.waitFor(id, WaitReason.EVIDENCE,
                scene.now().plus(Duration.ofHours(5)), "等监控", version(id)));
        scene.pass(Duration.ofHours(6));
        assertThat(state(id)).as("the wait is over by itself").isEqualTo(Name.IN_PROGRESS);
        Acting.as(TicketScene.HUB_CLERK, () -> work.applyClose(id, "已送达并致歉", null, version(id)));
        assertThatThrownBy(() -> Acting.as(AGENT, () -> handling.check(id, true, null, Result.OPEN, version(id))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("REQUIREMENT_MISSING");
                    assertThat(refusal.extra().get("missing")).asString().contains("LIABILITY", "ROOT_CAUSE");
                });
        Acting.as(AGENT,
                () -> handling.check(id, true, null, new Result(Liability.LIABLE, "TRANSIT.BACKLOG"), version(id)));
        Acting.as(AGENT, () -> handling.callBack(id, CallBackVerdict.NOT_SETTLED, "客户说没收到", version(id)));
        assertThat(state(id)).isEqualTo(Name.REOPENED);
        assertThat(scene.kept(id).holder().unitCode()).as("one level up decides").isEqualTo("R05");
        Acting.as(TicketScene.REGION, () -> work.accept(id, version(id)));
        Acting.as(TicketScene.REGION, () -> work.applyClose(id, "补送并赔付", null, version(id)));
        Acting.as(AGENT, () -> handling.check(id, true, null, Result.OPEN, version(id)));
        Acting.as(AGENT, () -> handling.callBack(id, CallBackVerdict.SETTLED, null, version(id)));
        Acting.as(AGENT, () -> counter.close(id, CloseReason.SETTLED, null, version(id), Result.OPEN));
        assertThat(state(id)).isEqualTo(Name.CLOSED);
        assertThat(scene.events(id)).contains(Event.TRIAGED, Event.DISPATCHED, Event.ACCEPTED, Event.WAITING,
                Event.RESUMED, Event.CLOSE_APPLIED, Event.CHECKED, Event.CALLED_BACK, Event.REOPENED, Event.CLOSED);
    }

    @Test
    void anUnansweredComplaintClimbsAndItsDeskHears() {
        var kept = complaint(TicketScene.waybill(), null);
        Acting.as(AGENT, () -> handling.dispatch(kept.id(), TicketScene.HUB_GUANGZHOU, null, version(kept.id())));
        scene.pass(Duration.ofHours(24).plusMinutes(1));
        assertThat(state(kept.id())).isEqualTo(Name.ESCALATED);
        assertThat(scene.kept(kept.id()).holder().unitCode()).isEqualTo("R05");
    }

    @Test
    @DisplayName("T4 the same customer's same matter within the window is a repeated complaint")
    void repeatedComplaintsAreCounted() {
        var contact = new Contact("王女士", "138%08d".formatted(System.identityHashCode(this) % 100_000_000));
        var waybill = TicketScene.waybill();
        var first = complaint(waybill, contact);
        Acting.as(AGENT, () -> handling.reject(first.id(), RejectReason.NOT_JUSTIFIED, "不成立",
                version(first.id())));
        var second = complaint(waybill, contact);
        assertThat(second.intake().repeatNumber()).isEqualTo(2);
        assertThat(complaint(TicketScene.waybill(), contact).intake().repeatNumber()).as("another parcel").isEqualTo(1);
    }

    @Test
    @DisplayName("T4 a merge can be taken back as if it had not been")
    void mergedAndUnmerged() {
        var one = complaint(TicketScene.waybill(), null);
        var other = complaint(TicketScene.waybill(), null);
        var due = scene.kept(one.id()).due();
        Acting.as(AGENT, () -> merging.merge(one.id(), other.id(), "同一件事", version(one.id())));
        assertThat(state(one.id())).isEqualTo(Name.MERGED);
        assertThat(scene.events(other.id())).contains(Event.NOTED);
        Acting.as(AGENT, () -> merging.unmerge(one.id(), null, version(one.id())));
        assertThat(state(one.id())).isEqualTo(Name.NEW);
        assertThat(scene.kept(one.id()).due()).isEqualTo(due);
    }

    @Test
    @DisplayName("T4 the customer's word ends a wait for the customer, confirms or disputes")
    void theCustomerIsHeard() {
        var kept = complaint(TicketScene.waybill(), null);
        var id = kept.id();
        Acting.as(AGENT, () -> handling.dispatch(id, TicketScene.HUB_GUANGZHOU, null, version(id)));
        Acting.as(TicketScene.HUB_CLERK, () -> work.accept(id, version(id)));
        Acting.as(TicketScene.HUB_CLERK, () -> work.waitFor(id, WaitReason.CUSTOMER,
                scene.now().plus(Duration.ofDays(2)), "请提供照片", version(id)));
        TicketScene.asPlatform(() -> door.message(id, "照片发您了", List.of()));
        assertThat(state(id)).isEqualTo(Name.IN_PROGRESS);
        Acting.as(TicketScene.HUB_CLERK, () -> scene.answer(TicketScene.HUB_CLERK, id,
                new Given(AnswerKind.EXPLAINED, "已重新派送", null, null, null, version(id))));
        assertThat(state(id)).isEqualTo(Name.REPLIED);
        TicketScene.asPlatform(() -> door.dispute(id, "没有收到"));
        assertThat(state(id)).isEqualTo(Name.REOPENED);
        List<Tickets.TicketMessage> said = TicketScene.asPlatform(() -> door.messages(id));
        assertThat(said).extracting(Tickets.TicketMessage::text).containsSubsequence("照片发您了", "没有收到");
    }

    private KeptTicket complaint(String waybill, @Nullable Contact contact) {
        if (TicketScene.asPlatform(() -> door.ofParcel(waybill)).isEmpty()) {
            scene.scan(waybill, ScanType.ARRIVED, TicketScene.HUB_GUANGZHOU, null);
        }
        return Acting.as(AGENT, () -> counter.open(new Matter(waybill, LATE, "迟了三天", null, contact, null)).kept());
    }

    private int version(UUID id) {
        return scene.kept(id).version();
    }

    private Name state(UUID id) {
        return scene.kept(id).ticket().state().name();
    }
}

package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketScene.AGENT;
import static io.waypost.app.ticket.TicketScene.BEIJING_CLERK;
import static io.waypost.app.ticket.TicketScene.CLERK;
import static io.waypost.app.ticket.TicketScene.HEADQUARTERS;
import static io.waypost.app.ticket.TicketScene.HUB_BEIJING;
import static io.waypost.app.ticket.TicketScene.HUB_CLERK;
import static io.waypost.app.ticket.TicketScene.HUB_GUANGZHOU;
import static io.waypost.app.ticket.TicketScene.OTHER_REGION;
import static io.waypost.app.ticket.TicketScene.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.core.scan.ScanType;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.Verdict;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@DisplayName("P8 T2 T3 a silent parcel becomes work, and the work comes to an end")
class TicketFlowTest {

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketViews views;

    TicketFlowTest(TicketScene scene, TicketCounter counter, TicketViews views) {
        this.scene = scene;
        this.counter = counter;
        this.views = views;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void aSilentParcelOpensATicketWithThePlaceThatHasIt() {
        var kept = scene.silentAtGuangzhou();
        var row = row(kept.id());
        assertThat(row.state()).isEqualTo(Name.DISPATCHED);
        assertThat(row.level()).isEqualTo(TicketLevel.OUTLET);
        assertThat(row.unit().code()).isEqualTo(HUB_GUANGZHOU);
        assertThat(row.responsible()).isEqualTo(new PersonRef(HUB_CLERK.id(), HUB_CLERK.name()));
        assertThat(row.dueAt()).isEqualTo(row.openedAt().plus(Duration.ofHours(2)));
        assertThat(row.limitMinutes()).isEqualTo(120);
        assertThat(row.number()).matches("T\\d{6}-\\d{5}-\\d");
        assertThat(scene.events(kept.id())).containsExactly(Event.OPENED, Event.NOTIFIED);
        assertThat(scene.finding(kept.parcel()).ticketId()).isEqualTo(kept.id());
        assertThat(Acting.as(HUB_CLERK, () -> views.of(kept.id())).finding()).isNotNull();
    }

    @Test
    void unansweredItClimbsToTheRegionAndToHeadquartersAndStaysOverdue() {
        var kept = scene.silentAtGuangzhou();
        var opened = kept.openedAt();
        scene.pass(Duration.ofMinutes(121));
        assertThat(row(kept.id()).level()).isEqualTo(TicketLevel.REGION);
        assertThat(row(kept.id()).unit().code()).isEqualTo("R05");
        assertThat(row(kept.id()).dueAt()).as("exact, though it was looked at later")
                .isEqualTo(opened.plus(Duration.ofHours(4)));
        scene.pass(Duration.ofMinutes(121));
        assertThat(row(kept.id()).level()).isEqualTo(TicketLevel.HEADQUARTERS);
        scene.pass(Duration.ofHours(5));
        assertThat(row(kept.id()).dueAt()).isEqualTo(opened.plus(Duration.ofHours(8)));
        assertThat(scene.events(kept.id())).containsExactly(Event.OPENED, Event.NOTIFIED, Event.NOTIFIED,
                Event.ESCALATED, Event.NOTIFIED, Event.NOTIFIED, Event.ESCALATED, Event.NOTIFIED, Event.NOTIFIED,
                Event.OVERDUE, Event.NOTIFIED);
        scene.pass(Duration.ofDays(2));
        assertThat(scene.events(kept.id())).hasSize(11);
        assertThat(scene.kept(kept.id()).facts().answeredInTime()).isFalse();
    }

    @Test
    void foundAndForwardedThenScannedIsARightWarningAndClosesByItself() {
        var kept = scene.silentAtGuangzhou();
        scene.pass(Duration.ofMinutes(30));
        var view = scene.answer(HUB_CLERK, kept, AnswerKind.FOUND_FORWARDED);
        assertThat(view.row().state()).isEqualTo(Name.REPLIED);
        assertThat(view.row().waitingUntil()).isEqualTo(scene.now().plus(Duration.ofHours(12)));
        scene.pass(Duration.ofMinutes(10));
        scene.scan(kept.parcel(), ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        assertThat(row(kept.id()).closeReason()).isEqualTo(CloseReason.ANSWERED_AND_MOVED);
        assertThat(scene.finding(kept.parcel()).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(scene.kept(kept.id()).facts().answeredInTime()).isTrue();
        assertThat(Acting.as(HUB_CLERK, () -> views.of(kept.id())).allowed()).containsExactly(TicketAction.NOTE);
    }

    @Test
    void aParcelThatMovesBeforeAnybodyActsIsAWrongWarning() {
        var kept = scene.silentAtGuangzhou();
        scene.scan(kept.parcel(), ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        assertThat(row(kept.id()).closeReason()).isEqualTo(CloseReason.CAUSE_GONE);
        assertThat(scene.finding(kept.parcel()).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(scene.events(kept.id())).endsWith(Event.CAUSE_GONE, Event.CLOSED);
    }

    @Test
    void forwardedButNeverScannedComesBackOneLevelUp() {
        var kept = scene.silentAtGuangzhou();
        scene.answer(HUB_CLERK, kept, AnswerKind.FOUND_FORWARDED);
        scene.pass(Duration.ofHours(12).plusSeconds(1));
        assertThat(row(kept.id()).level()).isEqualTo(TicketLevel.REGION);
        assertThat(row(kept.id()).state()).isEqualTo(Name.ESCALATED);
    }

    @Test
    void notFoundGoesToTheRegionWhichSettlesIt() {
        var kept = scene.silentAtGuangzhou();
        var view = scene.answer(HUB_CLERK, kept, AnswerKind.NOT_FOUND);
        assertThat(view.row().unit().code()).isEqualTo("R05");
        assertThat(view.history()).filteredOn(entry -> entry.what() == Event.ESCALATED).singleElement()
                .satisfies(entry -> assertThat(entry.data()).as("the outlet answered, and is not called late")
                        .containsEntry("why", "TROUBLE"));
        assertThat(scene.finding(kept.parcel()).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(view.allowed()).contains(TicketAction.ANSWER).doesNotContain(TicketAction.CLOSE);
        var closed = Acting.as(REGION,
                () -> counter.close(kept.id(), CloseReason.SETTLED, "已赔付", view.row().version(),
                        KeptTicket.Result.OPEN));
        assertThat(closed.row().state()).isEqualTo(Name.CLOSED);
        assertThat(scene.finding(kept.parcel()).clearedBy()).isEqualTo(ClearCause.MANUAL);
        scene.pass(Duration.ofDays(3));
        assertThat(scene.events(kept.id())).endsWith(Event.CLOSED);
    }

    @Test
    void misdirectedGoesToTheOtherPlaceAndTheFirstOnlyWatches() {
        var kept = scene.silentAtGuangzhou();
        var view = scene.answer(HUB_CLERK, kept.id(),
                new Given(AnswerKind.MISDIRECTED, "装错车", null, HUB_BEIJING, null, kept.version()));
        assertThat(view.row().unit().code()).isEqualTo(HUB_BEIJING);
        assertThat(view.allowed()).containsExactly(TicketAction.NOTE);
        assertRefused("NOT_YOUR_UNIT", () -> scene.answer(HUB_CLERK, kept.id(),
                TicketScene.given(AnswerKind.NOT_FOUND, view.row().version())));
        var there = scene.answer(BEIJING_CLERK, kept.id(),
                TicketScene.given(AnswerKind.FOUND_FORWARDED, view.row().version()));
        assertThat(there.row().state()).isEqualTo(Name.REPLIED);
        assertThat(there.answers()).extracting(answer -> answer.by().name()).containsExactly(HUB_CLERK.name(),
                BEIJING_CLERK.name());
    }

    @Test
    void waitingForTheCustomerPausesUntilTheTimeNamed() {
        var kept = scene.silentAtGuangzhou();
        var until = scene.now().plus(Duration.ofHours(20));
        var answered = scene.answer(HUB_CLERK, kept.id(),
                new Given(AnswerKind.WAITING_CUSTOMER, "等客户回电", until, null, null, kept.version())).answers().getLast();
        scene.pass(Duration.ofHours(19));
        assertThat(row(kept.id()).state()).isEqualTo(Name.WAITING);
        scene.pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(row(kept.id()).state()).isEqualTo(Name.DISPATCHED);
        assertThat(row(kept.id()).dueAt()).as("what was left of the two hours")
                .isEqualTo(Objects.requireNonNull(kept.due()).plus(Duration.between(answered.at(), until)));
        assertThat(scene.events(kept.id())).contains(Event.RESUMED);
    }

    @Test
    void urgentShortensTheTimeAndIsShown() {
        var kept = scene.silentAtGuangzhou();
        var view = Acting.as(AGENT,
                () -> counter.urgent(kept.id(), new TicketCounter.Urgency(UrgentReason.MEDICINE, "胰岛素", null)));
        assertThat(view.row().dueAt()).isEqualTo(scene.now().plus(Duration.ofHours(1)));
        assertThat(view.row().urgentReason()).isEqualTo(UrgentReason.MEDICINE);
        assertRefused("ALREADY_URGENT", () -> Acting.as(AGENT,
                () -> counter.urgent(kept.id(), new TicketCounter.Urgency(UrgentReason.LOST, null, null))));
    }

    @Test
    void notesAndUrgesLeaveAnAnswerInWritingValid() {
        var kept = scene.silentAtGuangzhou();
        Acting.as(AGENT, () -> counter.note(kept.id(), "客户说很急"));
        Acting.as(AGENT, () -> counter.urge(kept.id(), null));
        assertThat(row(kept.id()).urges()).isEqualTo(1);
        assertThat(scene.answer(HUB_CLERK, kept, AnswerKind.FOUND_FORWARDED).row().state()).isEqualTo(Name.REPLIED);
    }

    @Test
    void anOldVersionIsAnsweredWithTheTicketAsItStands() {
        var kept = scene.silentAtGuangzhou();
        scene.answer(HUB_CLERK, kept, AnswerKind.FOUND_FORWARDED);
        assertThatThrownBy(() -> scene.answer(HUB_CLERK, kept, AnswerKind.NOT_FOUND))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("STALE_VERSION");
                    assertThat(refusal.extra().get("current")).isInstanceOfSatisfying(TicketView.class,
                            view -> assertThat(view.row().state()).isEqualTo(Name.REPLIED));
                });
    }

    @Test
    void answersAreCheckedFieldByField() {
        var kept = scene.silentAtGuangzhou();
        assertInvalid("misdirectedTo", kept,
                new Given(AnswerKind.MISDIRECTED, "", null, "NOWHERE", null, kept.version()));
        assertInvalid("misdirectedTo", kept,
                new Given(AnswerKind.MISDIRECTED, "", null, HUB_GUANGZHOU, null, kept.version()));
        assertInvalid("until", kept, new Given(AnswerKind.ON_THE_WAY, "", null, null, null, kept.version()));
        assertInvalid("until", kept,
                new Given(AnswerKind.ON_THE_WAY, "", scene.now().minusSeconds(1), null, null, kept.version()));
        assertInvalid("version", kept, new Given(AnswerKind.NOT_FOUND, "", null, null, null, null));
        assertInvalid("remark", kept,
                new Given(AnswerKind.NOT_FOUND, "字".repeat(1001), null, null, null, kept.version()));
        assertInvalid("photoIds", kept, new Given(AnswerKind.NOT_FOUND, "", null, null,
                java.util.List.of(UUID.randomUUID()), kept.version()));
        assertThat(row(kept.id()).state()).as("nothing was kept of all that").isEqualTo(Name.DISPATCHED);
        assertThat(scene.events(kept.id())).hasSize(2);
    }

    @Test
    void whoDoesNotReachTheUnitDoesNotEvenLearnThatTheTicketExists() {
        var kept = scene.silentAtGuangzhou();
        for (var stranger : new io.waypost.app.kernel.Actor[]{CLERK, OTHER_REGION, BEIJING_CLERK}) {
            assertRefused("NOT_FOUND", () -> Acting.as(stranger, () -> views.of(kept.id())));
            assertRefused("NOT_FOUND", () -> scene.answer(stranger, kept, AnswerKind.NOT_FOUND));
        }
        assertThat(Acting.as(HEADQUARTERS, () -> views.of(kept.id())).allowed()).contains(TicketAction.CLOSE);
    }

    private TicketRow row(UUID id) {
        return TicketScene.asPlatform(() -> views.of(id)).row();
    }

    private void assertInvalid(String field, KeptTicket kept, Given given) {
        assertThatThrownBy(() -> scene.answer(HUB_CLERK, kept.id(), given))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields()).extracting(Refusal.Field::field).contains(field));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

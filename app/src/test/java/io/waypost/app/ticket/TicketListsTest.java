package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketScene.AGENT;
import static io.waypost.app.ticket.TicketScene.CLERK;
import static io.waypost.app.ticket.TicketScene.HEADQUARTERS;
import static io.waypost.app.ticket.TicketScene.HUB_CLERK;
import static io.waypost.app.ticket.TicketScene.OTHER_REGION;
import static io.waypost.app.ticket.TicketScene.OUTLET_TIANHE;
import static io.waypost.app.ticket.TicketScene.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.app.ticket.TicketLists.Query;
import io.waypost.app.ticket.TicketLists.Whose;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.UrgentReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@DisplayName("N2 T3 ticket lists: what is due first, within the reader's scope")
class TicketListsTest {

    private static final Query ALL = new Query(null, null, null, null, null, null, null, null, null, null, null);

    private final TicketScene scene;
    private final TicketLists lists;
    private final TicketCounter counter;
    private final List<KeptTicket> opened = new ArrayList<>();

    TicketListsTest(TicketScene scene, TicketLists lists, TicketCounter counter) {
        this.scene = scene;
        this.lists = lists;
        this.counter = counter;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    /** Three at the outlet of Tianhe: the last is urgent and so due before the others; all older ones closed. */
    @BeforeEach
    void threeTickets() {
        for (var row : list(HEADQUARTERS, ALL).items()) {
            Acting.as(HEADQUARTERS,
                    () -> counter.close(row.id(), CloseReason.MISTAKE, null, row.version(), KeptTicket.Result.OPEN));
        }
        opened.clear();
        for (int i = 0; i < 3; i++) {
            var waybill = TicketScene.waybill();
            scene.scan(waybill, ScanType.ARRIVED, OUTLET_TIANHE, null);
            var urgency = i == 2 ? new Urgency(UrgentReason.LOST, null, null) : null;
            opened.add(
                    Acting.as(AGENT, () -> counter.open(Matter.of(waybill, TicketKind.URGE, null, urgency))).kept());
            scene.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void whatIsDueFirstComesFirst() {
        assertThat(ids(list(CLERK, ALL))).containsExactly(id(2), id(0), id(1));
    }

    @Test
    void pagesFollowOneAnother() {
        var first = Acting.as(CLERK, () -> lists.page(ALL, null, 2));
        assertThat(ids(first)).containsExactly(id(2), id(0));
        assertThat(first.total()).isEqualTo(3);
        var second = Acting.as(CLERK, () -> lists.page(ALL, first.nextCursor(), 2));
        assertThat(ids(second)).containsExactly(id(1));
        assertThat(second.nextCursor()).isNull();
        assertThatThrownBy(() -> Acting.as(CLERK, () -> lists.page(ALL, "bm9uc2Vuc2U", 2))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatARegionSeesElsewhereIsCountedWithItsOwn() {
        var closed = new Query(null, null, TicketState.Phase.ENDED, null, null, null, null, null, null, null, null);
        long closedBefore = count(OTHER_REGION, closed);
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.DEPARTED, TicketScene.HUB_BEIJING, null);
        scene.pass(Duration.ofSeconds(1));
        scene.scan(waybill, ScanType.ARRIVED, OUTLET_TIANHE, null);
        var followed = Acting.as(OTHER_REGION,
                () -> counter.open(Matter.of(waybill, TicketKind.URGE, null, null))).kept();
        assertThat(count(OTHER_REGION, ALL)).isOne();
        assertThat(Acting.as(OTHER_REGION, lists::counts).overdue()).isZero();
        assertThat(count(REGION, ALL)).as("each once, though the parcel lies here").isEqualTo(4);
        assertThat(Acting.as(REGION, () -> lists.count(ALL, 2))).as("no further than asked").isEqualTo(2);
        scene.pass(Duration.ofHours(2).plusMinutes(1));
        assertThat(Acting.as(OTHER_REGION, lists::counts).escalated()).isOne();
        Acting.as(HEADQUARTERS, () -> counter.close(followed.id(), CloseReason.MISTAKE, null,
                scene.kept(followed.id()).version(), KeptTicket.Result.OPEN));
        assertThat(count(OTHER_REGION, ALL)).as("over").isZero();
        assertThat(Acting.as(OTHER_REGION, lists::counts).escalated()).isZero();
        assertThat(count(OTHER_REGION, closed)).isEqualTo(closedBefore + 1);
    }

    private long count(Actor by, Query query) {
        return Acting.as(by, () -> lists.count(query, 100));
    }

    @Test
    void everybodySeesTheirPartOfTheTreeAndNothingElse() {
        assertThat(list(REGION, ALL).total()).isEqualTo(3);
        assertThat(list(HEADQUARTERS, ALL).total()).isEqualTo(3);
        assertThat(list(HUB_CLERK, ALL).items()).isEmpty();
        assertThat(list(OTHER_REGION, ALL).items()).isEmpty();
        assertThat(list(new Actor.Visitor("1.2.3.4"), ALL).items()).isEmpty();
    }

    @Test
    void aPartnersKeySeesTheTicketsOfItsUnit() {
        var partner = new Actor.Partner(new UUID(9, 9), "simulator", new Scope(CLERK.unitPath()),
                Set.of(Permission.TICKET_READ, Permission.TICKET_ANSWER));
        assertThat(list(partner, with(Whose.unit)).total()).isEqualTo(3);
        assertThat(list(partner, with(Whose.mine)).total()).isZero();
        var view = scene.answer(partner, opened.getFirst(), AnswerKind.FOUND_FORWARDED);
        assertThat(view.history().getLast().by().kind()).isEqualTo(By.Kind.PARTNER);
    }

    @Test
    void listsAreFiltered() {
        assertThat(ids(list(CLERK, new Query(null, null, null, null, true, null, null, null, null, null, null))))
                .containsExactly(id(2));
        assertThat(
                list(CLERK, new Query(null, null, null, TicketLevel.REGION, null, null, null, null, null, null, null))
                        .items())
                .isEmpty();
        assertThat(
                list(CLERK, new Query(null, null, null, null, null, null, "QUERY", null, null, null, null))
                        .items())
                .isEmpty();
        assertThat(list(CLERK, with(Whose.mine)).total()).isEqualTo(3);
        assertThat(list(REGION, with(Whose.mine)).total()).isZero();
        assertThat(list(REGION, with(Whose.unit)).total()).isZero();
        scene.answer(CLERK, opened.getFirst(), AnswerKind.FOUND_FORWARDED);
        assertThat(ids(list(CLERK, state(Name.REPLIED)))).containsExactly(id(0));
        scene.pass(Duration.ofMinutes(61));
        assertThat(list(REGION, with(Whose.unit)).total()).isEqualTo(1);
        assertThat(list(CLERK, overdue(true)).items()).isEmpty();
        assertThat(list(CLERK, overdue(false)).items()).hasSize(3);
    }

    @Test
    void overdueAreThoseThatNobodyIsAbove() {
        scene.pass(Duration.ofHours(9));
        assertThat(list(CLERK, overdue(true)).total()).isEqualTo(3);
        var counts = Acting.as(HEADQUARTERS, lists::counts);
        assertThat(counts.overdue()).isEqualTo(3);
        assertThat(counts.escalated()).isEqualTo(3);
    }

    @Test
    void closedOnesAreListedTheLatestFirst() {
        Acting.as(REGION, () -> counter.close(id(1), CloseReason.MISTAKE, null, 1, KeptTicket.Result.OPEN));
        scene.pass(Duration.ofSeconds(1));
        Acting.as(REGION, () -> counter.close(id(0), CloseReason.MISTAKE, null, 1, KeptTicket.Result.OPEN));
        assertThat(ids(list(CLERK, state(Name.CLOSED)))).startsWith(id(0), id(1));
        assertThat(list(CLERK, ALL).total()).isEqualTo(1);
    }

    @Test
    void aTicketIsFoundByItsNumberOrItsWaybillHoweverTyped() {
        var kept = opened.getFirst();
        assertThat(ids(list(CLERK, search(kept.number().replace("-", ""))))).containsExactly(kept.id());
        assertThat(ids(list(CLERK, search(" " + kept.parcel().toLowerCase(java.util.Locale.ROOT)))))
                .containsExactly(kept.id());
        assertThat(list(CLERK, search("' or 1=1 --")).items()).isEmpty();
        Acting.as(REGION, () -> counter.close(kept.id(), CloseReason.MISTAKE, null, 1, KeptTicket.Result.OPEN));
        assertThat(ids(list(CLERK, search(kept.parcel())))).as("closed ones too").containsExactly(kept.id());
    }

    @Test
    void countsAreOfOpenTicketsWithinReach() {
        scene.pass(Duration.ofMinutes(31));
        var counts = Acting.as(CLERK, lists::counts);
        assertThat(counts).isEqualTo(new TicketListStore.Counts(3, 3, 1, 0, 1, 0, 0));
        assertThat(Acting.as(OTHER_REGION, lists::counts))
                .isEqualTo(new TicketListStore.Counts(0, 0, 0, 0, 0, 0, 0));
    }

    private UUID id(int index) {
        return opened.get(index).id();
    }

    private Page<TicketRow> list(Actor by, Query query) {
        return Acting.as(by, () -> lists.page(query, null, 50));
    }

    private static List<UUID> ids(Page<TicketRow> page) {
        return page.items().stream().map(TicketRow::id).toList();
    }

    private static Query with(Whose view) {
        return new Query(view, null, null, null, null, null, null, null, null, null, null);
    }

    private static Query state(Name state) {
        return new Query(null, state, null, null, null, null, null, null, null, null, null);
    }

    private static Query overdue(boolean overdue) {
        return new Query(null, null, null, null, null, overdue, null, null, null, null, null);
    }

    private static Query search(@Nullable String text) {
        return new Query(null, null, null, null, null, null, null, text, null, null, null);
    }
}

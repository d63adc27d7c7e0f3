package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketScene.AGENT;
import static io.waypost.app.ticket.TicketScene.BEIJING_CLERK;
import static io.waypost.app.ticket.TicketScene.CLERK;
import static io.waypost.app.ticket.TicketScene.HUB_BEIJING;
import static io.waypost.app.ticket.TicketScene.HUB_CLERK;
import static io.waypost.app.ticket.TicketScene.HUB_GUANGZHOU;
import static io.waypost.app.ticket.TicketScene.OTHER_REGION;
import static io.waypost.app.ticket.TicketScene.OUTLET_TIANHE;
import static io.waypost.app.ticket.TicketScene.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.ParcelTickets;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.app.ticket.TicketOpening.Opened;
import io.waypost.app.watch.FindingTickets;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.UrgentReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@DisplayName("P8 T2 one matter, one ticket: opened by customers, joined by findings")
class TicketOpeningTest {

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketViews views;
    private final ParcelTickets parcelTickets;
    private final FindingTickets findingTickets;

    TicketOpeningTest(TicketScene scene, TicketCounter counter, TicketViews views, ParcelTickets parcelTickets,
            FindingTickets findingTickets) {
        this.scene = scene;
        this.counter = counter;
        this.views = views;
        this.parcelTickets = parcelTickets;
        this.findingTickets = findingTickets;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void anUrgeOpensWithThePlaceOfTheLastScan() {
        var waybill = parcelAt(OUTLET_TIANHE);
        var opened = open(AGENT, waybill, TicketKind.URGE, null);
        assertThat(opened.joined()).isFalse();
        var view = Acting.as(CLERK, () -> views.of(opened.kept().id()));
        assertThat(view.row().unit().code()).isEqualTo(OUTLET_TIANHE);
        assertThat(view.row().kind()).isEqualTo("URGE");
        assertThat(view.history().getFirst().by().name()).isEqualTo(AGENT.name());
        assertThat(view.history().getFirst().text()).isEqualTo("客户催件");
    }

    @Test
    void theNextCustomerJoins() {
        var waybill = parcelAt(OUTLET_TIANHE);
        var first = open(AGENT, waybill, TicketKind.QUERY, null);
        var second = open(AGENT, waybill.toLowerCase(java.util.Locale.ROOT), TicketKind.URGE,
                new Urgency(UrgentReason.LIFE_CRITICAL, "急救药", null));
        assertThat(second.joined()).isTrue();
        assertThat(second.kept().id()).isEqualTo(first.kept().id());
        assertThat(second.kept().facts().urges()).isEqualTo(1);
        assertThat(second.kept().ticket().urgent()).isTrue();
        assertThat(scene.events(first.kept().id())).contains(Event.URGED, Event.URGENT);
    }

    @Test
    void aFindingJoinsTheCustomersTicketAndItsEndEndsIt() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        scene.pass(Duration.ofHours(50));
        var opened = open(AGENT, waybill, TicketKind.QUERY, null);
        scene.pass(Duration.ofMinutes(76));
        var kept = scene.open(waybill);
        assertThat(kept.id()).isEqualTo(opened.kept().id());
        assertThat(kept.ticket().silent()).isTrue();
        assertThat(kept.limitMinutes()).as("75 minutes of its own, and a silent parcel's limit from now on")
                .isEqualTo(195);
        assertThat(scene.finding(waybill).ticketId()).isEqualTo(kept.id());
        scene.scan(waybill, ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        assertThat(row(kept.id()).closeReason()).isEqualTo(CloseReason.CAUSE_GONE);
    }

    @Test
    void aCustomersTicketWhoseParcelWentOnClosesInsteadOfClimbing() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        var opened = open(AGENT, waybill, TicketKind.URGE, null);
        scene.pass(Duration.ofMinutes(10));
        scene.scan(waybill, ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        scene.pass(Duration.ofHours(2));
        assertThat(row(opened.kept().id()).closeReason()).isEqualTo(CloseReason.CAUSE_GONE);
        assertThat(scene.events(opened.kept().id())).doesNotContain(Event.ESCALATED);
    }

    @Test
    void aPlaceOutsideTheNetworkIsAnsweredForByHeadquarters() {
        var waybill = parcelAt("SOMEWHERE");
        var opened = open(AGENT, waybill, TicketKind.QUERY, null);
        assertThat(row(opened.kept().id()).unit().code()).isEqualTo("HQ");
    }

    @Test
    void whoOpenedATicketFollowsItOutsideTheirOwnRegion() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        scene.pass(Duration.ofHours(1));
        scene.scan(waybill, ScanType.ARRIVED, HUB_BEIJING, null);
        var opened = open(REGION, waybill, TicketKind.URGE, null);
        assertThat(row(opened.kept().id()).unit().code()).isEqualTo(HUB_BEIJING);
        assertThat(Acting.as(REGION, () -> views.of(opened.kept().id())).row().waybill()).isEqualTo(waybill);
        assertThat(Acting.as(BEIJING_CLERK, () -> views.of(opened.kept().id())).row().waybill()).isEqualTo(waybill);
        assertThatThrownBy(() -> Acting.as(HUB_CLERK, () -> views.of(opened.kept().id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyOpensATicketForAParcelOutOfTheirReach() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        assertThatThrownBy(() -> open(OTHER_REGION, waybill, TicketKind.URGE, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void urgencyNeedsItsOwnPermission() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        var opener = new Actor.Person(UUID.randomUUID(), "x", "x", "HQ", "/HQ/",
                Set.of(io.waypost.app.kernel.Permission.TICKET_OPEN));
        assertThatThrownBy(() -> open(opener, waybill, TicketKind.URGE, new Urgency(UrgentReason.LOST, null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("FORBIDDEN"));
        assertThat(open(opener, waybill, TicketKind.URGE, null).joined()).isFalse();
    }

    @Test
    void afterTheEndANewTicketMayBeOpened() {
        var waybill = parcelAt(HUB_GUANGZHOU);
        var first = open(AGENT, waybill, TicketKind.URGE, null).kept();
        Acting.as(REGION,
                () -> counter.close(first.id(), CloseReason.MISTAKE, null, first.version(), KeptTicket.Result.OPEN));
        scene.pass(Duration.ofSeconds(1));
        var second = open(AGENT, waybill, TicketKind.URGE, null);
        assertThat(second.joined()).isFalse();
        assertThat(Acting.as(AGENT, () -> views.ofParcel(waybill))).extracting(TicketRow::id)
                .containsExactly(second.kept().id(), first.id());
        assertThat(Acting.as(AGENT, () -> parcelTickets.open(List.of(waybill, "YT000")))).containsExactly(
                java.util.Map.entry(waybill, 1));
        assertThat(Acting.as(AGENT, () -> findingTickets.standing(List.of(first.id())))).containsKey(first.id());
        assertThat(Acting.as(OTHER_REGION, () -> parcelTickets.open(List.of(waybill)))).isEmpty();
    }

    private String parcelAt(String site) {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, site, null);
        return waybill;
    }

    private Opened open(Actor by, String waybill, TicketKind kind, @Nullable Urgency urgency) {
        return Acting.as(by, () -> counter.open(Matter.of(waybill, kind, "客户催件", urgency)));
    }

    private TicketRow row(UUID id) {
        return TicketScene.asPlatform(() -> views.of(id)).row();
    }
}

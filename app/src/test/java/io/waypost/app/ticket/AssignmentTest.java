package io.waypost.app.ticket;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(TicketScene.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("T3 inside a desk a ticket goes to whoever has least in hand, and to one person only")
class AssignmentTest {

    private static final TicketKind ATTITUDE = new TicketKind("ATTITUDE");
    private static final Actor CUSTOMER = new Actor.Visitor("203.0.113.7");
    private static final int TOGETHER = 4;

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketViews views;
    private final TicketHandling handling;
    private final TicketWork work;
    private final Organisation organisation;
    private final Browser headquarters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AssignmentTest(TicketScene scene, TicketCounter counter, TicketViews views, TicketHandling handling,
            TicketWork work, Organisation organisation, MockMvc mvc, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.scene = scene;
        this.counter = counter;
        this.views = views;
        this.handling = handling;
        this.work = work;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    @Order(1)
    void aDeskWithoutAgentsIsItsDutyPersons() {
        var view = view(opened());
        assertThat(view.row().responsible()).extracting(PersonRef::name).isEqualTo(TicketScene.HEADQUARTERS.name());
        assertThat(events(view)).doesNotContain(Event.ASSIGNED);
    }

    @Test
    @Order(2)
    void oneAfterTheOtherTheyAreSharedOutEvenly() {
        var agents = agents(3);
        var views = IntStream.range(0, 12).mapToObj(_ -> view(opened())).toList();
        assertThat(spread(views)).hasSize(3).allSatisfy((person, many) -> {
            assertThat(agents).contains(person);
            assertThat(many).isEqualTo(4);
        });
        var last = views.getLast();
        assertThat(last.row().deskPerson()).as("the one who answers for it").isEqualTo(last.row().responsible());
        assertThat(last.history()).filteredOn(entry -> entry.what() == Event.ASSIGNED).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.person()).isEqualTo(last.row().responsible());
                    assertThat(entry.data()).containsEntry("open", 3).containsEntry("of", 3);
                });
        assertThat(last.history()).filteredOn(entry -> entry.what() == Event.NOTIFIED)
                .extracting(TicketView.HistoryView::person).as("and they are told").contains(last.row().responsible());
    }

    /** Each thread stands for a node: they share nothing but the database. */
    @Test
    @Order(3)
    void severalNodesAtOnceGiveEachTicketToOnePersonAndSpreadThem() throws Exception {
        agents(3);
        int many = 25;
        List<KeptTicket> opened = new ArrayList<>();
        try (var nodes = Executors.newFixedThreadPool(TOGETHER)) {
            Callable<List<KeptTicket>> node = () -> IntStream.range(0, many).mapToObj(_ -> opened()).toList();
            for (var done : nodes.invokeAll(IntStream.range(0, TOGETHER).mapToObj(_ -> node).toList())) {
                opened.addAll(done.get());
            }
        }
        assertThat(opened).hasSize(TOGETHER * many);
        var views = opened.stream().map(this::view).toList();
        assertThat(views).allSatisfy(view -> {
            assertThat(events(view)).filteredOn(event -> event == Event.ASSIGNED).hasSize(1);
            assertThat(view.row().deskPerson()).isNotNull().isEqualTo(view.row().responsible());
        });
        var inHand = inHand();
        assertThat(inHand).hasSize(6);
        assertThat(inHand.getLast() - inHand.getFirst()).as("%s", inHand).isLessThanOrEqualTo(TOGETHER);
    }

    /** What one node has not committed yet another cannot count; the locked seat tells it. */
    @Test
    @Order(4)
    void aSeatThatAnotherNodeIsGivingToIsPassedOverWithoutWaiting() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var both = TicketScene.asPlatform(() -> transaction.execute(_ -> {
                var first = opened();
                try {
                    return List.of(first, other.submit(this::opened).get(30, TimeUnit.SECONDS));
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }));
            assertThat(view(both.getFirst()).row().responsible())
                    .isNotEqualTo(view(both.getLast()).row().responsible());
        }
    }

    @Test
    @Order(5)
    void aUnitSharesOutWhereSomebodySaysSoAndStopsWhenTheySayStop() throws Exception {
        var clerks = List.of(organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE),
                organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE));
        assertThat(view(atTianhe()).row().responsible()).as("who is named goes first")
                .extracting(PersonRef::name).isEqualTo(TicketScene.CLERK.name());
        share(Organisation.TIANHE, "ON");
        var shared = IntStream.range(0, 6).mapToObj(_ -> view(atTianhe())).toList();
        assertThat(spread(shared).keySet()).containsExactlyInAnyOrderElementsOf(clerks);
        share(Organisation.TIANHE, "OFF");
        share(Organisation.HEADQUARTERS, "OFF");
        assertThat(view(atTianhe()).row().responsible()).extracting(PersonRef::name)
                .isEqualTo(TicketScene.CLERK.name());
        assertThat(view(opened()).row().responsible()).extracting(PersonRef::name)
                .isEqualTo(TicketScene.HEADQUARTERS.name());
        share(Organisation.TIANHE, "DEFAULT");
        share(Organisation.HEADQUARTERS, "DEFAULT");
        // Nobody is named at this outlet, so its two clerks share.
        var haizhu = List.of(organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU),
                organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU));
        assertThat(haizhu).contains(view(at(Organisation.HAIZHU)).row().responsible());
    }

    @Test
    @Order(6)
    void aLeadNamesSomebodyElseAndItStaysWithThem() throws Exception {
        share(Organisation.TIANHE, "ON");
        var other = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var kept = atTianhe();
        Acting.as(TicketScene.REGION,
                () -> handling.appoint(kept.id(), other.id(), null, scene.kept(kept.id()).version()));
        assertThat(scene.kept(kept.id()).holder().person()).isEqualTo(other);
        var view = view(kept);
        assertThat(view.history()).filteredOn(entry -> entry.what() == Event.NOTIFIED).last()
                .satisfies(told -> assertThat(told.person()).isEqualTo(other));
        Acting.as(TicketScene.CLERK, () -> work.waitFor(kept.id(), WaitReason.CUSTOMER,
                scene.now().plus(Duration.ofHours(1)), null, scene.kept(kept.id()).version()));
        Acting.as(TicketScene.CLERK, () -> work.goOn(kept.id(), null, scene.kept(kept.id()).version()));
        assertThat(scene.kept(kept.id()).holder().person()).as("who had it goes on").isEqualTo(other);
        share(Organisation.TIANHE, "DEFAULT");
    }

    private void share(String unit, String sharing) throws Exception {
        headquarters.put("/api/v1/units/%s/sharing".formatted(unit), "{\"sharing\":\"%s\"}".formatted(sharing))
                .andExpect(status().isOk());
    }

    private List<PersonRef> agents(int many) {
        return IntStream.range(0, many).mapToObj(_ -> organisation.person(Role.AGENT, Organisation.HEADQUARTERS))
                .toList();
    }

    /** A customer's matter at the headquarters' desk. */
    private KeptTicket opened() {
        return Acting.as(CUSTOMER, () -> counter.open(new Matter(null, ATTITUDE, "态度差", null, null, null)).kept());
    }

    private KeptTicket atTianhe() {
        return at(Organisation.TIANHE);
    }

    private KeptTicket at(String site) {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, site, null);
        return Acting.as(organisation.actor(Organisation.HEADQUARTERS, Permission.TICKET_OPEN),
                () -> counter.open(Matter.of(waybill, TicketKind.URGE, "快点", null)).kept());
    }

    private TicketView view(KeptTicket kept) {
        return TicketScene.asPlatform(() -> views.of(kept.id()));
    }

    private static List<Event> events(TicketView view) {
        return view.history().stream().map(TicketView.HistoryView::what).toList();
    }

    private static Map<PersonRef, Long> spread(List<TicketView> views) {
        return views.stream().map(view -> Objects.requireNonNull(view.row().responsible()))
                .collect(groupingBy(Function.identity(), counting()));
    }

    /** How many open tickets each agent has, the fewest first. */
    private List<Integer> inHand() {
        return TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("""
                select count(*) from ticket.ticket where unit_code = 'HQ' and person_chosen and closed_at is null
                group by person_id order by 1
                """).query(Integer.class).list()));
    }
}

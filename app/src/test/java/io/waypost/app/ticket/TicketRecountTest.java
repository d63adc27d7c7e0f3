package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.RejectReason;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(TicketScene.class)
@DisplayName("T1 T3 when an SOP changes for running tickets too, their clocks are counted anew, and no others")
class TicketRecountTest {

    private static final Actor.Person AGENT = new Actor.Person(new UUID(7, 71), "desk-agent", "客服 小周", "R05",
            "/HQ/R05/", Set.of(Permission.TICKET_READ, Permission.TICKET_OPEN, Permission.TICKET_HANDLE,
                    Permission.PARCEL_READ));
    private static final String SOP = "/api/v1/sops/DELAY/versions";

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketHandling handling;
    private final MockMvc mvc;
    private final Organisation organisation;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TicketRecountTest(TicketScene scene, TicketCounter counter, TicketHandling handling, MockMvc mvc,
            Organisation organisation, JsonMapper json, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.scene = scene;
        this.counter = counter;
        this.handling = handling;
        this.mvc = mvc;
        this.organisation = organisation;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The SOP of late parcels is everybody's; here it is changed. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void onlyOpenTicketsOfTheKindGoOverAndEachOnce() throws Exception {
        var late = atTheHub("DELAY.TRANSPORT");
        var alsoLate = atTheHub("DELAY.DELIVERY");
        var damaged = atTheHub("DAMAGE");
        var over = opened("DELAY.TRANSPORT");
        Acting.as(AGENT, () -> handling.reject(over.id(), RejectReason.NOT_JUSTIFIED, "不成立",
                scene.kept(over.id()).version()));
        publishWithHalfTheTime();
        scene.pass(Duration.ZERO);

        for (var changed : new KeptTicket[]{late, alsoLate}) {
            var now = scene.kept(changed.id());
            assertThat(now.sop()).isEqualTo(new SopId(new TicketKind("DELAY"), 2));
            assertThat(Duration.between(changed.openedAt(), Objects.requireNonNull(now.due())))
                    .as("half of the time, from the same beginning")
                    .isLessThan(Duration.between(changed.openedAt(), Objects.requireNonNull(changed.due())));
        }
        assertThat(scene.kept(damaged.id())).as("another kind").isEqualTo(damaged);
        assertThat(scene.kept(over.id()).sop().version()).as("a closed one keeps its own").isEqualTo(1);
        assertThat(waiting()).as("nobody waits any more").isZero();

        var counted = scene.kept(late.id());
        scene.pass(Duration.ZERO);
        assertThat(scene.kept(late.id())).as("counted once").isEqualTo(counted);
    }

    private KeptTicket atTheHub(String kind) {
        var opened = opened(kind);
        Acting.as(AGENT, () -> handling.dispatch(opened.id(), TicketScene.HUB_GUANGZHOU, "请核实",
                scene.kept(opened.id()).version()));
        return scene.kept(opened.id());
    }

    private KeptTicket opened(String kind) {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, TicketScene.HUB_GUANGZHOU, null);
        return Acting.as(AGENT, () -> counter.open(
                new Matter(waybill, new TicketKind(kind), "客户来电", null, null, null)).kept());
    }

    private void publishWithHalfTheTime() throws Exception {
        var author = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        var second = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        var draft = json.readTree(author.post(SOP, "{}").andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
        var body = (ObjectNode) draft.get("body");
        for (var stage : body.get("stages")) {
            ((ObjectNode) stage).put("normalMinutes", stage.get("normalMinutes").asLong() / 2)
                    .put("urgentMinutes", Math.max(1, stage.get("urgentMinutes").asLong() / 2));
        }
        author.put(SOP + "/2",
                json.createObjectNode().put("revision", 1).put("note", "减半").set("body", body).toString())
                .andExpect(status().isOk());
        author.post(SOP + "/2/submit", "{\"revision\":2,\"runningToo\":true}").andExpect(status().isOk());
        second.post(SOP + "/2/approve", "{\"revision\":3}").andExpect(status().isOk());
    }

    private int waiting() {
        return TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("select count(*) from ticket.recount")
                .query((row, _) -> row.getInt(1)).single()));
    }
}

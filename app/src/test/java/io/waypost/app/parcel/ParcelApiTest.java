package io.waypost.app.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P2 N3 A parcel is found and shown, its people masked")
class ParcelApiTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ScanIntake intake;
    private final Registry registry;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String waybill = "YT73331436377%02d".formatted(NUMBER.incrementAndGet());
    private final String phone = "137%08d".formatted(System.nanoTime() % 100_000_000);

    ParcelApiTest(MockMvc mvc, Organisation organisation, ScanIntake intake, Registry registry, Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.intake = intake;
        this.registry = registry;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aParcelOnItsWay() {
        var now = clock.instant();
        var recipient = new Party("欧阳娜娜", phone, "110101", "北京市东城区长安街1号");
        registry.register(
                List.of(new Registration(waybill, "STANDARD", now.plus(Duration.ofDays(2)), Organisation.TIANHE,
                        Organisation.DONGCHENG, 1500, 9900L, Party.UNKNOWN, recipient)),
                now);
        intake.take(List.of(
                Scan.of(waybill, ScanType.PICKED_UP, now.minus(Duration.ofHours(9)), Organisation.TIANHE),
                Scan.of(waybill, ScanType.CALL_MADE, now.minus(Duration.ofHours(2)), Organisation.TIANHE),
                Scan.of(waybill, ScanType.DEPARTED, now.minus(Duration.ofHours(1)), "H4401").to("H1101")), "partner",
                now);
    }

    @Test
    void anAgentFindsItByWaybillAndByPhone() throws Exception {
        var agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        agent.post("/api/v1/parcels/search", "{\"q\":\" %s \"}".formatted(waybill.toLowerCase(Locale.ROOT)))
                .andExpect(jsonPath("$.kind").value("WAYBILL"))
                .andExpect(jsonPath("$.items[0].status").value("IN_TRANSIT"))
                .andExpect(jsonPath("$.items[0].level").value("CALM"))
                .andExpect(jsonPath("$.items[0].lastScan.site.kind").value("HUB"));
        agent.post("/api/v1/parcels/search", "{\"q\":\"+86 %s\"}".formatted(phone))
                .andExpect(jsonPath("$.kind").value("PHONE"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].recipient.phone").value("137****" + phone.substring(7)));
        agent.post("/api/v1/parcels/search", "{\"q\":\"nothing\"}").andExpect(jsonPath("$.kind").value("NONE"));
    }

    @Test
    void itsPageShowsTheWholeWay() throws Exception {
        var agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        agent.get("/api/v1/parcels/" + waybill).andExpect(status().isOk())
                .andExpect(jsonPath("$.candidates[0].carrier").value("yuantong"))
                .andExpect(jsonPath("$.candidates[0].strength").value("STRICT"))
                .andExpect(jsonPath("$.laneClass").value("FAR"))
                .andExpect(jsonPath("$.weightKg").value(1.5))
                .andExpect(jsonPath("$.recipient.name").value("欧***"))
                .andExpect(jsonPath("$.sender").isEmpty())
                .andExpect(jsonPath("$.timeline", hasSize(3)))
                .andExpect(jsonPath("$.timeline[1].valid").value(false))
                .andExpect(jsonPath("$.legs", hasSize(2)))
                .andExpect(jsonPath("$.legs[0].hours").value(8.0))
                .andExpect(jsonPath("$.legs[1].limitHours").value(54.25))
                .andExpect(jsonPath("$.silence.level").value("CALM"))
                .andExpect(jsonPath("$.silence.limit.parts[0].kind").value("BASE"))
                .andExpect(jsonPath("$.findings", hasSize(0)));
    }

    @Test
    void unmaskingNeedsAReasonAndIsWrittenDown() throws Exception {
        var agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        var path = "/api/v1/parcels/" + waybill + "/unmask";
        agent.post(path, "{\"field\":\"recipient.phone\",\"reason\":\"  \"}")
                .andExpect(status().isUnprocessableContent());
        agent.post(path, "{\"field\":\"recipient.fax\",\"reason\":\"x\"}").andExpect(status().isUnprocessableContent());
        agent.post(path, "{\"field\":\"recipient.phone\",\"reason\":\"客户来电\"}")
                .andExpect(jsonPath("$.value").value(phone));
        Long written = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc.sql("""
                select count(*) from audit.entry
                where action = 'UNMASKED' and subject_id = :waybill and detail::text not like :phone
                """).param("waybill", waybill).param("phone", "%" + phone + "%").query(Long.class).single()));
        assertThat(written).isEqualTo(1L);
    }

    @Test
    void notesAndPausesStand() throws Exception {
        var agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        agent.post("/api/v1/parcels/" + waybill + "/notes", "{\"text\":\"客户要求周五送\"}").andExpect(status().isOk());
        var until = clock.instant().plus(Duration.ofDays(2));
        agent.post("/api/v1/parcels/" + waybill + "/pauses",
                "{\"reason\":\"CUSTOMER_HOLD\",\"until\":\"%s\",\"note\":\"x\"}".formatted(until))
                .andExpect(status().isOk()).andExpect(jsonPath("$.by").value("PERSON"));
        agent.post("/api/v1/parcels/" + waybill + "/pauses",
                "{\"reason\":\"CUSTOMER_HOLD\",\"until\":\"2020-01-01T00:00:00Z\"}")
                .andExpect(status().isUnprocessableContent());
        agent.get("/api/v1/parcels/" + waybill)
                .andExpect(jsonPath("$.notes[0].text").value("客户要求周五送"))
                .andExpect(jsonPath("$.pauses", hasSize(1)))
                .andExpect(jsonPath("$.silence.level").value("PAUSED"));
    }

    @Test
    void onlyThePlacesOnItsWaySeeIt() throws Exception {
        var clerk = Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE));
        var other = Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU));
        clerk.get("/api/v1/parcels/" + waybill).andExpect(status().isOk());
        other.get("/api/v1/parcels/" + waybill).andExpect(status().isNotFound());
        other.post("/api/v1/parcels/search", "{\"q\":\"%s\"}".formatted(phone))
                .andExpect(jsonPath("$.items", hasSize(0)));
        other.post("/api/v1/parcels/" + waybill + "/unmask", "{\"field\":\"recipient.phone\",\"reason\":\"x\"}")
                .andExpect(status().isNotFound());
        other.post("/api/v1/parcels/" + waybill + "/notes", "{\"text\":\"x\"}").andExpect(status().isNotFound());
        other.post("/api/v1/parcels/" + waybill + "/pauses", "{\"reason\":\"CLAIM\",\"until\":\"%s\"}"
                .formatted(clock.instant().plus(Duration.ofDays(2)))).andExpect(status().isNotFound());
    }
}

package io.waypost.app.ticket;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What tests of tickets over HTTP share: one platform with a clock to step, and people in browsers. */
@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(TicketScene.class)
abstract class TicketHttp {

    final TicketScene scene;
    final Browser agent;
    final Browser clerk;
    final Browser south;
    final Browser north;
    private final MockMvc mvc;
    private final Organisation organisation;

    TicketHttp(TicketScene scene, MockMvc mvc, Organisation organisation) {
        this.scene = scene;
        this.mvc = mvc;
        this.organisation = organisation;
        this.agent = person(Role.AGENT, Organisation.HEADQUARTERS);
        this.clerk = person(Role.OUTLET_CLERK, Organisation.TIANHE);
        this.south = person(Role.REGION_MANAGER, Organisation.SOUTH);
        this.north = person(Role.REGION_MANAGER, Organisation.NORTH);
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    final Browser person(Role role, String unit) {
        PersonRef person = organisation.person(role, unit);
        return Browser.of(mvc, person);
    }

    /** A ticket as its answer in JSON tells it. */
    record Opened(String id, String waybill, int version) {

        String files() {
            return "/api/v1/attachments/TICKET/" + id;
        }

        String path(String action) {
            return "/api/v1/tickets/%s/%s".formatted(id, action);
        }
    }

    /** The agent opens a ticket for a parcel that was scanned at the site, just now. */
    Opened urged(String site, String extra) throws Exception {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, site, null);
        var body = "{\"waybill\":\"%s\",\"kind\":\"URGE\",\"note\":\"客户着急\"%s}".formatted(waybill, extra);
        var answer = text(agent.post("/api/v1/tickets", body).andExpect(status().isOk()));
        return new Opened(JsonPath.read(answer, "$.ticket.id"), waybill, JsonPath.read(answer, "$.ticket.version"));
    }

    static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}

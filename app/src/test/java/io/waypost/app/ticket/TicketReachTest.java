package io.waypost.app.ticket;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("N2 T4 whoever is asked about a parcel may look at it, as long as the question stands")
class TicketReachTest extends TicketHttp {

    private final Browser named = person(Role.OUTLET_CLERK, Organisation.DONGCHENG);
    private final Browser neighbour = person(Role.OUTLET_CLERK, TicketScene.HUB_BEIJING);

    TicketReachTest(TicketScene scene, MockMvc mvc, Organisation organisation) {
        super(scene, mvc, organisation);
    }

    @Test
    void theUnitThatAParcelWasMisdirectedToSeesItBeforeItsFirstScan() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        see(named, ticket, false);
        see(north, ticket, false);
        misdirected(ticket);
        see(named, ticket, true);
        see(north, ticket, true);
        see(neighbour, ticket, false);
        named.get("/api/v1/parcels/" + ticket.waybill()).andExpect(jsonPath("$.timeline.length()").value(1))
                .andExpect(jsonPath("$.silence.level").value("CALM"));
        named.get("/api/v1/tickets/" + ticket.id()).andExpect(jsonPath("$.unit.code").value(Organisation.DONGCHENG));
        see(clerk, ticket, true);
    }

    @Test
    void whoeverIsAskedMayWriteANoteAndLetTheParcelRest() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        misdirected(ticket);
        named.post("/api/v1/parcels/%s/notes".formatted(ticket.waybill()), "{\"text\":\"没有收到\"}")
                .andExpect(status().isOk());
        named.post("/api/v1/parcels/%s/pauses".formatted(ticket.waybill()),
                "{\"reason\":\"CUSTOMER_HOLD\",\"until\":\"%s\"}".formatted(scene.now().plusSeconds(3_600)))
                .andExpect(status().isOk());
        clerk.get("/api/v1/parcels/" + ticket.waybill()).andExpect(jsonPath("$.pauses.length()").value(1))
                .andExpect(jsonPath("$.notes.length()").value(1));
    }

    @Test
    void thatReachEndsWithTheTicket() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        misdirected(ticket);
        south.post(ticket.path("close"), "{\"reason\":\"MISTAKE\",\"version\":%d}".formatted(
                scene.kept(UUID.fromString(ticket.id())).version()));
        north.post(ticket.path("close"), "{\"reason\":\"MISTAKE\",\"version\":%d}".formatted(
                scene.kept(UUID.fromString(ticket.id())).version()));
        named.get("/api/v1/tickets/" + ticket.id()).andExpect(jsonPath("$.state").value("CLOSED"));
        see(named, ticket, false);
        see(north, ticket, false);
        see(clerk, ticket, true);
    }

    private void misdirected(Opened ticket) throws Exception {
        clerk.post(ticket.path("answer"), """
                {"kind":"MISDIRECTED","remark":"错分到北京","misdirectedTo":"%s","version":%d}
                """.formatted(Organisation.DONGCHENG, ticket.version())).andExpect(status().isOk());
    }

    private static void see(Browser reader, Opened ticket, boolean seen) throws Exception {
        reader.get("/api/v1/parcels/" + ticket.waybill()).andExpect(seen ? status().isOk() : status().isNotFound());
    }
}

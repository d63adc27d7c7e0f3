package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("T3 N2 the lists of tickets over HTTP: by unit, by what presses")
class TicketListHttpTest extends TicketHttp {

    TicketListHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation) {
        super(scene, mvc, organisation);
    }

    @Test
    void listsAreOfAUnitAndEverythingBelowIt() throws Exception {
        var tianhe = urged(Organisation.TIANHE, "").waybill();
        var beijing = urged(TicketScene.HUB_BEIJING, "").waybill();
        for (var unit : List.of(Organisation.SOUTH, Organisation.GUANGZHOU, Organisation.TIANHE)) {
            assertThat(waybills(agent, "unit=" + unit)).contains(tianhe).doesNotContain(beijing);
        }
        assertThat(waybills(agent, "unit=HQ")).contains(tianhe, beijing);
        assertThat(waybills(agent, "unit=" + Organisation.HAIZHU)).doesNotContain(tianhe, beijing);
        south.get("/api/v1/tickets?unit=" + Organisation.NORTH).andExpect(status().isNotFound());
        south.get("/api/v1/tickets?unit=NOSUCH").andExpect(status().isNotFound());
    }

    @Test
    void aUnitsListKeepsATicketThatWentUpToItsRegion() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        scene.pass(Duration.ofHours(3));
        south.get("/api/v1/tickets/" + urged.id()).andExpect(jsonPath("$.unit.code").value(Organisation.SOUTH));
        assertThat(waybills(south, "unit=" + Organisation.TIANHE)).contains(urged.waybill());
        assertThat(waybills(south, "escalated=true")).contains(urged.waybill());
        assertThat(waybills(south, "escalated=false")).doesNotContain(urged.waybill());
    }

    @Test
    void dueSoonIsTheLastHalfHourBeforeItIsOverdueAndCountsAsTheNumberSays() throws Exception {
        var urged = urged(Organisation.TIANHE, "").waybill();
        assertThat(waybills(clerk, "dueSoon=true")).doesNotContain(urged);
        scene.pass(Duration.ofMinutes(91));
        assertThat(waybills(clerk, "dueSoon=true")).contains(urged);
        assertThat(waybills(clerk, "dueSoon=false")).doesNotContain(urged);
        int counted = JsonPath.read(text(clerk.get("/api/v1/tickets/counts")), "$.dueSoon");
        assertThat(waybills(clerk, "dueSoon=true")).hasSize(counted);
        scene.pass(Duration.ofHours(10));
        assertThat(waybills(clerk, "dueSoon=true")).doesNotContain(urged);
        assertThat(waybills(clerk, "overdue=true")).contains(urged);
    }

    private static List<String> waybills(Browser reader, String query) throws Exception {
        var answer = reader.get("/api/v1/tickets?limit=200&" + query).andExpect(status().isOk());
        return JsonPath.read(text(answer), "$.items[*].waybill");
    }
}

package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("T3 filters of ticket lists say what is wrong and are never part of a statement")
class TicketFilterHttpTest extends TicketHttp {

    private static final List<String> PIECES = List.of("state:is:DISPATCHED", "urgent:is:true", "overdue:is:false",
            "dueAt:before:+2h", "dueAt:empty", "openedAt:after:-1d", "closedAt:filled", "answeredAt:empty",
            "answer:is:NOT_FOUND,MISDIRECTED", "answer:not:NOT_FOUND", "closeReason:empty", "answeredInTime:is:true",
            "unit:within:mine", "unit:is:mine", "place:within:mine", "place:not:mine", "responsible:is:me",
            "responsible:not:me", "responsible:empty", "urges:min:1", "urges:max:3", "urges:is:0", "open:is:true",
            "level:not:OUTLET,REGION", "kind:is:URGE", "urgentReason:filled",
            "waybill:is:'\\; drop table ticket.ticket\\; --",
            "openedAt:before:2026-11-28T08:00:00Z",
            "waybill:not:a\\,b,运单", "number:is:T1' or '1'='1", "kind:is:$1,:filter0,?");

    TicketFilterHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation) {
        super(scene, mvc, organisation);
    }

    @Test
    void aFilterNarrowsTheList() throws Exception {
        var plain = urged(Organisation.TIANHE, "").waybill();
        var urgent = urged(Organisation.TIANHE, ",\"urgent\":{\"reason\":\"LOST\"}").waybill();
        assertThat(waybills(clerk, "urgent:is:true")).contains(urgent).doesNotContain(plain);
        assertThat(waybills(clerk, "!urgent:is:true")).contains(plain).doesNotContain(urgent);
        assertThat(waybills(clerk, "waybill:is:" + plain + "," + urgent)).containsExactlyInAnyOrder(plain, urgent);
        assertThat(waybills(clerk, "(waybill:is:" + plain + "|waybill:is:" + urgent + ");urgentReason:is:LOST"))
                .containsExactly(urgent);
        assertThat(waybills(clerk, "waybill:is:" + plain + ";!urgentReason:is:LOST")).containsExactly(plain);
        assertThat(waybills(clerk, "waybill:is:" + plain + ";urgentReason:not:LOST")).containsExactly(plain);
        assertThat(waybills(clerk, "unit:is:mine;waybill:is:" + plain)).containsExactly(plain);
        assertThat(waybills(south, "unit:is:mine;waybill:is:" + plain)).isEmpty();
        assertThat(waybills(south, "place:within:mine;waybill:is:" + plain)).containsExactly(plain);
        assertThat(waybills(clerk, "dueAt:before:+3h;waybill:is:" + plain)).containsExactly(plain);
        assertThat(waybills(clerk, "dueAt:before:+30m;waybill:is:" + plain)).isEmpty();
        scene.pass(Duration.ofHours(10));
        assertThat(waybills(clerk, "overdue:is:true;waybill:is:" + plain)).containsExactly(plain);
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        refused("colour:is:red", "filter.field", "UNKNOWN_FIELD");
        refused("state:is:OPEN", "filter.values[0]", "WRONG_VALUE");
        refused("urgent:is:true;urges:min:many", "filter.all[1].values[0]", "WRONG_VALUE");
        refused("(".repeat(500), "filter", "TOO_DEEP");
        refused("state", "filter", "UNREADABLE");
        south.get("/api/v1/tickets?filter=" + "unit:within:" + Organisation.NORTH)
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("T3 random filters of every field are answered or refused, and the table is still there")
    void survivesAnyFilter() throws Exception {
        var kept = urged(Organisation.TIANHE, "").waybill();
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            var answer = clerk.get("/api/v1/tickets?sort=opened&filter=" + filter(random, 0)).andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isIn(200, 422);
        }
        for (var piece : PIECES) {
            clerk.get("/api/v1/tickets?filter=" + piece).andExpect(status().isOk());
        }
        assertThat(waybills(clerk, "waybill:is:" + kept)).containsExactly(kept);
    }

    private static String filter(Random random, int depth) {
        if (depth == 4 || random.nextInt(3) == 0) {
            return PIECES.get(random.nextInt(PIECES.size()));
        }
        var by = random.nextBoolean() ? ";" : "|";
        var parts = random.ints(1 + random.nextInt(3), 0, 2)
                .mapToObj(not -> (not == 1 ? "!" : "") + "(" + filter(random, depth + 1) + ")")
                .collect(Collectors.joining(by));
        return random.nextInt(20) == 0 ? parts.substring(1) : parts;
    }

    private void refused(String filter, String field, String code) throws Exception {
        clerk.get("/api/v1/tickets?filter=" + filter).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].code").value(code));
    }

    private static List<String> waybills(Browser reader, String filter) throws Exception {
        var answer = reader.get("/api/v1/tickets?limit=200&filter=" + filter).andExpect(status().isOk());
        return JsonPath.read(text(answer), "$.items[*].waybill");
    }
}

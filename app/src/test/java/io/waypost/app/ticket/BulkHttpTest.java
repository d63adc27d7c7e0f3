package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("T3 one action on many tickets: each by itself, each with its answer")
class BulkHttpTest extends TicketHttp {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BulkHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(scene, mvc, organisation);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void eachTicketHasItsOwnAnswer() throws Exception {
        var fresh = urged(Organisation.TIANHE, "");
        var stale = urged(Organisation.TIANHE, "");
        var foreign = urged(Organisation.DONGCHENG, "");
        south.post("/api/v1/tickets/bulk", """
                {"action":"CLOSE","reason":"SETTLED","text":"已谈妥","tickets":[
                 {"id":"%s","version":%d},{"id":"%s","version":%d},{"id":"%s","version":1}]}"""
                .formatted(fresh.id(), fresh.version(), stale.id(), stale.version() + 7, foreign.id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.done").value(3))
                .andExpect(jsonPath("$.rows[0].outcome").value("DONE"))
                .andExpect(jsonPath("$.rows[1].outcome").value("REFUSED"))
                .andExpect(jsonPath("$.rows[1].code").value("STALE_VERSION"))
                .andExpect(jsonPath("$.rows[2].outcome").value("REFUSED"))
                .andExpect(jsonPath("$.rows[2].code").value("NOT_FOUND"))
                .andExpect(jsonPath("$.rows[2].number").isEmpty());
        south.get("/api/v1/tickets/" + fresh.id()).andExpect(jsonPath("$.state").value("CLOSED"));
        south.get("/api/v1/tickets/" + stale.id()).andExpect(jsonPath("$.state").value("DISPATCHED"));
    }

    @Test
    void manyAreDoneInTheBackgroundAndNoneTwice() throws Exception {
        var tickets = new ArrayList<Opened>();
        for (int i = 0; i < 60; i++) {
            tickets.add(urged(Organisation.TIANHE, ""));
        }
        var answer = text(south.post("/api/v1/tickets/bulk", order("NOTE", tickets)).andExpect(status().isOk()));
        String id = JsonPath.read(answer, "$.id");
        assertThat(outcomes(id)).containsOnly("DONE").hasSize(60);
        // As if the node had died in the middle of the third step: nobody knows whether it was taken.
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("""
                update ticket.bulk_row set outcome = 'RUNNING' where bulk_id = :id and no = 2
                """).param("id", UUID.fromString(id)).update()
                + jdbc.sql("update ticket.bulk set finished = false, done = 59, lease_until = null where id = :id")
                        .param("id", UUID.fromString(id)).update()));
        assertThat(outcomes(id)).containsOnlyOnce("UNKNOWN");
        for (var ticket : tickets) {
            var view = text(south.get("/api/v1/tickets/" + ticket.id()));
            List<String> noted = JsonPath.read(view, "$.history[?(@.what == 'NOTED')].text");
            assertThat(noted).hasSize(1);
        }
    }

    @Test
    void whatIsWrongIsNamedBeforeAnythingIsDone() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        south.post("/api/v1/tickets/bulk", "{\"action\":\"NOTE\",\"text\":\"x\",\"tickets\":[]}")
                .andExpect(status().isUnprocessableContent());
        south.post("/api/v1/tickets/bulk", order("CLOSE", List.of(ticket))).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        south.post("/api/v1/tickets/bulk", order("NOTE", List.of(ticket, ticket)))
                .andExpect(jsonPath("$.errors[0].code").value("DUPLICATE"));
    }

    /** What came of each, once all have their answer: this node's own thread may be at work on them already. */
    private List<String> outcomes(String id) throws Exception {
        for (int look = 0; look < 10_000; look++) {
            scene.deadlines.drain(scene.clock.instant());
            var report = text(south.get("/api/v1/tickets/bulk/" + id));
            if (JsonPath.<Integer>read(report, "$.done") == 60) {
                return JsonPath.read(report, "$.rows[*].outcome");
            }
        }
        throw new AssertionError("The steps were not taken.");
    }

    private static String order(String action, List<Opened> tickets) {
        return "{\"action\":\"%s\",\"text\":\"一起备注\",\"tickets\":[%s]}".formatted(action, tickets.stream()
                .map(ticket -> "{\"id\":\"%s\",\"version\":%d}".formatted(ticket.id(), ticket.version()))
                .collect(Collectors.joining(",")));
    }
}

package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
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

    private static final String RARE = "PRAISE";

    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BulkHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(scene, mvc, organisation);
        this.organisation = organisation;
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

    @Test
    void manyAreAssignedToSomebodyOfTheirUnitRowByRow() throws Exception {
        var mine = urged(Organisation.TIANHE, "");
        var sibling = urged(Organisation.HAIZHU, "");
        var foreign = urged(Organisation.DONGCHENG, "");
        var person = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var order = "{\"action\":\"ASSIGN\",\"target\":\"%s\",\"tickets\":[{\"id\":\"%s\"},{\"id\":\"%s\"},{\"id\":\"%s\"}]}"
                .formatted(person.id(), mine.id(), sibling.id(), foreign.id());
        south.post("/api/v1/tickets/bulk", order).andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].outcome").value("DONE"))
                .andExpect(jsonPath("$.rows[1].code").value("NOT_OF_THE_UNIT"))
                .andExpect(jsonPath("$.rows[2].code").value("NOT_FOUND"));
        south.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.responsible.id").value(person.id().toString()));
        // Whoever may note, but not handle, is refused row by row.
        clerk.post("/api/v1/tickets/bulk", order).andExpect(jsonPath("$.rows[0].outcome").value("REFUSED"));
        south.post("/api/v1/tickets/bulk", order("ASSIGN", List.of(mine))).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("target"));
    }

    @Test
    void aMassEventIsMadeOfTheSelection() throws Exception {
        var one = urged(Organisation.TIANHE, "");
        var other = urged(Organisation.HAIZHU, "");
        var foreign = urged(Organisation.DONGCHENG, "");
        var order = """
                {"action":"GATHER","text":"%s","parent":{"title":"广州转运暴雨停运","kind":"ATTITUDE"},
                 "tickets":[{"id":"%s"},{"id":"%s"},{"id":"%s"}]}""";
        south.post("/api/v1/tickets/bulk", order.formatted("", one.id(), other.id(), foreign.id()))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].field").value("text"));
        south.post("/api/v1/tickets/bulk", order.formatted("同一原因", one.id(), other.id(), foreign.id()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.rows[0].outcome").value("DONE"))
                .andExpect(jsonPath("$.rows[1].outcome").value("DONE"))
                .andExpect(jsonPath("$.rows[2].code").value("NOT_FOUND"));
        String parent = JsonPath.read(text(south.get("/api/v1/tickets/" + one.id())), "$.parent.id");
        south.get("/api/v1/tickets/" + parent).andExpect(jsonPath("$.children.length()").value(2))
                .andExpect(jsonPath("$.description").value("广州转运暴雨停运\n同一原因"));
        clerk.post("/api/v1/tickets/bulk", """
                {"action":"GATHER","target":"%s","tickets":[{"id":"%s"}]}""".formatted(parent, one.id()))
                .andExpect(jsonPath("$.rows[0].outcome").value("REFUSED"));
    }

    @Test
    void aWholeListIsTakenWithinReachAndOnlyAsItWasShown() throws Exception {
        for (int i = 0; i < 3; i++) {
            urged(Organisation.HAIZHU, ",\"urgent\":{\"reason\":\"MEDICINE\"}");
        }
        urged(Organisation.DONGCHENG, ",\"urgent\":{\"reason\":\"MEDICINE\"}");
        int shown = JsonPath.read(text(south.get("/api/v1/tickets?urgent=true&sort=opened")), "$.total");
        var order = """
                {"action":"NOTE","text":"统一回复","filter":{"urgent":true,"sort":"opened","level":null},"expected":%d}""";
        south.post("/api/v1/tickets/bulk", order.formatted(shown - 1)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("LIST_CHANGED")).andExpect(jsonPath("$.count").value(shown));
        var report = text(south.post("/api/v1/tickets/bulk", order.formatted(shown)).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(shown)).andExpect(jsonPath("$.done").value(shown)));
        assertThat(JsonPath.<List<String>>read(report, "$.rows[*].outcome")).containsOnly("DONE");
        var table = text(south.get("/api/v1/tickets/bulk/%s/rows".formatted(JsonPath.<String>read(report, "$.id"))));
        assertThat(table.lines()).hasSize(shown + 1);
        north.get("/api/v1/tickets/bulk/%s/rows".formatted(JsonPath.<String>read(report, "$.id")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aLongListGoesOnInTheBackgroundAndATooLongOneDoesNotBegin() throws Exception {
        var pattern = urged(Organisation.HAIZHU, "");
        try {
            copies(pattern, 60);
            var list = "{\"action\":\"NOTE\",\"text\":\"一起备注\",\"filter\":{\"kind\":\"%s\"},\"expected\":%d}";
            var report = text(south.post("/api/v1/tickets/bulk", list.formatted(RARE, 60)).andExpect(status().isOk())
                    .andExpect(jsonPath("$.total").value(60)));
            assertThat(outcomes(JsonPath.read(report, "$.id"))).containsOnly("DONE").hasSize(60);
            copies(pattern, 9_941);
            south.post("/api/v1/tickets/bulk", list.formatted(RARE, 10_001))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("filter"))
                    .andExpect(jsonPath("$.errors[0].code").value("TOO_MANY"));
        } finally {
            // Those with a history stay: it is never taken away.
            asPlatform("""
                    delete from ticket.ticket t
                    where kind = '%1$s' and not exists (select from ticket.history where ticket_id = t.id)
                    """);
        }
    }

    /** Tickets of a kind that no other test uses. */
    private void copies(Opened pattern, int number) {
        asPlatform("""
                insert into ticket.ticket select copy.*
                from ticket.ticket t, generate_series(1, %d) as i, lateral jsonb_populate_record(t, jsonb_build_object('i', i, 'id', gen_random_uuid(),
                    'number', gen_random_uuid(), 'waybill', gen_random_uuid(), 'kind', '%%1$s', 'wake_at', null)) as copy
                where t.id = '%s'
                """.formatted(number, pattern.id()));
    }

    private void asPlatform(String statement) {
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql(statement.formatted(RARE)).update()));
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

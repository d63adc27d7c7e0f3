package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("T4 people who work on one ticket see each other, call each other in, and share their wording")
class TicketTogetherHttpTest extends TicketHttp {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TicketTogetherHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(scene, mvc, organisation);
        this.mvc = mvc;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void whoLooksAtATicketIsSeenUntilTheyLeaveOrTheirPageGoesSilent() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        clerk.post(ticket.path("presence"), "{\"doing\":\"EDITING\"}").andExpect(jsonPath("$").isEmpty());
        south.post(ticket.path("presence"), "{\"doing\":\"VIEWING\"}")
                .andExpect(jsonPath("$[0].doing").value("EDITING"));
        clerk.post(ticket.path("presence"), "{\"doing\":\"VIEWING\"}")
                .andExpect(jsonPath("$[0].doing").value("VIEWING"));
        south.post(ticket.path("presence"), "{\"doing\":null}").andExpect(status().isOk());
        clerk.post(ticket.path("presence"), "{\"doing\":\"VIEWING\"}").andExpect(jsonPath("$").isEmpty());
        TicketScene.asPlatform(() -> transaction.execute(
                _ -> jdbc.sql("update ticket.presence set until = now() - interval '1 second'").update()));
        south.post(ticket.path("presence"), "{\"doing\":\"VIEWING\"}").andExpect(jsonPath("$").isEmpty());
        north.post(ticket.path("presence"), "{\"doing\":\"VIEWING\"}").andExpect(status().isNotFound());
    }

    @Test
    void whoIsMentionedIsToldAndOnlyThoseWhoMaySeeTheTicketCanBe() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var manager = organisation.person(Role.REGION_MANAGER, Organisation.SOUTH);
        var stranger = organisation.person(Role.REGION_MANAGER, Organisation.NORTH);
        var found = text(clerk.get("/api/v1/tickets/" + ticket.id() + "/people?q=" + manager.name()));
        List<String> names = JsonPath.read(found, "$[*].name");
        assertThat(names).containsExactly(manager.name());
        var foreign = text(clerk.get("/api/v1/tickets/" + ticket.id() + "/people?q=" + stranger.name()));
        List<String> strangers = JsonPath.read(foreign, "$[*].name");
        assertThat(strangers).isEmpty();
        clerk.post(ticket.path("mentions"), mention("请看一下面单", manager.id().toString())).andExpect(status().isOk());
        Browser.of(mvc, manager).get("/api/v1/notices").andExpect(jsonPath("$.items[0].kind").value("TICKET_MENTIONED"))
                .andExpect(jsonPath("$.items[0].ticketId").value(ticket.id()));
        var view = text(clerk.get("/api/v1/tickets/" + ticket.id()));
        List<String> noted = JsonPath.read(view, "$.history[?(@.what == 'NOTED')].text");
        assertThat(noted).containsExactly("请看一下面单");
        clerk.post(ticket.path("mentions"), mention("x", stranger.id().toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("people[0]"));
    }

    @Test
    void macrosAreKeptAsViewsAreAndTakeKnownVariablesAndStepsOnly() throws Exception {
        keep("您好，运单{waybill}的工单{number}已转{unit}。", "NOTE,URGENT:LOST").andExpect(status().isOk());
        keep("{password}", "").andExpect(jsonPath("$.errors[0].value").value("{password}"));
        keep("x", "NOTE,DELETE").andExpect(jsonPath("$.errors[0].field").value("query.actions"));
        keep("x", "CLOSE:NEVER").andExpect(jsonPath("$.errors[0].field").value("query.actions"));
        var kept = text(clerk.get("/api/v1/views?list=ticket-macros"));
        List<String> names = JsonPath.read(kept, "$.views[*].name");
        assertThat(names).contains("转单告知");
    }

    private ResultActions keep(String text, String actions) {
        return clerk.post("/api/v1/views",
                "{\"list\":\"ticket-macros\",\"name\":\"转单告知\",\"query\":{\"text\":\"%s\",\"actions\":\"%s\"}}"
                        .formatted(text, actions));
    }

    private static String mention(String text, String person) {
        return "{\"text\":\"%s\",\"people\":[\"%s\"]}".formatted(text, person);
    }
}

package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("T2 the green channel's board: the two hours, who sees it through, and who raises too much")
class GreenHttpTest extends TicketHttp {

    private static final String BOARD = "/api/v1/tickets/green";
    private static final String MEDICINE = ",\"urgent\":{\"reason\":\"MEDICINE\",\"note\":\"药\"}";
    private static final String LOST = ",\"urgent\":{\"reason\":\"LOST\",\"note\":\"急\"}";

    private final Browser lead;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Organisation organisation;

    GreenHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(scene, mvc, organisation);
        this.lead = person(Role.TEAM_LEAD, Organisation.HEADQUARTERS);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
    }

    @BeforeEach
    void nothingOlder() {
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("""
                update ticket.ticket set closed_at = now(), phase = 'ENDED', state = 'CLOSED', close_reason = 'MISTAKE', wake_at = null,
                    next_at = null, wait_reason = null, clock = null where closed_at is null
                """).update()));
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("delete from ticket.urgency").update()));
        TicketScene.asPlatform(() -> transaction.execute(
                _ -> jdbc.sql("update ticket.ticket set urgent = false where urgent").update()));
    }

    @Test
    void whatNobodyAnsweredComesFirstWithWhoRaisedItWhenAndWhy() throws Exception {
        var answered = urged(Organisation.TIANHE, LOST);
        scene.pass(Duration.ofMinutes(10));
        var older = urged(Organisation.TIANHE, MEDICINE);
        scene.pass(Duration.ofMinutes(10));
        var newer = urged(Organisation.TIANHE, LOST);
        urged(Organisation.TIANHE, "");
        answer(answered);
        var board = text(agent.get(BOARD).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id", contains(older.id(), newer.id(), answered.id())))
                .andExpect(jsonPath("$.items[0].reason").value("MEDICINE"))
                .andExpect(jsonPath("$.items[0].unit.code").value(Organisation.TIANHE))
                .andExpect(jsonPath("$.items[0].raisedBy").isNotEmpty())
                .andExpect(jsonPath("$.items[0].answeredAt").isEmpty())
                .andExpect(jsonPath("$.items[2].answeredAt").isNotEmpty()));
        var raised = Instant.parse(JsonPath.read(board, "$.items[0].raisedAt"));
        assertThat(Instant.parse(JsonPath.<String>read(board, "$.items[0].answerBy")))
                .isEqualTo(raised.plus(Duration.ofHours(2)));
        agent.get(BOARD + "?reason=MEDICINE").andExpect(jsonPath("$.items[*].id", contains(older.id())));
        var first = text(agent.get(BOARD + "?limit=2"));
        agent.get(BOARD + "?limit=2&cursor=" + JsonPath.<String>read(first, "$.nextCursor"))
                .andExpect(jsonPath("$.items[*].id", contains(answered.id())))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
    }

    @Test
    void numbersCountTheTwoHoursFromTheRaising() throws Exception {
        var inTime = urged(Organisation.TIANHE, LOST);
        var late = urged(Organisation.TIANHE, LOST);
        urged(Organisation.TIANHE, LOST);
        scene.pass(Duration.ofMinutes(119));
        answer(inTime);
        scene.pass(Duration.ofMinutes(2));
        agent.get(BOARD + "/summary").andExpect(jsonPath("$.open").value(3)).andExpect(jsonPath("$.overdue").value(2))
                .andExpect(jsonPath("$.inTime").value(1)).andExpect(jsonPath("$.measured").value(3));
        answer(south, late);
        agent.get(BOARD + "/summary").andExpect(jsonPath("$.overdue").value(1))
                .andExpect(jsonPath("$.inTime").value(1)).andExpect(jsonPath("$.measured").value(3));
    }

    @Test
    void everybodySeesTheirOwnPartOfTheNetwork() throws Exception {
        var mine = urged(Organisation.TIANHE, LOST);
        south.get(BOARD).andExpect(jsonPath("$.items[*].id", contains(mine.id())));
        clerk.get(BOARD).andExpect(jsonPath("$.items[*].id", contains(mine.id())));
        north.get(BOARD).andExpect(jsonPath("$.items.length()").value(0));
        north.get(BOARD + "/summary").andExpect(jsonPath("$.open").value(0)).andExpect(jsonPath("$.measured").value(0));
        north.get(BOARD + "?unit=" + Organisation.TIANHE).andExpect(status().isNotFound());
        north.get(BOARD + "/use").andExpect(jsonPath("$.people.length()").value(0));
        clerk.get(BOARD + "/use").andExpect(status().isForbidden());
    }

    @Test
    void misuseStaysVisibleAfterATicketWasLowered() throws Exception {
        var lowered = urged(Organisation.TIANHE, LOST);
        urged(Organisation.TIANHE, LOST);
        lead.post(lowered.path("lower-urgent"), "{\"note\":\"不急\"}").andExpect(status().isOk());
        agent.get(BOARD).andExpect(jsonPath("$.items[*].id", not(hasItem(lowered.id()))));
        lead.get(BOARD + "/use").andExpect(status().isOk())
                .andExpect(jsonPath("$.people.length()").value(1))
                .andExpect(jsonPath("$.people[0].raised").value(2)).andExpect(jsonPath("$.people[0].lowered").value(1))
                .andExpect(jsonPath("$.people[0].wrong").value(1))
                .andExpect(jsonPath("$.people[0].unit.code").value(Organisation.HEADQUARTERS))
                .andExpect(jsonPath("$.units[0].raised").value(2));
        // Raised once more it begins anew, and both count.
        agent.post(lowered.path("urgent"), "{\"reason\":\"LOST\",\"note\":\"还是急\"}").andExpect(status().isOk());
        lead.get(BOARD + "/use").andExpect(jsonPath("$.people[0].raised").value(3));
        agent.get(BOARD).andExpect(jsonPath("$.items[*].id", hasItem(lowered.id())));
        south.get(BOARD + "/use").andExpect(jsonPath("$.people.length()").value(0));
    }

    @Test
    void aPersonIsNamedBeforeTheTicketIsOpened() throws Exception {
        var there = urged(Organisation.TIANHE, "");
        var somebody = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var found = BOARD + "/people?q=" + somebody.name();
        agent.get(found + "&waybill=" + there.waybill()).andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id", hasItem(somebody.id().toString())));
        agent.get(found).andExpect(jsonPath("$[*].id", not(hasItem(somebody.id().toString()))));
        agent.get(BOARD + "/people?waybill=YT999999999999").andExpect(status().isNotFound());
    }

    private void answer(Opened ticket) throws Exception {
        answer(clerk, ticket);
    }

    private void answer(Browser who, Opened ticket) throws Exception {
        var version = (int) JsonPath.read(text(who.get("/api/v1/tickets/" + ticket.id())), "$.version");
        who.post(ticket.path("answer"),
                "{\"kind\":\"EXPLAINED\",\"remark\":\"已处理\",\"version\":%d}".formatted(version))
                .andExpect(status().isOk());
    }
}

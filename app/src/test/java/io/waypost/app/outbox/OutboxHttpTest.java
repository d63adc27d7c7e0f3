package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.outbox.MessageClass;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("O1 N2 messages over HTTP are the headquarters' alone")
class OutboxHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxHttpTest(MockMvc mvc, Organisation organisation, Outbox outbox, TransactionTemplate transaction,
            JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mvc = mvc;
        this.organisation = organisation;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Test
    void theOutboxOfTheWholeNetworkIsShownToTheHeadquartersOnly() throws Exception {
        var subject = add();
        var office = office();
        office.get("/api/v1/outbox?channel=SMS&kind=SERVICE&subjectKind=HTTP&subjectId=" + subject)
                .andExpect(status().isOk()).andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].to").value("138****5678"))
                .andExpect(jsonPath("$.items[0].text").value("【驿路】请答复"));
        var region = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH));
        for (var path : List.of("", "/attempts?message=" + UUID.randomUUID(), "/overview", "/suppressions")) {
            office.get("/api/v1/outbox" + path).andExpect(status().isOk());
            region.get("/api/v1/outbox" + path).andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("HEADQUARTERS_ONLY"));
        }
        for (var path : List.of("/resend", "/give-up", "/suppressions", "/suppressions/search",
                "/suppressions/lift")) {
            region.post("/api/v1/outbox" + path, "{}").andExpect(status().isForbidden());
            office.post("/api/v1/outbox" + path, "{}").andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void theListIsReadPageByPage() throws Exception {
        var subject = add();
        transaction.executeWithoutResult(_ -> outbox.add(message().about("HTTP", subject)));
        var path = "/api/v1/outbox?limit=1&subjectKind=HTTP&subjectId=" + subject;
        var answer = office().get(path).andExpect(jsonPath("$.items.length()").value(1)).andReturn();
        String next = JsonPath.read(answer.getResponse().getContentAsString(), "$.nextCursor");
        office().get(path + "&cursor=" + next).andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        office().get(path + "&cursor=nonsense").andExpect(status().isUnprocessableContent());
        office().get("/api/v1/outbox?state=NONSENSE").andExpect(status().is4xxClientError());
    }

    @Test
    void doubtIsSentAgainOrGivenUpByHandAndTheTrailSaysByWhom() throws Exception {
        var first = inDoubt();
        var second = inDoubt();
        var office = office();
        office.post("/api/v1/outbox/give-up", "{\"ids\":[\"%s\"],\"reason\":\"查过，没收到\"}".formatted(first))
                .andExpect(status().isOk()).andExpect(jsonPath("$[0].done").value(true));
        office.post("/api/v1/outbox/give-up", "{\"ids\":[\"%s\"],\"reason\":\"x\"}".formatted(first))
                .andExpect(jsonPath("$[0].done").value(false)).andExpect(jsonPath("$[0].code").value("NOT_IN_DOUBT"));
        office.post("/api/v1/outbox/resend", "{\"ids\":[\"%s\",\"%s\"]}".formatted(second, UUID.randomUUID()))
                .andExpect(jsonPath("$[0].done").value(true)).andExpect(jsonPath("$[1].done").value(false));
        for (var each : List.of(first + " MESSAGE_GIVEN_UP", second + " MESSAGE_SENT_AGAIN")) {
            assertThat(trail(each.substring(0, 36))).containsExactly(each);
        }
    }

    @Test
    void theSuppressionListIsKeptByHandWithoutShowingANumber() throws Exception {
        var office = office();
        office.post("/api/v1/outbox/suppressions",
                "{\"channel\":\"EMAIL\",\"to\":\" Li.Si@Example.com \",\"reason\":\"OPTED_OUT\",\"note\":\"电话里说的\"}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.to").value("L****@Example.com"));
        var found = office.post("/api/v1/outbox/suppressions/search",
                "{\"channel\":\"EMAIL\",\"to\":\"li.si@example.com\"}").andExpect(jsonPath("$.length()").value(1))
                .andReturn();
        String id = JsonPath.read(found.getResponse().getContentAsString(), "$[0].id");
        office.get("/api/v1/outbox/suppressions").andExpect(jsonPath("$.items[*].id", hasItem(id)));
        office.post("/api/v1/outbox/suppressions/lift", "{\"id\":\"%s\"}".formatted(id))
                .andExpect(status().isUnprocessableContent());
        office.post("/api/v1/outbox/suppressions/lift", "{\"id\":\"%s\",\"note\":\"本人要求恢复\"}".formatted(id))
                .andExpect(status().isNoContent());
        office.post("/api/v1/outbox/suppressions/lift", "{\"id\":\"%s\",\"note\":\"x\"}".formatted(id))
                .andExpect(status().isNotFound());
        for (var wrong : List.of("{\"channel\":\"SMS\",\"to\":\"abc\",\"reason\":\"BLOCKED\"}",
                "{\"channel\":\"WEBHOOK\",\"to\":\"x\",\"reason\":\"BLOCKED\"}",
                "{\"channel\":\"SMS\",\"to\":\"13812345678\"}")) {
            office.post("/api/v1/outbox/suppressions", wrong).andExpect(status().isUnprocessableContent());
        }
    }

    private List<String> trail(String subject) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc
                .sql("select subject_id || ' ' || action from audit.entry where subject_id = ?").param(subject)
                .query((row, _) -> row.getString(1)).list()));
    }

    private Browser office() {
        return Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS));
    }

    private static OutgoingMessage message() {
        return OutgoingMessage.sms("http " + UUID.randomUUID(), MessageClass.SERVICE, "13812345678", "【驿路】请答复");
    }

    private UUID add() {
        var subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> outbox.add(message().about("HTTP", subject)));
        return subject;
    }

    /** A message that no runner touches, because its time has not come, made one in doubt. */
    private UUID inDoubt() {
        var subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> outbox.add(message().about("HTTP", subject)
                .notBefore(clock.instant().plus(Duration.ofDays(1)))));
        var id = jdbc.sql("""
                update outbox.message set state = 'UNKNOWN', error = 'TIMEOUT' where subject_id = ? and state = 'PENDING'
                returning id
                """).param(subject.toString()).query(UUID.class).single();
        jdbc.sql("delete from outbox.waiting where message_id = ?").param(id).update();
        return id;
    }
}

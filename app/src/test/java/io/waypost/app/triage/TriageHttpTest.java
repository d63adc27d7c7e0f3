package io.waypost.app.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.triage.Custody;
import io.waypost.core.triage.Owner;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.triage.TriageFacts;
import io.waypost.core.triage.Workload.WorkSharing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T3 rules of triage are data: in order, changed at headquarters, by one person at a time")
class TriageHttpTest {

    private static final String RULES = "/api/v1/triage/rules";

    private final Browser headquarters;
    private final Browser other;
    private final Browser region;
    private final Browser agent;
    private final Triages triages;
    private final TriageIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TriageHttpTest(MockMvc mvc, Organisation organisation, Triages triages, TriageIndex index, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        this.other = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        this.region = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        this.agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        this.triages = triages;
        this.index = index;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void aRuleIsAddedChangedMovedAndRemovedAndHoldsAtOnce() throws Exception {
        assertThat(decided("客户要投诉")).isEqualTo(Owner.AS_PROCEDURE);
        var added = headquarters.post(RULES, body(revision(), "找大区", true, """
                "when":{"keywords":["投诉"],"urgent":false},"outcome":{"owner":"REGION"}""")).andExpect(status().isOk());
        List<String> ids = JsonPath.read(text(added), "$.rules[*].id");
        var id = ids.getLast();
        assertThat(decided("客户要投诉")).as("at once").isEqualTo(Owner.REGION);
        headquarters.put(RULES + "/" + id, body(revision(), "找总部", true, """
                "when":{"keywords":["投诉"]},"outcome":{"owner":"HEADQUARTERS"}""")).andExpect(status().isOk());
        assertThat(decided("客户要投诉")).isEqualTo(Owner.HEADQUARTERS);
        headquarters.post(RULES + "/" + id + "/move", "{\"revision\":%d,\"to\":0}".formatted(revision()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.rules[0].id").value(id));
        headquarters.put(RULES + "/" + id, body(revision(), "找总部", false, """
                "when":{"keywords":["投诉"]},"outcome":{"owner":"HEADQUARTERS"}""")).andExpect(status().isOk());
        assertThat(decided("客户要投诉")).as("switched off").isEqualTo(Owner.AS_PROCEDURE);
        headquarters.delete("%s/%s?revision=%d".formatted(RULES, id, revision()), null).andExpect(status().isOk());
        assertThat(changes(id)).containsExactly("TRIAGE_RULE_ADDED", "TRIAGE_RULE_CHANGED", "TRIAGE_RULE_MOVED",
                "TRIAGE_RULE_CHANGED", "TRIAGE_RULE_REMOVED");
    }

    @Test
    void thePackagedRulesAreThereAndOnlyOneIsOn() throws Exception {
        agent.get(RULES).andExpect(status().isOk())
                .andExpect(jsonPath("$.rules[0].outcome.owner").value("HOLDING_UNIT"))
                .andExpect(jsonPath("$.rules[?(@.active)].when.kinds[0]").value(hasItem("SILENT_PARCEL")));
    }

    @Test
    void ofTwoWhoChangeTheSameListAtOnceOneIsToldSo() throws Exception {
        int revision = revision();
        try (var together = Executors.newFixedThreadPool(2)) {
            var answers = together.invokeAll(List.<Callable<Integer>>of(() -> added(headquarters, revision),
                    () -> added(other, revision))).stream().map(answer -> answer.resultNow()).toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        other.post(RULES, body(revision, "迟到", true, "\"outcome\":{\"owner\":\"REGION\"}"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
    }

    @Test
    void whatIsNoRuleIsRefusedFieldByField() throws Exception {
        headquarters.post(RULES, body(revision(), " ", true, """
                "when":{"kinds":["NO_SUCH"],"units":["NOWHERE"],"keywords":[""],"repeats":100},
                "outcome":{"owner":"REGION","unit":"R05"}"""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("name", "when.kinds[0]",
                        "when.units[0]", "when.keywords[0]", "when.repeats", "outcome.unit")));
        headquarters.post(RULES, body(revision(), "空", true, "\"outcome\":{}")).andExpect(
                jsonPath("$.errors[0].field").value("outcome.owner"));
        headquarters.post(RULES, body(revision(), "空", true, "\"outcome\":{\"owner\":\"UNIT\"}")).andExpect(
                jsonPath("$.errors[0].field").value("outcome.unit"));
    }

    @Test
    void onlyTheHeadquartersWrites() throws Exception {
        region.get(RULES).andExpect(status().isOk());
        region.post(RULES, body(revision(), "x", true, "\"outcome\":{\"owner\":\"REGION\"}"))
                .andExpect(status().isForbidden());
        agent.post(RULES, body(revision(), "x", true, "\"outcome\":{\"owner\":\"REGION\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aUnitsSwitchIsItsOwn() throws Exception {
        var path = "/api/v1/units/%s/sharing".formatted(Organisation.TIANHE);
        region.get(path).andExpect(jsonPath("$.sharing").value("DEFAULT"));
        region.put(path, "{\"sharing\":\"ON\"}").andExpect(status().isOk());
        assertThat(index.sharing(Organisation.TIANHE)).isEqualTo(WorkSharing.ON);
        region.put(path, "{\"sharing\":\"DEFAULT\"}").andExpect(status().isOk());
        assertThat(index.sharing(Organisation.TIANHE)).isEqualTo(WorkSharing.DEFAULT);
        region.put("/api/v1/units/%s/sharing".formatted(Organisation.NORTH), "{\"sharing\":\"ON\"}")
                .andExpect(status().isNotFound());
        agent.put(path, "{\"sharing\":\"ON\"}").andExpect(status().isForbidden());
    }

    private List<String> changes(String id) {
        List<String> changes = new ArrayList<>();
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> changes.addAll(jdbc
                .sql("select action from audit.entry where subject_id = :id order by id").param("id", id)
                .query(String.class).list())));
        return changes;
    }

    private Integer added(Browser browser, int revision) throws Exception {
        return browser.post(RULES, body(revision, "同时", false, "\"outcome\":{\"owner\":\"REGION\"}")).andReturn()
                .getResponse().getStatus();
    }

    private Owner decided(String text) {
        return triages.decide(new TriageFacts(TicketKind.QUERY, BizType.TRACE, TriageChannel.AGENT, false, 1, null,
                Custody.NONE, List.of("HQ"), null, text)).owner();
    }

    private int revision() throws Exception {
        return JsonPath.read(text(headquarters.get(RULES)), "$.revision");
    }

    private static String body(int revision, String name, boolean active, String rest) {
        return "{\"revision\":%d,\"name\":\"%s\",\"active\":%s,%s}".formatted(revision, name, active, rest);
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}

package io.waypost.app.knowledge;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("B3 questions that nothing answers are read and ended where they were asked")
class QuestionsHttpTest {

    private static final String ARTICLES = "/api/v1/knowledge/articles";
    private static final String QUESTIONS = "/api/v1/knowledge/questions";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionsHttpTest(MockMvc mvc, Organisation organisation, Customers customers, Conversations conversations,
            TransactionTemplate transaction, Deadlines deadlines, JdbcClient jdbc, JsonMapper json) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What falls due on the shared database another test's context may carry out. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    private Browser browser(Role role, String unit) {
        return Browser.of(mvc, organisation.person(role, unit));
    }

    private static void ask(Browser by, String question) throws Exception {
        by.post(QUESTIONS, "{\"question\":\"%s\"}".formatted(question)).andExpect(status().isNoContent());
    }

    @Test
    void oneRegionNeitherReadsNorClosesTheQuestionsOfAnother() throws Exception {
        var south = browser(Role.TEAM_LEAD, Organisation.SOUTH);
        var north = browser(Role.TEAM_LEAD, Organisation.NORTH);
        ask(south, "潜水艇能不能靠岸取件");
        var southern = group(south, "潜水艇能不能靠岸取件");
        ask(north, "潜水艇能靠岸取件吗");
        assertThat(group(north, "潜水艇能靠岸取件吗")).as("they mean the same").isEqualTo(southern);
        north.get(QUESTIONS)
                .andExpect(jsonPath("$.items[?(@.counted.id=='%s')].counted.count".formatted(southern)).value(1))
                .andExpect(jsonPath("$..said[?(@=='潜水艇能不能靠岸取件')]", hasSize(0)));
        south.post(QUESTIONS + "/" + southern + "/leave", "{\"reason\":\"玩笑\"}")
                .andExpect(status().isNoContent());
        south.get(QUESTIONS + "?state=LEFT_OUT")
                .andExpect(jsonPath("$.items[?(@.counted.id=='%s')].counted.reason".formatted(southern)).value("玩笑"));
        north.get(QUESTIONS + "?state=LEFT_OUT").andExpect(jsonPath("$.items", hasSize(0)));
        assertThat(group(north, "潜水艇能靠岸取件吗")).isEqualTo(southern);
    }

    /** The group of a question that is open within reach, once it is in one. */
    private static String group(Browser by, String question) {
        var at = "$.items[?(@.counted.question=='%s')].counted.id".formatted(question);
        var found = new ArrayList<String>();
        until(() -> {
            found.addAll(JsonPath.<List<String>>read(by.get(QUESTIONS + "?limit=200").andReturn()
                    .getResponse().getContentAsString(), at));
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** A conversation of somebody whose desk is that unit's. */
    private UUID conversation(String unit) {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> {
            var who = customers.identify(
                    new NewIdentity(IdentityKind.VISITOR, "test", UUID.randomUUID().toString(), "访客"), null);
            return conversations.open(who.identity(), ContactChannel.CHAT, "test", organisation.path(unit));
        })));
    }

    /** Writes an article and has it put into force. */
    private void inForce(String unit, String word) throws Exception {
        var author = browser(Role.REGION_MANAGER, Organisation.SOUTH);
        var written = author.post(ARTICLES, json.writeValueAsString(
                new ArticleController.NewArticle(unit, "", KnowledgeAccess.body(word, List.of()), null)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var version = ARTICLES + "/" + JsonPath.read(written, "$.id") + "/versions/1";
        author.post(version + "/submit", "{\"revision\":1}").andExpect(status().isOk());
        browser(Role.REGION_MANAGER, Organisation.SOUTH).post(version + "/approve", "{\"revision\":2}")
                .andExpect(status().isOk());
    }

    @Test
    void atTheDeskWhatCountsWhereTheCustomerIsIsFound() throws Exception {
        inForce(Organisation.TIANHE, "木星停靠证");
        var agent = browser(Role.TEAM_LEAD, Organisation.SOUTH);
        var asked = "{\"question\":\"木星停靠证怎么办理\",\"conversation\":%s,\"customers\":false,\"most\":3}";
        var there = asked.formatted("\"" + conversation(Organisation.TIANHE) + "\"");
        until(() -> agent.post("/api/v1/knowledge/search", there).andReturn().getResponse().getContentAsString()
                .contains("木星停靠证"));
        for (var elsewhere : List.of("null", "\"" + conversation(Organisation.SOUTH) + "\"",
                // A conversation that the agent does not see says nothing about its place.
                "\"" + UUID.randomUUID() + "\"")) {
            agent.post("/api/v1/knowledge/search", asked.formatted(elsewhere)).andExpect(status().isOk())
                    .andExpect(jsonPath("$[?(@.title=='木星停靠证怎么办理')]", hasSize(0)));
        }
    }

    @Test
    void whatHasEndedIsDeletedSomeTimeLaterAndNothingElse() throws Exception {
        var south = browser(Role.TEAM_LEAD, Organisation.SOUTH);
        for (var question : List.of("珊瑚礁上怎么收件", "火山口几点派送", "极光下面能寄信吗")) {
            ask(south, question);
        }
        for (var ended : List.of("珊瑚礁上怎么收件", "火山口几点派送")) {
            south.post(QUESTIONS + "/" + group(south, ended) + "/leave", "{\"reason\":\"玩笑\"}")
                    .andExpect(status().isNoContent());
        }
        var open = group(south, "极光下面能寄信吗");
        changed("update knowledge.question set ended_at = ended_at - interval '181 days' where text = '珊瑚礁上怎么收件'");
        changed("update knowledge.question set at = at - interval '900 days' where text = '极光下面能寄信吗'");
        deadlines.wake(QuestionsForgotten.class);
        until(() -> !south.get(QUESTIONS + "?state=LEFT_OUT").andReturn().getResponse().getContentAsString()
                .contains("珊瑚礁上怎么收件"));
        south.get(QUESTIONS + "?state=LEFT_OUT")
                .andExpect(jsonPath("$.items[?(@.counted.question=='火山口几点派送')]", hasSize(1)));
        assertThat(group(south, "极光下面能寄信吗")).isEqualTo(open);
    }

    private void changed(String sql) {
        Acting.as(new Actor.Internal("test"),
                () -> transaction.executeWithoutResult(_ -> assertThat(jdbc.sql(sql).update()).isPositive()));
    }

    @Test
    void theLikeOfWhatWasLeftOutOrHasADraftIsOnlyCountedAndComesBackWhereTheDraftIsDropped() throws Exception {
        var lead = browser(Role.REGION_MANAGER, Organisation.SOUTH);
        ask(lead, "恐龙化石可以寄到付吗");
        var group = group(lead, "恐龙化石可以寄到付吗");
        lead.post(QUESTIONS + "/" + group + "/leave", "{\"reason\":\"玩笑\"}").andExpect(status().isNoContent());
        ask(lead, "恐龙化石可以寄到付不");
        until(() -> counted(lead, "LEFT_OUT", group) == 2);
        assertThat(counted(lead, "OPEN", group)).isZero();
        // What was left out there says nothing about what is asked elsewhere.
        var north = browser(Role.TEAM_LEAD, Organisation.NORTH);
        ask(north, "恐龙化石可以寄到付么");
        assertThat(group(north, "恐龙化石可以寄到付么")).isEqualTo(group);

        ask(lead, "彗星尾巴上设不设网点");
        var other = group(lead, "彗星尾巴上设不设网点");
        var written = lead.post(ARTICLES, json.writeValueAsString(new ArticleController.NewArticle(null, "",
                KnowledgeAccess.body("彗星网点", List.of()), UUID.fromString(other)))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        ask(lead, "彗星尾巴上设不设网点呢");
        until(() -> counted(lead, "ANSWERED", other) == 2);
        assertThat(counted(lead, "OPEN", other)).isZero();
        lead.post(ARTICLES + "/" + JsonPath.read(written, "$.id") + "/versions/1/drop",
                "{\"revision\":1,\"reason\":\"不写了\"}").andExpect(status().isOk());
        assertThat(counted(lead, "OPEN", other)).isEqualTo(2);
    }

    /** How many questions of a group stand so, as far as whoever asks reaches them. */
    private static int counted(Browser by, String state, String group) throws Exception {
        var counts = JsonPath.<List<Integer>>read(by.get(QUESTIONS + "?limit=200&state=" + state).andReturn()
                .getResponse().getContentAsString(), "$.items[?(@.counted.id=='%s')].counted.count".formatted(group));
        return counts.isEmpty() ? 0 : counts.getFirst();
    }
}

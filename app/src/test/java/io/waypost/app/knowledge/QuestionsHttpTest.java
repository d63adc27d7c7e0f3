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
    private final JsonMapper json;

    QuestionsHttpTest(MockMvc mvc, Organisation organisation, Customers customers, Conversations conversations,
            TransactionTemplate transaction, JsonMapper json) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
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

}

package io.waypost.app.knowledge;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.knowledge.ArticleBody.VariantBody;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.identity.Role;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleLife;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@Import(KnowledgeHttpTest.Heard.class)
@DisplayName("B3 an article is written, put into force by a second person, found where it counts, and over on its day")
class KnowledgeHttpTest {

    private static final String PATH = "/api/v1/knowledge/articles";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Answers answers;
    private final KnowledgeSeed seed;
    private final Heard heard;
    private final Deadlines deadlines;
    private final Clock clock;
    private final JsonMapper json;

    private Browser author;
    private Browser second;

    KnowledgeHttpTest(MockMvc mvc, Organisation organisation, Answers answers, KnowledgeSeed seed, Heard heard,
            Deadlines deadlines, Clock clock, JsonMapper json) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.answers = answers;
        this.seed = seed;
        this.heard = heard;
        this.deadlines = deadlines;
        this.clock = clock;
        this.json = json;
        this.author = Browser.of(mvc);
        this.second = author;
    }

    /** Hears what those who keep articles are told. */
    static class Heard {

        final List<ArticleNews> news = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ArticleNews event) {
            news.add(event);
        }
    }

    /** What falls due on the shared database another test's context may carry out. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @BeforeEach
    void twoPeopleOfTheHeadquarters() {
        author = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        second = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
    }

    private Browser browser(Role role, String unit) {
        return Browser.of(mvc, organisation.person(role, unit));
    }

    private String written(Browser by, @Nullable String unit, ArticleBody body) throws Exception {
        var answer = by.post(PATH, json.writeValueAsString(new ArticleController.NewArticle(unit, "", body, null)))
                .andExpect(status().isOk()).andReturn().getResponse();
        return PATH + "/" + JsonPath.read(answer.getContentAsString(), "$.id");
    }

    private String saved(int revision, @Nullable Instant from, @Nullable Instant until, ArticleBody body) {
        return json.writeValueAsString(new ArticleController.ArticleSave(revision, "", from, until, body));
    }

    private static ResultActions step(Browser by, String article, int version, String step, int revision) {
        boolean said = !step.equals("submit") && !step.equals("approve");
        return by.post("%s/versions/%d/%s".formatted(article, version, step),
                "{\"revision\":%d%s}".formatted(revision, said ? ",\"reason\":\"试一试\"" : ""));
    }

    /** Those of the test's own articles; by words alone some packaged one is always a little near. */
    private List<Hit> found(String question, @Nullable String path, @Nullable ContactChannel channel,
            ArticleAudience audience) {
        return answers.find(question, path, channel, audience, 3).stream()
                .filter(hit -> hit.title().startsWith(question.substring(0, 4))).toList();
    }

    private List<Hit> found(String question, String unit, @Nullable ContactChannel channel) {
        return found(question, organisation.path(unit), channel, ArticleAudience.CUSTOMERS);
    }

    private void foundAtLast(String question, String unit, boolean there) {
        until(() -> found(question, unit, null).isEmpty() != there);
    }

    private static ArticleBody body(String word) {
        return KnowledgeAccess.body(word, List.of());
    }

    @Test
    void aSecondPersonPutsItIntoForceAndOnlyThenItAnswers() throws Exception {
        var article = written(author, null, body("蓝鲸通行证"));
        author.put(article + "/versions/1", saved(1, null, null, body("蓝鲸通行证"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.making.row.state").value("DRAFT"))
                .andExpect(jsonPath("$.making.row.mine").value(true))
                .andExpect(jsonPath("$.making.flaws", hasSize(0)));
        author.put(article + "/versions/1", saved(1, null, null, body("x"))).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        step(second, article, 1, "approve", 2).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_SUBMITTED"));
        step(author, article, 1, "submit", 2).andExpect(status().isOk());
        step(author, article, 1, "approve", 3).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OWN_WORK"));
        assertThat(found("蓝鲸通行证怎么办理", Organisation.TIANHE, null)).isEmpty();
        step(second, article, 1, "approve", 3).andExpect(status().isOk())
                .andExpect(jsonPath("$.inForce.row.version").value(1)).andExpect(jsonPath("$.making").isEmpty());
        foundAtLast("蓝鲸通行证去哪里弄", Organisation.TIANHE, true);
        var hit = found("蓝鲸通行证去哪里弄", Organisation.TIANHE, null).getFirst();
        assertThat(hit.title()).isEqualTo("蓝鲸通行证怎么办理");
        assertThat(hit.source().name()).isEqualTo("公司规定");
        assertThat(hit.version()).isEqualTo(1);

        // The next version takes its place; both stay to be read.
        author.post(article + "/versions", "{\"note\":\"改\"}").andExpect(status().isOk());
        author.post(article + "/versions", "{\"note\":\"\"}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("DRAFT_EXISTS"));
        second.put(article + "/versions/2", saved(1, null, null, body("红鲸通行证"))).andExpect(status().isOk());
        step(author, article, 2, "submit", 2).andExpect(status().isOk());
        // Both have written in it by now.
        step(second, article, 2, "approve", 3).andExpect(jsonPath("$.code").value("OWN_WORK"));
        var third = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        step(third, article, 2, "return", 3).andExpect(status().isOk());
        step(author, article, 2, "submit", 4).andExpect(status().isOk());
        step(third, article, 2, "approve", 5).andExpect(status().isOk())
                .andExpect(jsonPath("$.versions[1].state").value("RETIRED"))
                .andExpect(jsonPath("$.versions[1].end").value("REPLACED"));
        foundAtLast("红鲸通行证怎么办理", Organisation.TIANHE, true);
        author.get(article + "/versions/1").andExpect(status().isOk())
                .andExpect(jsonPath("$.body.title").value("蓝鲸通行证怎么办理"));
    }

    @Test
    void whatHasFlawsIsNotSubmittedAndEveryOneIsNamed() throws Exception {
        var body = new ArticleBody("", ArticleCategory.SERVICE, ArticleAudience.CUSTOMERS,
                List.of(), "x", null, List.of(new VariantBody(Organisation.NORTH, null, "x", null)), null, false,
                List.of());
        var south = browser(Role.REGION_MANAGER, Organisation.SOUTH);
        var article = written(south, null, body);
        step(south, article, 1, "submit", 1).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("title"))
                .andExpect(jsonPath("$.errors[1].field").value("source"))
                .andExpect(jsonPath("$.errors[2].field").value("variants[0].unit"))
                .andExpect(jsonPath("$.errors[2].code").value("UNKNOWN_UNIT"));
    }

    @Test
    void theVariantOfThePlaceAndTheChannelCounts() throws Exception {
        var article = written(author, null, KnowledgeAccess.body("金雀登记卡", List.of(
                new VariantBody(Organisation.SOUTH, null, "华南到柜台办。", "In the South at the counter."),
                new VariantBody(null, ContactChannel.SMS, "短信版", null))));
        step(author, article, 1, "submit", 1).andExpect(status().isOk());
        step(second, article, 1, "approve", 2).andExpect(status().isOk());
        foundAtLast("金雀登记卡怎么办理", Organisation.TIANHE, true);
        assertThat(found("金雀登记卡怎么办理", Organisation.TIANHE, ContactChannel.SMS).getFirst().text())
                .isEqualTo("华南到柜台办。");
        assertThat(found("金雀登记卡怎么办理", Organisation.DONGCHENG, ContactChannel.SMS).getFirst().text())
                .isEqualTo("短信版");
        assertThat(found("金雀登记卡怎么办理", Organisation.DONGCHENG, null).getFirst().text())
                .isEqualTo("请带上金雀登记卡到网点办理。");
        assertThat(found("金雀登记卡怎么办理", null, ContactChannel.CHAT, ArticleAudience.CUSTOMERS)
                .getFirst().text()).isEqualTo("请带上金雀登记卡到网点办理。");
    }

    @Test
    void aRegionsIsForItAloneAndTheHeadquartersIsKeptAbove() throws Exception {
        var south = browser(Role.REGION_MANAGER, Organisation.SOUTH);
        var article = written(south, null, body("珠江夜班专线"));
        var north = browser(Role.REGION_MANAGER, Organisation.NORTH);
        north.get(article).andExpect(status().isNotFound());
        step(north, article, 1, "submit", 1).andExpect(status().isNotFound());
        step(south, article, 1, "submit", 1).andExpect(status().isOk());
        step(browser(Role.REGION_MANAGER, Organisation.SOUTH), article, 1, "approve", 2).andExpect(status().isOk());
        foundAtLast("珠江夜班专线怎么办理", Organisation.TIANHE, true);
        assertThat(found("珠江夜班专线怎么办理", Organisation.DONGCHENG, null)).isEmpty();
        assertThat(found("珠江夜班专线怎么办理", null, null, ArticleAudience.CUSTOMERS)).isEmpty();
        browser(Role.AGENT, Organisation.TIANHE).get(article).andExpect(status().isOk())
                .andExpect(jsonPath("$.mayEdit").value(false));
        var stranger = browser(Role.AGENT, Organisation.DONGCHENG);
        stranger.get(article).andExpect(status().isNotFound());
        stranger.post("/api/v1/knowledge/search", """
                {"question":"珠江夜班专线怎么办理","unit":"%s","customers":false,"most":3}
                """.formatted(Organisation.TIANHE)).andExpect(status().isNotFound());

        var above = written(author, null, body("总部通知"));
        south.get(above).andExpect(status().isOk()).andExpect(jsonPath("$.mayEdit").value(false));
        step(south, above, 1, "submit", 1).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("KEPT_ABOVE"));
        // A draft is nobody's business who does not write.
        browser(Role.AGENT, Organisation.TIANHE).get(above).andExpect(status().isNotFound());
    }

    @Test
    void agentsOnlyIsNotForCustomers() throws Exception {
        var plain = body("内线转接口令");
        var article = written(author, null, new ArticleBody(plain.title(), plain.category(), ArticleAudience.AGENTS,
                plain.similar(), plain.text(), null, List.of(), plain.source(), false, List.of()));
        step(author, article, 1, "submit", 1).andExpect(status().isOk());
        step(second, article, 1, "approve", 2).andExpect(status().isOk());
        until(() -> !found("内线转接口令怎么办理", null, null, ArticleAudience.AGENTS).isEmpty());
        assertThat(found("内线转接口令怎么办理", null, null, ArticleAudience.CUSTOMERS)).isEmpty();
    }

    @Test
    void onItsDayItComesAndAfterItsLastItGoesAndThoseWhoKeepItAreTold() throws Exception {
        var now = clock.instant();
        var from = now.plus(Duration.ofDays(2));
        var until = now.plus(Duration.ofDays(30));
        var article = written(author, null, body("春运临时柜"));
        author.put(article + "/versions/1", saved(1, from, until, body("春运临时柜"))).andExpect(status().isOk());
        step(author, article, 1, "submit", 2).andExpect(status().isOk());
        step(second, article, 1, "approve", 3).andExpect(status().isOk())
                .andExpect(jsonPath("$.inForce").isEmpty())
                .andExpect(jsonPath("$.versions[0].state").value("APPROVED"));
        deadlines.drain(from);
        assertThat(heard.news).noneMatch(one -> one.title().startsWith("春运临时柜"));
        deadlines.drain(until.minus(ArticleLife.NOTICE));
        assertThat(heard.news).filteredOn(one -> one.title().startsWith("春运临时柜"))
                .extracting(ArticleNews::kind).containsExactly(ArticleNews.Kind.ENDS_SOON);
        deadlines.drain(until);
        assertThat(heard.news).filteredOn(one -> one.title().startsWith("春运临时柜"))
                .extracting(ArticleNews::kind)
                .containsExactly(ArticleNews.Kind.ENDS_SOON, ArticleNews.Kind.EXPIRED);
        assertThat(heard.news.getLast().to()).hasSize(2);
        author.get(article).andExpect(jsonPath("$.versions[0].state").value("RETIRED"))
                .andExpect(jsonPath("$.versions[0].end").value("EXPIRED"));
        author.get("/api/v1/notices").andExpect(jsonPath("$.items[?(@.kind=='ARTICLE_EXPIRED')].params.title").value(
                "春运临时柜怎么办理"));
        author.get(PATH + "?which=OUT&words=春运临时柜").andExpect(jsonPath("$.page.items", hasSize(1)));
    }

    @Test
    void whatIsWrongIsTakenOutByOneHandWithAReason() throws Exception {
        var article = written(author, null, body("错误答案"));
        step(author, article, 1, "submit", 1).andExpect(status().isOk());
        step(second, article, 1, "approve", 2).andExpect(status().isOk());
        foundAtLast("错误答案怎么办理", Organisation.TIANHE, true);
        step(author, article, 1, "out", 3).andExpect(status().isOk())
                .andExpect(jsonPath("$.versions[0].end").value("TAKEN_OUT"));
        foundAtLast("错误答案怎么办理", Organisation.TIANHE, false);
    }

    @Test
    void agentsSearchAndListWhatIsInForceAndSayWhatWasOfNoUse() throws Exception {
        var agent = browser(Role.AGENT, Organisation.TIANHE);
        var answer = agent.post("/api/v1/knowledge/search",
                "{\"question\":\"没保价丢了赔多少\",\"customers\":false,\"most\":3}").andExpect(status().isOk())
                .andExpect(jsonPath("$[0].title").value("未保价快件赔偿标准"))
                .andExpect(jsonPath("$[0].source.kind").value("LAW")).andReturn().getResponse();
        assertThat(read(answer.getContentAsString(), "$[0].source.date")).startsWith("20");
        agent.get(PATH + "?words=未保价").andExpect(status().isOk())
                .andExpect(jsonPath("$.page.items[?(@.title=='未保价快件赔偿标准')]", hasSize(1)))
                .andExpect(jsonPath("$.page.items[?(@.title=='签收与代签规定')]", hasSize(0)))
                .andExpect(jsonPath("$.counts.submitted").value(0));
        for (var number : List.of("7", "K7", "k7 ")) {
            agent.get(PATH + "?words=" + number)
                    .andExpect(jsonPath("$.page.items[?(@.number==7)]", hasSize(1)));
        }
        agent.post("/api/v1/knowledge/questions", "{\"question\":\"无人机能送到十八楼阳台吗\"}")
                .andExpect(status().isNoContent());
        agent.post("/api/v1/knowledge/questions", "{\"question\":\"无人机能不能送到十八楼阳台\"}")
                .andExpect(status().isNoContent());
        var lead = browser(Role.TEAM_LEAD, Organisation.SOUTH);
        until(() -> lead.get("/api/v1/knowledge/questions").andReturn().getResponse().getContentAsString()
                .contains("\"count\":2"));
        var groups = lead.get("/api/v1/knowledge/questions").andReturn().getResponse().getContentAsString();
        assertThat(read(groups, "$.items[0].counted.question")).isEqualTo("无人机能不能送到十八楼阳台");
        browser(Role.TEAM_LEAD, Organisation.NORTH).get("/api/v1/knowledge/questions")
                .andExpect(jsonPath("$.items", hasSize(0)));

        var group = read(groups, "$.items[0].counted.id");
        var begun = lead.post(PATH, json.writeValueAsString(new ArticleController.NewArticle(null, "",
                body("无人机"), UUID.fromString(group)))).andExpect(status().isOk()).andReturn()
                .getResponse();
        assertThat(begun.getContentAsString()).contains("无人机");
        lead.get("/api/v1/knowledge/questions?state=ANSWERED")
                .andExpect(jsonPath("$.items[0].counted.id").value(group));
        lead.post("/api/v1/knowledge/questions/" + group + "/leave", "{\"reason\":\"x\"}")
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("DEALT_WITH"));
    }

    @Test
    void questionsAreAddedToAnArticleAsSimilarOnes() throws Exception {
        var lead = browser(Role.TEAM_LEAD, Organisation.SOUTH);
        var article = written(lead, null, body("月球专线"));
        lead.post("/api/v1/knowledge/questions", "{\"question\":\"嫦娥那边收件不\"}")
                .andExpect(status().isNoContent());
        until(() -> lead.get("/api/v1/knowledge/questions").andReturn().getResponse().getContentAsString()
                .contains("嫦娥那边收件不"));
        List<String> groups = JsonPath.read(lead.get("/api/v1/knowledge/questions").andReturn().getResponse()
                .getContentAsString(), "$.items[?(@.counted.question=='嫦娥那边收件不')].counted.id");
        lead.post("/api/v1/knowledge/questions/" + groups.getFirst() + "/article",
                "{\"article\":\"%s\"}".formatted(article.substring(article.lastIndexOf('/') + 1)))
                .andExpect(status().isNoContent());
        lead.get(article).andExpect(jsonPath("$.making.body.similar[1]").value("嫦娥那边收件不"));
    }

    @Test
    void aStartUsesUpNoNumbers() throws Exception {
        var before = number(written(author, null, body("启动之前")));
        seed.sow();
        assertThat(number(written(author, null, body("启动之后")))).isEqualTo(before + 1);
    }

    private int number(String article) throws Exception {
        return JsonPath.read(author.get(article).andReturn().getResponse().getContentAsString(), "$.number");
    }

    private static String read(String content, String path) {
        return JsonPath.read(content, path);
    }
}

package io.waypost.app.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.tariff.TariffCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("B1 prices are versions that two people put into force, and quotes are by the one that counts")
class TariffHttpTest {

    private static final String TARIFFS = "/api/v1/tariffs";
    private static final String QUOTES = "/api/v1/quotes";
    private static final String WAY = "{\"from\":\"440106\",\"to\":\"110105\",\"grams\":2300}";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final TariffScene scene;
    private final TariffStore store;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TariffHttpTest(MockMvc mvc, Organisation organisation, TariffScene scene, TariffStore store, Clock clock,
            JsonMapper json, TransactionTemplate transaction, JdbcClient jdbc) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.scene = scene;
        this.store = store;
        this.clock = clock;
        this.json = json;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aTariffIsInForce() {
        scene.inForce();
    }

    private Browser headquarters() {
        return Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    private Browser agent() {
        return Browser.of(mvc, organisation.person(Role.AGENT, Organisation.SOUTH));
    }

    private int draft(Browser browser) throws Exception {
        return json
                .readTree(browser.post(TARIFFS, "{\"from\":1,\"note\":\"调价\"}").andExpect(status().isOk()).andReturn()
                        .getResponse().getContentAsString())
                .at("/row/version").asInt();
    }

    private JsonNode read(Browser browser, int version) throws Exception {
        return json.readTree(browser.get(TARIFFS + "/" + version).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
    }

    private String changed(Browser browser, int version, Consumer<ObjectNode> change) throws Exception {
        var view = read(browser, version);
        var body = (ObjectNode) view.get("body");
        change.accept(body);
        var save = json.createObjectNode();
        save.put("revision", view.at("/row/revision").asInt()).put("note", "改了").set("body", body);
        return json.writeValueAsString(save);
    }

    @Test
    void thePackagedOneIsWithoutFlaws() {
        assertThat(TariffCheck.flaws(store.find(1).orElseThrow().body())).isEmpty();
    }

    @Test
    void whatOneWritesAnotherApprovesFromADayToCome() throws Exception {
        var author = headquarters();
        var second = headquarters();
        int version = draft(author);
        var begins = clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        author.put(TARIFFS + "/" + version, changed(author, version, body -> firstPrice(body, 9_900)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.row.mine").value(true))
                .andExpect(jsonPath("$.flaws").isEmpty());
        var approve = "{\"revision\":2,\"from\":\"%s\"}".formatted(begins);
        author.post(TARIFFS + "/%d/approve".formatted(version), approve).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("SECOND_PERSON"));
        second.post(TARIFFS + "/%d/approve".formatted(version), "{\"revision\":1}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        second.post(TARIFFS + "/%d/approve".formatted(version),
                "{\"revision\":2,\"from\":\"%s\"}".formatted(begins.minus(Duration.ofDays(60))))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("PAST"));
        second.post(TARIFFS + "/%d/approve".formatted(version), approve).andExpect(status().isOk())
                .andExpect(jsonPath("$.row.inForce").value(false))
                .andExpect(jsonPath("$.row.state").value("APPROVED"));

        agent().post(QUOTES, WAY).andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.offers[0].totalFen").value(2_440));
        agent().post(QUOTES, WAY.replace("}", ",\"at\":\"%s\"}".formatted(begins)))
                .andExpect(jsonPath("$.version").value(version))
                .andExpect(jsonPath("$.offers[0].totalFen").value(10_940));
        author.put(TARIFFS + "/" + version, changed(author, version, _ -> {})).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_A_DRAFT"));
        // What has not begun can be withdrawn; what counts cannot.
        author.post(TARIFFS + "/%d/drop".formatted(version), "{\"revision\":3,\"reason\":\"算错了\"}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.row.state").value("DROPPED"));
        author.post(TARIFFS + "/1/drop", "{\"revision\":%d,\"reason\":\"x\"}".formatted(read(author, 1)
                .at("/row/revision").asInt())).andExpect(status().isConflict());
        agent().post(QUOTES, WAY.replace("}", ",\"at\":\"%s\"}".formatted(begins)))
                .andExpect(jsonPath("$.version").value(1));
    }

    private static void firstPrice(ObjectNode body, long fen) {
        for (var rate : body.at("/products/0/rates")) {
            ((ObjectNode) rate).put("firstFen", fen);
        }
    }

    @Test
    void whatIsWrongIsNamedAndNotApproved() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(TARIFFS + "/" + version, changed(author, version, body -> {
            firstPrice(body, 0);
            body.remove("zones");
            ((ObjectNode) body.at("/products/0")).remove("name");
        })).andExpect(status().isOk()).andExpect(
                jsonPath("$.flaws[*].field", hasItems("zones", "products[0].name", "products[0].rates[0].firstFen")));
        headquarters().post(TARIFFS + "/%d/approve".formatted(version), "{\"revision\":2}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", hasItem("products[0].rates[0].firstFen")));
        author.put(TARIFFS + "/" + version, "{\"revision\":2,\"note\":\"\"}").andExpect(status().is4xxClientError());
        agent().post(TARIFFS, "{\"from\":1,\"note\":\"\"}").andExpect(status().isForbidden());
        author.get(TARIFFS + "/99999").andExpect(status().isNotFound());
        author.post(TARIFFS + "/%d/drop".formatted(version), "{\"revision\":2,\"reason\":\"试完了\"}")
                .andExpect(status().isOk());
    }

    @Test
    void quotesWithItsPartsPlacesAndAdvice() throws Exception {
        agent().post(QUOTES,
                """
                        {"from":"440106","to":"110101","grams":1200,"lengthMm":600,"widthMm":400,"heightMm":300,"declaredFen":100100,
                         "wanted":["FOAM"],"goods":"一只花瓶"}""")
                .andExpect(status().isOk()).andExpect(jsonPath("$.from").value("广东省广州市天河区"))
                .andExpect(jsonPath("$.zone").value("跨省"))
                .andExpect(jsonPath("$.offers[0].volumetricGrams").value(9_000))
                .andExpect(jsonPath("$.offers[0].countedGrams").value(9_000))
                .andExpect(jsonPath("$.offers[0].lines[*].kind").value(contains("FIRST", "FURTHER",
                        "INSURANCE", "SURCHARGE")))
                // 14 + 8 kg × 8 + ⌈1,001 × 5 ‰⌉ + 8
                .andExpect(jsonPath("$.offers[0].totalFen").value(1_400 + 6_400 + 501 + 800))
                .andExpect(jsonPath("$.service.reach").value("DOOR")).andExpect(jsonPath("$.service.here").value(true))
                .andExpect(jsonPath("$.advice.goods").value("易碎品")).andExpect(jsonPath("$.advice.insure").value(true));
        agent().post(QUOTES, "{\"from\":\"440106\",\"to\":\"710000\"}")
                .andExpect(jsonPath("$.offers[0].why").value("NOT_SERVED"))
                .andExpect(jsonPath("$.service.reason").isNotEmpty());
    }

    @Test
    void refusesWhatCannotBeQuotedByItsField() throws Exception {
        var agent = agent();
        agent.post(QUOTES, "{\"from\":\"440106\",\"to\":\"xx\"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("to"));
        agent.post(QUOTES, "{}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].field")
                .value("from"));
        agent.post(QUOTES, """
                {"from":"440106","to":"110105","grams":0,"lengthMm":5,"declaredFen":-1,"at":"1999-01-01T00:00:00Z"}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", hasItems("grams", "lengthMm", "declaredFen", "at")));
    }

    @Test
    void anybodyMayAskAFewTimesAMinute() throws Exception {
        var stranger = Browser.of(mvc).at("203.0.113.77");
        stranger.post("/api/v1/public/quotes", WAY).andExpect(status().isOk())
                .andExpect(jsonPath("$.offers[0].totalFen").value(2_440));
        // While they are asked some come back.
        int asked = 1;
        while (asked < 3 * QuoteLimits.QUESTIONS
                && stranger.post("/api/v1/public/quotes", WAY).andReturn().getResponse()
                        .getStatus() == 200) {
            asked++;
        }
        assertThat(asked).isBetween(QuoteLimits.QUESTIONS, 3 * QuoteLimits.QUESTIONS - 1);
        Browser.of(mvc).at("203.0.113.78").post("/api/v1/public/quotes", WAY).andExpect(status().isOk());
    }

    @Test
    void toldToStrangersIsWhatIsSoNowAndNothingIsKeptOfThem() throws Exception {
        var stranger = Browser.of(mvc).at("203.0.113.79");
        stranger.post("/api/v1/public/quotes", """
                {"from":"440106","to":"110105","wanted":[null]}""").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("wanted"));
        long before = advised();
        stranger.post("/api/v1/public/quotes",
                """
                {"from":"440106","to":"110105","goods":"花瓶","valueFen":90000,"phone":"13800138000","at":"1999-01-01T00:00:00Z"}""")
                .andExpect(status().isOk()).andExpect(jsonPath("$.advice.insure").value(true));
        assertThat(advised()).isEqualTo(before);
        agent().post(QUOTES, "{\"from\":\"810000\",\"to\":\"110105\"}")
                .andExpect(jsonPath("$.offers[0].why").value("NOT_SERVED"))
                .andExpect(jsonPath("$.closed").isNotEmpty());
    }

    private long advised() {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(
                _ -> jdbc.sql("select count(*) from tariff.advice").query(Long.class).single())));
    }

    @Test
    void ofTwoForTheSameDayTheOneApprovedLaterCounts() throws Exception {
        var author = headquarters();
        var second = headquarters();
        int first = draft(author);
        int later = draft(author);
        var begins = clock.instant().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);
        for (int version : new int[]{later, first}) {
            second.post(TARIFFS + "/%d/approve".formatted(version),
                    "{\"revision\":1,\"from\":\"%s\"}".formatted(begins)).andExpect(status().isOk());
        }
        agent().post(QUOTES, WAY.replace("}", ",\"at\":\"%s\"}".formatted(begins)))
                .andExpect(jsonPath("$.version").value(first));
        for (int version : new int[]{later, first}) {
            author.post(TARIFFS + "/%d/drop".formatted(version), "{\"revision\":2,\"reason\":\"试完了\"}")
                    .andExpect(status().isOk());
        }
        second.post(TARIFFS + "/%d/approve".formatted(draft(author)),
                "{\"revision\":1,\"from\":\"+999999999-01-01T00:00:00Z\"}")
                .andExpect(status().isUnprocessableContent());
    }
}

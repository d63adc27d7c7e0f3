package io.waypost.app.bot;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.bot.Packaged;
import io.waypost.core.dialogue.Intent;
import io.waypost.core.identity.Role;
import io.waypost.core.knowledge.OpenQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@Import(BotScene.class)
@DisplayName("B1 people teach the bot: what they label is learnt, examined, put into force by a click and taken back by another")
class TeachingTest {

    private static final String EXAMPLES = "/api/v1/bot/examples";
    private static final String MODELS = "/api/v1/bot/models";
    /** Nobody says it like that, so that only whoever was taught knows. */
    private static final String STRANGE = "小青蛙呱呱跳过河" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    private final MockMvc mvc;
    private final Organisation organisation;
    private final BotScene scene;
    private final BotMind mind;
    private final ModelStore models;
    private final Examples examples;

    TeachingTest(MockMvc mvc, Organisation organisation, BotScene scene, BotMind mind, ModelStore models,
            Examples examples) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.scene = scene;
        this.mind = mind;
        this.models = models;
        this.examples = examples;
    }

    /** Other tests talk with the packaged model. */
    @AfterEach
    void packagedAgain() throws Exception {
        if (scene.all(models::inForce) != 0) {
            browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS).post(MODELS + "/0/force", null)
                    .andExpect(status().isOk());
        }
        scene.receives(Organisation.SOUTH, false);
    }

    private Browser browser(Role role, String unit) {
        return Browser.of(mvc, organisation.person(role, unit));
    }

    @Test
    void learnsWhatPeopleLabelAndSpeaksByItOnceItHasPassed() throws Exception {
        var chief = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        until(Duration.ofMinutes(3), () -> !scene.all(() -> models.list(1).stream()
                .anyMatch(one -> one.state() == KeptModel.State.QUEUED || one.state() == KeptModel.State.LEARNING)));
        var wanted = mind.understand(STRANGE).intent() == Intent.INVOICE ? Intent.CUSTOMS : Intent.INVOICE;
        for (var words : List.of(STRANGE, STRANGE + "呀", "瞧" + STRANGE, STRANGE + "去")) {
            chief.post(EXAMPLES, "{\"text\":\"%s\",\"intent\":\"%s\"}".formatted(words, wanted))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("TAKEN"));
        }
        var asked = chief.post(MODELS, null).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        int version = JsonPath.read(asked, "$.items[0].version");
        chief.post(MODELS, null).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("UNDER_WAY"));
        chief.post(MODELS + "/%d/force".formatted(version), null).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_PASSED"));
        until(Duration.ofMinutes(3), () -> state(chief, version).equals("PASSED"));
        chief.get(MODELS).andExpect(jsonPath("$.inForce").value(0))
                .andExpect(jsonPath("$.items[0].examples").value(greaterThanOrEqualTo(4)))
                .andExpect(jsonPath("$.items[0].exam[?(@.worse == true)]").isEmpty())
                .andExpect(jsonPath("$.items[0].exam[?(@.figure == 'FIRST')].own.all", hasItem(233)));

        chief.post(MODELS + "/%d/force".formatted(version), null).andExpect(status().isOk())
                .andExpect(jsonPath("$.inForce").value(version));
        until(() -> mind.understand(STRANGE).intent() == wanted);
        chief.post(MODELS + "/0/force", null).andExpect(status().isOk());
        until(() -> mind.understand(STRANGE).intent() != wanted);
        // What spoke before comes back; what never did was held against the one that spoke then.
        scene.all(() -> {
            var later = models.ask("test", Instant.EPOCH).orElseThrow();
            var claim = models.claim(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), 9).orElseThrow();
            assertThat(models.end(new ModelStore.Claim(later, Instant.EPOCH), passed(later, 0), new byte[1])).isFalse();
            assertThat(models.end(claim, passed(later, 999), new byte[1])).isTrue();
            return true;
        });
        chief.post(MODELS + "/%d/force".formatted(version + 1), null).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EXAMINED_AGAINST_ANOTHER"));
        // A model holds for everybody.
        browser(Role.REGION_MANAGER, Organisation.SOUTH).post(MODELS + "/%d/force".formatted(version), null)
                .andExpect(status().isForbidden());
    }

    private static KeptModel passed(int version, int base) {
        return new KeptModel(version, KeptModel.State.PASSED, 0, null, base, null, List.of(), "test",
                Instant.EPOCH, Instant.EPOCH);
    }

    private static String state(Browser by, int version) throws Exception {
        var body = by.get(MODELS).andReturn().getResponse().getContentAsString();
        return JsonPath.<List<String>>read(body, "$.items[?(@.version == %d)].state".formatted(version)).getFirst();
    }

    @Test
    void whatWasNotUnderstoodWaitsForItsLabelWithoutNumbersOfAnybody() throws Exception {
        scene.receives(Organisation.SOUTH, true);
        var talk = scene.talk(Organisation.SOUTH, null);
        var strange = "帮我写一首关于大海和月亮的诗歌";
        scene.asks(talk, "今晚电视里放什么节目好看");
        assertThat(scene.asks(talk, strange + " 13800138000")).contains("已为您转接人工客服");
        var lead = browser(Role.REGION_MANAGER, Organisation.SOUTH);
        var found = "$.items[?(@.text =~ /%s.*/)]".formatted(strange);
        var open = lead.get(EXAMPLES + "?limit=200").andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
        assertThat(open).contains(strange).doesNotContain("13800138000");
        String id = JsonPath.<List<String>>read(open, found + ".id").getFirst();
        browser(Role.REGION_MANAGER, Organisation.NORTH).get(EXAMPLES + "?limit=200")
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id))));
        browser(Role.REGION_MANAGER, Organisation.NORTH)
                .put(EXAMPLES + "/" + id, "{\"was\":\"OPEN\",\"state\":\"LEFT\"}")
                .andExpect(status().isNotFound());
        lead.put(EXAMPLES + "/" + id, "{\"was\":\"OPEN\",\"state\":\"LEFT\",\"intent\":\"URGE\"}")
                .andExpect(status().isUnprocessableContent());
        lead.put(EXAMPLES + "/" + id, "{\"was\":\"OPEN\",\"state\":\"TAKEN\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("TAKEN")).andExpect(jsonPath("$.by").isNotEmpty());
        // Whoever saw it open yet does not write over what somebody else decided.
        lead.put(EXAMPLES + "/" + id, "{\"was\":\"OPEN\",\"state\":\"LEFT\"}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        lead.put(EXAMPLES + "/" + id, "{\"was\":\"TAKEN\",\"state\":\"LEFT\"}").andExpect(status().isOk());
        lead.get(EXAMPLES + "?state=LEFT&limit=200").andExpect(jsonPath("$.items[*].id", hasItem(id)));
        browser(Role.AGENT, Organisation.SOUTH).get(EXAMPLES).andExpect(status().isForbidden());
    }

    @Test
    void countsWhatComesAgainAndAsksForNoExamination() throws Exception {
        var chief = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        var text = "这回要选哪一个呀" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        scene.all(() -> {
            var session = scene.open(scene.talk(Organisation.SOUTH, null));
            examples.chosen(session, text, Intent.URGE);
            examples.chosen(session, text, Intent.URGE);
            return true;
        });
        var open = chief.get(EXAMPLES + "?limit=200").andReturn().getResponse().getContentAsString();
        var mine = "$.items[?(@.text == '%s')]".formatted(text);
        assertThat(JsonPath.<List<Integer>>read(open, mine + ".seen")).containsExactly(2);
        assertThat(JsonPath.<List<String>>read(open, mine + ".proposed")).containsExactly("URGE");
        assertThat(JsonPath.<List<String>>read(open, mine + ".source")).containsExactly("CLARIFIED");
        chief.put(EXAMPLES + "/" + JsonPath.<List<String>>read(open, mine + ".id").getFirst(),
                "{\"was\":\"OPEN\",\"state\":\"LEFT\"}")
                .andExpect(status().isOk());
        // Of another unit, whose trainers see none of this.
        chief.post(EXAMPLES, "{\"text\":\"%s\",\"intent\":\"URGE\"}".formatted(text)).andExpect(status().isOk());
        chief.post(EXAMPLES, "{\"text\":\"%s\",\"intent\":\"URGE\"}".formatted(text)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EXAMPLE_EXISTS"));
        chief.post(EXAMPLES, "{\"text\":\"13800138000\",\"intent\":\"URGE\"}")
                .andExpect(status().isUnprocessableContent());
        var line = Packaged.lines("examination/heldout/intents.tsv").stream().map(one -> one.split("\t", -1)[1])
                .filter(one -> OpenQuestion.kept(one).length() > 8 && !one.contains("\"")).findFirst().orElseThrow();
        chief.post(EXAMPLES, "{\"text\":\"%s\",\"intent\":\"URGE\"}".formatted(line))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("EXAMINED"));
        chief.post(EXAMPLES, "{\"text\":\"%s！！\",\"intent\":\"URGE\"}".formatted(line))
                .andExpect(jsonPath("$.errors[0].code").value("EXAMINED"));
    }

    @Test
    void showsHowWellItUnderstoodWeekByWeek() throws Exception {
        scene.receives(Organisation.SOUTH, true);
        scene.asks(scene.talk(Organisation.SOUTH, null), "我的快递到哪了");
        browser(Role.TEAM_LEAD, Organisation.SOUTH).get("/api/v1/bot/drift?weeks=2").andExpect(status().isOk())
                .andExpect(jsonPath("$[-1:].messages", hasItem(greaterThan(0))));
    }
}

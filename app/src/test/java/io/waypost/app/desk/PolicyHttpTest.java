package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest
@AutoConfigureMockMvc
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C6 the rules of routing are versions that people write, try on last week's contacts and put into force")
class PolicyHttpTest {

    private static final String POLICIES = "/api/v1/desk/policies";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final DeskScene scene;
    private final DeskRoom room;
    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final StepStore steps;
    private final PolicyDesk desk;
    private final PolicyStore store;
    private final Policies policies;
    private final Deadlines deadlines;
    private final Network network;
    private final LiveFeed live;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyHttpTest(MockMvc mvc, Organisation organisation, DeskScene scene, DeskRoom room, DeskContactStore contacts,
            DeskSeatStore seats, StepStore steps, PolicyDesk desk, PolicyStore store, Policies policies,
            Deadlines deadlines, Network network, LiveFeed live, JdbcClient jdbc, JsonMapper json) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.scene = scene;
        this.room = room;
        this.contacts = contacts;
        this.seats = seats;
        this.steps = steps;
        this.desk = desk;
        this.store = store;
        this.policies = policies;
        this.deadlines = deadlines;
        this.network = network;
        this.live = live;
        this.jdbc = jdbc;
        this.json = json;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    /** Other tests want what the software brings along. */
    @AfterEach
    void packagedAgain() {
        Acting.as(DeskScene.ALL, () -> {
            if (store.inForce().version() != 1) {
                desk.force(1, desk.kept(1).revision(), null);
            }
            return true;
        });
        assertThat(policies.inForce().version()).isEqualTo(1);
    }

    private Browser headquarters() {
        return Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    private JsonNode read(Browser browser, int version) throws Exception {
        return json.readTree(browser.get(POLICIES + "/" + version).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString());
    }

    private int draft(Browser browser) throws Exception {
        return json.readTree(browser.post(POLICIES, "{\"note\":\"试一试\"}").andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString()).at("/row/version").asInt();
    }

    private String changed(Browser browser, int version, Consumer<ObjectNode> change) throws Exception {
        var view = read(browser, version);
        var body = (ObjectNode) view.get("body");
        change.accept(body);
        var save = json.createObjectNode();
        save.put("revision", view.at("/row/revision").asInt());
        save.put("note", "改了");
        save.set("body", body);
        return json.writeValueAsString(save);
    }

    private static void addMatter(ObjectNode body, String code, String skill, int least, String word) {
        var matter = ((ArrayNode) body.get("matters")).insertObject(0);
        matter.put("code", code).put("nameZh", "清关").put("nameEn", "Customs").put("skill", skill).put("wanted", 4)
                .put("least", least).putArray("words").add(word);
    }

    @Test
    void whatOneWritesAnotherPutsIntoForceAndTheNextContactNeedsIt() throws Exception {
        var otherNode = new Policies(store, network, live);
        var author = headquarters();
        var second = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version, body -> addMatter(body, "CUSTOMS", "CUSTOMS", 2,
                "清关"))).andExpect(status().isOk()).andExpect(jsonPath("$.row.state").value("DRAFT"))
                .andExpect(jsonPath("$.row.mine").value(true))
                .andExpect(jsonPath("$.gaps[*].matter", hasItem("CUSTOMS")));
        author.post(POLICIES + "/try", "{\"version\":%d,\"text\":\"海外件清关卡住了\"}".formatted(version))
                .andExpect(status().isOk()).andExpect(jsonPath("$.matter").value("CUSTOMS"))
                .andExpect(jsonPath("$.word").value("清关")).andExpect(jsonPath("$.needs[0].wanted").value(4))
                .andExpect(jsonPath("$.needs[0].atLeast").value(0));
        var force = "{\"revision\":2}";
        author.post(POLICIES + "/%d/force".formatted(version), force).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("SECOND_PERSON"));
        second.post(POLICIES + "/%d/force".formatted(version), force).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_TRIED"));
        author.post(POLICIES + "/%d/trial".formatted(version), null).andExpect(status().isOk());
        tried(author, version);
        second.post(POLICIES + "/%d/force".formatted(version), "{\"revision\":1}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        second.post(POLICIES + "/%d/force".formatted(version), force).andExpect(status().isOk())
                .andExpect(jsonPath("$.row.inForce").value(true)).andExpect(jsonPath("$.row.state").value("APPROVED"));

        until(() -> otherNode.inForce().version() == version);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "海外件清关卡住了");
        var kept = scene.contact(talk, contacts);
        assertThat(kept.matter()).isEqualTo("CUSTOMS");
        var step = scene.all(() -> steps.of(kept.id())).getFirst();
        Browser.of(mvc, organisation.person(Role.AGENT, Organisation.SOUTH)).get("/api/v1/desk")
                .andExpect(jsonPath("$.matters[0].nameZh").value("清关"));
        assertThat(step.data()).containsEntry("policy", version).containsEntry("word", "清关");
        assertThat(String.valueOf(step.data().get("needs"))).contains("skill=CUSTOMS", "wanted=4", "least=2");

        author.put(POLICIES + "/" + version, changed(author, version, _ -> {})).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_A_DRAFT"));
        // Who wrote it may take it back: what was before was looked at by two people.
        author.post(POLICIES + "/1/force", "{\"revision\":%d,\"note\":\"退回\"}".formatted(read(author, 1)
                .at("/row/revision").asInt())).andExpect(status().isOk());
        author.get(POLICIES).andExpect(jsonPath("$.inForce").value(1)).andExpect(jsonPath("$.terms[0].note")
                .value("退回"));
        var later = scene.talk(Organisation.SOUTH);
        scene.says(later, "海外件清关卡住了");
        assertThat(scene.contact(later, contacts).matter()).isEqualTo("GENERAL");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version, body -> {
            ((ObjectNode) body.at("/channels/CHAT")).put("units", 0);
            ((ObjectNode) body.get("channels")).remove("PHONE");
            ((ObjectNode) body.at("/rings/1")).put("afterSeconds", 0).put("reach", "PARENT").put("lowered", 1);
            ((ObjectNode) body.get("weights")).put("even", -1);
            ((ArrayNode) body.get("overflows")).addObject().put("unit", "NOWHERE").putArray("rings");
            addMatter(body, "lower", "", 5, "");
        })).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("channels.PHONE", "channels.CHAT.units",
                        "rings[1].afterSeconds", "rings[1].reach", "rings[1].lowered", "overflows[0].unit",
                        "overflows[0].rings", "weights.even", "matters[0].code", "matters[0].skill",
                        "matters[0].least", "matters[0].words[0]")))
                .andExpect(jsonPath("$.errors[?(@.field == 'weights.even')].value", contains(-1.0)));
        author.post(POLICIES + "/%d/drop".formatted(version), "{\"revision\":1,\"reason\":\"写错了\"}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.row.dropped").value("写错了"));
        author.post(POLICIES + "/%d/trial".formatted(version), null).andExpect(status().isConflict());
    }

    private static ObjectNode ring(ArrayNode rings, int after, String reach, int lowered) {
        return rings.addObject().put("afterSeconds", after).put("reach", reach).put("lowered", lowered);
    }

    @Test
    void aRegionOverflowsToTheUnitsThatARuleNames() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version, body -> {
            var rings = ((ArrayNode) body.get("overflows")).addObject().put("unit", Organisation.SOUTH)
                    .putArray("rings");
            ring(rings, 0, "UNIT", 1).putArray("units").add(Organisation.NORTH);
            ring(rings, 1, "NAMED", 1);
            ring(rings, 2, "NAMED", 1).putArray("units").add("NOWHERE").add(Organisation.SOUTH)
                    .add(Organisation.NORTH).add(Organisation.NORTH);
            ring(rings, 60, "EVERYWHERE", 5);
            body.putObject("thanks").put("withinSeconds", 90_000);
        })).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[*].field",
                containsInAnyOrder("overflows[0].rings[0].units", "overflows[0].rings[1].units",
                        "overflows[0].rings[2].units[0]", "overflows[0].rings[2].units[1]",
                        "overflows[0].rings[2].units[3]", "thanks.withinSeconds")));
        author.put(POLICIES + "/" + version, changed(author, version, body -> {
            var rings = ((ArrayNode) body.get("overflows")).addObject().put("unit", Organisation.SOUTH)
                    .putArray("rings");
            ring(rings, 0, "UNIT", 1);
            ring(rings, 1, "NAMED", 1).putArray("units").add(Organisation.NORTH);
            ring(rings, 3_600, "EVERYWHERE", 5);
        })).andExpect(status().isOk())
                .andExpect(jsonPath("$.body.overflows[0].rings[1].units", contains(Organisation.NORTH)));
        author.post(POLICIES + "/%d/trial".formatted(version), null);
        tried(author, version);
        headquarters().post(POLICIES + "/%d/force".formatted(version), "{\"revision\":2}").andExpect(status().isOk());
        assertThat(policies.inForce().version()).isEqualTo(version);

        scene.ready(Organisation.HEADQUARTERS);
        var north = scene.ready(Organisation.NORTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> north.id().equals(scene.contact(talk, contacts).contact().agent()));
        var data = scene.all(() -> steps.of(scene.contact(talk, contacts).id())).getLast().data();
        assertThat(String.valueOf(data.get("ring"))).contains("reach=NAMED", "units=[华北大区]");
        assertThat(data).containsEntry("agentUnit", "华北大区").containsEntry("others", Map.of("UNIT_NOT_YET", 1));
    }

    @Test
    void aRingThatAsksFewerPeopleThanTheOneBeforeItIsRefused() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version, body -> {
            var rings = (ArrayNode) body.get("rings");
            rings.removeAll();
            ring(rings, 0, "PARENT", 2);
            ring(rings, 10, "NAMED", 2).putArray("units").add(Organisation.NORTH);
            ring(rings, 20, "UNIT", 1);
            ring(rings, 30, "EVERYWHERE", 5);
        })).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("rings[2].reach", "rings[2].lowered")))
                .andExpect(jsonPath("$.errors[*].code", contains("NARROWER", "NARROWER")));
    }

    @Test
    void unitsThatGeneralRingsNameAreFoundWhereTheyHaveMovedTo() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version, body -> {
            var rings = (ArrayNode) body.get("rings");
            rings.removeAll();
            ring(rings, 0, "UNIT", 1);
            ring(rings, 1, "NAMED", 1).putArray("units").add(Organisation.BEIJING);
            ring(rings, 3_600, "EVERYWHERE", 5);
        })).andExpect(status().isOk());
        author.post(POLICIES + "/%d/trial".formatted(version), null);
        tried(author, version);
        headquarters().post(POLICIES + "/%d/force".formatted(version), "{\"revision\":2}").andExpect(status().isOk());

        var path = new AtomicReference<>(organisation.path(Organisation.BEIJING));
        var node = new Policies(store, moving(path), live);
        assertThat(node.inForce().rings().get(1).units()).containsExactly(path.get());
        path.set("/HQ/R05/C1101/");
        until(() -> node.inForce().rings().get(1).units().equals(List.of("/HQ/R05/C1101/")));
    }

    /** The tree, in which the city is wherever it is said to be. */
    private Network moving(AtomicReference<String> path) {
        return (Network) Proxy.newProxyInstance(Network.class.getClassLoader(), new Class<?>[]{Network.class},
                (_, method, arguments) -> method.getName().equals("unit")
                        && Organisation.BEIJING.equals(arguments[0])
                                ? network.unit(Organisation.BEIJING).map(unit -> at(unit, path.get()))
                                : method.invoke(network, arguments));
    }

    private static Unit at(Unit unit, String path) {
        return new Unit(unit.code(), unit.name(), unit.kind(), unit.parentCode(), path, unit.division(),
                unit.address(), unit.phone(), unit.opens(), unit.closes(), unit.serviceArea(), unit.active(),
                unit.version());
    }

    @Test
    void theTrialTellsWhatLastWeekWouldHaveBeen() throws Exception {
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version,
                body -> ((ObjectNode) body.at("/channels/CHAT")).put("units", 100))).andExpect(status().isOk());
        // One agent, five days ago for an hour; customers three at a time, each for five minutes.
        var agent = scene.there(Organisation.HAIZHU);
        var day = Instant.now().minus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        scene.all(() -> {
            seats.log(agent.id(), List.of(new io.waypost.core.presence.PresenceChange(
                    io.waypost.core.presence.PresenceState.READY, null, day, day.plusSeconds(36_000), null)));
            for (int i = 0; i < 60; i++) {
                var came = day.plusSeconds(i / 3 * 600L);
                past(came, came.plusSeconds(5), came.plusSeconds(305));
            }
            return true;
        });
        author.post(POLICIES + "/%d/trial".formatted(version), null).andExpect(status().isOk());
        tried(author, version);
        var desk = "$.trial.desks[?(@.unit.code == '%s')].line".formatted(Organisation.HAIZHU);
        author.get(POLICIES + "/" + version).andExpect(jsonPath("$.trial.current").value(true))
                .andExpect(jsonPath(desk + ".base.contacts", contains(60)))
                .andExpect(jsonPath(desk + ".base.inTime", contains(60)))
                // One at a time only the first of three is in time.
                .andExpect(jsonPath(desk + ".tried.inTime", contains(20)))
                .andExpect(jsonPath(desk + ".worse", contains(40))).andExpect(jsonPath(desk + ".clear", contains(true)))
                .andExpect(jsonPath(desk + ".base.averageWait", contains(0.0)))
                .andExpect(jsonPath("$.trial.agents", greaterThan(0)));
        author.put(POLICIES + "/" + version, changed(author, version, _ -> {}))
                .andExpect(jsonPath("$.trial.current").value(false));
    }

    @Test
    void whatIsSaidWhileNobodyHasItCountsToo() {
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "你好");
        assertThat(scene.contact(talk, contacts).matter()).isEqualTo("GENERAL");
        scene.says(talk, "Please help me, my parcel is broken");
        var kept = scene.contact(talk, contacts);
        assertThat(kept.matter()).isEqualTo("DAMAGE");
        assertThat(kept.language()).isEqualTo("ENGLISH");
        assertThat(scene.all(() -> steps.of(kept.id()))).extracting(ContactViews.StepView::what)
                .containsExactly(StepKind.QUEUED, StepKind.KNOWN);
        // Nobody there has more than the general skill, and still it is answered.
        var agent = scene.ready(Organisation.SOUTH);
        until(() -> agent.id().equals(scene.contact(talk, contacts).contact().agent()));
        scene.says(talk, "我要投诉");
        assertThat(scene.contact(talk, contacts).matter()).isEqualTo("DAMAGE");
    }

    @Test
    void asMuchIsGivenBackAsWasTakenWhateverThePolicySaysByThen() throws Exception {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "在吗");
        until(() -> agent.id().equals(scene.contact(talk, contacts).contact().agent()));
        assertThat(taken(agent.id())).isEqualTo(33);
        var author = headquarters();
        int version = draft(author);
        author.put(POLICIES + "/" + version, changed(author, version,
                body -> ((ObjectNode) body.at("/channels/CHAT")).put("units", 10))).andExpect(status().isOk());
        author.post(POLICIES + "/%d/trial".formatted(version), null);
        tried(author, version);
        headquarters().post(POLICIES + "/%d/force".formatted(version), "{\"revision\":2}").andExpect(status().isOk());
        assertThat(policies.inForce().terms(io.waypost.core.contact.ContactChannel.CHAT).units()).isEqualTo(10);
        var other = scene.talk(Organisation.SOUTH);
        scene.says(other, "在吗");
        until(() -> agent.id().equals(scene.contact(other, contacts).contact().agent()));
        assertThat(taken(agent.id())).isEqualTo(43);
        scene.leaves(agent);
        scene.all(() -> jdbc
                .sql("update desk.seat set lease_until = null, leases = '{}', state = 'OFFLINE' where person_id = :id")
                .param("id", agent.id()).update());
        until(() -> taken(agent.id()) == 0);
    }

    @Test
    void leadsOfRegionsReadAndDoNotWrite() throws Exception {
        var lead = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        lead.get(POLICIES).andExpect(status().isOk());
        lead.get(POLICIES + "/1").andExpect(status().isOk()).andExpect(jsonPath("$.row.mine").value(false));
        lead.post(POLICIES + "/try", "{\"text\":\"我的快递丢了\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.matter").value("LOST")).andExpect(jsonPath("$.needs[0].instead")
                        .value("GENERAL"));
        lead.post(POLICIES, "{\"note\":\"\"}").andExpect(status().isForbidden());
        Browser.of(mvc, organisation.person(Role.AGENT, Organisation.SOUTH)).get(POLICIES)
                .andExpect(status().isForbidden());
    }

    private void past(Instant came, Instant taken, Instant closed) {
        jdbc.sql("""
                insert into desk.contact (id, conversation_id, customer_id, channel, matter, unit_code, unit_path, state, since, level,
                    repeats, opened_at, taken_at, customer_at, closed_at, end_kind, first_seq)
                values (:id, :conversation, :customer, 'CHAT', 'GENERAL', :unit, :path, 'CLOSED', :came, 1, 0, :came, :taken, :came,
                    :closed, 'BY_AGENT', 1)
                """).params(Map.of("id", UUID.randomUUID(), "conversation",
                UUID.randomUUID(), "customer", UUID.randomUUID(), "unit", Organisation.HAIZHU, "path",
                organisation.path(Organisation.HAIZHU), "came", came.atOffset(java.time.ZoneOffset.UTC),
                "taken", taken.atOffset(java.time.ZoneOffset.UTC), "closed",
                closed.atOffset(java.time.ZoneOffset.UTC))).update();
    }

    private int taken(UUID person) {
        return scene.all(() -> seats.find(person).orElseThrow()).taken();
    }

    private void tried(Browser browser, int version) throws Exception {
        deadlines.drain(Instant.now());
        until(() -> read(browser, version).at("/trial/state").asString().equals("DONE"));
    }
}

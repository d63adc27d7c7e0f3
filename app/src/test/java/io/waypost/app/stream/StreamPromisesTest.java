package io.waypost.app.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Place;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(StreamFixture.class)
@DisplayName("P3 P4 A network that streams is warned of promises in danger, and learns from its stream")
class StreamPromisesTest {

    private static final String DRAFTS = "/api/v1/watch/limits/drafts";

    @TempDir
    static Path data;

    private final StreamFixture fixture;
    private final StreamEngine engine;
    private final Journeys journeys;
    private final Organisation organisation;
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    StreamPromisesTest(StreamFixture fixture, StreamEngine engine, Journeys journeys, Organisation organisation,
            MockMvc mvc, JdbcClient jdbc) {
        this.fixture = fixture;
        this.engine = engine;
        this.journeys = journeys;
        this.organisation = organisation;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @BeforeEach
    void streamed() throws IOException {
        if (inForce() == 0) {
            fixture.past(() -> assertThat(count("select count(*) from stream.picked")).isPositive());
            fixture.until(() -> assertThat(versions()).anyMatch(version -> version.endsWith(" true")));
        }
    }

    @Test
    void whatStreamsIsLearntFromThoughNothingElseIs() throws Exception {
        assertThat(count("select count(*) from parcel.scan where source <> '#stream'")).isZero();
        long picked = count("select count(*) from stream.picked");
        assertThat(picked).as("some of those that were late").isBetween(1L, (long) StreamFixture.LATE);
        assertThat(count("select parcels from delay.version order by number desc limit 1"))
                .as("also those that were picked, each once").isEqualTo(fixture.streamedBefore(knownUntil()));
        var head = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        head.get("/api/v1/watch/limits").andExpect(
                jsonPath("$.rows[?(@.basis == 'LEARNT' && @.stage == 'ARRIVED_HUB')]").isNotEmpty());
        head.post(DRAFTS, "{\"stage\":\"ARRIVED_HUB\",\"hours\":30,\"reason\":\"试\"}").andExpect(status().isOk());
        fixture.until(() -> head.get(DRAFTS).andExpect(jsonPath("$.items[0].replay.state").value("DONE"))
                .andExpect(jsonPath("$.items[0].replay.total").isNumber())
                // The slow ones of a week would each be warned of at the hub.
                .andExpect(jsonPath("$.items[0].replay.tried").isNumber()));
        assertThat(count("select done from watch.limit_replay")).isPositive()
                .isEqualTo(count("select total from watch.limit_replay"));
        assertThat(count("select (tally ->> 'tried')::bigint from watch.limit_replay")).isPositive();
    }

    @Test
    void aPromiseInDangerIsListedPickedAndTakenBackByItsDelivery() throws Exception {
        var start = fixture.now().plus(Duration.ofMinutes(1));
        var stuck = fixture.underWay(2, start, Duration.ofHours(56));
        fixture.play();
        fixture.pass(Duration.ofMinutes(11));
        assertThat(warnings(stuck.getFirst())).as("nothing is wrong yet").isEmpty();
        assertThat(count("select count(*) from parcel.scan where waybill = '%s'".formatted(stuck.getFirst()))).isZero();
        fixture.pass(Duration.ofHours(18));
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        fixture.until(() -> south.get("/api/v1/delays?limit=200").andExpect(
                jsonPath("$.items[*].waybill", hasItem(stuck.getFirst()))));
        south.get("/api/v1/delays?limit=200").andExpect(
                jsonPath("$.items[?(@.waybill == '%s')].kind".formatted(stuck.getFirst()), hasItem("RISK")));
        south.get("/api/v1/delays/board").andExpect(jsonPath("$.saveable").isNumber());
        assertThat(count("select count(*) from delay.warning where cleared_at is null and chance = 'SAVEABLE'"))
                .isPositive();
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/delays?limit=200").andExpect(
                jsonPath("$.items[?(@.waybill == '%s')]".formatted(stuck.getFirst()), empty()));
        var other = Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU));
        other.get("/api/v1/parcels/" + stuck.getFirst()).andExpect(status().isNotFound());
        other.get("/api/v1/parcels/" + stuck.getFirst() + "/forecast").andExpect(status().isNotFound());
        fixture.until(() -> assertThat(count(
                "select count(*) from parcel.scan where source = '#stream' and waybill = '%s'".formatted(
                        stuck.getFirst())))
                .as("it is picked").isEqualTo(2));

        fixture.scan(stuck.subList(0, 1), ScanType.SIGNED, StreamFixture.TO);
        fixture.pass(Duration.ofMinutes(11));
        fixture.until(() -> assertThat(warnings(stuck.getFirst())).containsExactly("RISK DELIVERED_IN_TIME"));
        fixture.pass(Duration.ofHours(30));
        fixture.until(
                () -> assertThat(warnings(stuck.getLast())).containsExactly("RISK PROMISE_PASSED", "BREACH null"));
        fixture.scan(stuck.subList(1, 2), ScanType.SIGNED, StreamFixture.TO);
        fixture.pass(Duration.ofMinutes(11));
        fixture.until(() -> assertThat(warnings(stuck.getLast())).containsExactly("RISK PROMISE_PASSED",
                "BREACH DELIVERED_LATE"));
    }

    @Test
    void oneThatWasDeliveredIsNotLookedAtAgain() throws Exception {
        var start = fixture.now().plus(Duration.ofMinutes(1));
        var calm = fixture.underWay(2, start, Duration.ofHours(40));
        fixture.deliver(calm.subList(0, 1), start.plus(Duration.ofHours(12)));
        fixture.play();
        assertThat(promised()).containsAll(calm);
        fixture.pass(Duration.ofMinutes(11));
        fixture.until(() -> assertThat(promised()).contains(calm.getLast()).doesNotContain(calm.getFirst()));
        assertThat(count("select count(*) from parcel.scan where waybill = '%s'".formatted(calm.getFirst()))).isZero();
        assertThat(warnings(calm.getFirst())).isEmpty();
    }

    @Test
    void aNodeThatCannotReadTheStreamLeavesTheWorkToTheOneThatCan() {
        var now = fixture.now();
        assertThat(journeys.from(now)).isEqualTo(now);
        engine.stop();
        try {
            assertThat(journeys.from(now)).isEqualTo(now.plus(Duration.ofHours(1)));
        } finally {
            engine.start();
        }
        assertThat(journeys.from(now)).isEqualTo(now);
    }

    private List<String> promised() {
        var from = fixture.now().minus(Duration.ofHours(12));
        return fixture.inTransaction(
                () -> journeys.promised(from, from.plus(Duration.ofDays(5)), null, 10_000).stream()
                        .map(Place::waybill).toList());
    }

    /** Up to when the newest version learnt. */
    private Instant knownUntil() {
        return fixture
                .inTransaction(() -> jdbc.sql("select known_until from delay.version order by number desc limit 1")
                        .query(OffsetDateTime.class).single())
                .toInstant();
    }

    private List<String> versions() {
        return fixture.inTransaction(() -> jdbc
                .sql("select number, verdict, parcels, cells, in_force from delay.version order by number")
                .query((row, _) -> "%d %s of %d parcels, %d cells: %s".formatted(row.getInt("number"),
                        row.getString("verdict"), row.getLong("parcels"), row.getInt("cells"),
                        row.getBoolean("in_force")))
                .list());
    }

    private long inForce() {
        return count("select count(*) from delay.version where in_force");
    }

    private long count(String sql) {
        return fixture.inTransaction(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private List<String> warnings(String waybill) {
        return fixture.inTransaction(() -> jdbc
                .sql("select kind, cause from delay.warning where waybill = :waybill order by number")
                .param("waybill", waybill).query((row, _) -> row.getString("kind") + " " + row.getString("cause"))
                .list());
    }
}

package io.waypost.app.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.delay.DelayVersion.Verdict;
import io.waypost.app.delay.DelayViews.DelayRow;
import io.waypost.app.delay.DelayViews.ForecastState;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.WrittenMessages;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.delay.DelayFinding.Kind;
import io.waypost.core.delay.DelayReason.Code;
import io.waypost.core.delay.Salvage.Chance;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"waypost.mode=DEMO", "waypost.delay.mail[R05]=lists@example.cn",
        "waypost.delay.mail[C1101]=north@example.cn"})
@AutoConfigureMockMvc
@Import(DelayFixture.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("P4 promises in danger are listed where something can be done, and told every morning")
class DelayFlowTest {

    private final DelayFixture fixture;
    private final NightlyLearning learning;
    private final Rounds rounds;
    private final Forecasts forecasts;
    private final MorningLists mornings;
    private final DelayProgressStore progress;
    private final DelayLists lists;
    private final DelayExport export;
    private final DelaySheets sheets;
    private final ModelShelf shelf;
    private final Organisation organisation;
    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final WrittenMessages written;

    DelayFlowTest(DelayFixture fixture, NightlyLearning learning, Rounds rounds, Forecasts forecasts,
            MorningLists mornings,
            DelayProgressStore progress, DelayLists lists, DelayExport export, DelaySheets sheets, ModelShelf shelf,
            Organisation organisation, MockMvc mvc,
            JdbcClient jdbc, ApplicationContext context) {
        this.fixture = fixture;
        this.forecasts = forecasts;
        this.learning = learning;
        this.rounds = rounds;
        this.mornings = mornings;
        this.progress = progress;
        this.lists = lists;
        this.export = export;
        this.sheets = sheets;
        this.shelf = shelf;
        this.organisation = organisation;
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.written = new WrittenMessages(context);
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    /** The tests of this class share two weeks of parcels and what was learnt from them; the last one moves the clock a week on. */
    @BeforeEach
    void learnt() {
        if (fixture.all(shelf::inForce).isPresent()) {
            return;
        }
        assertThat(fixture.all(() -> learning.learn(fixture.now())).verdict()).as("of nothing nothing is learnt")
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(fixture.all(shelf::inForce)).isEmpty();
        fixture.past();
        assertThat(fixture.all(() -> learning.learn(fixture.now())).verdict()).isEqualTo(Verdict.FIRST);
    }

    @Test
    @Order(1)
    void aVersionIsKeptWithItsTrialAndTheNextTakesOver() {
        var before = fixture.all(shelf::current).version();
        var next = fixture.all(() -> learning.learn(fixture.now()));
        assertThat(next.verdict()).isEqualTo(Verdict.NOT_WORSE);
        assertThat(next.number()).isEqualTo(before + 1);
        assertThat(fixture.all(shelf::current).version()).isEqualTo(next.number());
        var kept = Acting.as(south(), lists::versions);
        assertThat(kept.getFirst()).isEqualTo(next);
        assertThat(kept).filteredOn(DelayVersion::inForce).hasSize(1);
        var day = next.figures().ahead().stream().filter(one -> one.hours() == 24).findFirst().orElseThrow();
        assertThat(day.cases()).isGreaterThan(200);
        assertThat(day.missedShare()).isBetween(0.2, 0.3);
        assertThat(day.forecast().brier()).isLessThan(day.clock().brier());
        assertThat(day.clock().precision()).as("the clock says nothing a day ahead").isNull();
        var twelve = next.figures().ahead().stream().filter(one -> one.hours() == 12).findFirst().orElseThrow();
        assertThat(twelve.forecast().recall()).isEqualTo(1);
    }

    @Test
    void whatWaitsTooLongIsListedWithTheReasonAndGoesWhenItIsDelivered() {
        var start = fixture.now().minus(Duration.ofHours(28));
        var stuck = fixture.atTheHub(3, start, Duration.ofHours(56));
        var calm = fixture.pickedUp(1, fixture.now().minus(Duration.ofHours(2)), Duration.ofHours(40)).getFirst();
        turn();
        var row = of(south(), stuck.getFirst());
        assertThat(row.kind()).isEqualTo(Kind.RISK);
        assertThat(row.risk()).isGreaterThan(0.5);
        assertThat(row.chance()).isEqualTo(Chance.SAVEABLE);
        assertThat(row.unit().code()).isEqualTo(DelayFixture.HUB);
        assertThat(row.reason().code()).isEqualTo(Code.WAITING);
        assertThat(row.reason().hours()).isGreaterThan(10);
        assertThat(row.early()).isBefore(row.expected());
        assertThat(row.expected()).isBefore(row.late());
        assertThat(row.actBy()).isAfter(fixture.now());
        assertThat(rows(south())).extracting(DelayRow::waybill).doesNotContain(calm);
        assertThat(rows(actor(Organisation.NORTH))).as("another region does not see it").isEmpty();
        assertThatThrownBy(
                () -> Acting.as(actor(Organisation.NORTH), () -> lists.list(DelayFixture.HUB, null, null, null)))
                .isInstanceOf(Refusal.class);

        turn();
        assertThat(kept(stuck.getFirst())).as("judged twice, it is still one").hasSize(1);
        var now = fixture.now();
        fixture.scan(stuck.subList(0, 1), ScanType.SIGNED, DelayFixture.TO, now);
        fixture.scan(stuck.subList(1, 2), ScanType.OUT_FOR_DELIVERY, DelayFixture.TO, now);
        turn();
        assertThat(kept(stuck.getFirst())).containsExactly("RISK DELIVERED_IN_TIME");
        assertThat(kept(stuck.get(1))).as("with the courier it will be in time").containsExactly("RISK BACK_ON_COURSE");
        assertThat(kept(stuck.get(2))).as("the last one still stands").containsExactly("RISK null");
    }

    /** What it warned of stays warned of until its next scan, so it comes after those that look at whole lists. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void whatIsClosedWhereItIsToBeDeliveredWillBeLateHoweverWellItWent() throws Exception {
        var now = fixture.now();
        var parcel = fixture.all(() -> fixture.pickedUp(1, now.minus(Duration.ofHours(2)), Duration.ofHours(40)))
                .getFirst();
        turn();
        assertThat(kept(parcel)).isEmpty();
        var region = Browser.of(mvc, organisation.people(Set.of(Role.REGION_MANAGER), Organisation.SOUTH, false));
        var end = now.plus(Duration.ofHours(60));
        var closed = region.post("/api/v1/network/closures", """
                {"unitCode":"%s","reason":"WEATHER","from":"%s","until":"%s"}
                """.formatted(Organisation.GUANGZHOU, fixture.now(), end)).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString(StandardCharsets.UTF_8);
        var announced = fixture.now();
        turn();
        var row = of(actor(Organisation.NORTH), parcel);
        assertThat(row.risk()).isEqualTo(1);
        assertThat(row.raisedAt()).as("nobody could know before").isAfterOrEqualTo(announced);
        assertThat(row.reason().code()).isEqualTo(Code.STOPPED);
        assertThat(row.early()).isEqualTo(end);
        assertThat(row.chance()).isEqualTo(Chance.HARDLY);
        var foretold = Acting.as(actor(Organisation.NORTH), () -> forecasts.of(parcel));
        assertThat(Objects.requireNonNull(foretold.estimate()).early()).isEqualTo(end);

        region.put("/api/v1/network/closures/" + JsonPath.read(closed, "$.id"), "{\"until\":\"%s\"}".formatted(
                fixture.now())).andExpect(status().isOk());
        fixture.scan(List.of(parcel), ScanType.ARRIVED, DelayFixture.HUB, fixture.now());
        turn();
        assertThat(kept(parcel)).as("a scan after the stop was lifted").containsExactly("RISK BACK_ON_COURSE");
    }

    @Test
    void anyParcelUnderWayIsForetoldToThoseWhoSeeIt() {
        var now = fixture.now();
        var parcel = fixture.pickedUp(1, now.minus(Duration.ofHours(2)), Duration.ofHours(40)).getFirst();
        var foretold = Acting.as(actor(Organisation.NORTH), () -> forecasts.of(parcel));
        assertThat(foretold.state()).isEqualTo(ForecastState.FORECAST);
        var estimate = Objects.requireNonNull(foretold.estimate());
        assertThat(estimate.early()).isAfter(now).isBefore(estimate.expected());
        assertThat(estimate.expected()).isBefore(estimate.late());
        assertThat(estimate.risk()).isBetween(0.0, 0.5);
        assertThatThrownBy(() -> Acting.as(actor(Organisation.HAIZHU), () -> forecasts.of(parcel)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(actor(Organisation.NORTH), () -> forecasts.of("rubbish")))
                .isInstanceOf(Refusal.class);
        fixture.scan(List.of(parcel), ScanType.SIGNED, DelayFixture.TO, fixture.now());
        assertThat(Acting.as(actor(Organisation.NORTH), () -> forecasts.of(parcel)).state())
                .isEqualTo(ForecastState.NOT_UNDER_WAY);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aPromiseThatPassesIsLateAndAfterAWeekNoLongerListed() {
        var start = fixture.now().minus(Duration.ofHours(35));
        var both = fixture.atTheHub(2, start, Duration.ofHours(36));
        var late = both.subList(0, 1);
        var inTime = both.subList(1, 2);
        turn();
        assertThat(kept(late.getFirst())).containsExactly("RISK null");
        assertThat(of(south(), late.getFirst()).chance()).as("an hour is not enough").isEqualTo(Chance.HARDLY);
        fixture.scan(inTime, ScanType.SIGNED, DelayFixture.TO, fixture.now());
        fixture.pass(Duration.ofHours(2));
        turn();
        assertThat(kept(inTime.getFirst())).as("looked at after the promise, delivered before it")
                .containsExactly("RISK DELIVERED_IN_TIME");
        assertThat(kept(late.getFirst())).containsExactly("RISK PROMISE_PASSED", "BREACH null");
        assertThat(of(south(), late.getFirst()).chance()).isEqualTo(Chance.LATE);
        var lived = Acting.as(south(), () -> lists.board(null)).lived();
        assertThat(lived.right()).isPositive();
        assertThat(lived.foretold()).isPositive().isLessThanOrEqualTo(lived.missed());
        fixture.pass(Duration.ofDays(8));
        turn();
        assertThat(kept(late.getFirst())).containsExactly("RISK PROMISE_PASSED", "BREACH EXPIRED");
    }

    @Test
    void aScanThatWasCommittedLateStillEndsIt() {
        var start = fixture.now().minus(Duration.ofHours(28));
        var stuck = fixture.all(() -> {
            var waybills = fixture.atTheHub(1, start, Duration.ofHours(50));
            fixture.scan(waybills, ScanType.ARRIVED, "H1101", start.plus(Duration.ofHours(5)), fixture.now());
            return waybills;
        });
        turn();
        assertThat(kept(stuck.getFirst())).containsExactly("RISK null");
        fixture.scan(stuck, ScanType.SIGNED, DelayFixture.TO, start.plus(Duration.ofHours(20)));
        turn();
        assertThat(kept(stuck.getFirst())).containsExactly("RISK DELIVERED_IN_TIME");
    }

    @Test
    void twoNodesJudgeOnce() throws Exception {
        var start = fixture.now().minus(Duration.ofHours(28));
        var stuck = fixture.atTheHub(40, start, Duration.ofHours(52));
        fixture.pass(Duration.ofMinutes(11));
        var together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            fixture.round(rounds, progress);
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        }
        assertThat(stuck).allSatisfy(waybill -> assertThat(kept(waybill)).containsExactly("RISK null"));
    }

    @Test
    void theListOfTheDayIsToldOnceToTheDutyPersonOfTheSite() throws Exception {
        toSeven();
        var duty = organisation.person(Role.REGION_MANAGER, Organisation.SOUTH);
        Browser.of(mvc, organisation.people(Set.of(Role.REGION_MANAGER, Role.ADMINISTRATOR), Organisation.SOUTH, false))
                .put("/api/v1/units/%s/duties".formatted(Organisation.SOUTH),
                        "[{\"kind\":\"ALL\",\"personId\":\"%s\"}]".formatted(duty.id()))
                .andExpect(status().isOk());
        // Other tests may have passed a morning before.
        long told = messages("SMS");
        long mailed = messages("EMAIL");
        var start = fixture.now().minus(Duration.ofHours(28));
        fixture.atTheHub(2, start, Duration.ofHours(56));
        turn();
        fixture.pass(Duration.ofHours(1));
        tell();
        assertThat(notices(duty)).hasSize(1);
        assertThat(messages("SMS")).isEqualTo(told + 1);
        assertThat(messages("EMAIL")).isEqualTo(mailed + 1);
        tell();
        assertThat(notices(duty)).as("once a day").hasSize(1);
        assertThat(messages("EMAIL")).isEqualTo(mailed + 1);
        assertThat(written.files("DELAYS", Organisation.SOUTH)).last().satisfies(file -> {
            assertThat(file.name()).startsWith("时效预警-R05-").endsWith(".xlsx");
            assertThat(file.base64()).as("a zip begins with PK").startsWith("UEsDB");
        });
        var sheet = Acting.as(south(), () -> sheets.sheet(Organisation.SOUTH, Locale.SIMPLIFIED_CHINESE, 1));
        assertThat(sheet.rows()).singleElement().asString().contains("YT63", "停留比通常久");
        assertThat(sheet.more()).isTrue();
        assertThat(sheet.rows().getFirst()).hasSameSizeAs(sheet.columns());
    }

    @Test
    void theExportHasEveryRowInWordsAndKeepsToTheScope() {
        var start = fixture.now().minus(Duration.ofHours(28));
        var stuck = fixture.atTheHub(1, start, Duration.ofHours(56));
        turn();
        Map<String, String> query = Map.of("unit", DelayFixture.HUB);
        var rows = Acting.as(south(), () -> export.rows(query, Locale.SIMPLIFIED_CHINESE, null, 100)).rows();
        long counted = Acting.as(south(), () -> export.count(query, 1_000));
        assertThat(rows).hasSize((int) counted).allSatisfy(
                row -> assertThat(row).hasSize(export.columns(Locale.SIMPLIFIED_CHINESE).size()));
        assertThat(rows.toString()).contains(stuck.getFirst(), "停留比通常久");
        long elsewhere = Acting.as(actor(Organisation.NORTH), () -> export.count(Map.of(), 1_000));
        assertThat(elsewhere).isZero();
        assertThatThrownBy(() -> Acting.as(south(), () -> export.count(Map.of("q", "x"), 10)))
                .isInstanceOf(Refusal.class);
    }

    private void turn() {
        fixture.pass(Duration.ofMinutes(11));
        fixture.round(rounds, progress);
    }

    private void tell() {
        var today = fixture.now().atZone(Holidays.ZONE).toLocalDate();
        fixture.until(mornings, () -> progress.told().equals(new DelayProgressStore.Told(today, null)));
    }

    private void toSeven() {
        var local = fixture.now().atZone(Holidays.ZONE);
        // Two days on, whatever the hour: what other tests left in danger is over by then.
        fixture.pass(Duration.between(local, local.with(LocalTime.of(7, 0)).plusDays(2)));
    }

    private List<DelayRow> rows(Actor who) {
        return Acting.as(who, () -> lists.list(null, null, null, 200)).items();
    }

    private DelayRow of(Actor who, String waybill) {
        return rows(who).stream().filter(row -> row.waybill().equals(waybill)).findFirst().orElseThrow();
    }

    private List<String> kept(String waybill) {
        return fixture.all(() -> jdbc
                .sql("select kind, cause from delay.warning where waybill = :waybill order by number")
                .param("waybill", waybill).query((row, _) -> row.getString("kind") + " " + row.getString("cause"))
                .list());
    }

    private List<String> notices(PersonRef person) {
        return fixture
                .all(() -> jdbc.sql("select kind from notice.notice where person_id = :id and kind = 'DELAY_LIST'")
                        .param("id", person.id()).query((row, _) -> row.getString("kind")).list());
    }

    /** Those about the south: other tests leave parcels in danger elsewhere. */
    private long messages(String channel) {
        return fixture.all(() -> jdbc.sql("""
                select count(*) from outbox.message
                where template = 'DELAY_LIST' and channel = :channel and subject_id = :unit
                """).param("channel", channel).param("unit", Organisation.SOUTH).query(Long.class).single());
    }

    private Actor south() {
        return actor(Organisation.SOUTH);
    }

    private Actor actor(String unit) {
        return organisation.actor(unit, Permission.OPERATION_READ);
    }
}

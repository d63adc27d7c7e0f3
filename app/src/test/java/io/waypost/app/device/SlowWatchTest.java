package io.waypost.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.device.DeviceBoard.DevicePlanView;
import io.waypost.app.device.DeviceBoard.DeviceRow;
import io.waypost.app.device.DevicePlan.Action;
import io.waypost.app.device.DevicePlan.Ended;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Network;
import io.waypost.app.outbox.WrittenMessages;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@DisplayName("P5 A slow scanner is told to its unit, put on a plan, and followed until it is good again")
class SlowWatchTest {

    private static final String HUB = "H4401";
    private static final LocalDate DUE = LocalDate.parse("2199-12-31");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final DeviceBoard board;
    private final ScannerDesk desk;
    private final PlanDesk plans;
    private final Network network;
    private final ScanIntake intake;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WrittenMessages messages;
    private final MockMvc mvc;

    SlowWatchTest(Organisation organisation, DeviceBoard board, ScannerDesk desk, PlanDesk plans, Network network,
            ScanIntake intake, BusinessClock clock, Deadlines deadlines, JdbcClient jdbc,
            TransactionTemplate transaction, ApplicationContext context, MockMvc mvc) {
        this.organisation = organisation;
        this.board = board;
        this.desk = desk;
        this.plans = plans;
        this.network = network;
        this.intake = intake;
        this.clock = clock;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = new WrittenMessages(context);
        this.mvc = mvc;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void theUnitIsToldOnceAPeriodAndNotWhileSomethingIsDone() throws Exception {
        var duty = onDuty(Organisation.TIANHE);
        pass(Duration.ofMinutes(10));
        lateAmongPrompt(Organisation.TIANHE, "A1");
        hours(3);
        assertThat(noticesOf(duty)).isEqualTo(1);
        assertThat(messages.about("DEVICES", Organisation.TIANHE)).singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("【驿路】网点440106有1把巴枪数据传得慢（如A1），请检查并安排更换或维修。"));
        hours(24 * 5);
        assertThat(slow(Organisation.TIANHE, "A1")).as("nothing came in for three days").isFalse();
        lateAmongPrompt(Organisation.TIANHE, "A1");
        hours(3);
        assertThat(slow(Organisation.TIANHE, "A1")).isTrue();
        assertThat(noticesOf(duty)).as("slow again within the period").isEqualTo(1);
        hours(24 * 2);
        assertThat(noticesOf(duty)).as("still slow in the next period").isEqualTo(2);
        hours(24 * 5);
        register("A1", Organisation.TIANHE);
        Acting.as(manager(Organisation.SOUTH), () -> plans.open("A1", wish(duty)));
        lateAmongPrompt(Organisation.TIANHE, "A1");
        hours(24 * 2 + 3);
        assertThat(slow(Organisation.TIANHE, "A1")).isTrue();
        assertThat(noticesOf(duty)).as("something is being done").isEqualTo(2);
    }

    @Test
    void aPlanEndsWhenTheScannerIsGoodAgain() {
        pass(Duration.ofMinutes(10));
        register("B1", HUB);
        lateAmongPrompt(HUB, "B1");
        hours(2);
        var person = organisation.person(Role.OUTLET_CLERK, HUB);
        var south = manager(Organisation.SOUTH);
        var north = manager(Organisation.NORTH);
        refused("NOT_FOUND", () -> Acting.as(north, () -> plans.open("B1", wish(person))));
        refused("INVALID", () -> Acting.as(south, () -> plans.open("B1", wish(new PersonRef(UUID.randomUUID(), "x")))));
        refused("INVALID", () -> Acting.as(south, () -> plans.open("B1",
                new PlanDesk.Wish(Action.REPAIR, "", person.id(), LocalDate.parse("2020-01-01")))));
        var id = Acting.as(south, () -> plans.open("B1", wish(person)));
        refused("PLAN_EXISTS", () -> Acting.as(south, () -> plans.open("B1", wish(person))));
        refused("NOT_FOUND", () -> Acting.as(north, () -> {
            plans.withdraw("B1", id, 1);
            return id;
        }));
        refused("NOT_FOUND", () -> Acting.as(north, () -> board.view("B1").code()));
        Acting.as(south, () -> plans.change("B1", id,
                new PlanDesk.Wish(Action.TRAIN, "换传输方式", person.id(), DUE), 1));
        refused("STALE_VERSION", () -> Acting.as(south, () -> {
            plans.withdraw("B1", id, 1);
            return id;
        }));
        assertThat(row(HUB, "B1").plan()).isNotNull().satisfies(plan -> {
            assertThat(plan.plan().before().lateShare()).isEqualTo(1.0);
            assertThat(plan.plan().before().scans()).isEqualTo(40);
            assertThat(plan.plan().slowBefore()).isTrue();
            assertThat(plan.late()).isFalse();
        });
        assertThat(total().planned()).isEqualTo(1);
        assertThat(total().needPlan()).isZero();

        hours(1);
        scans(HUB, "B1", 99, false);
        hours(2);
        assertThat(row(HUB, "B1").plan()).as("too few to tell").isNotNull()
                .satisfies(plan -> assertThat(plan.plan().open()).isTrue());
        scans(HUB, "B1", 10, false);
        hours(2);
        var done = Objects.requireNonNull(row(HUB, "B1").plan()).plan();
        assertThat(done.endedWhy()).isEqualTo(Ended.GOOD_AGAIN);
        assertThat(done.after()).isNotNull().satisfies(after -> {
            assertThat(after.scans()).isEqualTo(109);
            assertThat(after.lateShare()).isZero();
        });
        refused("PLAN_OVER", () -> Acting.as(south, () -> {
            plans.withdraw("B1", id, done.version());
            return id;
        }));
        hours(24 * 4);
        assertThat(total().done()).isEqualTo(1);
        assertThat(actions("B1")).containsExactlyInAnyOrder("DEVICE_PLAN_OPENED", "DEVICE_PLAN_CHANGED",
                "DEVICE_PLAN_DONE");
    }

    @Test
    void aPlanEndsWhenTheScannerGoesOutOfUseAndTwoAtOnceMakeOne() throws Exception {
        register("C1", Organisation.HAIZHU);
        var person = organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU);
        var south = manager(Organisation.SOUTH);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> open = () -> {
                try {
                    return Acting.as(south, () -> plans.open("C1", wish(person))).toString();
                } catch (Refusal no) {
                    return no.code();
                }
            };
            var answers = new ArrayList<String>();
            for (var answer : both.invokeAll(List.of(open, open))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce("PLAN_EXISTS");
        }
        hours(2);
        assertThat(Acting.as(south, () -> board.view("C1")).plans()).singleElement()
                .satisfies(plan -> assertThat(plan.plan().open()).as("was never slow: only its end ends it").isTrue());
        Acting.as(south,
                () -> desk.put(Sheet.read("code,state\nC1,RETIRED\n".getBytes(StandardCharsets.UTF_8)), false));
        assertThat(Acting.as(south, () -> board.view("C1")).plans()).extracting(DevicePlanView::plan).singleElement()
                .satisfies(plan -> assertThat(plan.endedWhy()).isEqualTo(Ended.OUT_OF_USE));
        refused("OUT_OF_USE", () -> Acting.as(south, () -> plans.open("C1", wish(person))));
    }

    @Test
    void whatIsKeptOfThreeDaysIsWhatTheHoursAddUpTo() {
        pass(Duration.ofMinutes(10));
        for (int day = 0; day < 5; day++) {
            scans(Organisation.HAIZHU, "E1", 3 + day, day % 2 == 0);
            hours(17);
            scans(Organisation.HAIZHU, "E2", 2, false);
            hours(7);
            assertThat(sums("device.recent")).isNotEmpty()
                    .isEqualTo(sums("device.lag where hour >= (select dropped_until from device.progress)"));
        }
        var kept = sums("device.recent");
        assertThat(kept).anyMatch(row -> row.startsWith("E1 18 "));
        hours(24 * 4);
        assertThat(sums("device.recent")).isEmpty();
    }

    private List<String> sums(String from) {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("""
                        select device || ' ' || (select sum(c) from (select sum(n) as c from unnest(array_agg(a)) as n) as x) || ' '
                               || sum(s)
                        from (select device, lag_seconds as s, (select sum(n) from unnest(counts) as n) as a from %s) as each
                        group by device order by device
                        """.formatted(from)).query(String.class).list())));
    }

    private PersonRef onDuty(String unit) throws Exception {
        var person = organisation.person(Role.OUTLET_CLERK, unit);
        var administrator = organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS);
        Browser.of(mvc, administrator).put("/api/v1/units/" + unit + "/duties",
                "[{\"kind\":\"ALL\",\"personId\":\"%s\"}]".formatted(person.id())).andExpect(status().isOk());
        return person;
    }

    private void register(String code, String unit) {
        Acting.as(manager(Organisation.HEADQUARTERS), () -> desk.put(Sheet.read(
                "code,model,unit\n%s,M,%s\n".formatted(code, unit).getBytes(StandardCharsets.UTF_8)), false));
    }

    private void scans(String site, String device, int count, boolean late) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var scans = new ArrayList<Scan>();
        for (int i = 0; i < count; i++) {
            scans.add(new Scan("P%09d".formatted(NUMBER.incrementAndGet()), ScanType.ARRIVED,
                    late ? now.minus(Duration.ofMinutes(50)) : now, site, null, null, device, null, null, null, null,
                    null));
        }
        intake.take(scans, "test", now);
    }

    private void lateAmongPrompt(String site, String device) {
        scans(site, device, 40, true);
        scans(site, device + "-A", 40, false);
        scans(site, device + "-B", 40, false);
    }

    private long noticesOf(PersonRef person) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                        .sql("select count(*) from notice.notice where person_id = :person and kind = 'DEVICES_SLOW'")
                        .param("person", person.id()).query(Long.class).single())));
    }

    private List<String> actions(String code) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                        .sql("select action from audit.entry where subject_id = :code order by id")
                        .param("code", code).query(String.class).list())));
    }

    private boolean slow(String unit, String code) {
        return Acting.as(manager(Organisation.SOUTH), () -> board.rows(network.unit(unit).orElseThrow())).stream()
                .anyMatch(row -> row.code().equals(code) && row.slow() != null);
    }

    private DeviceRow row(String unit, String code) {
        return Acting.as(manager(Organisation.SOUTH), () -> board.rows(network.unit(unit).orElseThrow())).stream()
                .filter(row -> row.code().equals(code)).findFirst().orElseThrow();
    }

    private DeviceBoard.DeviceGroup total() {
        return Acting.as(manager(HUB), () -> board.board(network.unit(HUB).orElseThrow())).total();
    }

    private static PlanDesk.Wish wish(PersonRef person) {
        return new PlanDesk.Wish(Action.REPLACE, "换新机", person.id(), DUE);
    }

    private static void refused(String code, Callable<?> step) {
        assertThatThrownBy(step::call).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no.code()).isEqualTo(code));
    }

    private Actor.Person manager(String unit) {
        return organisation.actor(unit, Permission.DEVICES_READ, Permission.DEVICES_WRITE);
    }

    private void hours(int count) {
        for (int i = 0; i < count; i++) {
            pass(Duration.ofHours(1));
        }
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }
}

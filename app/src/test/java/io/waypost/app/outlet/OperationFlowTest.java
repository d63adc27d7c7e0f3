package io.waypost.app.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outlet.OperationViews.AbnormalityView;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.AnswerStep;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(OutletFixture.class)
@DisplayName("P6 a site that does not work as usual is raised to the region's duty person and clears by itself")
class OperationFlowTest {

    private static final String HUB = "H4401";

    private final OutletFixture fixture;
    private final OperationLists lists;
    private final Abnormalities abnormalities;
    private final Organisation organisation;
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    OperationFlowTest(OutletFixture fixture, OperationLists lists, Abnormalities abnormalities,
            Organisation organisation, MockMvc mvc, JdbcClient jdbc) {
        this.fixture = fixture;
        this.lists = lists;
        this.abnormalities = abnormalities;
        this.organisation = organisation;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void anOverloadedOutletIsRaisedAnsweredAndCleared() throws Exception {
        var duty = onDuty(Organisation.SOUTH, Role.REGION_MANAGER);
        var chief = onDuty(Organisation.HEADQUARTERS, Role.HEADQUARTERS_MANAGER);
        fixture.begin();
        var hour = fixture.now();
        fixture.past(Organisation.TIANHE, organisation.path(Organisation.TIANHE), 40, 20, 0, 0);
        var parcels = fixture.scan(300, ScanType.ARRIVED, Organisation.TIANHE);
        fixture.toNextHour(6);

        var raised = at(south(), Organisation.TIANHE);
        assertThat(raised).extracting(AbnormalityView::cause).containsExactly(AbnormalCause.BACKLOG);
        var one = raised.getFirst();
        assertThat(one.value()).isEqualTo(300);
        assertThat(one.usual()).isBetween(39.0, 42.0);
        assertThat(one.responsible()).isEqualTo(duty);
        assertThat(one.dueAt()).isEqualTo(one.raisedAt().plus(Duration.ofHours(2)));
        assertThat(one.curve().points()).isNotEmpty().last()
                .satisfies(point -> assertThat(point.value()).isEqualTo(300));
        assertThat(notices(duty, one.id())).containsExactly("ABNORMALITY_RAISED");
        assertThat(smsTo(one.id())).isEqualTo(1);
        assertThat(at(actor(Organisation.NORTH), Organisation.TIANHE)).as("another region does not see it").isEmpty();
        assertThat(Acting.as(south(), () -> lists.board(Organisation.TIANHE)).abnormalSites()).isEqualTo(1);

        fixture.scan(parcels.subList(0, 25), ScanType.ARRIVED, Organisation.TIANHE);
        fixture.toNextHour(6);
        assertThat(at(south(), Organisation.TIANHE)).as("one row, however long it lasts").singleElement()
                .satisfies(still -> assertThat(still.lastHour()).isAfter(one.lastHour()));
        assertThat(notices(duty, one.id())).hasSize(1);
        assertThat(notices(chief, one.id())).as("there is still time").isEmpty();
        fixture.scan(parcels.subList(0, 25), ScanType.ARRIVED, Organisation.TIANHE);
        fixture.toNextHour(10);
        assertThat(notices(chief, one.id())).containsExactly("ABNORMALITY_OVERDUE");

        take(south(), one.id(), AnswerStep.ACKNOWLEDGE, null, one.version());
        take(actor(Organisation.TIANHE), one.id(), AnswerStep.EXPLAIN, "两人请假", one.version() + 1);
        assertThatThrownBy(() -> take(actor(Organisation.TIANHE), one.id(), AnswerStep.SETTLE, "好了", 3))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("NOT_BY_THE_SITE"));

        fixture.scan(parcels, ScanType.SIGNED, Organisation.TIANHE);
        var rest = fixture.scan(40, ScanType.ARRIVED, Organisation.TIANHE);
        for (int i = 0; i < 3; i++) {
            fixture.pass(Duration.ofMinutes(1));
            fixture.scan(rest, ScanType.ARRIVED, Organisation.TIANHE);
            fixture.toNextHour(6);
        }
        assertThat(at(south(), Organisation.TIANHE)).isEmpty();
        assertThat(Acting.as(south(), () -> lists.past(Organisation.TIANHE, null, null)).items()).singleElement()
                .satisfies(past -> {
                    assertThat(past.clearedAt()).isNotNull();
                    assertThat(past.state()).isEqualTo(AnswerState.EXPLAINED);
                    assertThat(past.answers()).extracting(said -> said.step()).containsExactly(AnswerStep.ACKNOWLEDGE,
                            AnswerStep.EXPLAIN);
                });
        assertThat(audited(one.id())).containsExactlyInAnyOrder("ABNORMALITY_ACKNOWLEDGED", "ABNORMALITY_EXPLAINED");
        assertThat(fixture.now()).isAfter(hour);
    }

    @Test
    void aHubThatStandsStillIsRaisedAndAnAnnouncedStopIsNot() throws Exception {
        onDuty(Organisation.SOUTH, Role.REGION_MANAGER);
        fixture.begin();
        fixture.past(HUB, organisation.path(HUB), 0, 500, 0, 0);
        fixture.past("H1101", organisation.path("H1101"), 0, 500, 0, 0);
        browser(Organisation.HEADQUARTERS, Role.HEADQUARTERS_MANAGER).post("/api/v1/network/closures", """
                {"unitCode":"H1101","reason":"WEATHER","note":"","from":"%s","until":"%s"}""".formatted(fixture.now(),
                fixture.now().plus(Duration.ofHours(6)))).andExpect(status().is2xxSuccessful());
        fixture.toNextHour(6);
        assertThat(at(actor(Organisation.HEADQUARTERS), HUB))
                .extracting(AbnormalityView::cause).containsExactly(AbnormalCause.STANDSTILL);
        assertThat(at(actor(Organisation.NORTH), "H1101")).isEmpty();
    }

    @Test
    void nothingIsJudgedWithoutAPast() {
        fixture.begin();
        fixture.scan(500, ScanType.ARRIVED, Organisation.HAIZHU);
        fixture.toNextHour(6);
        assertThat(at(south(), Organisation.HAIZHU)).isEmpty();
        var page = Acting.as(south(), () -> lists.site(Organisation.HAIZHU));
        assertThat(page.now().backlog()).isEqualTo(500);
        assertThat(Acting.as(south(), () -> lists.sites(null, SiteStore.Order.BACKLOG, null, 1)).items())
                .singleElement().satisfies(row -> assertThat(row.unit().code()).isIn(Organisation.HAIZHU,
                        Organisation.TIANHE));
    }

    @Test
    void ofTwoWhoTakeItOnAtOnceOneDoes() throws Exception {
        fixture.begin();
        fixture.past(Organisation.DONGCHENG, organisation.path(Organisation.DONGCHENG), 10, 20, 0, 0);
        fixture.scan(200, ScanType.ARRIVED, Organisation.DONGCHENG);
        fixture.toNextHour(6);
        var one = at(actor(Organisation.NORTH), Organisation.DONGCHENG).getFirst();
        var gate = new CyclicBarrier(2);
        Callable<Boolean> take = () -> {
            gate.await();
            try {
                take(actor(Organisation.NORTH), one.id(), AnswerStep.ACKNOWLEDGE, null, one.version());
                return true;
            } catch (Refusal no) {
                assertThat(no.code()).isEqualTo("ALREADY_ACKNOWLEDGED");
                return false;
            }
        };
        Callable<Boolean> explain = () -> {
            gate.await();
            try {
                take(actor(Organisation.NORTH), one.id(), AnswerStep.EXPLAIN, "x", one.version() + 1);
                return true;
            } catch (Refusal no) {
                assertThat(no.code()).isEqualTo("STALE_VERSION");
                return false;
            }
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(take);
            var second = two.submit(take);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
            first = two.submit(explain);
            second = two.submit(explain);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    private PersonRef onDuty(String unit, Role role) throws Exception {
        var person = organisation.person(role, unit);
        browser(unit, role).put("/api/v1/units/%s/duties".formatted(unit),
                "[{\"kind\":\"ALL\",\"personId\":\"%s\"}]".formatted(person.id())).andExpect(status().isOk());
        return person;
    }

    private Browser browser(String unit, Role role) {
        return Browser.of(mvc, organisation.people(Set.of(role, Role.ADMINISTRATOR), unit, false));
    }

    private List<AbnormalityView> at(Actor who, String site) {
        return Acting.as(who, () -> lists.standing(null, null, null)).items().stream()
                .filter(one -> one.site().code().equals(site)).toList();
    }

    private void take(Actor who, UUID id, AnswerStep step, @Nullable String note,
            int version) {
        Acting.as(who, () -> abnormalities.take(id, step, note, version));
    }

    private Actor south() {
        return actor(Organisation.SOUTH);
    }

    private Actor actor(String unit) {
        return organisation.actor(unit, Permission.OPERATION_READ, Permission.OPERATION_WRITE);
    }

    private List<String> notices(PersonRef person, UUID about) {
        return fixture.all(() -> jdbc.sql(
                "select kind from notice.notice where person_id = :id and params ->> 'abnormalityId' = :about order by at")
                .param("id", person.id()).param("about", about.toString()).query(String.class).list());
    }

    private long smsTo(UUID id) {
        return fixture.all(() -> jdbc.sql("select count(*) from outbox.message where subject_id = :id")
                .param("id", id.toString()).query(Long.class).single());
    }

    private List<String> audited(UUID id) {
        return fixture.all(() -> jdbc.sql("select action from audit.entry where subject_id = :id order by id")
                .param("id", id.toString()).query(String.class).list());
    }
}

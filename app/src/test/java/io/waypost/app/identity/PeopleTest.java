package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N1 N2 people are managed within the manager's reach")
class PeopleTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final People people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PeopleTest(MockMvc mvc, Organisation organisation, People people, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aManagerAddsSomebodyWhoThenSignsInWithTheGeneratedPassword() throws Exception {
        var manager = manager();
        var name = name();
        var added = manager.post("/api/v1/people", person(name, "OUTLET_CLERK", Organisation.TIANHE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person.phone").value("139****0001"))
                .andExpect(jsonPath("$.person.unit.name").value("网点440106"))
                .andReturn().getResponse().getContentAsString();
        String password = JsonPath.read(added, "$.initialPassword");
        Browser.of(mvc).signIn(name, password).andExpect(status().isOk())
                .andExpect(jsonPath("$.mustChangePassword").value(true));
        manager.post("/api/v1/people", person(name, "OUTLET_CLERK", Organisation.TIANHE))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("USERNAME_TAKEN"));
        manager.get("/api/v1/people?q=139 0000 0001").andExpect(jsonPath("$.items[0].phone").value(startsWith("139*")));
        manager.get("/api/v1/people?unit=" + Organisation.HAIZHU + "&q=" + name)
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void nobodyIsManagedOutsideOfOnesReachOrAboveOnesRole() throws Exception {
        var manager = manager();
        manager.post("/api/v1/people", person(name(), "OUTLET_CLERK", Organisation.DONGCHENG))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("OUT_OF_SCOPE"));
        manager.post("/api/v1/people", person(name(), "ADMINISTRATOR", Organisation.TIANHE))
                .andExpect(jsonPath("$.errors[0].code").value("ROLE_ABOVE_OWN"));
        var northern = organisation.person(Role.OUTLET_CLERK, Organisation.DONGCHENG);
        manager.post("/api/v1/people/" + northern.id() + "/password-reset", null).andExpect(status().isNotFound());
        var above = organisation.person(Role.ADMINISTRATOR, Organisation.TIANHE);
        manager.post("/api/v1/people/" + above.id() + "/password-reset", null).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ROLE_ABOVE_OWN"));
        change(manager, above.id(), "OUTLET_CLERK", true).andExpect(status().isForbidden());
        manager.post("/api/v1/people",
                "{\"username\":\"x\",\"name\":\"\",\"phone\":\"12\",\"roles\":[],\"unitCode\":\"NO\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(5));
    }

    @Test
    void aChangeOfRoleWorksAtOnceAndAnEndedEmploymentEndsItsSessions() throws Exception {
        var manager = manager();
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc, clerk);
        browser.get("/api/v1/people").andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("FORBIDDEN"));
        change(manager, clerk.id(), "TEAM_LEAD", true).andExpect(status().isOk());
        browser.get("/api/v1/people").andExpect(status().isOk());
        change(manager, clerk.id(), "TEAM_LEAD", true).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("STALE_VERSION"));
        manager.put("/api/v1/people/" + clerk.id(), """
                {"name":"王","roles":["TEAM_LEAD"],"unitCode":"%s","active":false,"version":2}
                """.formatted(Organisation.TIANHE)).andExpect(status().isOk())
                .andExpect(jsonPath("$.phone").value(startsWith("138")));
        browser.get("/api/v1/session").andExpect(status().isUnauthorized());
        Browser.of(mvc).signIn(clerk.name(), Organisation.PASSWORD)
                .andExpect(jsonPath("$.code").value("BAD_CREDENTIALS"));
    }

    @Test
    void nobodyShutsThemselvesOut() throws Exception {
        var self = organisation.person(Role.REGION_MANAGER, Organisation.SOUTH);
        change(Browser.of(mvc, self), self.id(), "REGION_MANAGER", false).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("OWN_ACCOUNT"));
    }

    @Test
    void resettingAPasswordOrSigningOutEndsSessions() throws Exception {
        var manager = manager();
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc, clerk);
        manager.post("/api/v1/people/" + clerk.id() + "/sign-out", null).andExpect(status().isNoContent());
        browser.get("/api/v1/session").andExpect(status().isUnauthorized());
        browser = Browser.of(mvc, clerk);
        String password = JsonPath.read(manager.post("/api/v1/people/" + clerk.id() + "/password-reset", null)
                .andReturn().getResponse().getContentAsString(), "$.initialPassword");
        browser.get("/api/v1/session").andExpect(status().isUnauthorized());
        Browser.of(mvc).signIn(clerk.name(), password).andExpect(jsonPath("$.mustChangePassword").value(true));
    }

    @Test
    void theDatabaseShowsEachScopeItsOwnPeople() {
        var southern = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        assertThat(seenFrom(Organisation.SOUTH)).contains(southern.name());
        assertThat(seenFrom(Organisation.NORTH)).doesNotContain(southern.name());
        assertThat(jdbc.sql("select count(*) from identity.person").query(Long.class).single()).isZero();
        assertThatThrownBy(() -> Acting.as(organisation.actor(Organisation.NORTH), () -> transaction.execute(
                _ -> jdbc.sql("update identity.person set unit_path = '/HQ/R05/' where unit_path like '/HQ/R01/%'")
                        .update())))
                .isInstanceOf(DataAccessException.class);
        assertThat(people.names(List.of(southern.id())).values()).containsExactly(southern);
        assertThat(people.phone(southern.id())).isPresent();
        assertThat(people.nobody()).isFalse();
    }

    @Test
    void phonesAreSealedInTheDatabase() {
        var clerk = organisation.add(new NewPerson(name(), "李四", "13700001234", Set.of(Role.COURIER),
                Organisation.TIANHE, Organisation.PASSWORD, false));
        var kept = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc
                .sql("select phone from identity.person where id = :id").param("id", clerk.id()).query(byte[].class)
                .single()));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("1370000");
    }

    @Test
    void peopleComeFromATableWithTheirDuties() throws Exception {
        var manager = manager();
        var one = name();
        var two = name();
        var table = """
                username,name,phone,roles,unit,initialPassword,dutyFor
                %s,李一,13700000001,OUTLET_CLERK COURIER,O440105-001,seven rainy days,SILENT_PARCEL URGE
                %s,李二,13700000002,DISPATCHER,C4401,seven rainy days,
                """.formatted(one, two);
        imported(manager, table, true).andExpect(jsonPath("$.created").value(2));
        assertThat(seenFrom(Organisation.SOUTH)).doesNotContain(one);
        imported(manager, table, false).andExpect(jsonPath("$.created").value(2))
                .andExpect(jsonPath("$.errors").isEmpty());
        imported(manager, table, false).andExpect(jsonPath("$.unchanged").value(2));
        imported(manager, table.replace("SILENT_PARCEL URGE", "URGE").replace("李二", "李二二"), false)
                .andExpect(jsonPath("$.updated").value(2));
        manager.get("/api/v1/units/O440105-001/duties").andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].kind").value("URGE"))
                .andExpect(jsonPath("$[0].person.name").value("李一"));
        Browser.of(mvc).signIn(one, "seven rainy days").andExpect(status().isOk())
                .andExpect(jsonPath("$.roles.length()").value(2));
    }

    @Test
    void aTableSaysEverythingThatIsWrongAndNothingPersonal() throws Exception {
        var foreign = organisation.person(Role.OUTLET_CLERK, Organisation.DONGCHENG);
        var table = """
                username,name,phone,roles,unit,initialPassword,dutyFor
                a-ok-%s,好,13700000003,OUTLET_CLERK,O440105-001,seven rainy days,ALL
                x,坏,12,KING,NOWHERE,short,EVERYTHING
                %s,抢,13700000004,OUTLET_CLERK,O440105-001,seven rainy days,ALL
                b-%s,高,13700000005,ADMINISTRATOR,C4401,seven rainy days,
                """.formatted(name(), foreign.name(), name());
        var answer = imported(manager(), table, false).andExpect(jsonPath("$.created").value(0)).andReturn()
                .getResponse().getContentAsString();
        assertThat(JsonPath.<List<String>>read(answer, "$.errors[*].code")).containsExactlyInAnyOrder("UNKNOWN_ROLE",
                "UNKNOWN_DUTY", "FORM", "UNREADABLE", "TOO_SHORT", "EMPTY", "UNKNOWN_UNIT", "USERNAME_TAKEN",
                "ROLE_ABOVE_OWN");
        assertThat(answer).doesNotContain("short").doesNotContain("\"12\"");
    }

    private Browser manager() {
        return Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
    }

    private static ResultActions change(Browser manager, UUID id, String role, boolean active) {
        return manager.put("/api/v1/people/" + id, """
                {"name":"王","roles":["%s"],"unitCode":"%s","active":%s,"version":1}
                """.formatted(role, Organisation.TIANHE, active));
    }

    private static ResultActions imported(Browser manager, String table, boolean dryRun) {
        return manager.upload("/api/v1/people/import?dryRun=" + dryRun, table.getBytes(StandardCharsets.UTF_8));
    }

    private static String person(String username, String role, String unit) {
        return """
                {"username":"%s","name":"张三","phone":"139 0000 0001","roles":["%s"],"unitCode":"%s"}
                """.formatted(username, role, unit);
    }

    private static String name() {
        return "p-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private List<String> seenFrom(String unitCode) {
        return Acting.as(organisation.actor(unitCode), () -> transaction.execute(
                _ -> jdbc.sql("select username from identity.person").query(String.class).list()));
    }
}

package io.waypost.app.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N1 the organisation tree")
class NetworkTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Network network;
    private final NetworkDesk desk;
    private final DutyRoster roster;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NetworkTest(MockMvc mvc, Organisation organisation, Network network, NetworkDesk desk, DutyRoster roster,
            JdbcClient jdbc, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.network = network;
        this.desk = desk;
        this.roster = roster;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void isReadFromMemoryAsSoonAsAChangeHasCommitted() {
        assertThat(network.ancestors(Organisation.TIANHE)).extracting(Unit::code).containsExactly("HQ", "R05", "P44",
                "C4401");
        assertThat(network.atOrAbove(Organisation.TIANHE, UnitKind.REGION)).map(Unit::code).contains("R05");
        assertThat(network.atOrAbove(Organisation.TIANHE, UnitKind.OUTLET)).map(Unit::code)
                .contains(Organisation.TIANHE);
        assertThat(network.headquarters()).map(Unit::code).contains("HQ");
        assertThat(network.ref("99-1")).isEqualTo(new UnitRef("99-1", "99-1", UnitKind.UNKNOWN));
        var code = put("DEPARTMENT", "R05", "客服部");
        assertThat(network.unit(code)).map(Unit::path).contains("/HQ/R05/" + code + "/");
        assertThat(network.children("R05")).extracting(Unit::code).contains(code);
    }

    @Test
    void whatAnotherNodeChangedIsSeenWithinASecond() {
        var code = put("DEPARTMENT", "R05", "旧名");
        asPlatform(() -> {
            jdbc.sql("update network.unit set name = '新名' where code = :code").param("code", code).update();
            jdbc.sql("update network.revision set number = number + 1").update();
        });
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(network.ref(code).name()).isEqualTo("新名"));
    }

    @Test
    void theDatabaseShowsEachScopeItsOwnUnitsAndNothingWithoutOne() {
        assertThat(codesSeenFrom(Organisation.SOUTH)).contains("R05", Organisation.TIANHE)
                .doesNotContain("HQ", "R01", Organisation.DONGCHENG);
        assertThat(codesSeenFrom(Organisation.TIANHE)).containsExactly(Organisation.TIANHE);
        assertThat(codesSeenFrom(Organisation.HEADQUARTERS)).contains("HQ", "R01", "R05");
        assertThat(jdbc.sql("select count(*) from network.unit").query(Long.class).single()).isZero();
        assertThat(transaction.<Long>execute(_ -> jdbc.sql("select count(*) from network.unit").query(Long.class)
                .single())).isZero();
    }

    @Test
    void theDatabaseLetsNobodyWriteOutsideOfTheirScopeOrRemoveAUnit() {
        assertThat(changedFrom(Organisation.NORTH, "update network.unit set name = 'x' where code = 'O440106-001'"))
                .isZero();
        assertThatThrownBy(() -> changedFrom(Organisation.NORTH,
                "update network.unit set path = '/HQ/R05/H1101/' where code = 'C1101'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> changedFrom(Organisation.NORTH, """
                insert into network.unit (code, name, kind, parent_code, path)
                values ('X1', 'x', 'DEPARTMENT', 'R05', '/HQ/R05/X1/')""")).isInstanceOf(DataAccessException.class);
        assertThat(changedFrom(Organisation.SOUTH, "delete from network.unit where code = 'O440106-001'")).isZero();
    }

    @Test
    void aPersonSeesTheirPartOfTheTreeAndTheNamesAboveIt() throws Exception {
        var clerk = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        clerk.get("/api/v1/network/units").andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].code").value("R05"));
        clerk.get("/api/v1/network/units?parent=C4401").andExpect(jsonPath("$.items[0].code").value("H4401"));
        clerk.get("/api/v1/network/units?q=110101").andExpect(jsonPath("$.items").isEmpty());
        clerk.get("/api/v1/network/units?q=440106&limit=1").andExpect(jsonPath("$.items[0].code")
                .value(Organisation.TIANHE)).andExpect(jsonPath("$.items[0].ancestors").doesNotExist());
        clerk.get("/api/v1/network/units/" + Organisation.TIANHE).andExpect(jsonPath("$.ancestors[0].name").value("总部"))
                .andExpect(jsonPath("$.ancestors.length()").value(4));
        clerk.get("/api/v1/network/units/" + Organisation.DONGCHENG).andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NOT_FOUND"));
        clerk.post("/api/v1/network/units", "{}").andExpect(status().isForbidden());
    }

    @Test
    void movingAUnitTakesEverythingAlong() throws Exception {
        var city = put("CITY", "P44", "佛山");
        var outlet = put("OUTLET", city, "禅城网点");
        var manager = organisation.person(Role.REGION_MANAGER, city);
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS));
        var browser = Browser.of(mvc, manager);
        browser.get("/api/v1/network/units/" + outlet).andExpect(status().isOk());
        administrator.put("/api/v1/network/units/" + city,
                "{\"name\":\"佛山\",\"kind\":\"CITY\",\"parentCode\":\"P11\",\"version\":1}").andExpect(status().isOk())
                .andExpect(jsonPath("$.path").value("/HQ/R01/P11/" + city + "/"))
                .andExpect(jsonPath("$.version").value(2));
        assertThat(network.unit(outlet)).map(Unit::path).contains("/HQ/R01/P11/" + city + "/" + outlet + "/");
        browser.get("/api/v1/session").andExpect(jsonPath("$.unit.path").value("/HQ/R01/P11/" + city + "/"));
        browser.get("/api/v1/people").andExpect(jsonPath("$.items[0].username").value(manager.name()));
        administrator.put("/api/v1/network/units/" + city,
                "{\"name\":\"佛山\",\"kind\":\"CITY\",\"parentCode\":\"P44\",\"version\":1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("STALE_VERSION"));
        administrator.put("/api/v1/network/units/" + city,
                "{\"name\":\"佛山\",\"kind\":\"CITY\",\"parentCode\":\"%s\",\"version\":2}".formatted(outlet))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("parentCode"));
    }

    @Test
    void aDryRunSaysEverythingThatIsWrongByRowAndWritesNothing() throws Exception {
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS));
        var csv = """
                code,name,kind,parent,opens,closes
                N1,好网点,OUTLET,C4401,08:00,20:00
                坏码,网点,OUTLET,C4401,,
                N3,网点,OUTLET,NOWHERE,,
                N4,,SHOP,C4401,08:00,
                N1,重复,OUTLET,C4401,,
                """;
        for (var bytes : List.of(csv.getBytes(StandardCharsets.UTF_8), csv.getBytes(Charset.forName("GB18030")))) {
            for (var dryRun : List.of("true", "false")) {
                administrator.upload("/api/v1/network/import?dryRun=" + dryRun, bytes).andExpect(status().isOk())
                        .andExpect(jsonPath("$.rows").value(5))
                        .andExpect(jsonPath("$.created").value(0))
                        .andExpect(jsonPath("$.errors[0].row").value(3))
                        .andExpect(jsonPath("$.errors[0].value").value("坏码"))
                        .andExpect(jsonPath("$.errors[1].code").value("UNKNOWN_PARENT"))
                        .andExpect(jsonPath("$.errors[2].row").value(5))
                        .andExpect(jsonPath("$.errors.length()").value(6));
            }
        }
        assertThat(network.unit("N1")).isEmpty();
        administrator.upload("/api/v1/network/import?dryRun=true", "code,nmae\nN1,x\n".getBytes(StandardCharsets.UTF_8))
                .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_COLUMN"))
                .andExpect(jsonPath("$.errors[0].row").value(1));
        administrator.upload("/api/v1/network/import", new byte[]{'P', 'K', 3, 4, 0, 0})
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsExportedCanBeImportedAndIsNeverAFormula() throws Exception {
        var code = put("DEPARTMENT", "R05", "=HYPERLINK(\"http://evil\")");
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS));
        var csv = administrator.get("/api/v1/network/export?format=csv").andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(code + ",\"'=HYPERLINK");
        var excel = administrator.get("/api/v1/network/export?format=xlsx").andReturn().getResponse()
                .getContentAsByteArray();
        for (var file : List.of(csv, excel)) {
            var report = administrator.upload("/api/v1/network/import?dryRun=true", file).andReturn().getResponse()
                    .getContentAsString();
            assertThat(JsonPath.<Integer>read(report, "$.unchanged")).as(report)
                    .isEqualTo(JsonPath.<Integer>read(report, "$.rows")).isPositive();
        }
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        assertThat(south.get("/api/v1/network/export").andReturn().getResponse().getContentAsString())
                .contains(Organisation.TIANHE).doesNotContain(Organisation.DONGCHENG);
    }

    @Test
    void takesSevenThousandUnitsInAnyOrderWithinSeconds() {
        var rows = new ArrayList<NetworkDesk.Row>();
        rows.add(row(2, "BIG", "DEPARTMENT", "HQ", "大部"));
        for (int i = 0; i < 7_500; i++) {
            rows.add(row(3 + i, "BIG-" + i, "DEPARTMENT", i < 75 ? "BIG" : "BIG-" + i % 75, "部" + i));
        }
        Collections.shuffle(rows, new Random(7));
        long began = System.nanoTime();
        var report = importAsPlatform(rows);
        assertThat(report.errors()).isEmpty();
        assertThat(report.created()).isEqualTo(7_501);
        assertThat(network.unit("BIG-7499")).map(Unit::path).contains("/HQ/BIG/BIG-74/BIG-7499/");
        assertThat(importAsPlatform(rows).unchanged()).isEqualTo(7_501);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aClosureStopsEverythingBelow() throws Exception {
        var region = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        String id = JsonPath.read(region.post("/api/v1/network/closures", """
                {"unitCode":"P44","reason":"WEATHER","note":"台风","from":"2031-07-01T00:00:00Z","until":"2031-07-03T00:00:00Z"}
                """).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(), "$.id");
        var from = Instant.parse("2031-07-02T00:00:00Z");
        assertThat(network.closures(Organisation.TIANHE, from, from.plusSeconds(60))).extracting(Closure::reason)
                .containsExactly(Closure.Reason.WEATHER);
        assertThat(network.closures(Organisation.DONGCHENG, from, from.plusSeconds(60))).isEmpty();
        Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE)).get("/api/v1/network/closures")
                .andExpect(jsonPath("$.items[0].id").value(id));
        Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.DONGCHENG))
                .get("/api/v1/network/closures").andExpect(jsonPath("$.items").isEmpty());
        var city = Browser.of(mvc, organisation.person(Role.DISPATCHER, Organisation.GUANGZHOU));
        city.put("/api/v1/network/closures/" + id, "{\"until\":\"2031-07-02T00:00:00Z\"}")
                .andExpect(status().isForbidden());
        region.put("/api/v1/network/closures/" + id, "{\"until\":\"2031-07-02T00:00:00Z\"}").andExpect(status().isOk());
        assertThat(network.closures(Organisation.TIANHE, from, from.plusSeconds(60))).isEmpty();
        region.post("/api/v1/network/closures", """
                {"unitCode":"R01","reason":"ROAD","from":"2031-07-01T00:00:00Z","until":"2031-07-03T00:00:00Z"}
                """).andExpect(status().isUnprocessableContent());
    }

    @Test
    void theDutyPersonIsFoundFromTheUnitUpwards() throws Exception {
        var outlet = put("OUTLET", "C4401", "值班网点");
        var clerk = organisation.person(Role.OUTLET_CLERK, outlet);
        var dispatcher = organisation.person(Role.DISPATCHER, Organisation.GUANGZHOU);
        var manager = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        manager.put("/api/v1/units/C4401/duties", named(DutyKind.ALL, dispatcher.id())).andExpect(status().isOk())
                .andExpect(jsonPath("$[0].phone").value(startsWith("138****")));
        assertThat(roster.onDuty(outlet, DutyKind.URGE)).map(duty -> duty.person().id()).contains(dispatcher.id());
        manager.put("/api/v1/units/" + outlet + "/duties", named(DutyKind.SILENT_PARCEL, clerk.id()))
                .andExpect(status().isOk());
        assertThat(roster.onDuty(outlet, DutyKind.SILENT_PARCEL)).hasValueSatisfying(duty -> {
            assertThat(duty.person().id()).isEqualTo(clerk.id());
            assertThat(duty.unitCode()).isEqualTo(outlet);
            assertThat(duty.phone()).startsWith("138");
        });
        assertThat(roster.onDuty(outlet, DutyKind.URGE)).map(OnDuty::unitCode).contains("C4401");
        assertThat(manager.put("/api/v1/units/R01/duties", "[]").andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    private static String named(DutyKind kind, UUID person) {
        return "[{\"kind\":\"%s\",\"personId\":\"%s\"}]".formatted(kind, person);
    }

    private List<String> codesSeenFrom(String unitCode) {
        return Acting.as(organisation.actor(unitCode), () -> transaction.execute(
                _ -> jdbc.sql("select code from network.unit").query(String.class).list()));
    }

    private int changedFrom(String unitCode, String statement) {
        return Acting.as(organisation.actor(unitCode), () -> transaction.execute(_ -> jdbc.sql(statement).update()));
    }

    private void asPlatform(Runnable work) {
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private String put(String kind, String parent, String name) {
        var code = "T-" + UUID.randomUUID().toString().substring(0, 8);
        var report = importAsPlatform(List.of(row(1, code, kind, parent, name)));
        assertThat(report.errors()).isEmpty();
        return code;
    }

    private ImportReport importAsPlatform(List<NetworkDesk.Row> rows) {
        return Acting.as(new Actor.Internal("test"), () -> desk.put(rows, false));
    }

    private static NetworkDesk.Row row(int number, String code, String kind, String parent, String name) {
        return new NetworkDesk.Row(number, new HashMap<>(Map.of("code", code, "kind", kind, "parent", parent, "name",
                name)));
    }
}

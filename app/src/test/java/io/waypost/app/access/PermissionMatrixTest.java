package io.waypost.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.access.AccessFixture.Request;
import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N2 every route answers whom the tables say, and only about their own organisation")
class PermissionMatrixTest {

    private static final Set<String> NO = Set.of("UNAUTHENTICATED", "FORBIDDEN", "CSRF", "PASSWORD_CHANGE_REQUIRED",
            "BAD_KEY");
    private static final Set<Integer> REFUSALS = Set.of(403, 404, 422);
    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

    /** Features whose things belong to no unit, with the test that tries them both ways. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "audit", "AuditTrailTest: lines are read within the reader's scope",
            "demo", "DemoClockTest: the one clock of the demonstration",
            "feedback", "SmsChannelTest: sources sign with their account's secret",
            "live", "LiveHttpTest: a stream has no end to wait for",
            "notice", "NoticeHttpTest: notices belong to a person",
            "outbox", "OutboxHttpTest: messages are the headquarters' alone",
            "system", "SetupTest: about the platform itself",
            "tracking", "TrackingTest: for visitors who know the digits",
            "wechat", "WechatChannelTest: WeChat signs with its account's token");

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Partners partners;
    private final List<AccessFixture> fixtures;
    private final List<RequestMappingHandlerMapping> mappings;

    PermissionMatrixTest(MockMvc mvc, Organisation organisation, Partners partners, List<AccessFixture> fixtures,
            List<RequestMappingHandlerMapping> mappings) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.partners = partners;
        this.fixtures = fixtures;
        this.mappings = mappings;
    }

    /** Somebody who calls. */
    private interface Caller {

        MockHttpServletResponse send(HttpMethod method, String path, @Nullable String body) throws Exception;

        MockHttpServletResponse upload(String path, byte[] file) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aRoleMayWhatTheTableSays(Role role) throws Exception {
        var granted = Set.copyOf(AccessTables.roles().getOrDefault(role.name(), Set.of()));
        var browser = Browser.of(mvc, organisation.person(role, Organisation.SOUTH));
        var wrong = new ArrayList<String>();
        for (var row : AccessTables.routes().entrySet()) {
            // Signing out ends the session of the whole round: somebody else does that.
            boolean ends = row.getKey().startsWith("DELETE /api/v1/session");
            var caller = ends ? Browser.of(mvc, organisation.person(role, Organisation.SOUTH)) : browser;
            boolean expected = row.getValue().equals("public") || granted.contains(row.getValue());
            compare(row.getKey(), expected, person(caller), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aVisitorMayWhatIsPublic() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : AccessTables.routes().entrySet()) {
            compare(row.getKey(), row.getValue().equals("public"), person(Browser.of(mvc)), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKeyMayWhatItGrants(boolean reading) throws Exception {
        var granted = EnumSet.complementOf(EnumSet.of(Permission.SELF));
        granted.removeIf(permission -> permission.code().endsWith(".read") != reading);
        var caller = key(granted, Organisation.SOUTH);
        var wrong = new ArrayList<String>();
        for (var row : AccessTables.routes().entrySet()) {
            boolean expected = row.getValue().equals("public")
                    || Permission.of(row.getValue()).map(granted::contains).orElse(false);
            compare(row.getKey(), expected, caller, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thingsOfAForeignOrganisationAreOutOfReach() {
        var everyRole = EnumSet.allOf(Role.class);
        var ownPerson = person(Browser.of(mvc, organisation.people(everyRole, Organisation.SOUTH, false)));
        var foreignPerson = person(Browser.of(mvc, organisation.people(everyRole, Organisation.NORTH, false)));
        var everything = EnumSet.complementOf(EnumSet.of(Permission.SELF));
        var ownKey = key(everything, Organisation.SOUTH);
        var foreignKey = key(everything, Organisation.NORTH);
        var highPerson = person(Browser.of(mvc, organisation.people(everyRole, Organisation.HEADQUARTERS, false)));
        var highKey = key(everything, Organisation.HEADQUARTERS);
        assertAll(fixtures.stream().flatMap(fixture -> fixture.keys()
                .map(keys -> Stream.<Executable>of(
                        () -> tryOut(fixture, key(keys.own()), key(keys.foreign()), highKey)))
                .orElseGet(() -> fixture.forPeopleAlone()
                        ? Stream.of(() -> tryOut(fixture, ownPerson, foreignPerson, highPerson))
                        : Stream.of(() -> tryOut(fixture, ownPerson, foreignPerson, highPerson),
                                () -> tryOut(fixture, ownKey, foreignKey, highKey)))));
    }

    @Test
    void everyRouteThatAddressesAThingIsTriedOnForeignThings() {
        var missing = new TreeSet<String>();
        AccessTables.routes().forEach((row, permission) -> {
            if (row.contains("{") && !permission.equals("public")) {
                missing.add(row);
            }
        });
        fixtures.forEach(fixture -> fixture.about(Organisation.TIANHE).forEach(request -> missing.remove(request
                .row())));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFeatureIsTriedOnForeignThingsOrSaysWhereElse() {
        var features = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().values().stream()
                .map(handler -> handler.getBeanType().getPackageName())
                .filter(name -> name.startsWith("io.waypost.app.")).forEach(features::add));
        assertThat(features).hasSizeGreaterThan(8);
        fixtures.forEach(fixture -> features.remove(fixture.getClass().getPackageName()));
        assertThat(features.stream().map(name -> name.substring("io.waypost.app.".length())))
                .containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
    }

    private static void tryOut(AccessFixture fixture, Caller own, Caller foreign, Caller high) throws Exception {
        var wrong = new ArrayList<String>();
        var requests = fixture.about(Organisation.TIANHE);
        for (var request : requests) {
            var answer = send(foreign, request);
            boolean right = switch (request.foreign()) {
                case REFUSED -> REFUSALS.contains(answer.getStatus());
                case EMPTY_LIST -> answer.getStatus() == 200 && answer.getContentAsString().equals("[]");
                case SHARED -> answer.getStatus() == 200;
                case HEADQUARTERS -> answer.getStatus() == 403 && send(own, request).getStatus() == 403;
            };
            if (!right) {
                wrong.add(
                        "foreign %s: %d %s".formatted(request.row(), answer.getStatus(), answer.getContentAsString()));
            }
        }
        for (var request : requests) {
            var answer = send(request.foreign() == AccessFixture.Foreign.HEADQUARTERS ? high : own, request);
            if (answer.getStatus() < 200 || answer.getStatus() > 299 || answer.getContentAsString().equals("[]")) {
                wrong.add("own %s: %d %s".formatted(request.row(), answer.getStatus(), answer.getContentAsString()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static MockHttpServletResponse send(Caller caller, Request request) throws Exception {
        return request.file().isPresent()
                ? caller.upload(request.path(), request.file().get().bytes())
                : caller.send(request.method(), request.path(), request.body());
    }

    private static void compare(String row, boolean expected, Caller caller, List<String> wrong) throws Exception {
        // Nobody can wait for the end of the live stream: whether it may be had is told before anything is streamed.
        if (expected && row.equals("GET /api/v1/live")) {
            return;
        }
        var method = HttpMethod.valueOf(row.substring(0, row.indexOf(' ')));
        var path = row.substring(row.indexOf(' ') + 1).replace("{waybill}", "NOSUCH001").replace("{code}", "NOSUCH")
                .replaceAll("\\{[a-zA-Z]+}", NOBODYS_ID);
        var response = caller.send(method, path, HttpMethod.GET.equals(method) ? null : "{}");
        if (denied(response) == expected || response.getStatus() >= 500) {
            wrong.add("%s: %d, expected %s".formatted(row, response.getStatus(), expected ? "allowed" : "denied"));
        }
    }

    private static boolean denied(MockHttpServletResponse response) throws UnsupportedEncodingException {
        if (response.getStatus() != 401 && response.getStatus() != 403) {
            return false;
        }
        var problem = response.getContentAsString();
        return !problem.startsWith("{") || NO.contains(JsonPath.parse(problem).read("$.code", String.class));
    }

    private static Caller person(Browser browser) {
        return new Caller() {

            @Override
            public MockHttpServletResponse send(HttpMethod method, String path, @Nullable String body) {
                return browser.send(method, path, body).andReturn().getResponse();
            }

            @Override
            public MockHttpServletResponse upload(String path, byte[] file) {
                return browser.upload(path, file).andReturn().getResponse();
            }
        };
    }

    private Caller key(Set<Permission> permissions, String unitCode) {
        var issued = Acting.as(new Actor.Internal("test"),
                () -> partners.issue("matrix", permissions, unitCode, 1_000_000));
        return key(issued.secret());
    }

    private Caller key(String secret) {
        var bearer = "Bearer " + secret;
        return new Caller() {

            @Override
            public MockHttpServletResponse send(HttpMethod method, String path, @Nullable String body)
                    throws Exception {
                var request = MockMvcRequestBuilders.request(method, path).header("Authorization", bearer)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
                if (body != null) {
                    request.contentType("application/json").content(body);
                }
                return mvc.perform(request).andReturn().getResponse();
            }

            @Override
            public MockHttpServletResponse upload(String path, byte[] file) throws Exception {
                return mvc.perform(MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", file))
                        .header("Authorization", bearer)).andReturn().getResponse();
            }
        };
    }
}

package io.waypost.app.liability;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("L6 charges over HTTP: what is wrong is named, and nothing that is typed breaks anything")
class ChargeHttpTest {

    private static final String ALL = "/api/v1/charges";

    private final MockMvc mvc;
    private final ChargeScene scene;
    private final Organisation organisation;

    ChargeHttpTest(MockMvc mvc, ChargeScene scene, Organisation organisation) {
        this.mvc = mvc;
        this.scene = scene;
        this.organisation = organisation;
    }

    @Test
    void anOutletReadsItsChargeAndItsStatement() throws Exception {
        var id = scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 12_345);
        var outlet = browser(Role.OUTLET_CLERK, Organisation.TIANHE);
        var view = text(outlet.get(ALL + "/" + id).andReturn().getResponse());
        assertThat(JsonPath.<String>read(view, "$.charge.state")).isEqualTo("JUDGED");
        assertThat(JsonPath.<String>read(view, "$.reasons.steps[0].chinese")).contains("最后一次有效扫描");
        assertThat(JsonPath.<List<String>>read(view, "$.actions")).containsExactly("GIVE_EVIDENCE");
        var day = scene.today();
        var statement = text(outlet.get(ALL + "/statement?from=%s&to=%s".formatted(day, day)).andReturn()
                .getResponse());
        assertThat(JsonPath.<List<Integer>>read(statement, "$.lines[*].fen")).contains(12_345);
        assertThat(JsonPath.<Object>read(statement, "$.closing").toString())
                .isEqualTo(JsonPath.<Object>read(statement, "$.now").toString());
        assertThat(outlet.get(ALL + "/statement?unit=HQ&from=%s&to=%s".formatted(day, day)).andReturn().getResponse()
                .getStatus()).isEqualTo(404);
        assertThat(outlet.post(ALL + "/" + id + "/arbitration", "{}").andReturn().getResponse().getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "{\"shares\":null,\"text\":\"x\",\"version\":2}",
            "{\"shares\":[],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"H4401\",\"perMille\":-1000}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"H4401\",\"perMille\":1e300}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"H4401\",\"perMille\":2147483648}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"H4401\",\"perMille\":0.01}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"💥\",\"perMille\":1000}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"perMille\":1000}],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[null],\"text\":\"x\",\"version\":2}",
            "{\"shares\":[{\"unit\":\"H4401\",\"perMille\":1000}],\"text\":\" \",\"version\":2}",
            "not json"})
    void whatIsWrongInASettlementIsRefused(String body) {
        var id = scene.paid("YT96000000011", ClaimKind.LOSS, 100);
        int status = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS)
                .post(ALL + "/" + id + "/settlement", body).andReturn().getResponse().getStatus();
        assertThat(status).as(body).isBetween(400, 422);
        assertThat(scene.view(id).charge().units()).isEmpty();
    }

    @Test
    void daysAndCursorsThatAreNoneAreRefused() {
        var browser = browser(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        Stream.of("/statement", "/statement?from=2026-11-30&to=2026-11-01", "/statement?from=x&to=y",
                "/statement?from=1900-01-01&to=2026-11-01", "/figures", "?cursor=abc", "?state=LOST",
                "?unit=NOWHERE", "/" + new UUID(0, 1)).forEach(path -> {
                    int status = browser.get(ALL + path).andReturn().getResponse().getStatus();
                    assertThat(status).as(path).isBetween(400, 422);
                });
    }

    private Browser browser(Role role, String unit) {
        return Browser.of(mvc, organisation.person(role, unit));
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}

package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.Wire;
import io.waypost.core.identity.Role;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/** As docs/operations.md has it behind a proxy with TLS. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.forward-headers-strategy=native")
@DisplayName("N1 N3 the session's cookie is kept from scripts, from other sites and from plain connections")
class SessionCookieTest {

    private final Organisation organisation;
    private final Environment environment;

    SessionCookieTest(Organisation organisation, Environment environment) {
        this.organisation = organisation;
        this.environment = environment;
    }

    @Test
    void behindAProxyWithTlsItIsSecureToo() {
        assertThat(attributes(signedIn("X-Forwarded-Proto", "https"), "SESSION"))
                .contains("httponly", "samesite=lax", "path=/", "secure");
        assertThat(attributes(signedIn("X-Forwarded-Proto", "https"), "XSRF-TOKEN")).contains("samesite=lax", "path=/",
                "secure");
    }

    @Test
    void overPlainHttpItIsSentAllTheSame() {
        assertThat(attributes(signedIn(), "SESSION")).contains("httponly", "samesite=lax", "path=/")
                .doesNotContain("secure");
    }

    @Test
    void itEndsWithTheBrowser() {
        assertThat(attributes(signedIn(), "SESSION")).noneMatch(attribute -> attribute.startsWith("max-age")
                || attribute.startsWith("expires"));
    }

    private HttpResponse<String> signedIn(String... headers) {
        try (var wire = new Wire(environment)) {
            var answer = wire.signIn(organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE), headers);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer;
        }
    }

    private static List<String> attributes(HttpResponse<String> answer, String name) {
        var cookie = answer.headers().allValues("Set-Cookie").stream().filter(line -> line.startsWith(name + "="))
                .reduce((_, last) -> last).orElseThrow();
        return Arrays.stream(cookie.split(";")).skip(1).map(part -> part.strip().toLowerCase(Locale.ROOT)).toList();
    }
}

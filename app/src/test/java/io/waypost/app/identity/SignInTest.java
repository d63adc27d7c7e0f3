package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N1 people sign in")
class SignInTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock wall;

    SignInTest(MockMvc mvc, Organisation organisation, JdbcClient jdbc, @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @Test
    void tellsWhoIsSignedInAndWhatTheyMay() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc);
        browser.get("/api/v1/session").andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("UNAUTHENTICATED"));
        browser.signIn(clerk.name().toUpperCase(Locale.ROOT), Organisation.PASSWORD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.username").value(clerk.name()))
                .andExpect(jsonPath("$.roles[0]").value("OUTLET_CLERK"))
                .andExpect(jsonPath("$.unit.path").value("/HQ/R05/P44/C4401/O440106-001/"))
                .andExpect(jsonPath("$.unit.kind").value("OUTLET"))
                .andExpect(jsonPath("$.permissions").isArray())
                .andExpect(jsonPath("$.locale").value("zh-CN"));
        browser.get("/api/v1/session").andExpect(status().isOk());
        browser.delete("/api/v1/session", null).andExpect(status().isNoContent());
        browser.get("/api/v1/session").andExpect(status().isUnauthorized());
    }

    @Test
    void answersAlikeForAWrongPasswordAndAnUnknownName() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        for (var name : new String[]{clerk.name(), "nobody-" + clerk.name()}) {
            Browser.of(mvc).signIn(name, "wrong").andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("BAD_CREDENTIALS"));
        }
        Browser.of(mvc).post("/api/v1/session", "{}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(2));
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswordsAndForgetsAfterARightOne() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        for (int i = 0; i < 5; i++) {
            Browser.of(mvc).at("10.2.0." + i).signIn(clerk.name(), "wrong")
                    .andExpect(jsonPath("$.code").value("BAD_CREDENTIALS"));
        }
        Browser.of(mvc).at("10.2.0.9").signIn(clerk.name(), Organisation.PASSWORD).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("LOCKED_OUT"))
                .andExpect(jsonPath("$.retryAfterSeconds").value(lessThanOrEqualTo(60)))
                .andExpect(header().exists("Retry-After"));
        waitUntilLocksEnd();
        Browser.of(mvc).at("10.2.0.9").signIn(clerk.name(), "wrong").andExpect(status().isUnauthorized());
        Browser.of(mvc).at("10.2.0.9").signIn(clerk.name(), Organisation.PASSWORD)
                .andExpect(jsonPath("$.retryAfterSeconds").value(greaterThan(60)));
        waitUntilLocksEnd();
        Browser.of(mvc).at("10.2.0.9").signIn(clerk.name(), Organisation.PASSWORD).andExpect(status().isOk());
        Browser.of(mvc).at("10.2.0.9").signIn(clerk.name(), "wrong")
                .andExpect(jsonPath("$.code").value("BAD_CREDENTIALS"));
    }

    @Test
    void comparesNoMoreThanFivePasswordsHoweverManyComeAtOnce() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        Callable<String> attempt = () -> JsonPath.read(Browser.of(mvc).at("10.3.0.1").signIn(clerk.name(), "wrong")
                .andReturn().getResponse().getContentAsString(), "$.code");
        try (var threads = Executors.newFixedThreadPool(6)) {
            var codes = threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> attempt).toList());
            int compared = 0;
            for (var code : codes) {
                compared += code.get().equals("BAD_CREDENTIALS") ? 1 : 0;
            }
            assertThat(compared).isEqualTo(5);
        }
    }

    @Test
    void locksAnAddressThatTriesManyAccounts() throws Exception {
        for (int i = 0; i < 30; i++) {
            Browser.of(mvc).at("10.4.0.1").signIn("somebody" + i, "wrong").andExpect(status().isUnauthorized());
        }
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        Browser.of(mvc).at("10.4.0.1").signIn(clerk.name(), Organisation.PASSWORD)
                .andExpect(jsonPath("$.code").value("LOCKED_OUT"));
        Browser.of(mvc).at("10.4.0.2").signIn(clerk.name(), Organisation.PASSWORD).andExpect(status().isOk());
    }

    @Test
    void aSecondFactorIsAskedForAndEachCodeWorksOnce() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc, clerk);
        String secret = JsonPath.read(browser.post("/api/v1/me/totp", null).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString(), "$.secret");
        browser.put("/api/v1/me/totp", "{\"code\":\"12345\"}").andExpect(status().isUnprocessableContent());
        Browser.of(mvc, clerk);
        var now = code(secret, 0);
        var next = code(secret, 1);
        browser.put("/api/v1/me/totp", "{\"code\":\"%s\"}".formatted(now)).andExpect(status().isNoContent());

        browser.signIn(clerk.name(), Organisation.PASSWORD).andExpect(jsonPath("$.code").value("TOTP_REQUIRED"));
        withCode(clerk, "000000x").andExpect(jsonPath("$.code").value("TOTP_WRONG"));
        withCode(clerk, now).andExpect(jsonPath("$.code").value("TOTP_WRONG"));
        withCode(browser, clerk, next).andExpect(status().isOk()).andExpect(jsonPath("$.totpEnabled").value(true));
        withCode(clerk, next).andExpect(jsonPath("$.code").value("TOTP_WRONG"));

        browser.delete("/api/v1/me/totp", "{\"password\":\"wrong\"}").andExpect(status().isUnprocessableContent());
        browser.delete("/api/v1/me/totp", "{\"password\":\"%s\"}".formatted(Organisation.PASSWORD))
                .andExpect(status().isNoContent());
        Browser.of(mvc, clerk);
    }

    @Test
    void passwordsWithoutACodeDoNotWinMoreTriesOfCodes() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc, clerk);
        String secret = JsonPath.read(browser.post("/api/v1/me/totp", null).andReturn().getResponse()
                .getContentAsString(), "$.secret");
        browser.put("/api/v1/me/totp", "{\"code\":\"%s\"}".formatted(code(secret, 0)))
                .andExpect(status().isNoContent());
        for (int i = 0; i < 5; i++) {
            Browser.of(mvc).signIn(clerk.name(), Organisation.PASSWORD)
                    .andExpect(jsonPath("$.code").value("TOTP_REQUIRED"));
            withCode(clerk, "nonsense").andExpect(jsonPath("$.code").value("TOTP_WRONG"));
        }
        withCode(clerk, code(secret, 1)).andExpect(jsonPath("$.code").value("LOCKED_OUT"));
    }

    @Test
    void aSessionThatTheBrowserBroughtAlongIsNotTakenOver() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var attacker = Browser.of(mvc, organisation.person(Role.COURIER, Organisation.HAIZHU));
        var planted = Objects.requireNonNull(attacker.cookie("SESSION"));
        var victim = Browser.of(mvc).with("SESSION", planted);
        victim.signIn(clerk.name(), Organisation.PASSWORD).andExpect(status().isOk());
        assertThat(victim.cookie("SESSION")).isNotEqualTo(planted);
        attacker.get("/api/v1/session").andExpect(status().isUnauthorized());
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var phone = Browser.of(mvc, clerk);
        var desk = Browser.of(mvc, clerk);
        phone.delete("/api/v1/session/all", null).andExpect(status().isNoContent());
        desk.get("/api/v1/session").andExpect(status().isUnauthorized());
        phone.get("/api/v1/session").andExpect(status().isUnauthorized());
    }

    @Test
    void nothingWorksBeforeAPasswordOfOnesOwnIsChosen() throws Exception {
        var clerk = organisation.people(Set.of(Role.OUTLET_CLERK), Organisation.TIANHE, true);
        var browser = Browser.of(mvc, clerk);
        var other = Browser.of(mvc, clerk);
        browser.get("/api/v1/session").andExpect(jsonPath("$.mustChangePassword").value(true));
        browser.get("/api/v1/network/units").andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("PASSWORD_CHANGE_REQUIRED"));
        browser.put("/api/v1/me/password", "{\"current\":\"%s\",\"next\":\"short\"}".formatted(Organisation.PASSWORD))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("TOO_SHORT"));
        browser.put("/api/v1/me/password",
                "{\"current\":\"wrong\",\"next\":\"a better one entirely\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("WRONG_PASSWORD"));
        browser.put("/api/v1/me/password",
                "{\"current\":\"%s\",\"next\":\"a better one entirely\"}".formatted(Organisation.PASSWORD))
                .andExpect(status().isNoContent());
        browser.get("/api/v1/network/units").andExpect(status().isOk());
        other.get("/api/v1/session").andExpect(status().isUnauthorized());
    }

    @Test
    void withoutTheTokenOfTheCookieNothingIsChanged() throws Exception {
        var clerk = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var browser = Browser.of(mvc, clerk).with("XSRF-TOKEN", "");
        browser.put("/api/v1/me/locale", "{\"locale\":\"en\"}").andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("CSRF"));
    }

    @Test
    void pagesMayLoadNothingFromElsewhere() throws Exception {
        Browser.of(mvc).get("/api/v1/session")
                .andExpect(header().string("Content-Security-Policy",
                        allOf(
                                containsString("script-src 'self';"),
                                containsString("frame-ancestors 'none'"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"));
    }

    private ResultActions withCode(PersonRef person, String code) {
        return withCode(Browser.of(mvc), person, code);
    }

    private static ResultActions withCode(Browser browser, PersonRef person,
            String code) {
        return browser.post("/api/v1/session", "{\"username\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}"
                .formatted(person.name(), Organisation.PASSWORD, code));
    }

    /** The code that an app shows now, or that many steps later. */
    private String code(String letters, int steps) throws Exception {
        var bits = new StringBuilder();
        letters.chars().forEach(letter -> bits.append("%5s".formatted(Integer.toBinaryString(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))).replace(' ', '0')));
        var bytes = new BigInteger("1" + bits.substring(0, 160), 2).toByteArray();
        var key = new SecretKeySpec(bytes, 1, 20, "RAW");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key,
                wall.instant().plusSeconds(30L * steps));
    }

    private void waitUntilLocksEnd() {
        jdbc.sql(
                "update identity.attempt set locked_until = now() - interval '1 second' where locked_until is not null")
                .update();
    }
}

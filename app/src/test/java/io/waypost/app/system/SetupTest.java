package io.waypost.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.testing.Browser;
import io.waypost.app.testing.SharedDatabase;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "waypost.testing.organisation=false")
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("N1 the first administrator")
class SetupTest {

    private final MockMvc mvc;
    private final Setup setup;

    SetupTest(MockMvc mvc, Setup setup) {
        this.mvc = mvc;
        this.setup = setup;
    }

    @DynamicPropertySource
    static void emptyPlatform(DynamicPropertyRegistry properties) {
        properties.add("waypost.database.url", SharedDatabase::fresh);
        properties.add("waypost.hotline", () -> " 400 111 2222 ");
    }

    @Test
    void isMadeOnceWithTheCodeOfTheLog(CapturedOutput output) throws Exception {
        setup.invite();
        var log = Pattern.compile("with this code: ([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})").matcher(output.getOut());
        var codes = log.results().map(found -> found.group(1)).toList();
        var code = codes.getLast();
        var browser = Browser.of(mvc);
        browser.get("/api/v1/system").andExpect(status().isOk())
                .andExpect(jsonPath("$.mode").value("LIVE"))
                .andExpect(jsonPath("$.speed").value(1.0))
                .andExpect(jsonPath("$.warmUp").isEmpty())
                .andExpect(jsonPath("$.hotline").value("400 111 2222"))
                .andExpect(jsonPath("$.setupRequired").value(true));
        browser.post("/api/v1/setup", first("AAAA-AAAA-AAAA", "a very first one")).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("WRONG_CODE"));
        browser.post("/api/v1/setup", first(code, "short")).andExpect(status().isUnprocessableContent());
        browser.post("/api/v1/setup", first(code.toLowerCase(Locale.ROOT), "a very first one"))
                .andExpect(status().isNoContent());
        browser.get("/api/v1/system").andExpect(jsonPath("$.setupRequired").value(false));
        browser.post("/api/v1/setup", first(code, "a very first one")).andExpect(status().isConflict());
        browser.signIn("root", "a very first one").andExpect(status().isOk())
                .andExpect(jsonPath("$.unit.path").value("/HQ/"))
                .andExpect(jsonPath("$.mustChangePassword").value(false));
        browser.get("/api/v1/audit").andExpect(jsonPath("$.items[?(@.action=='SET_UP')]").exists());
    }

    @Test
    void whatIsNeitherApiNorFileIsAPageOfTheConsole() throws Exception {
        var browser = Browser.of(mvc);
        for (var path : new String[]{"/", "/tickets/123", "/track"}) {
            int answered = browser.get(path).andReturn().getResponse().getStatus();
            assertThat(answered).as(path).isIn(200, 404);
        }
        browser.get("/api/v1/nothing").andExpect(status().isUnauthorized());
        browser.post("/tickets", "{}").andExpect(status().isUnauthorized());
        browser.get("/actuator/env").andExpect(status().isUnauthorized());
        browser.get("/actuator/health").andExpect(status().isOk());
        browser.get("/track").andExpect(header().exists("Content-Security-Policy"));
    }

    private static String first(String code, String password) {
        return """
                {"code":"%s","username":"root","name":"第一人","password":"%s"}
                """.formatted(code, password);
    }
}

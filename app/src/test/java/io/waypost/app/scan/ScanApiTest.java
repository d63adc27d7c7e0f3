package io.waypost.app.scan;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P1 N3 Partners send scans with their key")
class ScanApiTest {

    private static final String SCAN = """
            {"waybill":"%s","type":"PICKED_UP","scannedAt":"2026-11-20T10:00:00+08:00","site":"%s"}""";

    private final MockMvc mvc;
    private final Partners partners;

    ScanApiTest(MockMvc mvc, Partners partners) {
        this.mvc = mvc;
        this.partners = partners;
    }

    @Test
    void answersLineByLine() throws Exception {
        var key = key(Organisation.HEADQUARTERS, 100, Permission.SCANS_WRITE);
        var body = "[" + SCAN.formatted("SA0000001", "H4401") + "," + SCAN.formatted("SA", "H4401") + "]";
        send(key, body).andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.duplicates").value(0))
                .andExpect(jsonPath("$.rejected[0].line").value(2))
                .andExpect(jsonPath("$.rejected[0].field").value("waybill"))
                .andExpect(jsonPath("$.rejected[0].code").value("WAYBILL_FORMAT"))
                .andExpect(jsonPath("$.rejected[0].value").doesNotExist());
        send(key, body).andExpect(jsonPath("$.duplicates").value(1));
    }

    @Test
    void aKeySpeaksForItsPartOfTheNetwork() throws Exception {
        var key = key(Organisation.SOUTH, 100, Permission.SCANS_WRITE);
        send(key, SCAN.formatted("SA0000002", "H4401") + "\n" + SCAN.formatted("SA0000002", "H1101"))
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected[0].code").value("SITE_OUT_OF_SCOPE"));
    }

    @Test
    void refusesWhoMayNotOrCallsTooOften() throws Exception {
        send(key(Organisation.HEADQUARTERS, 100, Permission.PARCELS_WRITE), "[]").andExpect(status().isForbidden());
        var slow = key(Organisation.HEADQUARTERS, 1, Permission.SCANS_WRITE);
        send(slow, "[]").andExpect(status().isOk());
        send(slow, "[]").andExpect(status().isTooManyRequests());
    }

    @Test
    void takesTheAggregatorsPushBySignature() throws Exception {
        var key = key(Organisation.HEADQUARTERS, 100, Permission.SCANS_WRITE);
        var param = """
                {"lastResult":{"nu":"YT6247854916599","com":"yuantong","data":[
                 {"context":"已揽收","ftime":"2026-11-19 18:30:00","statusCode":"103"}]}}
                """;
        var digest = MessageDigest.getInstance("MD5")
                .digest((param + key.kuaidi100Salt()).getBytes(StandardCharsets.UTF_8));
        push(key, HexFormat.of().withUpperCase().formatHex(digest), param).andExpect(status().isOk())
                .andExpect(jsonPath("$.result").value(true))
                .andExpect(jsonPath("$.returnCode").value("200"))
                .andExpect(jsonPath("$.message").value("成功"));
        push(key, "0".repeat(32), param).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.result").value(false));
    }

    private Partners.Issued key(String unit, int rate, Permission permission) {
        return Acting.as(new Actor.Internal("test"), () -> partners.issue("partner", Set.of(permission), unit, rate));
    }

    private ResultActions send(Partners.Issued key, String body) throws Exception {
        return mvc.perform(
                MockMvcRequestBuilders.post("/api/v1/scans").contentType(MediaType.APPLICATION_JSON).content(body)
                        .header("Authorization", "Bearer " + key.secret()));
    }

    private ResultActions push(Partners.Issued key, String sign, String param) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/partners/kuaidi100/" + key.id())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).param("sign", sign).param("param", param));
    }
}

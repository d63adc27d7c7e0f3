package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N2 P1 partners' programs have keys")
class PartnerKeysTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final PartnerKeys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PartnerKeysTest(MockMvc mvc, Organisation organisation, PartnerKeys keys, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aKeyWorksWithinItsScopeUntilItIsRevoked() throws Exception {
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS));
        var answer = administrator.post("/api/v1/keys", """
                {"name":"南方系统","permissions":["network.read","scans.write"],"unitCode":"R05","ratePerMinute":100}
                """).andExpect(status().isOk()).andExpect(jsonPath("$.key.unit.code").value("R05")).andReturn()
                .getResponse().getContentAsString();
        String secret = JsonPath.read(answer, "$.secret");
        String id = JsonPath.read(answer, "$.key.id");
        assertThat(secret).startsWith("wpk_" + id + "_");
        administrator.get("/api/v1/keys").andExpect(jsonPath("$.items[?(@.id=='%s')].name".formatted(id)).exists());

        with(secret, "/api/v1/network/units").andExpect(status().isOk())
                .andExpect(header().string("RateLimit-Limit", "100"))
                .andExpect(header().string("RateLimit-Remaining", "99"))
                .andExpect(jsonPath("$.items[0].code").value("R05"))
                .andExpect(cookie().doesNotExist("SESSION"));
        with(secret, "/api/v1/network/units/" + Organisation.DONGCHENG).andExpect(status().isNotFound());
        with(secret, "/api/v1/people").andExpect(status().isForbidden());
        with(secret, "/api/v1/session").andExpect(status().isForbidden());
        keys.saveUse();
        administrator.get("/api/v1/keys")
                .andExpect(jsonPath("$.items[?(@.id=='%s' && @.lastUsedAt)].name".formatted(id)).exists());

        administrator.delete("/api/v1/keys/" + id, null).andExpect(status().isNoContent());
        administrator.delete("/api/v1/keys/" + id, null).andExpect(status().isNotFound());
        with(secret, "/api/v1/network/units").andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("BAD_KEY"));
    }

    @Test
    void nobodyGrantsWhatTheyMayNotDoThemselves() throws Exception {
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH));
        issue(administrator, "parcel.read", "R05").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("NOT_YOURS_TO_GRANT"));
        issue(administrator, "scans.write", "R01").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_UNIT"));
        issue(administrator, "self", "R05").andExpect(status().isUnprocessableContent());
        issue(administrator, "everything", "R05").andExpect(status().isUnprocessableContent());
    }

    @Test
    void aWrongKeyIsRefusedEvenInASignedInBrowser() throws Exception {
        var issued = issue(Permission.NETWORK_READ);
        var wrong = issued.secret().substring(0, issued.secret().length() - 4) + "AAAA";
        for (var key : new String[]{wrong, "wpk_x", "wpk_%s_%s".formatted(UUID.randomUUID(), "a".repeat(43))}) {
            with(key, "/api/v1/network/units").andExpect(status().isUnauthorized());
        }
    }

    @Test
    void tooManyCallsAMinuteMustWait() throws Exception {
        var issued = Acting.as(new Actor.Internal("test"),
                () -> keys.issue("hasty", Set.of(Permission.NETWORK_READ), "R05", 3));
        for (int i = 0; i < 3; i++) {
            with(issued.secret(), "/api/v1/network/units").andExpect(status().isOk());
        }
        with(issued.secret(), "/api/v1/network/units").andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("RATE_LIMITED"))
                .andExpect(header().exists("Retry-After"))
                .andExpect(header().string("RateLimit-Remaining", "0"));
        var key = keys.find(issued.id()).orElseThrow();
        assertThatThrownBy(() -> keys.count(key)).isInstanceOf(Refusal.class);
    }

    @Test
    void aKeyNeedsNoTokenAgainstForgery() throws Exception {
        var issued = issue(Permission.NETWORK_WRITE);
        mvc.perform(post("/api/v1/network/units").header("Authorization", "Bearer " + issued.secret())
                .contentType("application/json").content("{}")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aKeyThatMayDoEverythingMayAddEverybodyAndOneThatMayLittleNobodyAbove() throws Exception {
        var table = "username,name,roles,unit,initialPassword\nk-%s,王,%s,R05,seven rainy days\n";
        var all = issue(Permission.values());
        var some = issue(Permission.PEOPLE_WRITE, Permission.PARCEL_READ);
        var role = "ADMINISTRATOR";
        imported(all, table.formatted(UUID.randomUUID().toString().substring(0, 8), role)).andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(1));
        imported(some, table.formatted(UUID.randomUUID().toString().substring(0, 8), "COURIER"))
                .andExpect(jsonPath("$.errors[0].code").value("ROLE_ABOVE_OWN"));
    }

    @Test
    void secretsAreNotKeptAndSaltsAreSealed() {
        var issued = issue(Permission.SCANS_WRITE);
        var kept = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc
                .sql("select row_to_json(k)::text from identity.partner_key k where id = :id")
                .param("id", issued.id()).query(String.class).single()));
        assertThat(kept).doesNotContain(issued.secret().substring(41)).doesNotContain(issued.kuaidi100Salt());
        assertThat(keys.find(issued.id())).map(PartnerKey::kuaidi100Salt).contains(issued.kuaidi100Salt());
        assertThat(issued.toString()).doesNotContain("wpk_");
    }

    private Partners.Issued issue(Permission... permissions) {
        var granted = Set.of(permissions).stream().filter(each -> each != Permission.SELF)
                .collect(Collectors.toSet());
        return Acting.as(new Actor.Internal("test"), () -> keys.issue("test", granted, "HQ", 1000));
    }

    private static ResultActions issue(Browser administrator, String permission, String unit) {
        return administrator.post("/api/v1/keys", """
                {"name":"x","permissions":["%s"],"unitCode":"%s","ratePerMinute":10}
                """.formatted(permission, unit));
    }

    private ResultActions imported(Partners.Issued key, String table) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/people/import?dryRun=false")
                .file(new MockMultipartFile("file", table.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + key.secret()));
    }

    private ResultActions with(String key, String path) throws Exception {
        return mvc.perform(get(path).header("Authorization", "Bearer " + key));
    }
}

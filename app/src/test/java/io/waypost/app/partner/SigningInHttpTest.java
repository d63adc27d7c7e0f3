package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.partner.OpenClient.Signed;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T6 partners' programs sign in by token or sign each request")
class SigningInHttpTest {

    private static final String KINDS = "/open/v1/ticket-kinds";

    private final MockMvc mvc;
    private final PartnerScene scene;
    private final Organisation organisation;
    private final Owner owner;
    private final JdbcClient jdbc;
    private final Clock wall;

    SigningInHttpTest(MockMvc mvc, PartnerScene scene, Organisation organisation, Owner owner, JdbcClient jdbc,
            @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.scene = scene;
        this.organisation = organisation;
        this.owner = owner;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @Test
    void aTokenIsGivenForTheClientsSecretAndWorksForAnHour() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        OpenClient.token(mvc, partner.clientId(), partner.client().secret(), "").andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.token_type").value("Bearer"))
                .andExpect(jsonPath("$.expires_in").value(3600));
        OpenClient.withToken(mvc, partner, "").get(KINDS).andExpect(status().isOk());
    }

    @Test
    void theClientMayNameItselfByBasicAuthentication() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        var basic = Base64.getEncoder().encodeToString(
                (partner.clientId() + ":" + partner.client().secret()).getBytes(StandardCharsets.UTF_8));
        mvc.perform(post("/open/v1/oauth/token").header("Authorization", "Basic " + basic)
                .contentType("application/x-www-form-urlencoded").content("grant_type=client_credentials"))
                .andExpect(status().isOk());
    }

    @Test
    void whoIsNotTheClientGetsNothing() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        OpenClient.token(mvc, partner.clientId(), partner.signing().secret(), "").andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.error").value("invalid_client"));
        OpenClient.token(mvc, partner.signingId(), partner.signing().secret(), "").andExpect(status().isUnauthorized());
        OpenClient.token(mvc, "wpc_x", "y", "").andExpect(status().isUnauthorized());
        mvc.perform(post("/open/v1/oauth/token").contentType("application/x-www-form-urlencoded")
                .content("grant_type=password")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").value("unsupported_grant_type"));
    }

    @Test
    void aTokenMayDoWhatItWasAskedForAndNoMore() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        var reader = OpenClient.withToken(mvc, partner, "open.tickets.read");
        reader.get("/open/v1/tickets").andExpect(status().isOk());
        reader.post("/open/v1/tickets", "{}").andExpect(status().isForbidden());
        OpenClient.token(mvc, partner.clientId(), partner.client().secret(), "people.write")
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.error").value("invalid_scope"));
    }

    @Test
    void aTokenIsNoKeyForTheRestOfThePlatform() throws Exception {
        OpenClient.withToken(mvc, scene.partner(Organisation.SOUTH), "").get("/api/v1/network/units")
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aSessionCountsForNothingHere() throws Exception {
        Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS)).get(KINDS)
                .andExpect(status().isUnauthorized());
    }

    @Test
    void tokensAndSecretsAreNotKeptInClear() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        var token = JsonPath.<String>read(
                OpenClient.text(OpenClient.token(mvc, partner.clientId(), partner.client().secret(), "")),
                "$.access_token");
        var kept = owner.inOne(() -> jdbc.sql("""
                select (select json_agg(t)::text from partner.token t) || (select json_agg(c)::text from partner.credential c)
                """).query(String.class).single());
        assertThat(kept).doesNotContain(token).doesNotContain(partner.client().secret())
                .doesNotContain(partner.signing().secret());
    }

    @Test
    void whoLooksAfterTheKeyIssuesAndRevokes() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH));
        var path = "/api/v1/keys/%s/credentials".formatted(partner.keyId());
        administrator.get(path).andExpect(jsonPath("$.length()").value(2));
        var issued = OpenClient.text(
                administrator.post(path, "{\"kind\":\"SIGNING\",\"name\":\"新\"}").andExpect(status().isOk()));
        assertThat(JsonPath.<String>read(issued, "$.credential.clientId")).startsWith("wps_");
        var client = OpenClient.withToken(mvc, partner, "");
        client.get(KINDS).andExpect(status().isOk());
        administrator.delete(path + "/" + partner.client().credential().id(), null).andExpect(status().isNoContent());
        OpenClient.token(mvc, partner.clientId(), partner.client().secret(), "").andExpect(status().isUnauthorized());
        client.get(KINDS).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("BAD_TOKEN"));
        administrator.delete(path + "/" + partner.client().credential().id(), null).andExpect(status().isNotFound());
    }

    @Test
    void aSignedRequestIsBelieved() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        mvc.perform(Signed.get(partner, KINDS, wall.instant()).request("-")).andExpect(status().isOk());
        var waybill = scene.parcel(PartnerScene.HUB);
        var body = OpenClient.draft(PartnerScene.externalId(), waybill);
        mvc.perform(Signed.post(partner, "/open/v1/tickets", body, wall.instant()).request("k-1"))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.waybill").value(waybill));
    }

    @ParameterizedTest
    @CsvSource({"299,true", "-299,true", "305,false", "-305,false"})
    void clocksMayDifferByFiveMinutes(int seconds, boolean good) throws Exception {
        var answer = mvc
                .perform(Signed.get(scene.partner(Organisation.SOUTH), KINDS, wall.instant().plusSeconds(seconds))
                        .request("-"));
        if (good) {
            answer.andExpect(status().isOk());
        } else {
            answer.andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("CLOCK_SKEW"));
        }
    }

    @Test
    void aCopyOfASignedRequestIsRefused() throws Exception {
        var signed = Signed.get(scene.partner(Organisation.SOUTH), KINDS, wall.instant());
        mvc.perform(signed.request("-")).andExpect(status().isOk());
        mvc.perform(signed.request("-")).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("NONCE_REPLAYED"));
    }

    @Test
    void whateverIsChangedOnTheWayIsNoticed() throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        var now = wall.instant();
        var signed = Signed.post(partner, "/open/v1/tickets", "{\"a\":1}", now);
        mvc.perform(signed.request("k").content("{\"a\":2}")).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("WRONG_DIGEST"));
        refused(signed, "other-secret", "/open/v1/tickets", now);
        var get = Signed.get(partner, KINDS, now);
        mvc.perform(get.requestTo("/open/v1/tickets", "-")).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("WRONG_SIGNATURE"));
        mvc.perform(get.request("-").queryParam("limit", "1")).andExpect(status().isUnauthorized());
        mvc.perform(get.request("-").header("Idempotency-Key", "added")).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("NOT_COVERED"));
    }

    private void refused(Signed signed, String secret, String path, Instant now) throws Exception {
        var wrong = new Signed("POST", path, "", signed.body(), signed.keyId(), secret, now, signed.nonce());
        mvc.perform(wrong.request("k")).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("WRONG_SIGNATURE"));
    }
}

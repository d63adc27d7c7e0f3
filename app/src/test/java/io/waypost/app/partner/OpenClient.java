package io.waypost.app.partner;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import io.waypost.core.partner.SignatureRules;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A partner's program. */
final class OpenClient {

    private final MockMvc mvc;
    private final String bearer;

    private OpenClient(MockMvc mvc, String bearer) {
        this.mvc = mvc;
        this.bearer = bearer;
    }

    /** A program that uses the key itself. */
    static OpenClient of(MockMvc mvc, PartnerScene.Partner partner) {
        return new OpenClient(mvc, partner.key());
    }

    /** A program that asked for a token. */
    static OpenClient withToken(MockMvc mvc, PartnerScene.Partner partner, String scope) throws Exception {
        var answer = text(token(mvc, partner.clientId(), partner.client().secret(), scope));
        return new OpenClient(mvc, JsonPath.read(answer, "$.access_token"));
    }

    static ResultActions token(MockMvc mvc, String clientId, String secret, String scope) throws Exception {
        return mvc.perform(request(HttpMethod.POST, "/open/v1/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).param("grant_type", "client_credentials")
                .param("client_id", clientId).param("client_secret", secret).param("scope", scope)
                .with(raw -> {
                    raw.setRemoteAddr("10.9.%d.%d".formatted((int) (Math.random() * 250), (int) (Math.random() * 250)));
                    return raw;
                }));
    }

    ResultActions get(String path) throws Exception {
        return mvc.perform(request(HttpMethod.GET, path).header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer));
    }

    ResultActions post(String path, @Nullable String key, String body) throws Exception {
        return send(HttpMethod.POST, path, key, body);
    }

    ResultActions post(String path, String body) throws Exception {
        return post(path, UUID.randomUUID().toString(), body);
    }

    ResultActions send(HttpMethod method, String path, @Nullable String key, String body) throws Exception {
        var sent = request(method, path).header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                .contentType(MediaType.APPLICATION_JSON).content(body);
        if (key != null) {
            sent.header("Idempotency-Key", key);
        }
        return mvc.perform(sent);
    }

    /** Sends a file, as {@code curl --data-binary} does. */
    ResultActions upload(String path, String key, byte[] content) throws Exception {
        return mvc.perform(request(HttpMethod.POST, path).header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                .header("Idempotency-Key", key).contentType(MediaType.APPLICATION_OCTET_STREAM).content(content));
    }

    static String draft(String externalId, String waybill) {
        return """
                {"external_id":"%s","kind":"QUERY","waybill":"%s","description":"买家问包裹到哪了"}""".formatted(externalId,
                waybill);
    }

    static String text(ResultActions answer) throws Exception {
        return text(answer.andReturn().getResponse());
    }

    static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Signs a request as docs/open-api.md tells partners to, with nothing of the server's code for it. */
    record Signed(String method, String path, String query, String body, String keyId, String secret, Instant created,
            String nonce) {

        static Signed get(PartnerScene.Partner partner, String path, Instant at) {
            return new Signed("GET", path, "", "", partner.signingId(), partner.signing().secret(), at,
                    UUID.randomUUID().toString());
        }

        static Signed post(PartnerScene.Partner partner, String path, String body, Instant at) {
            return new Signed("POST", path, "", body, partner.signingId(), partner.signing().secret(), at,
                    UUID.randomUUID().toString());
        }

        String digest() {
            return "sha-256=:%s:".formatted(Base64.getEncoder()
                    .encodeToString(SignatureRules.sha256(body.getBytes(StandardCharsets.UTF_8))));
        }

        MockHttpServletRequestBuilder request(String key) {
            return requestTo(path, key);
        }

        /** The same, sent to another path than was signed. */
        MockHttpServletRequestBuilder requestTo(String target, String key) {
            boolean posts = !body.isEmpty();
            var covered = posts
                    ? "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\")"
                    : "(\"@method\" \"@path\" \"@query\")";
            var parameters = covered + ";created=%d;keyid=\"%s\";nonce=\"%s\";alg=\"hmac-sha256\""
                    .formatted(created.getEpochSecond(), keyId, nonce);
            var base = "\"@method\": %s\n\"@path\": %s\n\"@query\": ?%s\n".formatted(method, path, query)
                    + (posts ? "\"content-digest\": %s\n\"idempotency-key\": %s\n".formatted(digest(), key) : "")
                    + "\"@signature-params\": " + parameters;
            var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders
                    .request(HttpMethod.valueOf(method), target + (query.isEmpty() ? "" : "?" + query))
                    .header("Signature-Input", "sig1=" + parameters)
                    .header("Signature", "sig1=:%s:".formatted(hmac(secret, base)));
            return posts
                    ? request.header("Content-Digest", digest()).header("Idempotency-Key", key)
                            .contentType(MediaType.APPLICATION_JSON).content(body)
                    : request;
        }

        private static String hmac(String secret, String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}

package io.waypost.app.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.claim.ClaimCodes.Known;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("L2 a customer claims on the phone")
class ClaimPublicTest {

    private static final String CLAIMS = "/api/v1/public/claims/";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final MockMvc mvc;
    private final ClaimScene scene;
    private final ClaimCodes codes;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ClaimPublicTest(MockMvc mvc, ClaimScene scene, ClaimCodes codes, TransactionTemplate transaction,
            JsonMapper json) {
        this.mvc = mvc;
        this.scene = scene;
        this.codes = codes;
        this.transaction = transaction;
        this.json = json;
    }

    /** Each customer comes from an address of their own. */
    private Browser browser() {
        int number = NUMBERS.incrementAndGet();
        return Browser.of(mvc).at("10.7.%d.%d".formatted(number / 250, number % 250));
    }

    private String waybill() {
        return scene.lost("1355%03d1234".formatted(NUMBERS.incrementAndGet()), Organisation.TIANHE);
    }

    private String made(String waybill) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> codes.make(new Known(waybill, true)))));
    }

    private JsonNode begin(Browser browser, String waybill) throws Exception {
        return json.readTree(browser.post(CLAIMS + "begin", """
                {"waybill":"%s","phoneLast4":"1234","code":"%s"}""".formatted(waybill, made(waybill)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private String proof(Browser browser, String waybill) throws Exception {
        return begin(browser, waybill).get("proof").asString();
    }

    private static String save(String proof, String rest) {
        return "{\"proof\":\"%s\",\"kind\":\"LOSS\",\"notReceived\":true%s}".formatted(proof, rest);
    }

    private static String with(String proof) {
        return "{\"proof\":\"%s\"}".formatted(proof);
    }

    @Test
    void fromTheCodeToTheClaim() throws Exception {
        var browser = browser();
        var waybill = waybill();
        browser.post(CLAIMS + "code", "{\"waybill\":\"%s\",\"phoneLast4\":\"1234\"}".formatted(waybill))
                .andExpect(status().isOk()).andExpect(jsonPath("$.phone").value(
                        matchesPattern("135\\*{4}1234")));
        var proof = proof(browser, waybill);
        browser.post(CLAIMS + "save",
                save(proof, ",\"goods\":\"手机壳\",\"claimedFen\":9900,\"feeFen\":1200,\"story\":\"没收到\""))
                .andExpect(status().isOk()).andExpect(jsonPath("$.claims[0].state").value("DRAFT"));
        // Another phone, another day: the draft is there.
        var again = begin(browser(), waybill);
        assertThat(again.at("/claims/0/goods").asString()).isEqualTo("手机壳");
        assertThat(again.at("/claims/0/feeFen").asLong()).isEqualTo(1_200);
        assertThat(again.at("/claims/0/notReceived").asBoolean()).isTrue();
        browser.post(CLAIMS + "payee", """
                {"proof":"%s","way":"ALIPAY","account":"a%d@pay.example","name":"张小明"}"""
                .formatted(proof, NUMBERS.incrementAndGet())).andExpect(status().isOk())
                .andExpect(jsonPath("$.claims[0].payeeName").value("张**"));
        browser.post(CLAIMS + "submit", with(proof)).andExpect(status().isOk())
                .andExpect(jsonPath("$.claims[0].state").value("TO_EXAMINE"))
                .andExpect(jsonPath("$.claims[0].answerBy").isNotEmpty())
                .andExpect(jsonPath("$.claims[0].offeredFen").isEmpty());
        // Twice is once.
        browser.post(CLAIMS + "submit", with(proof)).andExpect(status().isOk())
                .andExpect(jsonPath("$.claims.length()").value(1));
        browser.post(CLAIMS + "save", save(proof, "")).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CLAIM_EXISTS"));
    }

    @Test
    void aDamageIsNotHandedInWithoutAPhoto() throws Exception {
        var browser = browser();
        var proof = proof(browser, waybill());
        browser.post(CLAIMS + "save",
                "{\"proof\":\"%s\",\"kind\":\"TOTAL_DAMAGE\",\"claimedFen\":5000,\"notReceived\":false}"
                        .formatted(proof))
                .andExpect(status().isOk()).andExpect(jsonPath("$.doubts[*].kind").isNotEmpty());
        browser.post(CLAIMS + "submit", with(proof)).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("evidence"));
    }

    @Test
    void fourDigitsAreNotEnoughAndCodesHoldOnce() throws Exception {
        var browser = browser();
        var waybill = waybill();
        var code = made(waybill);
        var begin = "{\"waybill\":\"%s\",\"phoneLast4\":\"1234\",\"code\":\"%s\"}";
        var wrong = code.equals("000000") ? "111111" : "000000";
        browser.post(CLAIMS + "begin", begin.formatted(waybill, wrong)).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("WRONG_CODE"));
        browser.post(CLAIMS + "begin", begin.formatted(waybill, code)).andExpect(status().isOk());
        browser.post(CLAIMS + "begin", begin.formatted(waybill, code)).andExpect(status().isUnprocessableContent());
        browser.post(CLAIMS + "code", "{\"waybill\":\"%s\",\"phoneLast4\":\"9999\"}".formatted(waybill))
                .andExpect(status().isNotFound());
    }

    @Test
    void fiveWrongCodesEndIt() throws Exception {
        var waybill = waybill();
        var code = made(waybill);
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int tries = 0; tries < 5; tries++) {
            browser().post(CLAIMS + "begin", "{\"waybill\":\"%s\",\"phoneLast4\":\"1234\",\"code\":\"%s\"}"
                    .formatted(waybill, wrong)).andExpect(status().isUnprocessableContent());
        }
        browser().post(CLAIMS + "begin", "{\"waybill\":\"%s\",\"phoneLast4\":\"1234\",\"code\":\"%s\"}"
                .formatted(waybill, code)).andExpect(status().isUnprocessableContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "WVQ5 UyA0MDAw.AAAA", "😀.😀"})
    void aProofThatIsNotOursIsNone(String proof) throws Exception {
        browser().post(CLAIMS + "read", json.writeValueAsString(new PublicClaimController.PublicClaimRead(proof)))
                .andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("PROOF_ENDED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "100000001", "9223372036854775807"})
    void amountsThatCannotBeAreNamed(String fen) throws Exception {
        var browser = browser();
        browser.post(CLAIMS + "save", save(proof(browser, waybill()), ",\"claimedFen\":" + fen))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("claimedFen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12.5元\"", "\"😀\"", "\"USD 5\"", "99999999999999999999", "1e400", "{}"})
    void amountsThatAreNoneAreRefused(String fen) throws Exception {
        var browser = browser();
        int answer = browser.post(CLAIMS + "save", save(proof(browser, waybill()), ",\"claimedFen\":" + fen))
                .andReturn().getResponse().getStatus();
        assertThat(answer).isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000000001", "1234", "not-one", "'; drop table claim.claim; --"})
    void cardsThatCannotBeAreRefusedWithoutRepeatingThem(String account) throws Exception {
        var browser = browser();
        var proof = proof(browser, waybill());
        browser.post(CLAIMS + "save", save(proof, ",\"claimedFen\":100")).andExpect(status().isOk());
        var answer = browser
                .post(CLAIMS + "payee", "{\"proof\":\"%s\",\"way\":\"BANK_CARD\",\"account\":\"%s\",\"name\":\"x\"}"
                        .formatted(proof, account))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain(account);
    }
}

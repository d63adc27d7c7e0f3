package io.waypost.core.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T6 signed requests are read and judged by rule")
class SignatureRulesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String PARAMETERS = "(\"@method\" \"@path\" \"@query\");created=1800000000;"
            + "keyid=\"wps_1\";nonce=\"0123456789abcdef\";alg=\"hmac-sha256\"";

    @Test
    void theBaseIsWhatTheStandardSays() {
        var input = SignatureInput.parse("sig1=" + PARAMETERS).orElseThrow();
        var values = Map.of("@method", "POST", "@path", "/open/v1/tickets", "@query", "?");
        var base = input.base(name -> values.getOrDefault(name, ""));
        assertThat(base).isEqualTo("\"@method\": POST\n\"@path\": /open/v1/tickets\n\"@query\": ?\n"
                + "\"@signature-params\": " + PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sig1", "sig1=()", "sig1=();created=1", "sig1=(\"@method\");created=1;keyid=\"a\"",
            "sig1=(\"@method\" \"@method\");created=1;keyid=\"a\";nonce=\"b\";alg=\"c\"",
            "sig1=(\"@method\");created=1;created=2;keyid=\"a\";nonce=\"b\";alg=\"c\"",
            "sig1=(\"@method\");created=\"x\";keyid=\"a\";nonce=\"b\";alg=\"c\"", "sig1=(\"a\\nb\");created=1"})
    void anythingElseIsUnreadable(String header) {
        assertThat(SignatureInput.parse(header)).isEmpty();
    }

    @RepeatedTest(50)
    void noHeaderMakesTheReaderFail(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var header = new StringBuilder("sig1=" + PARAMETERS);
        for (int i = 0; i < 5; i++) {
            header.setCharAt(random.nextInt(header.length()), (char) (32 + random.nextInt(100)));
        }
        assertThat(SignatureInput.parse(header.toString()).map(SignatureInput::parameters)
                .filter(text -> !header.toString().endsWith(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,", "300,", "-300,", "301,CLOCK_SKEW", "-301,CLOCK_SKEW"})
    void clocksMayDifferByFiveMinutes(int seconds, SignatureFlaw flaw) {
        var input = SignatureInput.parse("sig1=" + PARAMETERS).orElseThrow();
        var found = SignatureRules.flaw(input, false, false, NOW.plus(Duration.ofSeconds(seconds)));
        assertThat(found.orElse(null)).isEqualTo(flaw);
    }

    @Test
    void aBodyAndAKeyMustBeSignedToo() {
        var input = SignatureInput.parse("sig1=" + PARAMETERS).orElseThrow();
        assertThat(SignatureRules.flaw(input, true, false, NOW)).contains(SignatureFlaw.NOT_COVERED);
        assertThat(SignatureRules.flaw(input, false, true, NOW)).contains(SignatureFlaw.NOT_COVERED);
        var both = SignatureInput.parse("s=" + PARAMETERS.replace("\"@query\"",
                "\"@query\" \"content-digest\" \"idempotency-key\"")).orElseThrow();
        assertThat(SignatureRules.flaw(both, true, true, NOW)).isEmpty();
    }

    @Test
    void algorithmAndNonceAreLookedAt() {
        var other = SignatureInput.parse("s=" + PARAMETERS.replace("hmac-sha256", "none")).orElseThrow();
        assertThat(SignatureRules.flaw(other, false, false, NOW)).contains(SignatureFlaw.WRONG_ALGORITHM);
        var brief = SignatureInput.parse("s=" + PARAMETERS.replace("0123456789abcdef", "0")).orElseThrow();
        assertThat(SignatureRules.flaw(brief, false, false, NOW)).contains(SignatureFlaw.NONCE_LENGTH);
    }

    @Test
    void theNonceIsRememberedAsLongAsACopyCouldBeBelieved() {
        var input = SignatureInput.parse("sig1=" + PARAMETERS).orElseThrow();
        var latest = input.created().plus(SignatureRules.SKEW);
        assertThat(SignatureRules.forgetNonce(input)).isAfter(latest);
    }

    @Test
    void theDigestIsOfTheBody() {
        var body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        var digest = "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(SignatureRules.sha256(body)));
        assertThat(SignatureRules.digestFits(digest, body)).isTrue();
        assertThat(SignatureRules.digestFits(digest, "{\"a\":2}".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(SignatureRules.digestFits(null, body)).isFalse();
        assertThat(SignatureRules.digestFits("sha-256=:x:", body)).isFalse();
    }

    @Test
    void theSignatureIsFoundUnderItsLabel() {
        assertThat(SignatureRules.signature("sig1=:AQI=:", "sig1")).hasValue(new byte[]{1, 2});
        assertThat(SignatureRules.signature("sig2=:AQI=:", "sig1")).isEmpty();
        assertThat(SignatureRules.signature("sig1=:", "sig1")).isEmpty();
        assertThat(SignatureRules.signature("sig1=:?:", "sig1")).isEmpty();
    }
}

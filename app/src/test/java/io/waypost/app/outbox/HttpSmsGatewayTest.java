package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.app.outbox.ScriptedHttp.Answer;
import io.waypost.core.outbox.MessageClass;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("O1 the HTTP provider keeps the contract")
@org.junit.jupiter.api.extension.ExtendWith(OutputCaptureExtension.class)
class HttpSmsGatewayTest extends GatewayContract {

    private static final String SECRET = "a-very-secret-secret";

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ScriptedHttp provider = new ScriptedHttp(_ -> Answer.of(200,
            "{\"Code\":\"OK\",\"BizId\":\"biz-%d\"}".formatted(numbers.incrementAndGet())));
    private final HttpSmsGateway gateway = gateway(Map.of("*", "SMS_1", "TICKET_OPENED", "SMS_2"));

    private HttpSmsGateway gateway(Map<String, String> templates) {
        var link = new OutboxSettings.Http(provider.address("/"), "key-1", SECRET, null, "驿路", true, templates, 0,
                Duration.ofSeconds(1));
        return new HttpSmsGateway("cloud", link, json, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    boolean keepsOrder() {
        return false;
    }

    @Override
    List<Letter> received() {
        return provider.calls().stream().map(call -> json.readTree(call.body()))
                .map(body -> new Letter(UUID.fromString(body.get("OutId").asString()),
                        body.get("PhoneNumbers").asString(), MessageClass.SERVICE, new MessageBody(null, "【驿路】" + json
                                .readTree(body.get("TemplateParam").asString()).get("content").asString(), null,
                                Map.of()),
                        null))
                .toList();
    }

    @Test
    void theRequestIsSignedOverItsBody(CapturedOutput output) {
        gateway.submit(messages(1));
        var call = provider.calls().getFirst();
        assertThat(call.headers().get("x-acs-content-sha256")).isEqualTo(SignedCall.sha256(call.body()));
        var signed = new HashMap<String, String>();
        for (var name : List.of("content-type", "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date",
                "x-acs-signature-nonce", "x-acs-version")) {
            signed.put(name, call.headers().get(name));
        }
        assertThat(call.headers().get("authorization"))
                .isEqualTo(SignedCall.authorization(provider.address("/"), "key-1", SECRET, signed))
                .isNotEqualTo(SignedCall.authorization(provider.address("/"), "key-1", "other", signed));
        assertThat(output.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"isv.BUSINESS_LIMIT_CONTROL,RETRY", "isv.AMOUNT_NOT_ENOUGH,RETRY", "isv.MOBILE_NUMBER_ILLEGAL,NO",
            "isp.SYSTEM_ERROR,DOUBT"})
    void aBusinessErrorComesWithStatus200(String code, String fate) {
        provider.script(Answer.of(200, "{\"Code\":\"%s\",\"Message\":\"x\"}".formatted(code)));
        assertThat(gateway.submit(messages(1))).singleElement().satisfies(result -> {
            switch (fate) {
                case "RETRY" -> assertThat(result).isInstanceOf(Retryable.class);
                case "NO" -> assertThat(result).isEqualTo(new Rejected(code));
                default -> assertThat(result).isEqualTo(new Unknown(code));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"429,Retryable", "503,Retryable", "401,Retryable", "400,Rejected", "500,Unknown", "302,Unknown",
            "0,Unknown"})
    void aStatusIsReadForWhatItSaysAboutTheMessage(int status, String fate) {
        provider.script(Answer.of(status, ""));
        assertThat(gateway.submit(messages(1))).singleElement()
                .satisfies(result -> assertThat(result.getClass().getSimpleName()).isEqualTo(fate));
    }

    @Test
    void silenceAndNonsenseAreDoubt() {
        provider.script(Answer.of(-1, ""));
        assertThat(gateway.submit(messages(1))).containsExactly(new Unknown("TIMEOUT"));
        for (var body : List.of("", "<html>", "{}", "[1]", "{\"Code\":\"OK\"}", "{\"Code\":{}}", "x".repeat(100_000))) {
            provider.script(Answer.of(200, body));
            assertThat(gateway.submit(messages(1))).singleElement().isInstanceOf(Unknown.class);
        }
    }

    @Test
    void whatBecameOfAMessageCanBeAsked() {
        var letter = letter("13812345678", "【驿路】甲");
        var line = "{\"Code\":\"OK\",\"SmsSendDetails\":[{\"OutId\":\"x\",\"SendStatus\":2},{\"OutId\":\"%s\",\"BizId\":\"b\","
                + "\"SendStatus\":%d,\"ErrCode\":\"MK:0001\"}]}";
        for (var expected : Map
                .of(1, new Gateway.Accepted("b"), 2, new Rejected("MK:0001"), 3, new Gateway.Arrived("b"))
                .entrySet()) {
            provider.script(Answer.of(200, line.formatted(letter.id(), expected.getKey())));
            assertThat(gateway.ask(letter, java.time.Instant.EPOCH)).contains(expected.getValue());
            assertThat(provider.calls().getFirst().headers()).containsEntry("x-acs-action", "QuerySendDetails");
        }
        for (var body : List.of("", "[]", "{}", "{\"SmsSendDetails\":7}", line.formatted("other", 3),
                line.formatted(letter.id(), 9))) {
            provider.script(Answer.of(200, body));
            assertThat(gateway.ask(letter, java.time.Instant.EPOCH)).isEmpty();
        }
        provider.script(Answer.of(500, ""));
        assertThat(gateway.ask(letter, java.time.Instant.EPOCH)).isEmpty();
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        provider.close();
        assertThat(gateway.submit(messages(2))).containsOnly(new Retryable("NOT_REACHED", Duration.ZERO));
    }

    @Test
    void theTemplateIsTheMessagesOwnOrTheGeneralOne() {
        var letter = letter("13812345678", "【驿路】甲");
        gateway.submit(List.of(letter, new Letter(UUID.randomUUID(), "13812345679", MessageClass.SERVICE,
                letter.body(), "TICKET_OPENED")));
        assertThat(provider.calls()).extracting(call -> json.readTree(call.body()).get("TemplateCode").asString())
                .containsExactlyInAnyOrder("SMS_1", "SMS_2");
        assertThat(gateway(Map.of()).submit(List.of(letter))).containsExactly(new Rejected("NO_TEMPLATE"));
    }
}

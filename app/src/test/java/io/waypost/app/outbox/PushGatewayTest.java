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
import tools.jackson.databind.json.JsonMapper;

@DisplayName("O1 the provider of pushes keeps the contract")
class PushGatewayTest extends GatewayContract {

    private static final String SECRET = "a-very-secret-secret";

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ScriptedHttp provider = new ScriptedHttp(_ -> Answer.of(200,
            "{\"MessageId\":\"push-%d\"}".formatted(numbers.incrementAndGet())));
    private final PushGateway gateway = new PushGateway(
            new OutboxSettings.Push(provider.address("/"), "key-1", SECRET, 0, Duration.ofSeconds(1)), json,
            Clock.systemUTC());

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
                .map(body -> new Letter(UUID.fromString(body.get("IdempotentToken").asString()),
                        body.get("DeviceId").asString(), MessageClass.SERVICE,
                        new MessageBody(null, body.get("Body").asString(), null, Map.of()), null))
                .toList();
    }

    @Test
    void theRequestIsSignedOverItsBody() {
        gateway.submit(messages(1));
        var call = provider.calls().getFirst();
        assertThat(call.headers()).containsEntry("x-acs-action", "Push")
                .containsEntry("x-acs-content-sha256", SignedCall.sha256(call.body()));
        var signed = new HashMap<String, String>();
        for (var name : List.of("content-type", "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date",
                "x-acs-signature-nonce", "x-acs-version")) {
            signed.put(name, call.headers().get(name));
        }
        assertThat(call.headers().get("authorization"))
                .isEqualTo(SignedCall.authorization(provider.address("/"), "key-1", SECRET, signed));
    }

    @ParameterizedTest
    @CsvSource({"429,Retryable", "503,Retryable", "400,Rejected", "500,Unknown", "302,Unknown", "0,Unknown"})
    void aStatusIsReadForWhatItSaysAboutTheMessage(int status, String fate) {
        provider.script(Answer.of(status, ""));
        assertThat(gateway.submit(messages(1))).singleElement()
                .satisfies(result -> assertThat(result.getClass().getSimpleName()).isEqualTo(fate));
    }

    @Test
    void whatTheProviderSaysWithStatus200() {
        provider.script(Answer.of(200, "{\"Code\":\"Throttling.User\"}"));
        assertThat(gateway.submit(messages(1))).singleElement().isInstanceOf(Retryable.class);
        provider.script(Answer.of(200, "{\"Code\":\"InvalidDeviceId\"}"));
        assertThat(gateway.submit(messages(1))).containsExactly(new Rejected("InvalidDeviceId"));
        for (var body : List.of("", "<html>", "{}", "{\"Code\":\"OK\"}")) {
            provider.script(Answer.of(200, body));
            assertThat(gateway.submit(messages(1))).containsExactly(new Unknown("UNREADABLE"));
        }
    }

    @Test
    void silenceIsDoubtAndWhereNobodyListensNothingWasSent() {
        provider.script(Answer.of(-1, ""));
        assertThat(gateway.submit(messages(1))).containsExactly(new Unknown("TIMEOUT"));
        provider.close();
        assertThat(gateway.submit(messages(1))).containsOnly(new Retryable("NOT_REACHED", Duration.ZERO));
    }
}

package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.outbox.Gateway.Arrived;
import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Result;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.app.outbox.ScriptedHttp.Answer;
import io.waypost.core.outbox.MessageClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T6 partners are called by the standard, and never anywhere else than in public")
class WebhookGatewayTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

    private final ScriptedHttp partner = new ScriptedHttp(_ -> Answer.of(204, ""));
    private final List<String> disabled = new ArrayList<>();
    private URI address = partner.address("/hooks?x=1");

    @AfterEach
    void close() {
        partner.close();
    }

    private final class Known implements WebhookEndpoints {

        @Override
        public Optional<Endpoint> find(String id) {
            return id.equals("gone") ? Optional.empty() : Optional.of(new Endpoint(address, List.of(NEW, OLD)));
        }

        @Override
        public void disable(String id, String code) {
            disabled.add(id + " " + code);
        }
    }

    private Result call(boolean loopback, String body) {
        return call(loopback, body, "e1", InetAddress::getAllByName);
    }

    private Result call(boolean loopback, String body, String endpoint, PinnedCall.Resolver resolver) {
        var gateway = new WebhookGateway(() -> Optional.of(new Known()),
                new PinnedCall(resolver, Duration.ofSeconds(1), loopback), Clock.fixed(NOON, ZoneOffset.UTC));
        var letter = new Letter(new UUID(1, 2), endpoint, MessageClass.SERVICE,
                MessageBody.event("ticket.closed", body), null);
        return gateway.submit(List.of(letter)).getFirst();
    }

    @Test
    void theSignatureIsTheOneOfTheStandard() {
        var signature = WebhookSigner.signatures(List.of(OLD), "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThatThrownBy(() -> WebhookSigner.signatures(List.of("x"), "i", NOON, ""))
                .hasMessageContaining("whsec_").hasMessageNotContaining("[x]");
    }

    @Test
    void aPartnerGetsIdTimeBodyAndASignatureForEachSecret() {
        assertThat(call(true, "{\"id\":\"工单\"}")).isEqualTo(new Arrived("HTTP_204"));
        assertThat(partner.calls()).singleElement().satisfies(got -> {
            assertThat(got.path()).isEqualTo("/hooks?x=1");
            assertThat(got.body()).isEqualTo("{\"id\":\"工单\"}");
            assertThat(got.headers()).containsEntry("webhook-id", new UUID(1, 2).toString())
                    .containsEntry("webhook-timestamp", String.valueOf(NOON.getEpochSecond()))
                    .containsEntry("content-type", "application/json");
            assertThat(got.headers().get("webhook-signature")).isEqualTo(WebhookSigner.signatures(List.of(NEW, OLD),
                    new UUID(1, 2).toString(), NOON, got.body())).matches("v1,\\S+ v1,\\S+");
        });
    }

    @ParameterizedTest
    @CsvSource({"200,ARRIVED", "299,ARRIVED", "301,AGAIN", "307,AGAIN", "404,AGAIN", "500,AGAIN", "503,AGAIN",
            "410,GONE",
            "0,DOUBT", "-1,DOUBT"})
    void onlyTheTwoHundredsCount(int status, String fate) {
        partner.script(new Answer(status, Map.of("location", partner.address("/elsewhere").toString(), "retry-after",
                "7"), ""));
        var result = call(true, "{}");
        switch (fate) {
            case "ARRIVED" -> assertThat(result).isInstanceOf(Arrived.class);
            case "AGAIN" -> assertThat(result).isEqualTo(new Retryable("HTTP_" + status, Duration.ofSeconds(7)));
            case "GONE" -> assertThat(result).isEqualTo(new Rejected("GONE"));
            default -> assertThat(result).isInstanceOf(Unknown.class);
        }
        assertThat(partner.calls()).as("redirects are not followed").hasSize(1);
        assertThat(disabled).isEqualTo(fate.equals("GONE") ? List.of("e1 GONE") : List.of());
    }

    @Test
    void theAddressIsLookedUpOnceAndCalledAsItWasChecked() {
        var loopback = InetAddress.getLoopbackAddress();
        var lookups = new ArrayList<String>();
        address = URI.create("http://rebinding.example:%d/".formatted(address.getPort()));
        var result = call(true, "{}", "e1", host -> {
            lookups.add(host);
            return new InetAddress[]{loopback};
        });
        assertThat(result).isInstanceOf(Arrived.class);
        assertThat(lookups).containsExactly("rebinding.example");
        assertThat(partner.calls().getFirst().headers().get("host")).startsWith("rebinding.example:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/",
            "https://169.254.169.254/latest",
            "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/", "https://2130706433/", "https://localhost/",
            "https://[64:ff9b::7f00:1]/"})
    void privateAddressesAreNeverCalled(String url) {
        address = URI.create(url);
        assertThat(call(false, "{}")).satisfiesAnyOf(
                result -> assertThat(result).isEqualTo(new Rejected("ADDRESS_NOT_PUBLIC")),
                result -> assertThat(result).isEqualTo(new Rejected("ADDRESS_NOT_HTTPS")));
    }

    @ParameterizedTest
    @CsvSource({"http://8.8.8.8/,ADDRESS_NOT_HTTPS", "ftp://8.8.8.8/,ADDRESS_NOT_HTTPS",
            "https://user@8.8.8.8/,ADDRESS_NOT_HTTPS", "https://8.8.8.8:22/,PORT_FORBIDDEN",
            "https:///x,ADDRESS_NOT_HTTPS", "/relative,ADDRESS_NOT_HTTPS"})
    void onlyHttpsOnUsualPorts(String url, String code) {
        address = URI.create(url);
        assertThat(call(false, "{}")).isEqualTo(new Rejected(code));
    }

    @Test
    void oneAddressOfSeveralThatIsPrivateIsEnoughToRefuse() {
        var both = new InetAddress[]{InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("192.168.0.1")};
        address = URI.create("https://two.example/");
        assertThat(call(false, "{}", "e1", _ -> both)).isEqualTo(new Rejected("ADDRESS_NOT_PUBLIC"));
        assertThat(call(false, "{}", "e1", _ -> {
            throw new UnknownHostException("two.example");
        })).isEqualTo(new Retryable("UNKNOWN_HOST", Duration.ZERO));
        assertThat(call(false, "{}", "gone", _ -> both)).isEqualTo(new Rejected("NO_ENDPOINT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: y", "SSH-2.0-x\r\n", "HTTP/2 200\r\n\r\n", "\r\n\r\n",
            "HTTP/1.1 999 no\r\n\r\n"})
    void anAnswerThatIsNoneIsDoubt(String answer) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException ended) {
                    // The test is over.
                }
            });
            address = URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
            assertThat(call(true, "{}")).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aPartnerThatDripsIsCutOff() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    while (true) {
                        socket.getOutputStream()
                                .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        Thread.onSpinWait();
                    }
                } catch (IOException ended) {
                    // We were cut off, as it should be.
                }
            });
            address = URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
            assertThat(call(true, "{}")).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void anEventIsAtMostTwentyKilobytes() {
        assertThatThrownBy(() -> MessageBody.event("x", "字".repeat(7000))).hasMessageContaining("20480");
        assertThat(MessageBody.event("x", "字".repeat(6000)).text()).hasSize(6000);
    }
}

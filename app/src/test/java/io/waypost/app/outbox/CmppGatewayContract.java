package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.CmppServer.Fault;
import io.waypost.app.outbox.Gateway.Accepted;
import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.app.outbox.cmpp.CmppVersion;
import io.waypost.core.outbox.MessageClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What CMPP must do in both versions, on a carrier of ours that fails by script. */
abstract class CmppGatewayContract extends GatewayContract {

    private static final String SECRET = "shared-secret";

    private final CmppServer carrier;
    private final CmppGateway gateway;

    CmppGatewayContract(CmppVersion version) {
        carrier = new CmppServer(version, SECRET);
        gateway = gateway(carrier.port(), version, SECRET);
    }

    private static CmppGateway gateway(int port, CmppVersion version, String secret) {
        var settings = new OutboxSettings.Cmpp("127.0.0.1", port, version, "901234", secret,
                "10690001", "WPT", 8, 0, Duration.ofSeconds(2), Duration.ofSeconds(30));
        return new CmppGateway("carrier", settings, Clock.systemUTC(), () -> {
            throw new IllegalStateException("Nothing comes in here.");
        });
    }

    @AfterEach
    void closeBoth() throws IOException {
        gateway.close();
        carrier.close();
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
        return carrier.taken().stream().map(part -> new Letter(new UUID(0, 0), part.to(), MessageClass.SERVICE,
                new MessageBody(null, part.text(), null, Map.of()), null)).toList();
    }

    @Test
    void aLongTextGoesInPartsThatAreTheWhole() {
        var text = "【驿路】" + "您的快件已到达天河网点😀".repeat(12);
        assertThat(gateway.submit(List.of(letter("13812345678", text)))).singleElement().isInstanceOf(Accepted.class);
        var parts = carrier.taken();
        assertThat(parts).hasSize(3).allSatisfy(part -> {
            assertThat(part.total()).isEqualTo(3);
            assertThat(part.text().length()).isLessThanOrEqualTo(67);
            assertThat(part.source()).isEqualTo("10690001");
        });
        assertThat(String.join("", parts.stream().map(part -> part.text()).toList())).isEqualTo(text);
    }

    @Test
    void tooFastIsTriedAgainAndRefusedIsNot() {
        carrier.script(Fault.FLOW_CONTROL);
        assertThat(gateway.submit(messages(1))).singleElement()
                .isEqualTo(new Retryable("FLOW_CONTROL", Duration.ofSeconds(1)));
        carrier.script(Fault.REFUSED);
        assertThat(gateway.submit(messages(1))).singleElement().isEqualTo(new Rejected("CMPP_13"));
    }

    @Test
    void withoutAnAnswerNobodyKnows() {
        carrier.script(Fault.NO_ANSWER);
        assertThat(gateway.submit(messages(1))).singleElement().isEqualTo(new Unknown("NO_RESPONSE"));
        assertThat(gateway.submit(messages(1))).as("the link lives").singleElement().isInstanceOf(Accepted.class);
        assertThat(carrier.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatEndsLeavesDoubtAboutWhatWasUnderWayAndIsOpenedAgain() {
        carrier.script(Fault.NO_ANSWER, Fault.NO_ANSWER, Fault.HANG_UP);
        assertThat(gateway.submit(messages(3))).containsOnly(new Unknown("LINK_LOST"));
        assertThat(gateway.submit(messages(2))).allMatch(Accepted.class::isInstance);
        assertThat(carrier.connections()).isEqualTo(2);
    }

    @Test
    void aWrongSecretSendsNothing() throws IOException {
        try (var stranger = gateway(carrier.port(), CmppVersion.V3, "wrong")) {
            assertThat(stranger.submit(messages(1))).singleElement()
                    .isEqualTo(new Retryable("NOT_REACHED", Duration.ZERO));
        }
        assertThat(carrier.taken()).isEmpty();
    }

    @Test
    void whereNobodyListensNothingIsSent() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (var lonely = gateway(port, CmppVersion.V3, SECRET)) {
            assertThat(lonely.submit(messages(2))).hasSize(2).allMatch(Retryable.class::isInstance);
        }
    }

    @Test
    void whatIsNoNumberIsRefusedAtOnce() {
        assertThat(gateway.submit(List.of(letter("not a number", "x")))).singleElement()
                .isEqualTo(new Rejected("MOBILE_NUMBER_ILLEGAL"));
    }
}

package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.chat.ChatSide;
import io.waypost.chat.HostFaults;
import io.waypost.chat.MemoryHost;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the edge does not let happen: slow readers, too many, the silent, the nameless, strangers. */
class ChatLimitsTest extends RunningEdge {

    @Test
    void aSlowReaderIsClosedAndMissesNothingAfterwards() {
        String talk;
        try (var phone = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            phone.post("hello");
            talk = phone.await("ack").text("conv");
        }
        until(() -> host.listeners() == 0);
        var text = "长".repeat(4_000);
        int many = 0;
        try (var slow = new Browser(server.port(), false)) {
            slow.hello(ChatSide.CUSTOMER, 1, "phone");
            until(() -> server.counts().sockets() == 1);
            while (server.counts().slow() == 0 && many < 5_000) {
                host.say(UUID.fromString(talk), text);
                many++;
            }
            until(() -> server.counts().slow() == 1);
            until(() -> server.counts().connections() == 0);
        }
        try (var again = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            int have = 0;
            Json items;
            do {
                again.send("{\"t\":\"pull\",\"conv\":\"" + talk + "\",\"after\":" + have + ",\"max\":200}");
                do {
                    items = again.await("items");
                } while (!items.has("last"));
                assertThat(items.list("items").getFirst().number("seq")).isEqualTo(have + 1);
                have += items.list("items").size();
            } while (items.text("last").equals("false") && have < 100);
            assertThat(have).isGreaterThanOrEqualTo(Math.min(many + 1, 100));
        }
    }

    @Test
    void tooManyPostingsArePutOffAndNotLost() {
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            var cids = IntStream.range(0, 100).mapToObj(number -> browser.post("number " + number)).toList();
            until(() -> server.counts().taken() + server.counts().busy() == 100);
            long putOff = server.counts().busy();
            assertThat(putOff).isBetween(1L, 80L);
            for (long left = putOff; left > 0; left--) {
                var busy = browser.await("busy");
                assertThat(cids).contains(busy.text("cid"));
                assertThat(busy.number("after")).isBetween(1L, 1_000L);
            }
            assertThat(host.committed(host.conversations().getFirst())).hasSize((int) (100 - putOff));
        }
    }

    @Test
    void aTokenEndsUnlessItIsRenewed() {
        restart(ChatLimits.usual());
        try (var left = new Browser(server.port()); var renewed = new Browser(server.port())) {
            for (var browser : List.of(left, renewed)) {
                browser.send("{\"t\":\"hello\",\"v\":1,\"token\":\"CUSTOMER/1/1100\",\"dev\":\"" + browser.hashCode()
                        + "\"}");
                assertThat(browser.await("welcome").object("you").text("until")).isEqualTo("1970-01-01T00:18:20Z");
            }
            renewed.send("{\"t\":\"token\",\"token\":\"CUSTOMER/2/1300\"}");
            assertThat(renewed.await("refused").text("code")).isEqualTo("ANOTHER_PERSON");
            renewed.send("{\"t\":\"token\",\"token\":\"CUSTOMER/1/1300\"}");
            assertThat(renewed.await("welcome").object("you").text("until")).isEqualTo("1970-01-01T00:21:40Z");
            now = Instant.ofEpochSecond(1_200);
            assertThat(left.await("bye").text("code")).isEqualTo("TOKEN_ENDED");
            assertThat(left.status()).isEqualTo(4003);
            assertThat(renewed.closed).isNotDone();
            host.end("SIGNED_OUT");
            assertThat(renewed.await("bye").text("code")).isEqualTo("SIGNED_OUT");
        }
    }

    @Test
    void whoSaysNothingIsClosed() {
        restart(ChatLimits.usual().withTimes(Duration.ofMillis(100), Duration.ofSeconds(25), Duration.ofSeconds(60),
                Duration.ofSeconds(60), Duration.ofSeconds(1)));
        try (var silent = new Browser(server.port())) {
            assertThat(silent.status()).isEqualTo(4004);
        }
    }

    @Test
    void whoDoesNotAnswerBeatsIsDead() {
        restart(ChatLimits.usual().withTimes(Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(3),
                Duration.ofSeconds(60), Duration.ofSeconds(1)));
        try (var dead = new Browser(server.port(), false);
                var alive = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "alive")) {
            dead.hello(ChatSide.CUSTOMER, 2, "dead");
            until(() -> server.counts().dead() == 1);
            assertThat(alive.closed).isNotDone();
        }
    }

    @Test
    void foreignPagesAreTurnedAway() {
        var uri = URI.create("ws://127.0.0.1:" + server.port() + "/chat/v1");
        var forged = Browser.HTTP.newWebSocketBuilder().header("Origin", "https://evil.example").buildAsync(uri,
                new WebSocket.Listener() {
                });
        assertThatThrownBy(forged::join).isInstanceOf(CompletionException.class);
        Browser.HTTP.newWebSocketBuilder().header("Origin", SHOP).buildAsync(uri, new WebSocket.Listener() {
        }).join().abort();
        assertThat(http("GET", "/events?dev=d", "", "https://evil.example").statusCode()).isEqualTo(403);
        var preflight = http("OPTIONS", "/frames", "", SHOP);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("access-control-allow-origin")).contains(SHOP);
        assertThat(server.counts().refused()).isEqualTo(2);
    }

    @Test
    void connectionsAreLimitedByAddress() {
        restart(ChatLimits.usual().withConnections(10, 2));
        try (var _ = new Browser(server.port())) {
            var second = new Browser(server.port());
            assertThatThrownBy(() -> new Browser(server.port())).isInstanceOf(CompletionException.class);
            // Behind the proxy, another address has room of its own.
            Browser.HTTP.newWebSocketBuilder()
                    .header("X-Forwarded-For", "6.6.6.6, 10.0.0.7")
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/chat/v1"), new WebSocket.Listener() {
                    })
                    .join()
                    .abort();
            second.close();
            until(() -> {
                try (var _ = new Browser(server.port())) {
                    return true;
                } catch (CompletionException full) {
                    return false;
                }
            });
        }
    }

    @Test
    void whoLeavesBeforeTheHostKnowsThemLeavesNothingBehind() throws Exception {
        var mark = Json.read(http("GET", "/poll?dev=d", "", SHOP).body()).text("mark");
        int before = server.counts().connections();
        int given = host.given();
        host.faults(new HostFaults(new Random(3), 400, 0, 0, 0, 0));
        for (var path : List.of("poll", "events")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write(("GET /chat/v1/" + path + "?dev=d&mark=" + mark
                                + " HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer "
                                + MemoryHost.token(ChatSide.CUSTOMER, 1, Browser.LONG_FROM_NOW) + "\r\n\r\n")
                                .getBytes(UTF_8));
                until(() -> server.counts().connections() == before + 1);
            }
            until(() -> server.counts().connections() == before);
        }
        until(() -> host.given() == given + 2);
        // The one event loop has done what the answers brought by the time it answers this.
        assertThat(http("GET", "/health", "", SHOP).statusCode()).isEqualTo(204);
        assertThat(host.listeners()).isZero();
        assertThat(server.counts().polls()).isZero();
        assertThat(server.counts().streams()).isZero();
    }

    @Test
    void whoSaysOnlyNonsenseIsLateToo() {
        restart(ChatLimits.usual().withTimes(Duration.ofSeconds(1), Duration.ofSeconds(25), Duration.ofSeconds(60),
                Duration.ofSeconds(60), Duration.ofSeconds(1)));
        try (var noisy = new Browser(server.port())) {
            until(() -> {
                if (!noisy.closed.isDone()) {
                    noisy.ping();
                    LockSupport.parkNanos(50_000_000);
                }
                return noisy.closed.isDone();
            });
            assertThat(noisy.status()).isEqualTo(4004);
        }
    }
}

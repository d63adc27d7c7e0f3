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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge over real sockets. */
class ChatServerTest {

    private static final String SHOP = "https://shop.example";

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final MemoryHost host = new MemoryHost((milliseconds, task) -> {
        var _ = time.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
    }, HostFaults.none());
    private volatile Instant now = Instant.ofEpochSecond(1_000);
    private ChatServer server = start(ChatLimits.usual());

    private ChatServer start(ChatLimits limits) {
        return ChatServer.start(host,
                new ChatSettings("127.0.0.1", 0, 1, SHOP::equals, "127.0.0.1"::equals, () -> now, limits));
    }

    private void restart(ChatLimits limits) {
        server.close();
        server = start(limits);
    }

    @BeforeEach
    void begin() {
        host.faults(HostFaults.none());
    }

    @AfterEach
    void stop() {
        server.close();
        time.shutdownNow();
    }

    @Test
    void twoDevicesAndTheDeskSeeEveryMessageOnce() {
        try (var phone = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone");
                var tablet = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "tablet");
                var desk = Browser.welcomed(server.port(), ChatSide.AGENT, 1, "desk")) {
            var cid = phone.post("我的件到哪了");
            var ack = phone.await("ack");
            assertThat(ack.text("cid")).isEqualTo(cid);
            assertThat(ack.number("seq")).isEqualTo(1);
            for (var other : List.of(phone, tablet, desk)) {
                var item = other.await("items").list("items").getFirst();
                assertThat(item.text("text")).isEqualTo("我的件到哪了");
                assertThat(item.text("author")).isEqualTo("CUSTOMER");
                assertThat(item.text("cid")).isEqualTo(cid);
            }
            phone.post(cid, "我的件到哪了");
            assertThat(phone.await("ack").number("seq")).as("the same answer").isEqualTo(1);
            desk.send("{\"t\":\"typing\",\"conv\":\"" + ack.text("conv") + "\"}");
            assertThat(tablet.await("typing").text("side")).isEqualTo("AGENT");
            desk.send("{\"t\":\"read\",\"conv\":\"" + ack.text("conv") + "\",\"seq\":1}");
            assertThat(phone.await("head").number("readByAgent")).isEqualTo(1);
            tablet.send("{\"t\":\"pull\",\"conv\":\"" + ack.text("conv") + "\",\"after\":0}");
            assertThat(tablet.await("items").list("items")).hasSize(1);
            assertThat(server.counts().sockets()).isEqualTo(3);
        }
    }

    @Test
    void saysWhatIsWrong() {
        try (var browser = new Browser(server.port())) {
            browser.post("before hello");
            assertThat(browser.await("refused").text("code")).isEqualTo("HELLO_FIRST");
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            browser.await("welcome");
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            assertThat(browser.await("refused").text("code")).isEqualTo("ALREADY_HERE");
            browser.send("{\"t\":\"pull\",\"conv\":\"" + new UUID(9, 9) + "\",\"after\":0}");
            var refused = browser.await("refused");
            assertThat(refused.text("code")).isEqualTo("CONVERSATION_UNKNOWN");
            assertThat(refused.text("conv")).isEqualTo(new UUID(9, 9).toString());
            for (int times = 0; times < 20; times++) {
                browser.send("nonsense");
            }
            assertThat(browser.status()).isEqualTo(4002);
            assertThat(server.counts().unreadable()).isEqualTo(20);
        }
        try (var browser = new Browser(server.port())) {
            browser.send("{\"t\":\"hello\",\"v\":1,\"token\":\"stolen\",\"dev\":\"d\"}");
            assertThat(browser.await("refused").text("code")).isEqualTo("TOKEN_UNKNOWN");
            assertThat(browser.status()).isEqualTo(4003);
        }
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            browser.send("x".repeat(70_000));
            assertThat(browser.status()).isIn(1009, 1006);
        }
    }

    @Test
    void aDeviceHasOneSocket() {
        try (var old = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone");
                var other = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "tablet");
                var young = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            assertThat(old.status()).isEqualTo(4001);
            young.post("hello");
            young.await("ack");
            other.await("items");
            assertThat(other.closed).isNotDone();
        }
    }

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
    void anOutageIsSaidAndPasses() {
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            host.faults(new HostFaults(new Random(1), 0, 0, 0, 100, 0));
            var cid = browser.post("now?");
            assertThat(browser.await("busy").text("cid")).isEqualTo(cid);
            host.faults(HostFaults.none());
            browser.post(cid, "now?");
            assertThat(browser.await("ack").text("cid")).isEqualTo(cid);
        }
    }

    @Test
    void eventStreamAndSingleFramesDoTheSame() throws Exception {
        var stream = Browser.HTTP.send(request("GET", "/events?dev=page", "", SHOP), BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        try (Stream<String> lines = stream.body()) {
            var events = lines.filter(line -> line.startsWith("data: ")).map(line -> line.substring(6)).iterator();
            assertThat(Json.read(events.next()).text("t")).isEqualTo("welcome");
            var cid = new UUID(1, 2).toString();
            var post = "{\"t\":\"post\",\"cid\":\"" + cid + "\",\"kind\":\"TEXT\",\"text\":\"hi\"}";
            var ack = Json.read(http("POST", "/frames?dev=page", post, SHOP).body());
            assertThat(ack.text("t")).isEqualTo("ack");
            assertThat(Json.read(events.next()).list("items").getFirst().text("cid")).isEqualTo(cid);
            assertThat(Json.read(http("POST", "/frames?dev=page", "{\"t\":\"dance\"}", SHOP).body()).text("code"))
                    .isEqualTo("UNKNOWN_TYPE");
            assertThat(server.counts().streams()).isEqualTo(1);
            server.close();
            assertThat(Json.read(events.next()).text("code")).isEqualTo("GOING");
        }
    }

    @Test
    void pollsWaitForNewsAndMissNone() {
        var first = Json.read(http("GET", "/poll?dev=page", "", SHOP).body());
        assertThat(first.list("frames").getFirst().text("t")).isEqualTo("welcome");
        var waiting = Browser.HTTP.sendAsync(request("GET", "/poll?dev=page&mark=" + first.text("mark"), "", SHOP),
                BodyHandlers.ofString());
        until(() -> server.counts().polls() == 1);
        assertThat(waiting).isNotDone();
        http("POST", "/frames?dev=page",
                "{\"t\":\"post\",\"cid\":\"" + new UUID(1, 3) + "\",\"kind\":\"TEXT\",\"text\":\"hi\"}", SHOP);
        var second = Json.read(waiting.orTimeout(10, TimeUnit.SECONDS).join().body());
        assertThat(second.list("frames").getFirst().list("heads").getFirst().number("last")).isEqualTo(1);
        // What happens while nobody polls is in the next answer.
        http("POST", "/frames?dev=page",
                "{\"t\":\"post\",\"cid\":\"" + new UUID(1, 4) + "\",\"kind\":\"TEXT\",\"text\":\"ho\"}", SHOP);
        var third = Json.read(http("GET", "/poll?dev=page&mark=" + second.text("mark"), "", SHOP).body());
        assertThat(third.list("frames").getFirst().list("heads").getFirst().number("last")).isEqualTo(2);
        assertThat(server.counts().polls()).isZero();
        until(() -> host.listeners() == 0);
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

    @Test
    void aWrongTokenGetsNothingOverHttp() {
        for (var path : List.of("/poll?dev=d", "/frames?dev=d")) {
            var request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer nonsense");
            var response = sent(path.startsWith("/poll")
                    ? request.GET().build()
                    : request.POST(HttpRequest.BodyPublishers.ofString("{\"t\":\"ping\"}")).build());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Json.read(response.body()).text("code")).isEqualTo("TOKEN_UNKNOWN");
        }
        assertThat(http("GET", "/poll", "", SHOP).statusCode()).isEqualTo(400);
        assertThat(http("GET", "/else", "", SHOP).statusCode()).isEqualTo(404);
        assertThat(http("GET", "/health", "", SHOP).statusCode()).isEqualTo(204);
    }

    @Test
    void everythingIsThereAfterANodeIsKilled() {
        var said = new ArrayList<String>();
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            said.add(browser.post("one"));
            browser.await("ack");
            said.add(browser.post("two"));
            server.kill();
        }
        server = start(ChatLimits.usual());
        try (var browser = new Browser(server.port())) {
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            var talk = browser.await("welcome").list("heads").getFirst().text("conv");
            browser.post(said.get(1), "two");
            assertThat(browser.await("ack").number("seq")).isEqualTo(2);
            browser.send("{\"t\":\"pull\",\"conv\":\"" + talk + "\",\"after\":0}");
            var items = browser.await("items");
            while (!items.has("last")) {
                items = browser.await("items");
            }
            assertThat(items.list("items").stream().map(item -> item.text("cid"))).isEqualTo(said);
        }
    }

    @Test
    void saysGoodbye() {
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            server.close();
            assertThat(browser.await("bye").text("code")).isEqualTo("GOING");
            assertThat(browser.status()).isEqualTo(1001);
        }
    }

    private static void until(BooleanSupplier true1) {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!true1.getAsBoolean()) {
            if (System.nanoTime() - last > 0) {
                throw new AssertionError("It did not happen.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/chat/v1" + path);
    }

    private HttpRequest request(String method, String path, String body, String origin) {
        return HttpRequest.newBuilder(uri(path))
                .header("Origin", origin)
                .header("Authorization", "Bearer " + MemoryHost.token(ChatSide.CUSTOMER, 1, Browser.LONG_FROM_NOW))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                .build();
    }

    private HttpResponse<String> http(String method, String path, String body, String origin) {
        return sent(request(method, path, body, origin));
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        return Browser.HTTP.sendAsync(request, BodyHandlers.ofString()).orTimeout(10, TimeUnit.SECONDS).join();
    }
}

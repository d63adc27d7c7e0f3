package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waypost.chat.ChatSide;
import io.waypost.chat.HostFaults;
import io.waypost.chat.MemoryHost;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An edge that runs for each test, over a host in memory, and what is asked of it over HTTP. */
abstract class RunningEdge {

    static final String SHOP = "https://shop.example";

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    final MemoryHost host = new MemoryHost((milliseconds, task) -> {
        var _ = time.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
    }, HostFaults.none());
    volatile Instant now = Instant.ofEpochSecond(1_000);
    ChatServer server = start(ChatLimits.usual());

    ChatServer start(ChatLimits limits) {
        return ChatServer.start(host,
                new ChatSettings("127.0.0.1", 0, 1, SHOP::equals, "127.0.0.1"::equals, () -> now, limits));
    }

    void restart(ChatLimits limits) {
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

    static void until(BooleanSupplier fact) {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - last > 0) {
                throw new AssertionError("It did not happen.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/chat/v1" + path);
    }

    HttpRequest request(String method, String path, String body, String origin) {
        return HttpRequest.newBuilder(uri(path))
                .header("Origin", origin)
                .header("Authorization", "Bearer " + MemoryHost.token(ChatSide.CUSTOMER, 1, Browser.LONG_FROM_NOW))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                .build();
    }

    HttpResponse<String> http(String method, String path, String body, String origin) {
        return sent(request(method, path, body, origin));
    }

    static HttpResponse<String> sent(HttpRequest request) {
        return Browser.HTTP.sendAsync(request, BodyHandlers.ofString()).orTimeout(10, TimeUnit.SECONDS).join();
    }
}

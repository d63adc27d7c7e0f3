package io.waypost.chat.edge;

import io.waypost.chat.ChatSide;
import io.waypost.chat.MemoryHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real socket of a test. */
final class Browser implements WebSocket.Listener, AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final long LONG_FROM_NOW = 4_000_000_000L;

    private final List<Json> kept = new ArrayList<>();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final boolean reads;

    Browser(int port) {
        this(port, true);
    }

    Browser(int port, boolean reads) {
        this.reads = reads;
        socket = HTTP.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + port + "/chat/v1"), this).join();
    }

    /** One that has said hello and was welcomed. */
    static Browser welcomed(int port, ChatSide side, int person, String device) {
        var browser = new Browser(port);
        browser.hello(side, person, device);
        browser.await("welcome");
        return browser;
    }

    void hello(ChatSide side, int person, String device) {
        send("{\"t\":\"hello\",\"v\":1,\"token\":\"" + MemoryHost.token(side, person, LONG_FROM_NOW) + "\",\"dev\":\""
                + device + "\"}");
    }

    String post(String text) {
        var cid = UUID.randomUUID().toString();
        post(cid, text);
        return cid;
    }

    void post(String cid, String text) {
        send("{\"t\":\"post\",\"cid\":\"" + cid + "\",\"kind\":\"TEXT\",\"text\":\"" + text + "\"}");
    }

    /** Says something before hello; whether it still arrives does not matter. */
    void ping() {
        var _ = socket.sendText("{\"t\":\"ping\"}", true);
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The next frame of this type; others are kept for later. */
    Json await(String type) {
        for (var frame : kept) {
            if (frame.text("t").equals(type)) {
                kept.remove(frame);
                return frame;
            }
        }
        try {
            while (true) {
                var text = frames.poll(10, TimeUnit.SECONDS);
                if (text == null) {
                    throw new AssertionError("No '" + type + "' came.");
                }
                var frame = Json.read(text);
                if (frame.text("t").equals(type)) {
                    return frame;
                }
                kept.add(frame);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    int status() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
        part.append(text);
        if (isLast) {
            frames.add(part.toString());
            part.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

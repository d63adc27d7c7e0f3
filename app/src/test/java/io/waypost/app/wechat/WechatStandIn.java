package io.waypost.app.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat on this machine: gives out tokens of which only the newest is good, takes messages of customer service, holds pictures, and says
 * no by script: one number for each call, then as usual. What it does not know it answers with 404.
 */
final class WechatStandIn implements AutoCloseable {

    static final String APP_ID = "wx0123456789abcdef";
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger tokens = new AtomicInteger();
    private final ConcurrentLinkedDeque<Integer> script = new ConcurrentLinkedDeque<>();
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> media = new ConcurrentHashMap<>();
    private volatile String good = "";
    private volatile boolean mute;

    /** A message that was taken. */
    record Message(String to, String kind, String text) {}

    WechatStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    /** What the next sendings are answered with; 0 takes it, -500 takes it and closes the connection without a word. */
    void script(Integer... codes) {
        script.clear();
        script.addAll(List.of(codes));
    }

    List<Message> sent() {
        return List.copyOf(sent);
    }

    int tokensGiven() {
        return tokens.get();
    }

    /** The token that was given out last is no longer good. */
    void forgetToken() {
        good = "forgotten";
    }

    /** Asked for a token it says that it is busy. */
    void givesNoToken(boolean really) {
        mute = really;
    }

    void hold(String mediaId, byte[] bytes) {
        media.put(mediaId, bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var query = String.valueOf(exchange.getRequestURI().getRawQuery());
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/cgi-bin/stable_token")) {
                token(exchange, json.readTree(body));
            } else if (!query.contains("access_token=" + good)) {
                answer(exchange, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
            } else {
                switch (path) {
                    case "/cgi-bin/message/custom/send" -> take(exchange, json.readTree(body));
                    case "/cgi-bin/media/upload" -> {
                        var id = "up" + media.size();
                        media.put(id, body);
                        answer(exchange, "{\"type\":\"image\",\"media_id\":\"%s\"}".formatted(id));
                    }
                    case "/cgi-bin/media/get" -> picture(exchange, query.replaceAll(".*media_id=", ""));
                    default -> exchange.sendResponseHeaders(404, -1);
                }
            }
        }
    }

    private void token(HttpExchange exchange, JsonNode asked) throws IOException {
        if (mute) {
            answer(exchange, "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        } else if (!asked.path("appid").asString().equals(APP_ID)) {
            answer(exchange, "{\"errcode\":40013,\"errmsg\":\"invalid appid\"}");
        } else if (!asked.path("secret").asString().equals(SECRET)) {
            answer(exchange, "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}");
        } else {
            good = "token" + tokens.incrementAndGet();
            answer(exchange, "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(good));
        }
    }

    private void take(HttpExchange exchange, JsonNode message) throws IOException {
        var code = script.poll();
        if (code != null && code != 0 && code != -500) {
            answer(exchange, "{\"errcode\":%d,\"errmsg\":\"scripted\"}".formatted(code));
            return;
        }
        var kind = message.path("msgtype").asString();
        sent.add(new Message(message.path("touser").asString(), kind, kind.equals("text")
                ? message.path("text").path("content").asString()
                : message.path("image").path("media_id").asString()));
        if (code == null || code == 0) {
            answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        }
    }

    private void picture(HttpExchange exchange, String id) throws IOException {
        var bytes = media.get(id);
        if (bytes == null) {
            answer(exchange, "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Content-Type", "application/json; encoding=utf-8");
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
    }
}

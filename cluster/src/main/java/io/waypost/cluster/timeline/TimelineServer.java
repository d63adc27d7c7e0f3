package io.waypost.cluster.timeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waypost.cluster.text.Json;
import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /timelines/WAYBILL} and {@code GET /health}. Parcels of partitions that are kept elsewhere are answered with 421, so
 * that nobody takes them for parcels without scans.
 */
public final class TimelineServer implements AutoCloseable {

    private static final String TIMELINES = "/timelines/";
    private static final String BEARER = "Bearer ";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int ELSEWHERE = 421;
    private static final int DISK_FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private final TimelineFollower follower;
    private final byte @Nullable [] token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Answer(int status, String json) {

        static Answer problem(int status, String detail) {
            return new Answer(status, new Json().text("detail", detail).end());
        }
    }

    /**
     * Begins to answer.
     *
     * @param token what callers have to show; null lets everybody in who reaches the address, which must be this machine's own then
     */
    public TimelineServer(TimelineFollower follower, InetSocketAddress address, @Nullable String token)
            throws IOException {
        if (token == null && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Without a token only this machine may ask, not %s.".formatted(address));
        }
        this.follower = follower;
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            byte[] body = answer.json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getRawPath();
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.problem(METHOD_NOT_ALLOWED, "Only GET is answered here.");
        }
        if (!mayAsk(exchange)) {
            return Answer.problem(UNAUTHORIZED, "The token is missing or wrong.");
        }
        if (path.equals("/health")) {
            return health();
        }
        return path.startsWith(TIMELINES)
                ? timeline(path.substring(TIMELINES.length()))
                : Answer.problem(NOT_FOUND, "There are /timelines/WAYBILL and /health.");
    }

    private boolean mayAsk(HttpExchange exchange) {
        if (token == null) {
            return true;
        }
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null && shown.startsWith(BEARER)
                && MessageDigest.isEqual(shown.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), token);
    }

    private Answer timeline(String encoded) {
        String waybill;
        long key;
        try {
            waybill = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            key = WaybillKey.of(waybill);
        } catch (IllegalArgumentException e) {
            return Answer.problem(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (!follower.keeps(key)) {
            return Answer.problem(ELSEWHERE, "Timelines of %s are kept by another server.".formatted(waybill));
        }
        try {
            return new Answer(OK, TimelineJson.of(waybill, key, follower));
        } catch (IOException e) {
            return Answer.problem(DISK_FAILED, "The timelines cannot be read: " + e);
        }
    }

    private Answer health() {
        var partitions = follower.progress().stream()
                .map(each -> new Json().number("partition", each.partition()).number("read", each.read())
                        .number("onDisk", each.onDisk()).number("inMemory", each.inMemory()).end())
                .collect(Collectors.joining(",", "[", "]"));
        var json = new Json().text("trouble", follower.trouble()).raw("partitions", partitions).end();
        return new Answer(follower.follows() ? OK : UNAVAILABLE, json);
    }
}

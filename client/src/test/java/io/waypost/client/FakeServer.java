package io.waypost.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A server of the intake and of canned answers, in the test's own process. */
public final class FakeServer implements AutoCloseable {

    /** A request as it came. */
    public record Seen(String method, String path, String authorization, String contentType, String body) {}

    private record Canned(int status, String retryAfter, String body) {}

    private final HttpServer server;

    private final List<Seen> seen = new ArrayList<>();

    private final Deque<Canned> canned = new ArrayDeque<>();

    private final Set<String> lines = new HashSet<>();

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next request gets this answer instead of the usual one. */
    public synchronized void answerNext(int status, String retryAfter, String body) {
        canned.add(new Canned(status, retryAfter, body));
    }

    public synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            String body;
            try (InputStream in = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")), body));
            Canned answer = canned.isEmpty() ? new Canned(200, "", take(body)) : canned.remove();
            if (!answer.retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter);
            }
            byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Takes each line once; one without a waybill is refused. */
    private String take(String body) {
        int accepted = 0;
        int duplicates = 0;
        List<String> rejected = new ArrayList<>();
        String[] all = body.split("\n", -1);
        for (int i = 0; i < all.length - 1; i++) {
            if (!all[i].contains("\"waybill\"")) {
                rejected.add("{\"line\":%d,\"field\":\"waybill\",\"code\":\"MISSING\",\"message\":\"no waybill\"}"
                        .formatted(i + 1));
            } else if (lines.add(all[i])) {
                accepted++;
            } else {
                duplicates++;
            }
        }
        return "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[%s],\"more\":1}".formatted(accepted, duplicates,
                String.join(",", rejected));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.waypost.simulator.drive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** As much of a platform as the driver needs, in the test's own process; its clock runs on with every look at it. */
final class FakePlatform implements AutoCloseable {

    private static final Pattern ADVANCE = Pattern.compile("\"advanceTo\":\"([^\"]+)\"");

    private final HttpServer server;

    private final List<String> calls = new ArrayList<>();

    private final List<String> scans = new ArrayList<>();

    private final List<String> imports = new ArrayList<>();

    private final List<String> answers = new ArrayList<>();

    private final List<String> steps = new ArrayList<>();

    private Instant now = Instant.parse("2026-03-01T16:00:00Z");

    private boolean running;

    private boolean network;

    private String tickets = "";

    private String appeals = "";

    FakePlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    synchronized Instant now() {
        return now;
    }

    synchronized List<String> scans() {
        return List.copyOf(scans);
    }

    synchronized List<String> imports() {
        return List.copyOf(imports);
    }

    synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** From now on this is the list of dispatched tickets. */
    synchronized void dispatch(String json) {
        tickets = json;
    }

    /** From now on this is the list of appeals. */
    synchronized void appeal(String json) {
        appeals = json;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            String body;
            try (InputStream in = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String call = exchange.getRequestMethod()
                    + exchange.getRequestURI().toString().substring("/api/v1".length());
            calls.add(call);
            byte[] answer = answer(call, body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(String call, String body) {
        return switch (call.replaceAll("[?].*", "")) {
            case "GET/system" -> {
                now = now.plus(Duration.ofMinutes(running ? 10 : 0));
                yield "{\"name\":\"Waypost\",\"version\":\"1\",\"mode\":\"DEMO\",\"setupRequired\":false,\"now\":\"%s\",\"speed\":60}"
                        .formatted(now);
            }
            case "GET/network/units/R01" -> network ? "{}" : "";
            case "POST/network/import", "POST/people/import", "POST/devices/import" -> {
                network = true;
                imports.add(body);
                yield "{\"dryRun\":false,\"rows\":%d,\"created\":1,\"updated\":0,\"unchanged\":0,\"errors\":[]}"
                        .formatted(body.lines().count());
            }
            case "PUT/demo/clock" -> {
                Matcher advance = ADVANCE.matcher(body);
                now = advance.find() ? Instant.parse(advance.group(1)) : now;
                running = body.contains("speed") ? !body.contains("\"speed\":0.0") : running;
                yield "{\"now\":\"%s\",\"speed\":1}".formatted(now);
            }
            case "POST/scans" -> {
                body.lines().forEach(scans::add);
                yield "{\"accepted\":%d,\"duplicates\":0,\"rejected\":[]}".formatted(body.lines().count());
            }
            case "GET/appeals" ->
                "{\"items\":[%s],\"nextCursor\":null}".formatted(appeals);
            case "GET/tickets" ->
                "{\"items\":[%s],\"nextCursor\":null}".formatted(call.contains("phase=UNIT") ? tickets : "");
            default -> {
                if (call.startsWith("POST/tickets") || call.startsWith("POST/appeals")) {
                    steps.add(call + body);
                }
                if (call.contains("/answer") || call.contains("/close")) {
                    answers.add(call + body);
                }
                yield "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

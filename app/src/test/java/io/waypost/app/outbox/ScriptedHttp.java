package io.waypost.app.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A provider or a partner on this machine: answers by script, one answer a request, and by its usual answer at the end of it. */
final class ScriptedHttp implements AutoCloseable {

    private final HttpServer server;
    private final Function<Call, Answer> usual;
    private final ConcurrentLinkedDeque<Answer> script = new ConcurrentLinkedDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    ScriptedHttp(Function<Call, Answer> usual) {
        this.usual = usual;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** A request that came; the names of headers are in lower case. */
    record Call(String path, Map<String, String> headers, String body) {}

    /** What is answered; 0 closes the connection without a word, -1 says nothing until the end. */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    void script(Answer... answers) {
        script.clear();
        script.addAll(List.of(answers));
        calls.clear();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders().entrySet().stream().collect(Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT), entry -> entry.getValue().getFirst()));
            var call = new Call(exchange.getRequestURI().toString(), headers, body);
            calls.add(call);
            var scripted = script.poll();
            var answer = scripted == null ? usual.apply(call) : scripted;
            if (answer.status() < 0) {
                released.await();
            }
            if (answer.status() <= 0) {
                return;
            }
            answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

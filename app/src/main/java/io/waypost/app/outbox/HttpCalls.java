package io.waypost.app.outbox;

import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Result;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Calls to a provider, some at once, and what their failures mean for a message. Thread-safe. */
final class HttpCalls {

    private static final int AT_ONCE = 16;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final Semaphore free = new Semaphore(AT_ONCE);

    HttpCalls(Duration connectTimeout) {
        this.client = HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Sends one request for each message; the answer to a request that got one is read by {@code reader}. */
    List<Result> all(List<Letter> letters, Function<Letter, HttpRequest> request,
            Function<String, Result> reader) {
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = letters.stream().map(letter -> threads.submit(() -> one(request.apply(letter), reader)))
                    .toList();
            futures.forEach(future -> results.add(get(future)));
        }
        return results;
    }

    private static Result get(Future<Result> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            return new Unknown("GATEWAY_FAILED");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unknown("INTERRUPTED");
        }
    }

    private Result one(HttpRequest request, Function<String, Result> reader) throws InterruptedException {
        free.acquire();
        try {
            return read(client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8),
                    LONGEST_ANSWER)), reader);
        } catch (HttpConnectTimeoutException | ConnectException unreached) {
            return new Retryable("NOT_REACHED", Duration.ZERO);
        } catch (HttpTimeoutException noAnswer) {
            return new Unknown("TIMEOUT");
        } catch (IOException lost) {
            return lost.getCause() instanceof UnresolvedAddressException
                    ? new Retryable("NOT_REACHED", Duration.ZERO)
                    : new Unknown("CONNECTION_LOST");
        } finally {
            free.release();
        }
    }

    /** What a status means: refused before anything was done, refused for good, or nobody knows. */
    private static Result read(HttpResponse<String> response, Function<String, Result> reader) {
        int status = response.statusCode();
        if (status == 200) {
            return reader.apply(response.body());
        }
        var code = "HTTP_" + status;
        return switch (status) {
            case 429, 503 -> new Retryable(code, retryAfter(response));
            // Our key or our address is not accepted: the message itself may be well.
            case 401, 403, 404 -> new Retryable(code, Duration.ofMinutes(1));
            default -> status >= 400 && status < 500 ? new Rejected(code) : new Unknown(code);
        };
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers().firstValue("retry-after").filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(Duration.ofSeconds(30));
    }
}

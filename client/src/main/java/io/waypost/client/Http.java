package io.waypost.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests with a key, retries, and refusals as {@link ApiException}. Safe for threads. */
final class Http implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .build();

    private final URI base;

    private final String key;

    private final RetryPolicy retries;

    private final JsonMapper json;

    Http(URI server, String key, RetryPolicy retries, JsonMapper json) {
        this.base = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1/");
        this.key = key;
        this.retries = retries;
        this.json = json;
    }

    /** A body with its type; gzip where it pays. */
    static final class Body {

        private final byte[] bytes;

        private final String type;

        private final boolean zipped;

        Body(byte[] bytes, String type) {
            this(bytes, type, false);
        }

        private Body(byte[] bytes, String type, boolean zipped) {
            this.bytes = bytes;
            this.type = type;
            this.zipped = zipped;
        }

        static Body gzip(byte[] plain, String type) {
            try (ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 6 + 64)) {
                try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                    zip.write(plain);
                }
                return new Body(out.toByteArray(), type, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Which failures may be tried again. */
    enum Repeat {
        /** The call is idempotent: any failure. */
        ALWAYS,
        /** The call may have happened: only where the server says that it did not. */
        WHEN_REFUSED
    }

    byte[] call(String method, String path, @Nullable Body body, Repeat repeat) {
        HttpRequest request = request(method, path, body);
        for (int attempt = 1;; attempt++) {
            Optional<String> retryAfter = Optional.empty();
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() < 300) {
                    return response.body();
                }
                if (!repeatable(response.statusCode(), repeat) || attempt >= retries.attempts()) {
                    throw refusal(method, path, response);
                }
                retryAfter = response.headers().firstValue("Retry-After");
            } catch (IOException e) {
                if (attempt >= retries.attempts()
                        || (repeat == Repeat.WHEN_REFUSED && !(e instanceof ConnectException))) {
                    throw new ServerUnreachable("No answer from %s in %d tries: %s".formatted(request.uri(), attempt,
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(request, e);
            }
            pause(request, retries.waitAfter(attempt, retryAfter, Instant.now()));
        }
    }

    private HttpRequest request(String method, String path, @Nullable Body body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER)
                .header("Authorization", "Bearer " + key).header("Accept", "application/json");
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        request.header("Content-Type", body.type);
        if (body.zipped) {
            request.header("Content-Encoding", "gzip");
        }
        return request.method(method, BodyPublishers.ofByteArray(body.bytes)).build();
    }

    private static boolean repeatable(int status, Repeat repeat) {
        return status == 429 || status == 503 || (status >= 500 && repeat == Repeat.ALWAYS);
    }

    private ApiException refusal(String method, String path, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String code = "";
        String detail = "";
        try {
            JsonNode problem = json.readTree(response.body());
            code = problem.path("code").asString("");
            detail = problem.path("detail").asString(problem.path("title").asString(""));
        } catch (JacksonException _) {
            detail = "the answer is no problem document";
        }
        return new ApiException(status, code,
                "%s %s was refused: %d %s %s".formatted(method, base.resolve(path), status, code,
                        detail).strip());
    }

    private static void pause(HttpRequest request, Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private static ServerUnreachable interrupted(HttpRequest request, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerUnreachable("Interrupted while waiting for " + request.uri(), e);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}

package io.waypost.app.testing;

import io.waypost.app.identity.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.core.env.Environment;

/** A browser over a real connection, for what only the web server itself does: cookies' attributes, lengths, streams. */
public final class Wire implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;

    public Wire(Environment environment) {
        this.origin = "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    /** Signs the person in; gives the answer back. */
    public HttpResponse<String> signIn(PersonRef person, String... headers) {
        send(request("/api/v1/session").GET());
        var request = request("/api/v1/session").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(person.name(),
                        Organisation.PASSWORD)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** A request with the CSRF token that the platform gave. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(30));
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failure) {
            throw new UncheckedIOException("The request failed.", failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("The request was interrupted.", interrupted);
        }
    }

    /** Breaks off whatever is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}

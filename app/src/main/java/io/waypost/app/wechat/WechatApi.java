package io.waypost.app.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's interface, as much of it as customer service needs. Addresses hold tokens: they are never logged. Thread-safe. */
@Component
class WechatApi {

    private static final int LARGEST = 20_000_000;

    private final WechatSettings settings;
    private final JsonMapper json;
    private final HttpClient client;

    WechatApi(WechatSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    }

    /** WeChat said no, by its number. */
    static final class No extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final int code;

        No(int code, String words) {
            super("%d %s".formatted(code, words));
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** WeChat was not reached, or answered nothing that can be read. */
    static final class Away extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final boolean sent;

        Away(boolean sent, String code) {
            super(code);
            this.sent = sent;
        }

        /** Whether it may have been heard all the same. */
        boolean perhapsHeard() {
            return sent;
        }
    }

    /** A new token, and how many seconds it lives. */
    record Fetched(String token, int seconds) {

        @Override
        public String toString() {
            return "Fetched[%d s]".formatted(seconds);
        }
    }

    /** Fetches the token; with {@code anew} the one before is no longer good afterwards. */
    Fetched token(String appId, String secret, boolean anew) throws No, Away {
        var answer = post("/cgi-bin/stable_token", Map.of("grant_type", "client_credential", "appid", appId, "secret",
                secret, "force_refresh", anew));
        var token = answer.path("access_token").asString("");
        int seconds = answer.path("expires_in").asInt(0);
        if (token.isEmpty() || seconds <= 0) {
            throw new Away(false, "UNREADABLE");
        }
        return new Fetched(token, seconds);
    }

    /** Sends a message of customer service. */
    void send(String token, Map<String, ?> message) throws No, Away {
        post("/cgi-bin/message/custom/send?access_token=" + escaped(token), message);
    }

    /** Uploads a picture; its media id, good for three days. */
    String upload(String token, String name, byte[] jpeg) throws No, Away {
        var boundary = "waypost" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="media"; filename="%s"\r
                Content-Type: image/jpeg\r
                \r
                """.formatted(boundary, name.replaceAll("[^A-Za-z0-9._-]", "_")).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(jpeg);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        var request = request("/cgi-bin/media/upload?type=image&access_token=" + escaped(token))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build();
        return read(call(request).body()).path("media_id").asString("");
    }

    /** The bytes of a picture or a sound that a customer sent. */
    byte[] media(String token, String mediaId) throws No, Away {
        var response = call(request(
                "/cgi-bin/media/get?access_token=" + escaped(token) + "&media_id=" + escaped(mediaId)).GET().build());
        var type = response.headers().firstValue("content-type").orElse("");
        if (type.startsWith("application/json") || type.startsWith("text/plain")) {
            read(response.body());
            throw new Away(false, "UNREADABLE");
        }
        return response.body();
    }

    private JsonNode post(String path, Map<String, ?> body) throws No, Away {
        return read(call(request(path).header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.api() + path)).timeout(settings.timeout());
    }

    private HttpResponse<byte[]> call(HttpRequest request) throws Away {
        try {
            var response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (response.statusCode() != 200) {
                throw new Away(response.statusCode() >= 500, "HTTP_" + response.statusCode());
            }
            return response;
        } catch (HttpConnectTimeoutException | ConnectException unreached) {
            throw new Away(false, "NOT_REACHED");
        } catch (IOException lost) {
            throw new Away(!(lost.getCause() instanceof UnresolvedAddressException), "CONNECTION_LOST");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Away(true, "INTERRUPTED");
        }
    }

    private JsonNode read(byte[] answer) throws No, Away {
        try {
            var node = json.readTree(answer);
            int code = node.path("errcode").asInt(0);
            if (code != 0) {
                throw new No(code, node.path("errmsg").asString(""));
            }
            return node;
        } catch (JacksonException unreadable) {
            throw new Away(true, "UNREADABLE");
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

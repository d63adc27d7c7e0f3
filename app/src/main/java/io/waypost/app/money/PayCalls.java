package io.waypost.app.money;

import io.waypost.app.kernel.TimedSignature;
import java.io.IOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** Signed calls of one platform; an answer that the platform did not sign just now is none. Thread-safe. */
final class PayCalls {

    private static final String SCHEME = "PAY-SHA256-RSA2048";
    private static final int LONGEST_ANSWER = 64 << 20;
    private static final byte[] NOTHING = {};

    private final MoneySettings.Platform platform;
    private final PrivateKey ownKey;
    private final PublicKey platformKey;
    private final Clock wall;
    private final HttpClient client;
    private final SecureRandom random = new SecureRandom();

    PayCalls(MoneySettings.Platform platform, PublicKey platformKey, Clock wall) {
        this.platform = platform;
        this.ownKey = PayKeys.privateKey(platform.privateKey());
        this.platformKey = platformKey;
        this.wall = wall;
        this.client = HttpClient.newBuilder().connectTimeout(platform.timeout())
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
        requirePrivacy(platform.endpoint());
    }

    /** An answer that the platform signed. */
    record Answer(int status, String body) {}

    /** Nothing came back that can be believed. */
    static final class Away extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean heard;
        private final String code;

        Away(boolean heard, String code) {
            super(code);
            this.heard = heard;
            this.code = code;
        }

        /** Whether the platform may have heard us all the same. */
        boolean perhapsHeard() {
            return heard;
        }

        String code() {
            return code;
        }
    }

    Answer post(String path, byte[] body) throws Away {
        return call("POST", path, body);
    }

    Answer get(String path) throws Away {
        return call("GET", path, NOTHING);
    }

    private Answer call(String method, String path, byte[] body) throws Away {
        var at = URI.create(platform.endpoint().toString().replaceAll("/+$", "") + path);
        long timestamp = wall.instant().getEpochSecond();
        var nonce = nonce();
        var signature = PaySignature.ofRequest(ownKey, method, at.getRawPath(), timestamp, nonce, body);
        var request = HttpRequest.newBuilder(at).timeout(platform.timeout()).header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization",
                        "%s merchant=\"%s\",nonce=\"%s\",timestamp=\"%d\",serial=\"%s\",signature=\"%s\"".formatted(
                                SCHEME, platform.merchant(), nonce, timestamp, platform.serial(), signature))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)).build();
        return verified(send(request));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws Away {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        } catch (HttpConnectTimeoutException | ConnectException unreached) {
            throw new Away(false, "NOT_REACHED");
        } catch (HttpTimeoutException late) {
            throw new Away(true, "TIMEOUT");
        } catch (IOException lost) {
            boolean unnamed = lost.getCause() instanceof UnresolvedAddressException;
            throw new Away(!unnamed, unnamed ? "NOT_REACHED" : "CONNECTION_LOST");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Away(true, "INTERRUPTED");
        }
    }

    private Answer verified(HttpResponse<byte[]> response) throws Away {
        var headers = response.headers();
        var timestamp = headers.firstValue(PayHeaders.TIMESTAMP).orElse("");
        boolean theirs = headers.firstValue(PayHeaders.SERIAL).orElse("").equals(platform.platformSerial())
                && TimedSignature.near(timestamp, wall.instant(), PlatformKeys.TOLERANCE)
                && PaySignature.holds(platformKey, timestamp, headers.firstValue(PayHeaders.NONCE).orElse(""),
                        response.body(), headers.firstValue(PayHeaders.SIGNATURE).orElse(null));
        if (!theirs) {
            throw new Away(true, "NOT_SIGNED_%d".formatted(response.statusCode()));
        }
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void requirePrivacy(URI endpoint) {
        if (!"https".equals(endpoint.getScheme()) && !isThisMachine(endpoint)) {
            throw new IllegalStateException("The payment platform at %s is not called without HTTPS."
                    .formatted(endpoint.getHost()));
        }
    }

    private static boolean isThisMachine(URI endpoint) {
        try {
            return endpoint.getHost() != null && InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}

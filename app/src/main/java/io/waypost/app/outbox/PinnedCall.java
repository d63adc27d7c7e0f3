package io.waypost.app.outbox;

import io.waypost.core.outbox.PublicAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that somebody outside named. The name is looked up once, every address it has must be a public one, and the
 * connection goes to the address that was checked: a name that changes its mind between check and call leads nowhere. Redirects are not
 * followed. The whole call has one time limit, however slowly the other side drips.
 */
final class PinnedCall {

    private static final int LONGEST_HEAD = 16 * 1024;

    private final Resolver resolver;
    private final Duration timeout;
    private final boolean allowLoopback;

    PinnedCall(Resolver resolver, Duration timeout, boolean allowLoopback) {
        this.resolver = resolver;
        this.timeout = timeout;
        this.allowLoopback = allowLoopback;
    }

    /** Looks names up; the platform's own is {@code InetAddress::getAllByName}. */
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The answer; the body is of no interest and is not read. */
    record Answer(int status, Map<String, String> headers) {}

    /** The address must not be called, now or ever. */
    static final class Forbidden extends Exception {

        private final String code;

        Forbidden(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Nothing was sent. */
    static final class NotReached extends Exception {

        NotReached(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Calls the address.
     *
     * @throws Forbidden if it is none that may be called
     * @throws NotReached if no connection came about
     * @throws IOException if the connection broke or took too long, with the request perhaps taken
     */
    Answer post(URI address, Map<String, String> headers, String body) throws Forbidden, NotReached, IOException {
        boolean secure = checkedScheme(address);
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        var pinned = pin(address);
        long end = System.nanoTime() + timeout.toNanos();
        try (var socket = connect(address.getHost(), pinned, port, secure)) {
            socket.getOutputStream().write(request(address, headers, body));
            socket.getOutputStream().flush();
            return read(socket, end);
        }
    }

    private boolean checkedScheme(URI address) throws Forbidden {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getRawUserInfo() != null
                || !(scheme.equals("https") || (allowLoopback && scheme.equals("http")))) {
            throw new Forbidden("ADDRESS_NOT_HTTPS");
        }
        int port = address.getPort();
        if (port == 0 || (port > 0 && port < 1024 && port != 443 && port != 80)) {
            throw new Forbidden("PORT_FORBIDDEN");
        }
        return scheme.equals("https");
    }

    private InetAddress pin(URI address) throws Forbidden, NotReached {
        InetAddress[] found;
        try {
            found = resolver.resolve(address.getHost().replaceAll("^\\[|]$", ""));
        } catch (UnknownHostException unknown) {
            throw new NotReached("UNKNOWN_HOST");
        }
        Predicate<InetAddress> allowed = each -> PublicAddress.isPublic(each.getAddress())
                || (allowLoopback && each.isLoopbackAddress());
        // One private address among several would let a partner choose by chance.
        if (found.length == 0 || !Arrays.stream(found).allMatch(allowed)) {
            throw new Forbidden("ADDRESS_NOT_PUBLIC");
        }
        return found[0];
    }

    private Socket connect(String host, InetAddress pinned, int port, boolean secure) throws NotReached {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(pinned, port), (int) timeout.toMillis() / 2);
            socket.setSoTimeout((int) timeout.toMillis());
            return secure ? secured(socket, host, port) : socket;
        } catch (IOException unreached) {
            try {
                socket.close();
            } catch (IOException ignored) {
                unreached.addSuppressed(ignored);
            }
            throw new NotReached(unreached instanceof javax.net.ssl.SSLException ? "TLS_FAILED" : "NOT_REACHED");
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.matches("[0-9.]+|\\[.*")) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI address, Map<String, String> headers, String body) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var all = new LinkedHashMap<String, String>();
        all.put("host", address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort());
        all.put("content-type", "application/json");
        all.put("content-length", String.valueOf(bytes.length));
        all.put("user-agent", "Waypost");
        all.put("connection", "close");
        all.putAll(headers);
        var head = new StringBuilder("POST ").append(target).append(" HTTP/1.1\r\n");
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var request = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, request, start.length, bytes.length);
        return request;
    }

    private static Answer read(Socket socket, long end) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream(), 2048);
        int[] left = {LONGEST_HEAD};
        var first = line(socket, in, end, left);
        // Such answers as 100 and 103 come before the real one.
        while (first.matches("HTTP/1\\.[01] 1[0-9][0-9].*")) {
            headers(socket, in, end, left);
            first = line(socket, in, end, left);
        }
        if (!first.matches("HTTP/1\\.[01] [2-5][0-9][0-9].*")) {
            throw new IOException("The answer does not begin as one of HTTP does.");
        }
        return new Answer(Integer.parseInt(first.substring(9, 12)), headers(socket, in, end, left));
    }

    private static Map<String, String> headers(Socket socket, InputStream in, long end, int[] left)
            throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(socket, in, end, left); !line.isEmpty(); line = line(socket, in, end, left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1)
                        .strip());
            }
        }
        return headers;
    }

    private static String line(Socket socket, InputStream in, long end, int[] left) throws IOException {
        var line = new StringBuilder();
        while (true) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new SocketTimeoutException("The answer took too long.");
            }
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, millis));
            int read = in.read();
            if (read < 0) {
                throw new IOException("The answer ended too soon.");
            }
            if (--left[0] < 0) {
                throw new IOException("The head of the answer is too long.");
            }
            if (read == '\n') {
                return line.toString().strip();
            }
            line.append((char) read);
        }
    }
}

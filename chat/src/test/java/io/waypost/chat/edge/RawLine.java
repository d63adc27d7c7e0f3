package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** One connection as bytes, so that it can be cut anywhere. Many may write; one reads. */
final class RawLine {

    /** Longer than a node that lives says nothing: a connection that came while its node died may be answered by nobody. */
    private static final int PATIENCE_MILLISECONDS = 5_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawLine(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLISECONDS);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Writes the first of these bytes and no more of them: the line is cut in their middle. */
    synchronized void writePart(byte[] bytes, int many, boolean isReset) throws IOException {
        out.write(Arrays.copyOf(bytes, many));
        cut(isReset);
    }

    int read() throws IOException {
        int one = in.read();
        if (one < 0) {
            throw new EOFException();
        }
        return one;
    }

    byte[] read(int many) throws IOException {
        var bytes = in.readNBytes(many);
        if (bytes.length < many) {
            throw new EOFException();
        }
        return bytes;
    }

    /** A line of HTTP, without its end. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int one = read(); one != '\n'; one = read()) {
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    void ask(String method, String path, String token, String body) throws IOException {
        write(request(method, path, token, body));
    }

    static byte[] request(String method, String path, String token, String body) {
        return "%s /chat/v1%s HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, token, body.getBytes(UTF_8).length, body).getBytes(UTF_8);
    }

    /** Reads the head of an answer; how long its body is, or -1 where it comes in chunks. */
    int head(int status) throws IOException {
        var first = line();
        int length = -1;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        if (!first.startsWith("HTTP/1.1 " + status)) {
            throw new IOException(first);
        }
        return length;
    }

    /** The body of the answer to what was asked. */
    String answer() throws IOException {
        return new String(read(head(200)), UTF_8);
    }

    /** The next part of an answer that has no end. */
    String chunk() throws IOException {
        var chunk = read(Integer.parseInt(line(), 16));
        line();
        if (chunk.length == 0) {
            throw new EOFException();
        }
        return new String(chunk, ISO_8859_1);
    }

    /** With a reset the other end loses what it has not read yet. */
    void cut(boolean isReset) {
        try {
            if (isReset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException gone) {
            // So it is cut.
        }
    }
}

package io.waypost.app.partner;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body was read to be judged, and can be read again. */
final class KeptBody extends HttpServletRequestWrapper {

    private final byte[] body;

    private KeptBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Reads the body; empty where it has more bytes than that. */
    static Optional<KeptBody> of(HttpServletRequest request, long longest) throws IOException {
        int most = (int) Math.min(longest, Integer.MAX_VALUE - 16);
        var body = request.getInputStream().readNBytes(most + 1);
        return body.length > most ? Optional.empty() : Optional.of(new KeptBody(request, body));
    }

    byte[] bytes() {
        return body.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A kept body is read at once.");
        }
    }
}

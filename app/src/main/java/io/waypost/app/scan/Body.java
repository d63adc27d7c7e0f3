package io.waypost.app.scan;

import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the body of a call with an end to everything: bytes sent, bytes unpacked, lines. */
@Component
class Body {

    /** The most lines of one call. */
    static final int MOST_LINES = 10_000;

    /** The most bytes of one call, after unpacking: a small body that unpacks to more is a bomb. */
    static final int MOST_BYTES = 16 << 20;

    private final JsonLines lines;

    Body(JsonLines lines) {
        this.lines = lines;
    }

    /** The lines of the request. */
    List<Line> lines(HttpServletRequest request) throws IOException {
        var read = lines.read(bytes(request), MOST_LINES);
        if (read.size() > MOST_LINES) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_MANY_LINES",
                    "A call may have at most %d lines; nothing was taken.".formatted(MOST_LINES));
        }
        return read;
    }

    /** The body as it comes in, unpacked; the reader sees to it that it has an end. */
    InputStream stream(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || !encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            return request.getInputStream();
        }
        try {
            return new GZIPInputStream(request.getInputStream(), 1 << 16);
        } catch (ZipException | EOFException _) {
            throw notGzip();
        }
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        try (var stream = stream(request)) {
            var bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                        "A call may have at most %d bytes unpacked; nothing was taken.".formatted(MOST_BYTES));
            }
            return bytes;
        } catch (ZipException | EOFException _) {
            throw notGzip();
        }
    }

    static Refusal notGzip() {
        return Refusal.of(HttpStatus.BAD_REQUEST, "NOT_GZIP", "The body says that it is gzip and is not.");
    }
}

package io.waypost.app.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail or a part of one, as a range of its bytes. It is read without trust: whatever is odd is text, nothing is copied, and nobody can
 * make it grow by the number of its parts or headers. The bytes are never to be logged.
 */
final class MimePart {

    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 1_500_000;

    private final byte[] raw;
    private final int from;
    private final int to;
    private final int body;
    private final List<Header> headers;

    private MimePart(byte[] raw, int from, int to) {
        this.raw = raw;
        this.from = from;
        this.to = to;
        this.headers = new ArrayList<>();
        this.body = readHeaders();
    }

    /** A header as it stands there: bytes as ISO-8859-1, line breaks taken out. */
    record Header(String name, String value) {}

    static MimePart of(byte[] raw) {
        return new MimePart(raw, 0, raw.length);
    }

    private int readHeaders() {
        int at = from;
        var line = new StringBuilder();
        while (at < to) {
            int end = lineEnd(at);
            int length = trimmed(at, end) - at;
            if (length == 0) {
                at = end;
                break;
            }
            boolean folded = raw[at] == ' ' || raw[at] == '\t';
            if (!folded) {
                add(line);
            }
            if (line.length() + length < LONGEST_HEADER) {
                line.append(new String(raw, at, length, StandardCharsets.ISO_8859_1));
            }
            at = end;
        }
        add(line);
        return at;
    }

    private void add(StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon > 0 && headers.size() < MOST_HEADERS) {
            headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        line.setLength(0);
    }

    /** The first of all headers; one without a name where there is none. */
    Header firstHeader() {
        return headers.isEmpty() ? new Header("", "") : headers.getFirst();
    }

    List<String> headers(String name) {
        return headers.stream().filter(each -> each.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    /** The first header of that name; empty text where there is none. */
    String header(String name) {
        return headers.stream().filter(each -> each.name().equalsIgnoreCase(name)).map(Header::value).findFirst()
                .orElse("");
    }

    boolean has(String name) {
        return headers.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
    }

    /** Whether there is a header whose name begins so. */
    boolean hasAny(String prefix) {
        return headers.stream()
                .anyMatch(each -> each.name().regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    HeaderParams contentType() {
        var type = HeaderParams.of(header("Content-Type"));
        return type.value().contains("/") ? type : HeaderParams.of("text/plain");
    }

    boolean is(String type) {
        var own = contentType().value();
        return type.endsWith("/*") ? own.startsWith(type.substring(0, type.length() - 1)) : own.equals(type);
    }

    HeaderParams disposition() {
        return HeaderParams.of(header("Content-Disposition"));
    }

    /** What it is called; empty where it has no name. */
    String name() {
        var name = disposition().get("filename");
        return name.isEmpty() ? contentType().get("name") : name;
    }

    /** What it holds, its transfer encoding undone. */
    byte[] content() {
        return switch (header("Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> TransferEncodings.base64(raw, body, to);
            case "quoted-printable" -> TransferEncodings.quotedPrintable(raw, body, to);
            default -> java.util.Arrays.copyOfRange(raw, body, to);
        };
    }

    /** What it holds as text, whatever it is. */
    String text() {
        return Charsets.decode(content(), contentType().get("charset"));
    }

    /** The mail inside; empty where it is none. */
    Optional<MimePart> inner() {
        if (!is("message/*")) {
            return Optional.empty();
        }
        return header("Content-Transfer-Encoding").strip().equalsIgnoreCase("base64")
                ? Optional.of(of(content()))
                : Optional.of(new MimePart(raw, body, to));
    }

    /** Its parts, at most so many; none where it has none or they cannot be told apart. */
    List<MimePart> parts(int most) {
        var boundary = contentType().get("boundary");
        if (!is("multipart/*") || boundary.isEmpty()) {
            return List.of();
        }
        var mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var parts = new ArrayList<MimePart>();
        int begun = -1;
        for (int at = body; at < to && parts.size() < most; at = lineEnd(at)) {
            if (!startsWith(at, mark)) {
                continue;
            }
            int after = at + mark.length;
            boolean last = after + 1 < to && raw[after] == '-' && raw[after + 1] == '-';
            if (!last && trimmed(after, lineEnd(after)) > after && !blank(after, lineEnd(after))) {
                // The boundary of something else that only begins in the same way.
                continue;
            }
            if (begun >= 0) {
                parts.add(new MimePart(raw, begun, Math.max(begun, beforeBreak(at))));
            }
            if (last) {
                return parts;
            }
            begun = lineEnd(after);
        }
        if (begun >= 0 && parts.size() < most) {
            // Cut off on its way: what came is read.
            parts.add(new MimePart(raw, Math.min(begun, to), to));
        }
        return parts;
    }

    private boolean startsWith(int at, byte[] mark) {
        return at + mark.length <= to && java.util.Arrays.equals(raw, at, at + mark.length, mark, 0, mark.length);
    }

    private boolean blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (raw[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Where the next line begins. */
    private int lineEnd(int at) {
        int end = at;
        while (end < to && raw[end] != '\n') {
            end++;
        }
        return Math.min(to, end + 1);
    }

    private int trimmed(int start, int end) {
        int last = end;
        while (last > start && (raw[last - 1] == '\n' || raw[last - 1] == '\r')) {
            last--;
        }
        return last;
    }

    /** The line break before a boundary belongs to the boundary. */
    private int beforeBreak(int at) {
        int end = at;
        if (end > body && raw[end - 1] == '\n') {
            end--;
            if (end > body && raw[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }
}

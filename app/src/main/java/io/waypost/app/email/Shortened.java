package io.waypost.app.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** A mail that is too large to be taken, as its headers with a first line that says so. */
final class Shortened {

    private static final String HEADER = "X-Waypost-Shortened";

    private Shortened() {}

    static byte[] write(byte[] headers, long size) {
        var kept = new ByteArrayOutputStream();
        kept.writeBytes("%s: %d\r\n".formatted(HEADER, size).getBytes(StandardCharsets.US_ASCII));
        kept.writeBytes(headers);
        return kept.toByteArray();
    }

    /** How many bytes it had; empty for a whole mail. */
    static OptionalLong size(MimePart mail) {
        var first = mail.firstHeader();
        return first.name().equalsIgnoreCase(HEADER) && first.value().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(first.value()))
                : OptionalLong.empty();
    }
}

package io.waypost.app.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text. What a mail says of its charset is often wrong in the trade: GB2312 with signs that only GB18030 has, ASCII with Chinese
 * in it, names that nobody knows. No mail is dropped for that.
 */
final class Charsets {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> NARROW = Set.of("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "csgb2312",
            "euc-cn",
            "gb18030");
    private static final Set<String> WESTERN = Set.of("iso-8859-1", "latin1", "windows-1252");

    private Charsets() {}

    static String decode(byte[] bytes, String charset) {
        var name = charset.strip().toLowerCase(Locale.ROOT);
        var text = NARROW.contains(name) ? new String(bytes, CHINESE) : decodeBy(bytes, name);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decodeBy(byte[] bytes, String name) {
        var utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && (name.isEmpty() || !wide(name))) {
            return utf8.get();
        }
        var known = known(name);
        if (known.isEmpty() || known.get().equals(StandardCharsets.UTF_8)
                || known.get().equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, CHINESE);
        }
        return new String(bytes, known.get());
    }

    /** Whether ASCII signs stand for something else there, so that what looks like UTF-8 need not be. */
    private static boolean wide(String name) {
        return !WESTERN.contains(name) && !name.equals("us-ascii") && known(name).isPresent() && !name.equals("utf-8");
    }

    private static Optional<Charset> known(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}

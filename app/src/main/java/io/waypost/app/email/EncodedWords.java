package io.waypost.app.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Headers to text: encoded words (RFC 2047), and bytes that nobody encoded. Words of one charset that follow each other are put together
 * before they are decoded: many programs cut Chinese signs in half between them.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([BbQq])\\?([^?]*)\\?=");

    private EncodedWords() {}

    static String decode(String header) {
        var text = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        var charset = "";
        int done = 0;
        var matcher = WORD.matcher(header);
        while (matcher.find()) {
            var between = header.substring(done, matcher.start());
            var name = language(matcher.group(1));
            boolean joined = done > 0 && between.isBlank();
            if (!joined || !name.equalsIgnoreCase(charset)) {
                text.append(Charsets.decode(pending.toByteArray(), charset));
                pending.reset();
            }
            if (!joined) {
                text.append(plain(between));
            }
            charset = name;
            pending.writeBytes(bytes(matcher.group(2), matcher.group(3)));
            done = matcher.end();
        }
        text.append(Charsets.decode(pending.toByteArray(), charset)).append(plain(header.substring(done)));
        return clean(text.toString());
    }

    private static String language(String charset) {
        int star = charset.indexOf('*');
        return star < 0 ? charset : charset.substring(0, star);
    }

    private static byte[] bytes(String encoding, String word) {
        var signs = word.getBytes(StandardCharsets.ISO_8859_1);
        return encoding.equalsIgnoreCase("B")
                ? TransferEncodings.base64(signs, 0, signs.length)
                : TransferEncodings.quotedPrintable(word.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1), 0,
                        signs.length);
    }

    private static String plain(String text) {
        if (text.chars().anyMatch(each -> each > 255)) {
            // It is text already.
            return text;
        }
        return Charsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    /** One line without control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}

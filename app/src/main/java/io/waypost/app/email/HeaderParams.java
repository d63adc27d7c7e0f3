package io.waypost.app.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A header such as {@code text/plain; charset=utf-8}: its value in small letters, and its parameters, also those that are cut in pieces
 * or written in percents (RFC 2231).
 */
record HeaderParams(String value, Map<String, String> params) {

    private static final Pattern PARAM = Pattern
            .compile(";\\s*([^=;\\s]{1,60})\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^;]*)");
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*([0-9]{1,3})?\\*?");
    private static final int LONGEST = 20_000;

    static HeaderParams of(String header) {
        var text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        int end = text.indexOf(';');
        var value = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        var plain = new LinkedHashMap<String, String>();
        var pieces = new LinkedHashMap<String, ByteArrayOutputStream>();
        var charsets = new LinkedHashMap<String, String>();
        var matcher = PARAM.matcher(text);
        while (matcher.find()) {
            var name = matcher.group(1).toLowerCase(Locale.ROOT);
            var piece = PIECE.matcher(name);
            if (piece.matches()) {
                add(piece.group(1), name.endsWith("*"), unquoted(matcher.group(2)), pieces, charsets);
            } else {
                plain.putIfAbsent(name, unquoted(matcher.group(2)));
            }
        }
        pieces.forEach((name, bytes) -> plain.put(name,
                Charsets.decode(bytes.toByteArray(), charsets.getOrDefault(name, ""))));
        return new HeaderParams(value, plain);
    }

    private static void add(String name, boolean percents, String text, Map<String, ByteArrayOutputStream> pieces,
            Map<String, String> charsets) {
        var rest = text;
        if (percents && !pieces.containsKey(name)) {
            int first = text.indexOf('\'');
            int second = text.indexOf('\'', first + 1);
            if (first >= 0 && second > first) {
                charsets.put(name, text.substring(0, first));
                rest = text.substring(second + 1);
            }
        }
        var signs = (percents ? rest.replace("=", "=3D").replace('%', '=') : rest)
                .getBytes(StandardCharsets.ISO_8859_1);
        pieces.computeIfAbsent(name, _ -> new ByteArrayOutputStream())
                .writeBytes(percents ? TransferEncodings.quotedPrintable(signs, 0, signs.length) : signs);
    }

    private static String unquoted(String text) {
        var clean = text.strip();
        if (!clean.startsWith("\"")) {
            return clean;
        }
        int end = clean.length() > 1 && clean.endsWith("\"") ? clean.length() - 1 : clean.length();
        return clean.substring(1, end).replaceAll("\\\\(.)", "$1");
    }

    /** The parameter as it stands there; empty where there is none. */
    String get(String name) {
        return params.getOrDefault(name, "");
    }
}

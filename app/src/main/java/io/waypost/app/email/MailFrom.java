package io.waypost.app.email;

import io.waypost.app.kernel.Masked;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose name stands on a mail; nobody has proved it.
 *
 * @param address in small letters; empty where there is none
 * @param name as they call themselves; empty where they do not
 */
record MailFrom(String address, String name) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\],;:\"@]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern BRACKETS = Pattern.compile("<\\s*(" + ADDRESS.pattern() + ")\\s*>");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final int LONGEST_NAME = 60;

    static MailFrom of(MimePart mail) {
        var header = mail.header("From");
        var from = read(header.length() > 2_000 ? header.substring(0, 2_000) : header);
        if (!from.address().isEmpty()) {
            return from;
        }
        var decoded = read(EncodedWords.decode(header.length() > 2_000 ? "" : header));
        return decoded.address().isEmpty() && mail.has("Sender") ? read(mail.header("Sender")) : decoded;
    }

    private static MailFrom read(String header) {
        // An address inside of quotes is a name that somebody gave themselves.
        var bare = QUOTED.matcher(header).replaceAll(quoted -> " ".repeat(quoted.group().length()));
        var brackets = BRACKETS.matcher(bare);
        if (brackets.find()) {
            return new MailFrom(small(brackets.group(1)), name(header.substring(0, brackets.start())));
        }
        var address = ADDRESS.matcher(bare);
        return address.find() ? new MailFrom(small(address.group()), "") : new MailFrom("", "");
    }

    private static String name(String text) {
        var name = EncodedWords.decode(text.replace("\"", "").replace("\\", "").strip()).replace("\"", "").strip();
        int end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }

    private static String small(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** What stands before the at sign. */
    String local() {
        int at = address.indexOf('@');
        return at < 0 ? "" : address.substring(0, at);
    }

    @Override
    public String toString() {
        return "MailFrom[%s]".formatted(Masked.mail(address));
    }
}

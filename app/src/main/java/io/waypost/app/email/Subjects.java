package io.waypost.app.email;

import java.util.Locale;
import java.util.regex.Pattern;

/** What mails are about, apart from the marks of answers. */
final class Subjects {

    private static final Pattern ANSWER = Pattern.compile(
            "^(?:\\s*(?:re|回复|答复|回覆|fw|fwd|转发|轉寄|aw|sv)\\s*(?:\\[\\d+])?\\s*[:：])+\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARDED = Pattern.compile("^\\s*(?:fw|fwd|转发|轉寄)\\s*[:：].*",
            Pattern.CASE_INSENSITIVE);

    private Subjects() {}

    static String plain(String subject) {
        return ANSWER.matcher(subject).replaceFirst("").strip();
    }

    static boolean same(String one, String other) {
        return plain(one).toLowerCase(Locale.ROOT).equals(plain(other).toLowerCase(Locale.ROOT));
    }

    static boolean forwarded(String subject) {
        return FORWARDED.matcher(subject).matches();
    }

    /** How an answer to it is called. */
    static String answer(String subject) {
        var plain = plain(subject);
        return plain.isEmpty() ? "客服回复" : "Re: " + plain;
    }
}

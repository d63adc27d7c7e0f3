package io.waypost.app.email;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What our own mail server found out about the sender ({@code Authentication-Results}, RFC 8601). Anybody can write such a header, so only
 * the one of the server that the account trusts counts, and only where it says no: a yes is never shown.
 */
final class SenderCheck {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private SenderCheck() {}

    static boolean failed(MimePart mail, String judge) {
        if (judge.isBlank()) {
            return false;
        }
        var said = new StringBuilder();
        for (var header : mail.headers("Authentication-Results")) {
            var clean = COMMENT.matcher(header.length() > 5_000 ? header.substring(0, 5_000) : header).replaceAll(" ")
                    .toLowerCase(Locale.ROOT);
            int end = clean.indexOf(';');
            if (end > 0 && clean.substring(0, end).strip().split("\\s+", 2)[0].equals(judge.toLowerCase(Locale.ROOT))) {
                said.append(clean, end, clean.length());
            }
        }
        var results = said.toString();
        return says(results, "dmarc", "fail") || (says(results, "spf", "fail") && !says(results, "dkim", "pass"));
    }

    private static boolean says(String results, String method, String result) {
        return Pattern.compile(";\\s*%s\\s*=\\s*%s\\b".formatted(method, result)).matcher(results).find();
    }
}

package io.waypost.app.email;

import io.waypost.app.channel.DeliveryState;
import io.waypost.app.email.SignedIds.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mail server says of a mail of ours (退信与送达回执, RFC 3464), also where it says it in words alone. It counts only where it names an
 * id that we signed.
 *
 * @param code why it did not arrive, such as {@code BOUNCED_5_1_1}; empty where it did
 */
record Bounce(List<String> ids, DeliveryState state, String code) {

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.[0-9]{1,3}\\.[0-9]{1,3})");
    private static final Pattern REFUSED = Pattern.compile("\\b5[.][0-9]{1,3}[.][0-9]{1,3}\\b|\\b55[0-4]\\b");
    private static final int READ = 200_000;

    static Optional<Bounce> of(MimePart mail, MailFrom from, SignedIds ids) {
        if (mail.is("multipart/report") && mail.contentType().get("report-type").equalsIgnoreCase("delivery-status")) {
            return report(mail, ids);
        }
        var local = from.local().toLowerCase(Locale.ROOT);
        return local.equals("mailer-daemon") || local.equals("postmaster") ? inWords(mail, ids) : Optional.empty();
    }

    private static Optional<Bounce> report(MimePart mail, SignedIds ids) {
        var parts = mail.parts(10);
        var status = parts.stream().filter(part -> part.is("message/delivery-status")).map(Bounce::start)
                .collect(Collectors.joining("\n"));
        var action = ACTION.matcher(status);
        if (!action.find()) {
            return Optional.empty();
        }
        var named = parts.stream().filter(part -> part.is("message/rfc822") || part.is("text/rfc822-headers")
                || part.is("message/rfc822-headers")).map(Bounce::start)
                .flatMap(text -> ids.in(ownId(text)).stream()).map(Named::id).distinct().toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return switch (action.group(1).toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(new Bounce(named, DeliveryState.FAILED, code(status)));
            case "delivered" -> Optional.of(new Bounce(named, DeliveryState.DELIVERED, ""));
            default -> Optional.empty();
        };
    }

    /** Of the mail that was sent only its own id: it names those before it too, and those have arrived. */
    private static String ownId(String headers) {
        return Pattern.compile("(?im)^Message-ID:\\s*(<[^\\s<>]+>)").matcher(headers).results()
                .map(result -> result.group(1)).findFirst().orElse("");
    }

    private static String code(String status) {
        var found = STATUS.matcher(status);
        return found.find() ? "BOUNCED_" + found.group(1).replace('.', '_') : "BOUNCED";
    }

    private static Optional<Bounce> inWords(MimePart mail, SignedIds ids) {
        var text = words(mail, 0);
        var named = ids.in(ownId(text)).stream().map(Named::id).toList();
        var refused = REFUSED.matcher(text);
        return named.isEmpty() || !refused.find()
                ? Optional.empty()
                : Optional.of(new Bounce(named, DeliveryState.FAILED, "BOUNCED"));
    }

    private static String words(MimePart part, int depth) {
        var parts = depth < 3 ? part.parts(10) : List.<MimePart>of();
        return parts.isEmpty()
                ? start(part)
                : parts.stream().map(each -> words(each, depth + 1)).collect(Collectors.joining("\n"));
    }

    private static String start(MimePart part) {
        var content = part.content();
        return new String(content, 0, Math.min(content.length, READ), StandardCharsets.ISO_8859_1);
    }
}

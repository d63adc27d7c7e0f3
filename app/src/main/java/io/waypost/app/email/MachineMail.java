package io.waypost.app.email;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mails that machines wrote (自动邮件) by what they say of themselves (RFC 3834): answering them would never end. */
final class MachineMail {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Pattern DAEMON = Pattern.compile(
            "mailer-daemon|postmaster|mdaemon|(?:.*[._-])?(?:no-?reply|do-?not-?reply|noreply)(?:[._+-].*)?|bounces?(?:[._+-].*)?");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?:自动回复|自动答复|自動回覆|Auto(?:matic)?[ -]?reply|Out of Office|Automatische Antwort)\\s*[:：].*",
            Pattern.CASE_INSENSITIVE);

    private MachineMail() {}

    /**
     * Why nobody is to answer it; empty where a person wrote it.
     *
     * @param ours our own addresses, in small letters
     */
    static Optional<String> why(MimePart mail, MailFrom from, Set<String> ours) {
        if (from.address().isEmpty()) {
            return Optional.of("没有发件人地址");
        }
        if (ours.contains(from.address())) {
            return Optional.of("来自本系统的邮箱");
        }
        if (mail.is("multipart/report")) {
            return Optional.of("系统回执（%s）".formatted(mail.contentType().get("report-type")));
        }
        var automatic = HeaderParams.of(mail.header("Auto-Submitted")).value();
        if (!automatic.isEmpty() && !automatic.equals("no")) {
            return Optional.of("自动发出的邮件（Auto-Submitted）");
        }
        if (mail.headers("Return-Path").stream().anyMatch(path -> path.replaceAll("\\s", "").equals("<>"))) {
            return Optional.of("自动发出的邮件（空的 Return-Path）");
        }
        return byHeaders(mail, from);
    }

    private static Optional<String> byHeaders(MimePart mail, MailFrom from) {
        if (BULK.contains(mail.header("Precedence").strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("群发邮件（Precedence）");
        }
        if (mail.hasAny("List-")) {
            return Optional.of("邮件列表（List-*）");
        }
        if (mail.has("X-Auto-Response-Suppress")) {
            return Optional.of("自动发出的邮件（X-Auto-Response-Suppress）");
        }
        if (mail.has("X-Autoreply") || mail.has("X-Autorespond") || mail.has("X-Loop")) {
            return Optional.of("自动回复");
        }
        if (DAEMON.matcher(from.local()).matches()) {
            return Optional.of("无人阅读的发件地址");
        }
        return SUBJECT.matcher(EncodedWords.decode(mail.header("Subject"))).matches()
                ? Optional.of("自动回复（主题）")
                : Optional.empty();
    }
}

package io.waypost.app.email;

import io.waypost.app.email.MailBody.Enclosed;
import io.waypost.app.kernel.Masked;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is shown.
 *
 * @param subject empty where it has none
 * @param words what its sender has just written
 * @param html all of it, made harmless
 * @param remarks what staff should know of how it was read
 */
record ReadMail(String messageId, String references, String subject, String to, @Nullable Instant at, String words,
        String html, int remoteImages, List<Enclosed> files, List<String> remarks) {

    private static final int LONGEST = 50_000;
    private static final int LONGEST_SUBJECT = 300;

    ReadMail {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    static ReadMail of(MimePart mail) {
        var found = shallow(MailBody.read(mail));
        var remarks = new ArrayList<String>();
        Shortened.size(mail).ifPresent(size -> remarks.add(
                "邮件太大（%d MB），只收下了邮件头；请在邮箱里查看原邮件。".formatted(Math.max(1, size / 1024 / 1024))));
        if (found.cut()) {
            remarks.add("邮件结构过于复杂，只读取了一部分；请在邮箱里查看原邮件。");
        }
        if (found.leftOut() > 0) {
            remarks.add("附件太多，另有 %d 个没有接收。".formatted(found.leftOut()));
        }
        var subject = start(EncodedWords.decode(start(mail.header("Subject"), 3_000)), LONGEST_SUBJECT);
        var marked = found.html().isBlank()
                ? new HtmlText.Read("", 0)
                : HtmlText.read(found.html(), Subjects.forwarded(subject));
        var words = words(found, marked.text(), subject);
        if (words.length() > LONGEST) {
            remarks.add("正文过长，只显示了前 %d 字。".formatted(LONGEST));
            words = start(words, LONGEST);
        }
        var messageId = References.id(mail);
        return new ReadMail(messageId, References.after(mail, messageId), subject, to(mail), date(mail), words,
                found.html().isBlank() ? MailHtml.ofText(found.plain()) : MailHtml.harmless(found.html()),
                marked.remoteImages(), found.files(), remarks);
    }

    /** Markup that is nested too deep is cut off where it is made harmless; its words are taken without it. */
    private static MailBody.Found shallow(MailBody.Found found) {
        if (found.html().isBlank() || !HtmlText.read(found.html(), true).text().isBlank()) {
            return found;
        }
        var bare = HtmlText.bare(found.html());
        return bare.isEmpty()
                ? found
                : new MailBody.Found(found.plain().isBlank() ? bare : found.plain(), "", found.files(), found.leftOut(),
                        found.cut());
    }

    private static String words(MailBody.Found found, String marked, String subject) {
        if (!found.plain().isBlank()) {
            // Whoever forwards means what is below.
            return Subjects.forwarded(subject) ? found.plain().strip() : QuoteCutter.cut(found.plain());
        }
        if (found.html().isBlank()) {
            return "";
        }
        var cut = Subjects.forwarded(subject) ? marked : QuoteCutter.cut(marked);
        return cut.isBlank() ? HtmlText.read(found.html(), true).text() : cut;
    }

    private static String to(MimePart mail) {
        var first = MailFrom.of(MimePart.of(("From: " + start(mail.header("To"), 2_000) + "\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        return first.address().isEmpty() ? "" : Masked.mail(first.address());
    }

    private static @Nullable Instant date(MimePart mail) {
        try {
            var date = start(mail.header("Date"), 100).replaceAll("\\([^()]*\\)", "").strip();
            return date.isEmpty() ? null : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    @Override
    public String toString() {
        return "ReadMail[%d files]".formatted(files.size());
    }
}

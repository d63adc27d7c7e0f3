package io.waypost.app.email;

import io.waypost.app.channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mail says and encloses, gone through within limits: whatever goes beyond them is left out, and that is said. */
final class MailBody {

    private static final int MOST_PARTS = 100;
    private static final int DEEPEST = 10;
    private static final int MOST_FILES = 20;

    private final List<Enclosed> files = new ArrayList<>();
    private int parts;
    private int leftOut;
    private boolean cut;

    private MailBody() {}

    /** A file as its sender calls it. */
    record Enclosed(String name, Content content) {}

    /**
     * What was found.
     *
     * @param plain empty where there is only markup
     * @param html empty where there is only text
     * @param leftOut files beyond the limit
     * @param cut whether its form is beyond what is gone through
     */
    record Found(String plain, String html, List<Enclosed> files, int leftOut, boolean cut) {

        Found {
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "Found[%d files]".formatted(files.size());
        }
    }

    /** Words, plain or marked up or both. */
    private record Words(String plain, String html) {

        static final Words NONE = new Words("", "");

        boolean isEmpty() {
            return plain.isBlank() && html.isBlank();
        }
    }

    static Found read(MimePart mail) {
        var body = new MailBody();
        var words = body.words(mail, 0, true);
        return new Found(words.plain(), words.html(), body.files, body.leftOut, body.cut);
    }

    private Words words(MimePart part, int depth, boolean top) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            cut = true;
            return Words.NONE;
        }
        if (part.is("multipart/*")) {
            var children = part.parts(MOST_PARTS + 1);
            if (!children.isEmpty()) {
                return several(part, children, depth + 1);
            }
            return new Words(part.text(), "");
        }
        boolean text = part.is("text/plain") || part.is("text/html");
        if (text && !part.disposition().value().equals("attachment") && (top || part.name().isEmpty())) {
            return part.is("text/html") ? new Words("", part.text()) : new Words(Flowed.text(part), "");
        }
        enclose(part);
        return Words.NONE;
    }

    private Words several(MimePart part, List<MimePart> children, int depth) {
        var found = new ArrayList<Words>();
        for (var child : children) {
            if (parts >= MOST_PARTS) {
                cut = true;
                break;
            }
            var words = words(child, depth, false);
            if (!words.isEmpty()) {
                found.add(words);
            }
        }
        if (part.is("multipart/alternative")) {
            return new Words(found.stream().map(Words::plain).filter(text -> !text.isBlank()).findFirst().orElse(""),
                    found.reversed().stream().map(Words::html).filter(text -> !text.isBlank()).findFirst().orElse(""));
        }
        return joined(found);
    }

    /** One after the other, in each form that one of them has. */
    private static Words joined(List<Words> found) {
        if (found.size() < 2) {
            return found.isEmpty() ? Words.NONE : found.getFirst();
        }
        var plain = new ArrayList<String>();
        var html = new ArrayList<String>();
        for (var each : found) {
            plain.add(each.plain().isBlank() ? HtmlText.read(each.html(), true).text() : each.plain());
            html.add(each.html().isBlank() ? MailHtml.ofText(each.plain()) : each.html());
        }
        boolean anyPlain = found.stream().anyMatch(each -> !each.plain().isBlank());
        boolean anyHtml = found.stream().anyMatch(each -> !each.html().isBlank());
        return new Words(anyPlain ? String.join("\n", plain) : "", anyHtml ? String.join("\n", html) : "");
    }

    private void enclose(MimePart part) {
        if (part.is("message/delivery-status") || part.is("application/pgp-signature")
                || part.is("application/pkcs7-signature")) {
            return;
        }
        if (files.size() >= MOST_FILES) {
            leftOut++;
            return;
        }
        var content = part.inner().isPresent() ? new byte[0] : part.content();
        files.add(new Enclosed(name(part), Content.of(content)));
    }

    private static String name(MimePart part) {
        var name = EncodedWords.decode(part.name());
        if (!name.isEmpty()) {
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }
        if (part.is("message/*")) {
            var subject = part.inner().map(inner -> EncodedWords.decode(inner.header("Subject"))).orElse("");
            return (subject.isEmpty() ? "邮件" : subject) + ".eml";
        }
        if (part.is("text/calendar")) {
            return "日程.ics";
        }
        var kind = part.contentType().value();
        var ending = kind.substring(kind.indexOf('/') + 1).replaceAll("[^a-z0-9]", "").toLowerCase(Locale.ROOT);
        return (part.is("image/*") ? "图片." : "附件.") + (ending.equals("jpeg") ? "jpg" : ending);
    }
}

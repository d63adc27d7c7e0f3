package io.waypost.app.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Leaves of a text what its sender has just written: without the mail that they answer and without their signature. */
final class QuoteCutter {

    private static final int LONGEST_LINE = 300;
    private static final Pattern ORIGINAL = Pattern.compile(
            "[-_—]{2,}\\s*(?:原始邮件|原邮件|回复的原邮件|Original\\s?Message|Original Email)\\s*[-_—]{2,}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WROTE = Pattern.compile(
            "(?:On\\s.{4,250}\\swrote|.{4,250}[0-9@>\\s，,\"”）)](?:写道|寫道|撰写|編寫))\\s*[:：]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile("[*\\s]*(?:发件人|寄件者|寄件人|From)[*\\s]*[:：].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile(
            "[*\\s]*(?:发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|收件者|主旨|Sent|Date|To|Cc|Subject)[*\\s]*[:：].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MACHINE = Pattern.compile(
            "(?:发自|从|發自).{0,40}(?:iPhone|iPad|手机|手機|邮箱|客户端|Outlook|Foxmail|平板|设备).{0,20}|Sent from (?:my |Mail |Outlook).{0,60}|"
                    + "Get Outlook for .{0,40}|获取 ?Outlook.{0,40}",
            Pattern.CASE_INSENSITIVE);

    private QuoteCutter() {}

    static String cut(String text) {
        var lines = text.replace("\r\n", "\n").split("\n", -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < lines.length && !ends(lines, i); i++) {
            if (!lines[i].startsWith(">")) {
                kept.add(lines[i]);
            }
        }
        while (!kept.isEmpty() && (kept.getLast().isBlank() || machine(kept.getLast()))) {
            kept.removeLast();
        }
        var cut = String.join("\n", kept).strip();
        // Whoever sends nothing but a quotation means it.
        return cut.isEmpty() ? text.strip() : cut;
    }

    private static boolean ends(String[] lines, int at) {
        var line = lines[at];
        if (line.equals("-- ") || line.equals("--")) {
            return true;
        }
        var mark = shortened(line);
        if (mark.isEmpty()) {
            return false;
        }
        return ORIGINAL.matcher(mark).matches() || WROTE.matcher(mark).matches()
                || (FROM.matcher(mark).matches() && fields(lines, at) >= 2) || wroteOverTwoLines(lines, at);
    }

    private static boolean wroteOverTwoLines(String[] lines, int at) {
        return lines[at].startsWith("On ") && at + 1 < lines.length
                && WROTE.matcher(shortened(lines[at] + " " + lines[at + 1])).matches();
    }

    private static int fields(String[] lines, int at) {
        return (int) List.of(lines).subList(at + 1, Math.min(lines.length, at + 7)).stream()
                .filter(line -> FIELD.matcher(shortened(line)).matches()).count();
    }

    private static boolean machine(String line) {
        return MACHINE.matcher(shortened(line)).matches();
    }

    /** A line without its ends; empty where it is longer than any mark. */
    private static String shortened(String line) {
        return line.length() > LONGEST_LINE ? "" : line.strip();
    }
}

package io.waypost.app.notice;

import io.waypost.app.delay.DelaySheets.Sheet;
import io.waypost.app.kernel.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A table as the two forms of a mail, and as the file that goes with it. */
final class SheetText {

    private SheetText() {}

    /** Lines with tabs between the cells. */
    static String plain(String head, Sheet sheet, String foot) {
        var lines = Stream.concat(Stream.of(sheet.columns()), sheet.rows().stream())
                .map(row -> row.stream().map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining("\t")));
        return Stream.of(Stream.of(head, ""), lines, Stream.of("", foot)).flatMap(all -> all)
                .collect(Collectors.joining("\n"));
    }

    /** A table for programs that show one. */
    static String html(String head, Sheet sheet, String foot) {
        return "<p>%s</p><table border=\"1\" cellpadding=\"4\" style=\"border-collapse:collapse\">%s%s</table><p>%s</p>"
                .formatted(HtmlUtils.htmlEscape(head, "UTF-8"), row("th", sheet.columns()),
                        sheet.rows().stream().map(cells -> row("td", cells)).collect(Collectors.joining()),
                        HtmlUtils.htmlEscape(foot, "UTF-8"));
    }

    /** The same as .xlsx. */
    static byte[] excel(String name, Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try {
            Sheets.excel(bytes, name, sheet.columns(), sheet.rows());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream().map(cell -> "<%1$s>%2$s</%1$s>".formatted(tag, HtmlUtils.htmlEscape(cell, "UTF-8")))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}

package io.waypost.app.kernel;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables that people open in Excel: nothing in them is ever taken for a formula. */
public final class Sheets {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Sheets() {}

    /** Writes CSV in UTF-8 with the mark by which Excel knows it; what begins like a formula gets an apostrophe in front. */
    public static void csv(OutputStream into, List<String> columns, Iterable<List<String>> rows) throws IOException {
        into.write(new byte[]{(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        try (var csv = CsvWriter.builder().build(into, StandardCharsets.UTF_8)) {
            csv.writeRecord(columns);
            for (var row : rows) {
                csv.writeRecord(row.stream().map(Sheets::guarded).toList());
            }
        }
    }

    /** Writes .xlsx; every cell is of type text, which is never calculated. */
    public static void excel(OutputStream into, String name, List<String> columns, Iterable<List<String>> rows)
            throws IOException {
        try (var book = new Workbook(into, "Waypost", "1.0"); var sheet = book.newWorksheet(name)) {
            line(sheet, 0, columns);
            sheet.freezePane(0, 1);
            int at = 1;
            for (var row : rows) {
                line(sheet, at++, row);
            }
        }
    }

    private static void line(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.value(row, i, cells.get(i));
            }
        }
    }

    private static String guarded(String cell) {
        return startsAFormula(cell) ? "'" + cell : cell;
    }

    /** Takes back what {@link #csv} put in front. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && startsAFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean startsAFormula(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0;
    }
}

package io.waypost.app.export;

import io.waypost.app.export.ExportSource.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel file row by row; what was written leaves memory every {@link #FLUSHED} rows. A list that is longer than a sheet goes on
 * on the next one. Not thread-safe.
 */
final class ExportBook implements AutoCloseable {

    private static final int FLUSHED = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private final Workbook book;
    private final String name;
    private final List<Column> columns;
    private final int sheetRows;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    ExportBook(OutputStream into, String name, List<Column> columns, int sheetRows) throws IOException {
        this.book = new Workbook(into, "Waypost", "1.0");
        this.name = name;
        this.columns = columns;
        this.sheetRows = sheetRows;
        this.sheet = begin();
    }

    void add(List<Cell> cells) throws IOException {
        if (sheet == null || row > sheetRows) {
            end();
            sheet = begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            write(sheet, i, cells.get(i));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    /** Without this the file is no Excel file. */
    @Override
    public void close() throws IOException {
        end();
        book.close();
    }

    private Worksheet begin() {
        sheets++;
        var begun = book.newWorksheet(sheets == 1 ? name : "%s %d".formatted(name, sheets));
        begun.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            begun.width(i, 18);
            begun.inlineString(0, i, harmless(columns.get(i).title()));
            begun.style(0, i).bold().set();
        }
        row = 1;
        return begun;
    }

    private void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
            sheet = null;
        }
    }

    private void write(Worksheet into, int column, Cell cell) {
        switch (cell) {
            case Cell.Text(var text) -> {
                if (!text.isEmpty()) {
                    into.inlineString(row, column, harmless(text));
                }
            }
            case Cell.Count(var number) -> into.value(row, column, number);
            case Cell.At(var at) -> {
                into.value(row, column, at.atZone(CHINA).toLocalDateTime().withNano(0));
                into.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
        }
    }

    /**
     * Text that no spreadsheet takes for a formula, also after it was saved as CSV and opened again, and that every XML reader reads.
     */
    static String harmless(String text) {
        var clean = new StringBuilder(Math.min(text.length() + 1, LONGEST_CELL));
        if (!text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
            clean.append('\'');
        }
        text.codePoints()
                .filter(ExportBook::allowedInXml)
                .takeWhile(c -> clean.length() + Character.charCount(c) <= LONGEST_CELL)
                .forEachOrdered(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowedInXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}

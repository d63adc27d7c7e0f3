package io.waypost.app.kernel;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * A table out of a CSV or Excel file: rows of texts by the names in its first row.
 *
 * <p>CSV may be UTF-8 or GB18030, which Chinese Excel writes. Which kind a file is, its first bytes tell, not its name.
 */
public record Sheet(List<String> columns, List<Row> rows) {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 100;
    private static final long MOST_UNPACKED = 256L << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final Charset CHINESE = Charset.forName("GB18030");

    /**
     * One row.
     *
     * @param number as the user's program counts it
     * @param cells the texts by column; every column of the first row is there, perhaps empty
     */
    public record Row(int number, Map<String, String> cells) {}

    private record Line(int number, List<String> cells) {}

    /**
     * Reads a file.
     *
     * @throws Refusal if it is neither CSV nor Excel, or too large
     */
    public static Sheet read(byte[] file) {
        if (beginsWith(file, OLD_EXCEL)) {
            throw unreadable("OLD_EXCEL", "Save the file as .xlsx or .csv; the old .xls cannot be read.");
        }
        return of(beginsWith(file, ZIP) ? excelLines(file) : csvLines(file));
    }

    /** What is wrong with the columns themselves: those that are missing, unknown or doubled. */
    public List<ImportReport.Fault> columnErrors(List<String> known, List<String> required) {
        var errors = new ArrayList<ImportReport.Fault>();
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!known.contains(column)) {
                errors.add(new ImportReport.Fault(1, column, null, "UNKNOWN_COLUMN",
                        "The columns are %s.".formatted(String.join(", ", known))));
            } else if (!seen.add(column)) {
                errors.add(new ImportReport.Fault(1, column, null, "DOUBLE_COLUMN", "Name each column once."));
            }
        }
        for (var column : required) {
            if (!seen.contains(column)) {
                errors.add(new ImportReport.Fault(1, column, null, "MISSING_COLUMN", "The column is missing."));
            }
        }
        return errors;
    }

    private static Sheet of(List<Line> lines) {
        if (lines.isEmpty()) {
            throw unreadable("EMPTY", "The first row must name the columns.");
        }
        var columns = lines.getFirst().cells().stream().map(String::strip).toList();
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), i < line.cells().size() ? Sheets.unguarded(line.cells().get(i)) : "");
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(line.number(), cells));
            }
        }
        return new Sheet(columns, List.copyOf(rows));
    }

    private static List<Line> csvLines(byte[] file) {
        var lines = new ArrayList<Line>();
        var text = text(file);
        try (var records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).skipEmptyLines(true)
                .ofCsvRecord(text)) {
            for (var line : records) {
                add(lines, (int) line.getStartingLineNumber(), line.getFields());
            }
            return lines;
        } catch (CsvParseException | IOException broken) {
            throw unreadable("NOT_CSV", "The file is neither CSV nor .xlsx.");
        }
    }

    private static List<Line> excelLines(byte[] file) {
        requireModest(file);
        var lines = new ArrayList<Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                var cells = new ArrayList<String>();
                for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                    cells.add(row.getCellText(i));
                }
                add(lines, row.getRowNum(), cells);
            });
            return lines;
        } catch (IOException | ExcelReaderException broken) {
            throw unreadable("NOT_EXCEL", "The file begins like .xlsx and cannot be read.");
        }
    }

    private static void add(List<Line> lines, int number, List<String> cells) {
        if (lines.size() > MOST_ROWS || cells.size() > MOST_COLUMNS) {
            throw unreadable("TOO_MANY", "A file may have %d rows of %d columns.".formatted(MOST_ROWS, MOST_COLUMNS));
        }
        lines.add(new Line(number, cells));
    }

    /** An .xlsx of some kilobytes may unpack to gigabytes: looks before it is opened. */
    private static void requireModest(byte[] file) {
        long unpacked = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                        unpacked += got;
                        if (unpacked > MOST_UNPACKED) {
                            throw unreadable("TOO_MANY", "The file unpacks to more than can be read.");
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw unreadable("NOT_EXCEL", "The file begins like .xlsx and cannot be read.");
        }
    }

    private static String text(byte[] file) {
        int from = beginsWith(file, UTF8_MARK) ? UTF8_MARK.length : 0;
        var bytes = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, CHINESE);
        }
    }

    private static boolean beginsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static Refusal unreadable(String code, String message) {
        return Refusal.invalid("file", null, code, message);
    }
}

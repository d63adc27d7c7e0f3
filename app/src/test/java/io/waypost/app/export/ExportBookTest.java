package io.waypost.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.export.ExportSource.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("N1 an exported file is what Excel reads, and nothing in it is ever calculated")
class ExportBookTest {

    private static final List<Column> COLUMNS = List.of(new Column("a", "工单号"), new Column("b", "次数"),
            new Column("c", "时间"));

    @Test
    void aListLongerThanASheetGoesOnOnTheNext() throws IOException {
        try (var book = book(2_500, 1_000)) {
            var sheets = book.getSheets().toList();
            assertThat(sheets).hasSize(3);
            assertThat(sheets.get(0).read()).hasSize(1_001);
            assertThat(sheets.get(2).read()).hasSize(501);
            assertThat(sheets.get(2).read().getFirst().getCellText(0)).isEqualTo("工单号");
            assertThat(sheets.get(2).read().getLast().getCellText(0)).isEqualTo("T2499");
        }
    }

    @Test
    void anEmptyListHasItsTitles() throws IOException {
        try (var book = book(0, 1_000)) {
            assertThat(book.getFirstSheet().read()).hasSize(1);
        }
    }

    @Test
    void numbersAndTimesCanBeCalculatedWith() throws IOException {
        try (var book = book(1, 10)) {
            var row = book.getFirstSheet().read().getLast();
            assertThat(row.getCellAsNumber(1).orElseThrow().intValue()).isZero();
            assertThat(row.getCellAsDate(2).orElseThrow()).hasToString("2026-11-28T16:00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 138", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"})
    void whatBeginsLikeAFormulaIsText(String text) {
        assertThat(ExportBook.harmless(text)).isEqualTo("'" + text);
    }

    @Test
    void whatNoXmlTakesIsLeftOut() throws IOException {
        assertThat(ExportBook.harmless("a\u0000b\uD800c\uFFFFd")).isEqualTo("abcd");
        assertThat(ExportBook.harmless("好🚚</c>&")).isEqualTo("好🚚</c>&");
        assertThat(ExportBook.harmless("x".repeat(40_000))).hasSize(32_767);
        var out = new ByteArrayOutputStream();
        try (var book = new ExportBook(out, "x", COLUMNS, 10)) {
            book.add(List.of(Cell.text("好🚚</c>&<is>"), Cell.EMPTY, Cell.EMPTY));
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getFirstSheet().read().getLast().getCellText(0)).isEqualTo("好🚚</c>&<is>");
        }
    }

    @Test
    @DisplayName("N1 200,000 rows take no more memory than 2,000 do")
    void memoryIsBounded() throws IOException {
        var counted = new OutputStream() {
            long bytes;

            @Override
            public void write(int b) {
                bytes++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes += len;
            }
        };
        try (var book = new ExportBook(counted, "x", COLUMNS, 1_000_000)) {
            for (int i = 0; i < 200_000; i++) {
                book.add(row(i));
                if (i % 50_000 == 49_999) {
                    // What was written so far has left: the file grows with the rows, not at the end.
                    assertThat(counted.bytes).isGreaterThan(i * 10L);
                }
            }
        }
    }

    private static ReadableWorkbook book(int rows, int sheetRows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new ExportBook(out, "工单", COLUMNS, sheetRows)) {
            for (int i = 0; i < rows; i++) {
                book.add(row(i));
            }
        }
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<Cell> row(int i) {
        return List.of(Cell.text("T" + i), new Cell.Count(i), Cell.at(Instant.parse("2026-11-28T08:00:00.123Z")));
    }
}

package io.waypost.app.scan;

import de.siegmar.fastcsv.reader.CsvReader;
import io.waypost.app.scan.ImportJob.Format;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file of scans piece by piece, each from the byte where the last one ended. A record is a line; text that is not UTF-8 is read
 * as GB 18030, as Excel in China writes it.
 */
@Component
class ScanFile {

    /** The longest line that is read; a longer one is skipped and refused. */
    private static final int LONGEST = 64 << 10;

    /** What Windows puts before UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final Charset CHINESE = Charset.forName("GB18030");

    private final JsonLines json;

    ScanFile(JsonLines json) {
        this.json = json;
    }

    /** Some lines, and where the next ones begin. */
    record Piece(List<Line> lines, long nextOffset, long nextLine) {}

    /** How a file is to be read: its format, and for CSV the names of its columns. */
    record Shape(Format format, @Nullable String header, long firstOffset, long firstLine) {}

    /** Looks at the first line; null if the file has none, or its columns are not those of scans. */
    @Nullable
    Shape shape(Path file) throws IOException {
        try (var channel = FileChannel.open(file); var stream = stream(channel)) {
            var first = new ByteArrayOutputStream();
            long read = readLine(stream, first);
            var whole = text(first.toByteArray());
            var text = whole.replace(MARK, "").strip();
            if (text.startsWith("{")) {
                int mark = whole.startsWith(MARK) ? MARK.getBytes(StandardCharsets.UTF_8).length : 0;
                return new Shape(Format.NDJSON, null, mark, 1);
            }
            var columns = cells(text);
            return columns != null && columns.containsAll(List.of("waybill", "type", "scannedAt", "site"))
                    ? new Shape(Format.CSV, text, read, 2)
                    : null;
        }
    }

    /** The next lines from the given byte on. */
    Piece read(Path file, Format format, @Nullable String header, long offset, long firstLine, int most)
            throws IOException {
        var lines = new ArrayList<Line>(most);
        var columns = header == null ? List.<String>of() : cells(header);
        try (var channel = FileChannel.open(file)) {
            channel.position(offset);
            try (var stream = stream(channel)) {
                var buffer = new ByteArrayOutputStream();
                long at = offset;
                long number = firstLine;
                while (lines.size() < most) {
                    buffer.reset();
                    long read = readLine(stream, buffer);
                    if (read == 0) {
                        break;
                    }
                    at += read;
                    var bytes = buffer.toByteArray();
                    if (read > LONGEST) {
                        lines.add(new Line(number, null));
                    } else if (!text(bytes).isBlank()) {
                        lines.add(format == Format.CSV
                                ? csv(number, columns, bytes)
                                : json.line(number, bytes, 0, bytes.length));
                    }
                    number++;
                }
                return new Piece(lines, at, number);
            }
        }
    }

    private static InputStream stream(FileChannel channel) {
        return new BufferedInputStream(Channels.newInputStream(channel), 1 << 18);
    }

    /** Reads up to and including the next line feed, keeps what is not too long, and says how many bytes that was. */
    private static long readLine(InputStream stream, ByteArrayOutputStream into) throws IOException {
        long read = 0;
        int next = stream.read();
        while (next >= 0) {
            read++;
            if (next == '\n') {
                break;
            }
            if (read <= LONGEST) {
                into.write(next);
            }
            next = stream.read();
        }
        return read;
    }

    private static Line csv(long number, @Nullable List<String> columns, byte[] bytes) {
        var cells = cells(text(bytes));
        if (cells == null || columns == null || cells.size() > columns.size()) {
            return new Line(number, null);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            fields.put(columns.get(i), cells.get(i));
        }
        return new Line(number, fields);
    }

    private static @Nullable List<String> cells(String line) {
        try (var reader = CsvReader.builder().ofCsvRecord(line)) {
            var records = reader.stream().toList();
            return records.size() == 1 ? records.getFirst().getFields().stream().map(String::strip).toList() : null;
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, CHINESE);
        }
    }
}

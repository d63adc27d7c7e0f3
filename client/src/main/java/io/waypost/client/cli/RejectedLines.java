package io.waypost.client.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.waypost.client.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of refused lines; it is there only when there are any, and one of an earlier run is removed. */
final class RejectedLines implements AutoCloseable {

    private final Path file;

    private @Nullable CsvWriter writer;

    RejectedLines(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    void write(ScanLines.Line line, Receipt.Rejection rejection) throws IOException {
        CsvWriter out = writer;
        if (out == null) {
            out = CsvWriter.builder().build(file);
            out.writeRecord("line", "field", "code", "message", "content");
            writer = out;
        }
        out.writeRecord(Long.toString(line.number()), Objects.requireNonNullElse(rejection.field(), ""),
                rejection.code(),
                Objects.requireNonNullElse(rejection.message(), ""), line.content());
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}

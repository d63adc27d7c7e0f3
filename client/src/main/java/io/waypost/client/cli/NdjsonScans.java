package io.waypost.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines are passed over. The server judges each line. */
final class NdjsonScans implements ScanLines.Source {

    private final BufferedReader reader;

    private long number;

    NdjsonScans(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public ScanLines.@Nullable Line next() throws IOException {
        while (true) {
            String line = reader.readLine();
            if (line == null) {
                return null;
            }
            number++;
            if (!line.isBlank()) {
                return new ScanLines.Line(number, line, line);
            }
        }
    }
}

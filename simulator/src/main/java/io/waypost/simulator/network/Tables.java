package io.waypost.simulator.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Packaged tables: tab-separated lines, with comments after "#". */
final class Tables {

    private Tables() {}

    static List<String[]> read(String name) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(name),
                () -> "The packaged table %s is missing.".formatted(name));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the packaged table %s.".formatted(name), e);
        }
    }
}

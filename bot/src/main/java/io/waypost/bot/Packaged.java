package io.waypost.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Text files that come with the bot. */
public final class Packaged {

    private Packaged() {}

    /** The lines of a file, without comments and empty ones. */
    public static List<String> lines(String file) {
        var in = Objects.requireNonNull(Packaged.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

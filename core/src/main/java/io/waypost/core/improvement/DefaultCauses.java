package io.waypost.core.improvement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The causes that an installation begins with (默认根因). People add, rename and retire causes later. */
public final class DefaultCauses {

    private static final List<Cause> ALL = read();

    private DefaultCauses() {}

    /** All of them, each first level before its second. */
    public static List<Cause> all() {
        return ALL;
    }

    private static List<Cause> read() {
        try (var in = Objects.requireNonNull(DefaultCauses.class.getResourceAsStream("causes.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DefaultCauses::cause)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Cause cause(String line) {
        var cells = line.split("\t", -1);
        return new Cause(cells[0], cells[1], cells[2], Department.valueOf(cells[3]), true);
    }
}

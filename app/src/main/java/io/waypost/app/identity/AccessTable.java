package io.waypost.app.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads the tables in {@code access/}: lines of comma-separated values, comments with #, names of columns first. */
final class AccessTable {

    private AccessTable() {}

    static List<List<String>> rows(String file) {
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("access/" + file).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table access/%s cannot be read.".formatted(file), unreadable);
        }
    }
}

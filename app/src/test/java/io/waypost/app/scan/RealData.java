package io.waypost.app.scan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real deliveries that lie beside the repository, never in it. */
final class RealData {

    private RealData() {}

    /** The file, or a skipped test that says why. */
    static Path deliveries() {
        var named = System.getProperty("waypost.real-data");
        var file = named == null ? Path.of("..", "..", "shared", "real", "deliveries.ndjson") : Path.of(named);
        assumeTrue(Files.exists(file),
                () -> "Skipped: the real deliveries are not at %s. Maybe set -Dwaypost.real-data."
                        .formatted(file.toAbsolutePath().normalize()));
        return file;
    }
}

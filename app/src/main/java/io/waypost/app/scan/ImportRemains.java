package io.waypost.app.scan;

import io.waypost.app.kernel.WaypostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that no open import waits for: of uploads that were cut off by a crash, and of imports that failed. */
@Component
class ImportRemains {

    /** Long enough for somebody to look at the file of a failed import. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final ImportStore store;
    private final Clock wall;
    private final Path folder;
    private final TransactionTemplate transaction;

    ImportRemains(ImportStore store, @Qualifier("wallClock") Clock wall, WaypostSettings settings,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.wall = wall;
        this.folder = settings.data().resolve("imports");
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void remove() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var before = wall.instant().minus(KEPT);
        // Listed first, so that an import that begins meanwhile is not taken for a remainder.
        var old = files().stream().filter(file -> modified(file).isBefore(before)).toList();
        var open = Objects.requireNonNull(transaction.execute(_ -> store.open())).stream().map(Object::toString)
                .collect(Collectors.toSet());
        old.stream().filter(file -> !open.contains(file.getFileName().toString())).forEach(ImportRemains::delete);
    }

    private List<Path> files() {
        try (var listed = Files.list(folder)) {
            return listed.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder %s could not be read.".formatted(folder), failure);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException("The file %s could not be looked at.".formatted(file), failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file %s could not be deleted.".formatted(file), failure);
        }
    }
}

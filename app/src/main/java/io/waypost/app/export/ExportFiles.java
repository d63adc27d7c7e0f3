package io.waypost.app.export;

import io.waypost.app.kernel.WaypostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The folder of exported files; what lies there can be read by the platform's user only. */
@Component
class ExportFiles {

    /** Files that nobody knows of are left alone for so long: somebody may have just begun to write them. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final Path folder;

    ExportFiles(WaypostSettings settings) {
        this.folder = settings.data().resolve("exports");
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** An empty file to write to. */
    Path create(String file) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(path(file));
        return Files.createFile(path(file),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Makes sure that the file survives whatever happens next. */
    void keep(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file %s could not be deleted.".formatted(file), failure);
        }
    }

    /** Everything that is not among the known and not young. */
    void discardOthers(Set<String> known, Instant now) {
        for (var file : listed()) {
            if (!known.contains(file.getFileName().toString()) && modified(file).isBefore(now.minus(YOUNG))) {
                discard(file);
            }
        }
    }

    private List<Path> listed() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
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
}

package io.waypost.app.attachment;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The folder of files: each under a random name, readable by the platform's own user alone, whole or not at all. What arrives is
 * examined in a folder beside it first.
 */
@Component
class FileCupboard {

    private final Path folder;
    private final Path incoming;

    FileCupboard(WaypostSettings settings) {
        this.folder = settings.data().resolve("attachments");
        this.incoming = folder.resolve("incoming");
        takeOver(settings.data().resolve("photos"));
    }

    /** Photos of tickets had a folder of their own before they became files like any other (migration V2). */
    private void takeOver(Path photos) {
        if (!Files.isDirectory(photos)) {
            return;
        }
        try (var old = Files.list(photos)) {
            for (var photo : (Iterable<Path>) old.filter(Files::isRegularFile)::iterator) {
                var name = photo.getFileName().toString();
                make(shelf(name));
                Files.move(photo, path(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The photos in %s could not be taken over.".formatted(photos), failure);
        }
    }

    /** A file that arrived and is examined; gone when it is closed, unless it was put in. */
    record Arrived(Path path, FileLook look, long bytes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Writes the content down, up to the largest size of what it looks like. */
    Arrived receive(InputStream content, Set<FileLook> looks) throws IOException, Unusable {
        var head = content.readNBytes(FileLook.BYTES);
        var look = FileLook.of(head).filter(looks::contains)
                .orElseThrow(() -> new Unusable(FileFault.UNKNOWN_TYPE, null));
        var path = make(incoming).resolve(UUID.randomUUID() + ".part");
        try (var channel = create(path)) {
            long bytes = write(channel, head, head.length);
            var buffer = new byte[1 << 16];
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                bytes += write(channel, buffer, got);
                if (bytes > look.mostBytes()) {
                    throw new Unusable(FileFault.TOO_LARGE, null);
                }
            }
            return new Arrived(path, look, bytes);
        } catch (IOException | Unusable | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    /** Keeps a file that arrived; gives back its name. On disk when this returns, before any row tells of it. */
    String put(Path arrived) throws IOException {
        try (var channel = FileChannel.open(arrived, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var name = UUID.randomUUID().toString();
        make(shelf(name));
        Files.move(arrived, path(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /** Writes another content over a file that arrived. */
    void rewrite(Path arrived, byte[] content) throws IOException {
        Files.write(arrived, content, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** Where the file of that name lies. */
    Path path(String name) {
        return shelf(name).resolve(name);
    }

    private Path shelf(String name) {
        return folder.resolve(name.substring(0, 2));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file %s could not be deleted.".formatted(name), failure);
        }
    }

    /** The names of all files that have lain here since before then; remains of uploads that were broken off are deleted. */
    List<String> oldBefore(Instant before) throws IOException {
        var old = new ArrayList<String>();
        if (!Files.exists(folder)) {
            return old;
        }
        try (var files = Files.walk(folder, 2)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    continue;
                }
                if (file.startsWith(incoming)) {
                    Files.deleteIfExists(file);
                } else {
                    old.add(file.getFileName().toString());
                }
            }
        }
        return old;
    }

    private static Path make(Path wanted) throws IOException {
        return Files.createDirectories(wanted,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static FileChannel create(Path path) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static int write(FileChannel channel, byte[] bytes, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        return length;
    }
}

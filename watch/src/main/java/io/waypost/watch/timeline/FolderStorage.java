package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A folder on a local disk; one process at a time may have it. Files are read through the memory map, so that an interrupted reader
 * does not close a file for the others.
 */
public final class FolderStorage implements Storage {

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private FolderStorage(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes a folder, which is made if it is missing; refused if another process has it. */
    public static FolderStorage open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderStorage(folder, channel);
            }
        } catch (OverlappingFileLockException _) {
            // This process has it already: refused as well.
        }
        channel.close();
        throw new IOException("The folder %s is in use.%nMaybe another process serves it.".formatted(folder));
    }

    @Override
    public Output create(String name) throws IOException {
        return new FileOutput(FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public Content open(String name) throws IOException {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            return new Mapped(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena), arena);
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public List<String> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals(LOCK)).sorted()
                    .toList();
        }
    }

    @Override
    public void force() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private record FileOutput(FileChannel channel) implements Output {

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record Mapped(MemorySegment bytes, Arena arena) implements Content {

        @Override
        public void close() {
            arena.close();
        }
    }
}

package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A folder of the file system, locked against a second log. Safe for threads. */
final class FileStorage implements Storage {

    private static final String LOCK = "log.lock";

    /** Closing any channel on a file gives up all the process's locks on it: so none is opened on a lock that is held here. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private FileStorage(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Creates the folder if it is missing, and locks it. */
    static FileStorage open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refusal(Reason.NOT_A_FOLDER, "The log's folder %s is a file.".formatted(folder), null);
        }
        try {
            create(folder.toAbsolutePath());
            var real = folder.toRealPath();
            var channel = HELD.add(real) ? locked(real) : null;
            if (channel == null) {
                throw refusal(Reason.IN_USE, "The log in %s is open elsewhere.".formatted(folder), null);
            }
            return new FileStorage(real, channel);
        } catch (IOException e) {
            throw refusal(e, "The log's folder %s cannot be opened: %s".formatted(folder, e));
        }
    }

    private static void create(Path folder) throws IOException {
        var parent = folder.getParent();
        if (parent != null && !Files.exists(folder)) {
            create(parent);
            Files.createDirectory(folder);
            force(parent);
        }
    }

    /** A channel that holds the folder's lock; null if another process does. */
    private static @Nullable FileChannel locked(Path real) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            return locked ? channel : null;
        } finally {
            if (!locked) {
                release(real, channel);
            }
        }
    }

    private static void release(Path real, @Nullable FileChannel channel) throws IOException {
        try (channel) {
            HELD.remove(real);
        }
    }

    /** Why a log could not be opened, from what the file system said. */
    static LogFailure refusal(IOException cause, String message) {
        return switch (cause) {
            case AccessDeniedException _ -> refusal(Reason.NO_PERMISSION, message, cause);
            case DiskFull _ -> refusal(Reason.DISK_FULL, message, cause);
            default -> refusal(Reason.DISK_ERROR, message, cause);
        };
    }

    private static LogFailure refusal(Reason reason, String message, @Nullable IOException cause) {
        return new LogFailure(LogState.CLOSED, reason, message, cause);
    }

    @Override
    public List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public SegmentFile create(String name) throws IOException {
        try {
            return open(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw fullOr(e, folder, 1);
        }
    }

    @Override
    public SegmentFile open(String name) throws IOException {
        return open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public SegmentFile openToRead(String name) throws IOException {
        return open(name, StandardOpenOption.READ);
    }

    private SegmentFile open(String name, OpenOption... options) throws IOException {
        var file = folder.resolve(name);
        return new ChannelFile(file, FileChannel.open(file, options));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void forceFolder() throws IOException {
        force(folder);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String path(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public void close() throws IOException {
        release(folder, lock);
    }

    /** The error as a full disk, if it is one: Java has no code for it, and the system's words depend on its language. */
    private static IOException fullOr(IOException error, Path path, int bytes) {
        var words = String.valueOf(error.getMessage());
        boolean said = words.contains("No space left on device") || words.contains("Disk quota exceeded");
        return said || usable(path) < bytes
                ? new DiskFull("No space left for %d bytes in %s.".formatted(bytes, path), error)
                : error;
    }

    private static long usable(Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private record ChannelFile(Path path, FileChannel channel) implements SegmentFile {

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return channel.read(target, offset);
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            try {
                return channel.write(source, offset);
            } catch (IOException e) {
                throw fullOr(e, path, source.remaining());
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void cut(long size) throws IOException {
            channel.truncate(size);
            // The size is metadata: only a full force is sure to write a smaller one.
            channel.force(true);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

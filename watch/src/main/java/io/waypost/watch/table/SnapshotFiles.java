package io.waypost.watch.table;

import io.waypost.watch.table.NewestSnapshot.Found;
import io.waypost.watch.table.NewestSnapshot.None;
import io.waypost.watch.table.NewestSnapshot.Skipped;
import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The snapshots of one shard in a directory, one file each, named by shard and log number.
 *
 * <p>A file has its name only once all of it is on the disk, and only then are older ones deleted; the one before the newest is kept, for
 * disks lose bytes. Not thread-safe, and nothing else may write there; the content may come from another thread than the table's, if it
 * is a copy.
 */
public final class SnapshotFiles {

    /** What goes into a file, usually {@link ParcelTable#dump}. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it and leaves the channel open. */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /** Reads what its content wrote behind the table. */
    @FunctionalInterface
    public interface Rest {

        /** There is nothing behind the table. */
        Rest NONE = _ -> {};

        /**
         * Reads all of it and leaves the channel open.
         *
         * @throws RefusedSnapshot if it is damaged: the snapshot is passed over
         */
        void readFrom(ReadableByteChannel channel) throws IOException;
    }

    private static final int KEPT = 2;
    private static final long GREATEST = 8_999_999_999_999_999_999L;
    private static final Comparator<File> NEWEST_FIRST = Comparator.comparingLong(File::lsn).reversed();

    private final Path directory;
    private final int shard;
    private final Pattern name;

    /** @param directory where they are; it must exist */
    public SnapshotFiles(Path directory, int shard) {
        this.directory = directory;
        this.shard = shard;
        name = Pattern.compile("shard-%03d-([0-8]\\d{18})\\.table".formatted(shard));
    }

    /**
     * Makes a snapshot durable. If it fails, the earlier ones are as they were.
     *
     * @param lsn up to where in the log it reaches, not negative; the same as its content says
     * @return the log number of the older of the two snapshots kept, 0 while there is only one: what the log holds after it is still needed
     */
    public long write(long lsn, Content content) throws IOException {
        if (lsn < 0 || lsn > GREATEST) {
            throw new IllegalArgumentException("A log number is 0 to %d, not %d.".formatted(GREATEST, lsn));
        }
        var temporary = directory.resolve("shard-%03d.new".formatted(shard));
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
        Files.move(temporary, file(lsn), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        return dropOld();
    }

    /**
     * Reads the newest one that is whole.
     *
     * @throws IOException if the disk refuses to be read: an older snapshot must not stand in for a newer one that may be whole
     */
    public NewestSnapshot newest(int recordSize) throws IOException {
        return newest(recordSize, Rest.NONE);
    }

    /** The same where something follows the table; it may be read more than once, the last time counts. */
    public NewestSnapshot newest(int recordSize, Rest rest) throws IOException {
        var skipped = new ArrayList<Skipped>();
        for (var file : files()) {
            try {
                return new Found(load(file, recordSize, rest), skipped);
            } catch (RefusedSnapshot refused) {
                skipped.add(new Skipped(file.path(), refused.reason(), String.valueOf(refused.getMessage())));
            }
        }
        return new None(skipped);
    }

    private LoadedTable load(File file, int recordSize, Rest rest) throws IOException {
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            var loaded = ParcelTable.load(channel, shard, recordSize);
            try {
                rest.readFrom(channel);
            } catch (IOException | RuntimeException refused) {
                loaded.table().close();
                throw refused;
            }
            long left = channel.size() - channel.position();
            if (left == 0 && loaded.lsn() == file.lsn()) {
                return loaded;
            }
            loaded.table().close();
            throw new RefusedSnapshot(Reason.INCONSISTENT,
                    "It is of log number %d, its name says %d; %d bytes follow its end."
                            .formatted(loaded.lsn(), file.lsn(), left));
        }
    }

    private Path file(long lsn) {
        return directory.resolve("shard-%03d-%019d.table".formatted(shard, lsn));
    }

    private long dropOld() throws IOException {
        var files = files();
        for (var old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.delete(old.path());
        }
        return files.size() < KEPT ? 0 : files.get(KEPT - 1).lsn();
    }

    /** The shard's files, newest first. */
    private List<File> files() throws IOException {
        var files = new ArrayList<File>();
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                var matcher = name.matcher(entry.getFileName().toString());
                if (matcher.matches()) {
                    files.add(new File(entry, Long.parseLong(matcher.group(1))));
                }
            }
        }
        files.sort(NEWEST_FIRST);
        return files;
    }

    /** A new name is on the disk only when its directory is. */
    private void forceDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record File(Path path, long lsn) {}
}

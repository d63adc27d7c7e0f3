package io.waypost.watch.host;

import io.waypost.watch.record.Records;
import io.waypost.watch.record.UnreadableRecord;
import io.waypost.watch.record.WatchRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The book as of the place up to which the log may be cut: what concerns all parcels has to outlive the frames that told it.
 *
 * <p>Form: form (4), log number (8), arrival (4), count (4), then length (4) and bytes of each record, and CRC-32C (4) of all before.
 */
final class BookFile {

    private static final int FORM = 1;
    private static final int HEADER = 20;
    private static final int CHECKSUM = 4;

    private final Path folder;

    BookFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What the file says.
     *
     * @param lsn up to where in the log it was told, 0 at the beginning
     * @param arrival a second that the log had reached when it was written
     */
    record Contents(long lsn, int arrival, List<WatchRecord> records) {

        static final Contents EMPTY = new Contents(0, 0, List.of());

        Contents {
            records = List.copyOf(records);
        }
    }

    /** Throws {@link EngineFailure} if it is damaged: the log's beginning cannot be understood without it. */
    Contents read() throws IOException {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(file()));
        } catch (NoSuchFileException none) {
            return Contents.EMPTY;
        }
        if (bytes.remaining() < HEADER + CHECKSUM
                || checksum(bytes.slice(0, bytes.limit() - CHECKSUM)) != bytes.getInt(bytes.limit() - CHECKSUM)
                || bytes.getInt() != FORM) {
            throw damaged("its checksum or its form is wrong", null);
        }
        long lsn = bytes.getLong();
        int arrival = bytes.getInt();
        int count = bytes.getInt();
        var records = new ArrayList<WatchRecord>(count);
        try {
            for (int i = 0; i < count; i++) {
                int length = bytes.getInt();
                records.add(Records.read(bytes.slice(bytes.position(), length)));
                bytes.position(bytes.position() + length);
            }
        } catch (UnreadableRecord unreadable) {
            throw damaged(String.valueOf(unreadable.getMessage()), unreadable);
        }
        return new Contents(lsn, arrival, records);
    }

    /** Replaces the file durably; if that fails, the one before is as it was. */
    void write(Contents contents) throws IOException {
        var records = contents.records().stream().map(Records::write).toList();
        var bytes = ByteBuffer.allocate(HEADER + CHECKSUM
                + records.stream().mapToInt(record -> Integer.BYTES + record.remaining()).sum());
        bytes.putInt(FORM).putLong(contents.lsn()).putInt(contents.arrival()).putInt(records.size());
        records.forEach(record -> bytes.putInt(record.remaining()).put(record));
        bytes.putInt(checksum(bytes.slice(0, bytes.position()))).flip();
        var fresh = folder.resolve("book.new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path file() {
        return folder.resolve("book");
    }

    private EngineFailure damaged(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new EngineFailure("%s is damaged: %s.".formatted(file(), what), cause);
    }

    private static int checksum(ByteBuffer bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return (int) checksum.getValue();
    }
}

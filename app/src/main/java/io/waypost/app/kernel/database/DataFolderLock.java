package io.waypost.app.kernel.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second platform away from the same data folder; the system releases it when the process ends, however it ends. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataFolderLock take(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DataFolderLock(channel);
            }
        } catch (OverlappingFileLockException takenInThisProcess) {
            // Falls through: taken is taken.
        }
        channel.close();
        throw new IllegalStateException(
                """
                Another Waypost already uses the data folder %s.
                Maybe it is still running; stop it first, or choose another folder with --data DIR.\
                """
                        .formatted(data.toAbsolutePath()));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException("The lock of the data folder could not be released.", alreadyGone);
        }
    }
}

package io.waypost.watch.host;

import io.waypost.watch.shard.Shard;
import io.waypost.watch.table.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Path;

/** A shard, its files, and up to where in the log it is written down. */
final class OwnedShard implements AutoCloseable {

    private final int number;
    private final Shard shard;
    private final SnapshotFiles files;
    private final long restored;
    private final int skipped;
    private long written;

    private OwnedShard(int number, Shard.Restored restored, SnapshotFiles files) {
        this.number = number;
        this.shard = restored.shard();
        this.files = files;
        this.restored = restored.lsn();
        this.skipped = restored.skipped().size();
        this.written = restored.lsn();
    }

    /**
     * As it was written down.
     *
     * @param cut the log holds only what comes after that number
     * @throws EngineFailure if no snapshot reaches so far
     */
    static OwnedShard restore(Path folder, int number, int remembered, long cut) throws IOException {
        var files = new SnapshotFiles(folder, number);
        var restored = Shard.restore(files, number, remembered);
        if (restored.lsn() < cut) {
            restored.shard().close();
            throw new EngineFailure(
                    "Shard %d in %s has no snapshot that reaches to frame %d, where the log begins; passed over: %s"
                            .formatted(number, folder, cut, restored.skipped()),
                    null);
        }
        return new OwnedShard(number, restored, files);
    }

    /** Whether what stands there in the log is new to it. */
    boolean needs(long lsn) {
        return lsn > restored;
    }

    Shard shard() {
        return shard;
    }

    int number() {
        return number;
    }

    /** How many snapshots could not be used when it was restored. */
    int skipped() {
        return skipped;
    }

    /** Up to where in the log it is written down. */
    long written() {
        return written;
    }

    /** Writes it down as of there; gives back up to where the log is no longer needed for it. */
    long write(long lsn) throws IOException {
        long needed = shard.write(files, number, lsn);
        written = lsn;
        return needed;
    }

    @Override
    public void close() {
        shard.close();
    }
}

package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The log of scans (扫描日志): numbered frames in segment files, forced in groups. A frame is acknowledged when it is on disk, and then it
 * is never lost: a log that cannot keep that refuses to open. Safe for threads.
 *
 * <p>Numbers begin with 1 and leave nothing out, save for frames that failed on a full disk: their numbers are not given again while the log is open.
 */
public final class ScanLog implements Closeable {

    private final Storage storage;
    private final Segments segments;
    private final Gate gate;
    private final int batchBytes;
    private final Thread committer;

    private ScanLog(Storage storage, LogSettings settings, Recovered recovered) {
        this.storage = storage;
        this.segments = new Segments(recovered.segments());
        this.gate = new Gate(settings, recovered);
        this.batchBytes = settings.batchBytes();
        this.committer = Thread.ofPlatform().daemon().name("scan-log-committer")
                .unstarted(new Committer(gate, new SegmentWriter(storage, segments, settings, recovered)));
    }

    /**
     * Opens the log in the folder, or begins one; nobody else can open it until it is closed. Reads all of it: what a crash left
     * unacknowledged at the end is cut off. Throws {@link LogFailure} if the folder is in use, not accessible or not a folder, or if
     * anything acknowledged is damaged or missing.
     */
    public static ScanLog open(Path folder, LogSettings settings) {
        return open(FileStorage.open(folder), settings);
    }

    static ScanLog open(Storage storage, LogSettings settings) {
        boolean opened = false;
        try {
            var log = new ScanLog(storage, settings, Recovery.recover(storage, ThreadLocalRandom.current().nextLong()));
            log.committer.start();
            opened = true;
            return log;
        } catch (IOException e) {
            throw FileStorage.refusal(e, "The log in %s cannot be opened: %s".formatted(storage.path(""), e));
        } finally {
            if (!opened) {
                closeQuietly(storage);
            }
        }
    }

    /**
     * Takes a frame: copies what remains of the payload, and leaves the payload's position where it is. The frame is not durable yet.
     * Waits while two batches are unforced.
     *
     * @param shard   0 or more
     * @param arrival seconds since 1970, as the caller counts them
     * @return the frame's number
     * @throws LogFailure           if the log is full, failed or closed; the frame was not taken
     * @throws InterruptedException if interrupted while waiting; the frame was not taken
     */
    public long append(int shard, int arrival, ByteBuffer payload) throws InterruptedException {
        return appendBehind(Long.MAX_VALUE, shard, arrival, payload);
    }

    /**
     * The same of a frame that builds upon others: whenever it is on disk, all from that number on are. Fails if one of them was lost on a
     * full disk.
     */
    public long appendBehind(long first, int shard, int arrival, ByteBuffer payload) throws InterruptedException {
        if (shard < 0) {
            throw new IllegalArgumentException("The shard (%d) must not be negative.".formatted(shard));
        }
        if (!payload.hasRemaining() || payload.remaining() > batchBytes - Frames.HEADER) {
            throw new IllegalArgumentException("The payload (%d bytes) must have 1 to %d bytes."
                    .formatted(payload.remaining(), batchBytes - Frames.HEADER));
        }
        return gate.append(first, shard, arrival, payload);
    }

    /**
     * Returns when the frame, and everything before it, is on disk. The frame may be one that is not appended yet: then
     * it waits for that, also over a full disk.
     *
     * @throws LogFailure if that failed, or cannot happen any more
     */
    public void awaitDurable(long lsn) throws InterruptedException {
        gate.await(lsn, lsn);
    }

    /** The same of all frames from one number to another: none of them was lost. */
    public void awaitDurable(long first, long last) throws InterruptedException {
        gate.await(first, last);
    }

    /**
     * Completes when the frame, and everything before it, is on disk; with a {@link LogFailure} if that failed. Stages complete in the
     * order of the numbers on one thread of the log: what hangs on them should be short.
     */
    public CompletionStage<Void> durable(long lsn) {
        return gate.stage(lsn);
    }

    /**
     * Reads the durable frames from the number on. Throws {@link LogFailure} if they were dropped, and
     * {@link IllegalArgumentException} if the log has not come so far: then the caller knows more than the log does.
     */
    public LogReader read(long fromLsn) {
        long next = gate.next();
        if (fromLsn > next) {
            throw new IllegalArgumentException(
                    "Frame %d is asked for, but frame %d would be the next.".formatted(fromLsn, next));
        }
        var segment = segments.holding(fromLsn);
        if (segment == null) {
            throw new LogFailure(gate.state(), Reason.DROPPED,
                    "Frame %d was dropped: the log begins with frame %d.".formatted(fromLsn, firstLsn()), null);
        }
        return new LogReader(storage, segments, gate, segment, fromLsn);
    }

    /** Number of the first frame the log holds, or will hold when it is empty. */
    public long firstLsn() {
        return segments.first().first();
    }

    /** Number of the last frame on disk, 0 if there is none yet. */
    public long lastDurableLsn() {
        return gate.durable().lsn();
    }

    /** What the log can do now. */
    public LogState state() {
        return gate.state();
    }

    /**
     * Deletes the segments all of whose frames lie below the number, but never the last one. Also possible when the disk is full.
     * Throws {@link LogFailure} if the disk refuses.
     */
    public void dropBefore(long lsn) {
        try {
            segments.dropBefore(lsn, storage);
        } catch (IOException e) {
            throw new LogFailure(gate.state(), Reason.DISK_ERROR,
                    "Segments of %s cannot be deleted: %s".formatted(storage.path(""), e), e);
        }
    }

    /** Commits what was taken, then closes. Readers can still read; those who wait for what was not taken get a failure. */
    @Override
    public void close() {
        gate.close();
        boolean interrupted = false;
        while (true) {
            try {
                committer.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        gate.stopped();
        closeQuietly(storage);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Storage storage) {
        try {
            storage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

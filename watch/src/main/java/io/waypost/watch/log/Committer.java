package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes: one batch after the other, one force each. While it forces one the next gathers. What failed is taken
 * back on disk before anybody is told, as far as the disk allows.
 */
final class Committer implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Committer.class);

    private final Gate gate;
    private final SegmentWriter writer;

    Committer(Gate gate, SegmentWriter writer) {
        this.gate = gate;
        this.writer = writer;
    }

    @Override
    public void run() {
        try (writer) {
            work();
        } catch (IOException e) {
            LOGGER.warn("The last segment was not closed.", e);
        }
    }

    private void work() {
        try {
            boolean stop = false;
            while (!stop) {
                switch (gate.take()) {
                    case Task.Commit(var batch) -> commit(batch);
                    case Task.Probe(var next) -> probe(next);
                    case Task.Stop() -> stop = true;
                }
            }
            if (gate.state() == LogState.OPEN) {
                mark();
                writer.force(gate.durable().lsn());
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            giveUp(null, e);
        }
    }

    private void commit(Batch batch) {
        try {
            writer.write(batch, gate.durable().lsn());
            gate.durable(batch, writer.force(batch.last()));
        } catch (DiskFull e) {
            full(batch, e);
            return;
        } catch (IOException e) {
            giveUp(batch, e);
            return;
        }
        if (gate.isIdle()) {
            mark();
        }
    }

    private void mark() {
        try {
            writer.mark(gate.durable().lsn());
        } catch (IOException e) {
            LOGGER.debug("The mark up to frame {} was not written.", gate.durable().lsn(), e);
        }
    }

    private void full(Batch batch, DiskFull cause) {
        try {
            writer.undo();
        } catch (IOException e) {
            cause.addSuppressed(e);
            giveUp(batch, cause);
            return;
        }
        LOGGER.error("The disk is full: frames from {} on failed.", batch.first(), cause);
        gate.failed(batch, new LogFailure(LogState.FULL, Reason.DISK_FULL,
                "The disk is full: %s\nMaybe free some space; the log goes on by itself.".formatted(cause.getMessage()),
                cause));
    }

    private void probe(long next) {
        try {
            writer.probe(next, gate.durable().lsn());
            gate.probed(true);
            LOGGER.info("There is space again; the log goes on with frame {}.", next);
        } catch (DiskFull e) {
            LOGGER.debug("The disk is still full.", e);
            gate.probed(false);
        } catch (IOException e) {
            giveUp(null, e);
        }
    }

    private void giveUp(@Nullable Batch batch, Throwable cause) {
        LOGGER.error("The log failed behind frame {}.", gate.durable().lsn(), cause);
        try {
            // The pages may be in memory and not on disk; left there, the next opening would take them for durable.
            writer.undo();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        gate.failed(batch, new LogFailure(LogState.FAILED, Reason.DISK_ERROR,
                "The log failed behind frame %d: %s\nMaybe check the disk, then open the log again."
                        .formatted(gate.durable().lsn(), cause),
                cause, true));
    }
}

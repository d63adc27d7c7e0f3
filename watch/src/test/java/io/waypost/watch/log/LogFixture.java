package io.waypost.watch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Small logs, and payloads that can be checked by the tag they begin with. */
final class LogFixture {

    static final LogSettings SMALL = new LogSettings(4096, 2048, Duration.ZERO, Duration.ZERO);
    private static final int LONGEST = 600;

    record Read(long lsn, int shard, int arrival, long tag) {}

    private LogFixture() {}

    /** 8 to 600 bytes that depend on the tag only. */
    static ByteBuffer payload(long tag) {
        var random = new Random(tag);
        var bytes = new byte[Long.BYTES + random.nextInt(LONGEST - Long.BYTES)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes).putLong(0, tag);
    }

    static int shard(long tag) {
        return (int) (tag & 127);
    }

    static int arrival(long tag) {
        return (int) (tag * 31);
    }

    static long append(ScanLog log, long tag) throws InterruptedException {
        return log.append(shard(tag), arrival(tag), payload(tag));
    }

    /** Appends the tags and waits until the last is durable. */
    static void appendAll(ScanLog log, long from, long to) throws InterruptedException {
        long last = 0;
        for (long tag = from; tag <= to; tag++) {
            last = append(log, tag);
        }
        log.awaitDurable(last);
    }

    /** Appends the tags and waits for each. */
    static void appendEach(ScanLog log, long from, long to) throws InterruptedException {
        for (long tag = from; tag <= to; tag++) {
            log.awaitDurable(append(log, tag));
        }
    }

    static List<Read> readAll(ScanLog log) {
        return readFrom(log, log.firstLsn());
    }

    /** Reads to the end, and checks every frame against its tag. */
    static List<Read> readFrom(ScanLog log, long lsn) {
        var found = new ArrayList<Read>();
        try (var reader = log.read(lsn)) {
            while (reader.next()) {
                found.add(current(reader));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    static Read current(LogReader reader) {
        var payload = reader.payload();
        long tag = Long.reverseBytes(payload.getLong(0));
        assertThat(payload).as("payload of frame %d", reader.lsn()).isEqualTo(payload(tag));
        assertThat(reader.shard()).isEqualTo(shard(tag));
        assertThat(reader.arrival()).isEqualTo(arrival(tag));
        return new Read(reader.lsn(), reader.shard(), reader.arrival(), tag);
    }

    /** Returns when a force has begun that is not permitted to return. */
    static void untilForced(Semaphore forces) throws InterruptedException {
        until(() -> forces.getQueueLength() > 0);
    }

    static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
    }

    static List<Long> tags(List<Read> frames) {
        return frames.stream().map(Read::tag).toList();
    }

    static List<Long> lsns(List<Read> frames) {
        return frames.stream().map(Read::lsn).toList();
    }
}

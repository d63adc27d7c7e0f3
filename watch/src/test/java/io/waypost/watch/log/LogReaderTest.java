package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.append;
import static io.waypost.watch.log.LogFixture.appendAll;
import static io.waypost.watch.log.LogFixture.appendEach;
import static io.waypost.watch.log.LogFixture.current;
import static io.waypost.watch.log.LogFixture.readAll;
import static io.waypost.watch.log.LogFixture.readFrom;
import static io.waypost.watch.log.LogFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.log.LogFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Reading the log")
@Timeout(60)
class LogReaderTest {

    private static final int FRAMES = 2000;

    @TempDir
    Path folder;

    @Test
    void followsWhileItIsWritten() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            var writer = Thread.ofPlatform().start(() -> write(log));
            var seen = new ArrayList<Long>();
            try (var reader = log.read(1)) {
                while (seen.size() < FRAMES) {
                    if (reader.next()) {
                        seen.add(current(reader).tag());
                        assertThat(reader.lsn()).isEqualTo(seen.size()).isLessThanOrEqualTo(log.lastDurableLsn());
                    } else {
                        log.awaitDurable(seen.size() + 1);
                    }
                }
                assertThat(reader.next()).isFalse();
            }
            writer.join();
            assertThat(seen).isEqualTo(LongStream.rangeClosed(1, FRAMES).boxed().toList());
        }
    }

    private static void write(ScanLog log) {
        try {
            for (long tag = 1; tag <= FRAMES; tag++) {
                long lsn = append(log, tag);
                if (tag % 7 == 0) {
                    log.awaitDurable(lsn);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsNothingOfASegmentThatWasJustBegun() throws Exception {
        var disk = new FaultyDisk(2);
        try (var log = ScanLog.open(disk, SMALL)) {
            for (long tag = 1;; tag++) {
                int segments = disk.names().size();
                var forces = disk.holdForces();
                long lsn = append(log, tag);
                while (log.lastDurableLsn() < lsn) {
                    LogFixture.until(() -> forces.hasQueuedThreads() || log.lastDurableLsn() >= lsn);
                    if (disk.names().size() > segments && disk.file(disk.names().getLast()).size() > Segment.HEADER) {
                        boolean shown;
                        try (var reader = log.read(lsn)) {
                            shown = reader.next();
                        } finally {
                            // Otherwise the log could not be closed.
                            forces.release(1000);
                        }
                        assertThat(shown).isFalse();
                        return;
                    }
                    forces.release();
                    LogFixture.until(() -> forces.availablePermits() == 0 || log.lastDurableLsn() >= lsn);
                }
                forces.release(1000);
            }
        }
    }

    @Test
    void showsNothingThatIsNotDurable() throws Exception {
        var disk = new FaultyDisk(1);
        try (var log = ScanLog.open(disk, SMALL); var reader = log.read(1)) {
            var forces = disk.holdForces();
            append(log, 1);
            LogFixture.untilForced(forces);
            assertThat(reader.next()).isFalse();
            assertThat(log.durable(1).toCompletableFuture()).isNotDone();
            forces.release(100);
            log.awaitDurable(1);
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void readsFramesLargerThanItsBuffer() throws Exception {
        var large = new LogSettings(1 << 20, 1 << 20, Duration.ZERO, Duration.ZERO);
        try (var log = ScanLog.open(folder, large)) {
            for (int size : new int[]{100, 700_000, 10, 300_000, 1_000_000}) {
                log.awaitDurable(log.append(0, size, ByteBuffer.allocate(size)));
            }
            try (var reader = log.read(1)) {
                while (reader.next()) {
                    assertThat(reader.payload().remaining()).isEqualTo(reader.arrival());
                }
                assertThat(reader.lsn()).isEqualTo(5);
            }
        }
    }

    @Test
    void dropsWholeSegmentsAndNeverTheLast() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendEach(log, 1, 60);
            log.dropBefore(1);
            assertThat(log.firstLsn()).isEqualTo(1);
            log.dropBefore(30);
            long first = log.firstLsn();
            assertThat(first).isBetween(2L, 30L);
            assertThat(tags(readAll(log))).isEqualTo(LongStream.rangeClosed(first, 60).boxed().toList());
            assertThat(tags(readFrom(log, 30))).startsWith(30L).endsWith(60L);
            assertThatThrownBy(() -> log.read(first - 1)).hasMessageContaining("begins with frame %d".formatted(first))
                    .isInstanceOfSatisfying(LogFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.DROPPED));
            log.dropBefore(Long.MAX_VALUE);
            assertThat(log.firstLsn()).isLessThanOrEqualTo(60);
        }
        try (var log = ScanLog.open(folder, SMALL)) {
            assertThat(append(log, 61)).isEqualTo(61);
            log.awaitDurable(61);
            assertThat(tags(readAll(log))).endsWith(60L, 61L);
        }
    }

    @Test
    void saysWhenWhatItComesToWasDropped() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendAll(log, 1, 60);
            try (var reader = log.read(1)) {
                assertThat(reader.next()).isTrue();
                log.dropBefore(60);
                assertThatThrownBy(() -> readOn(reader)).isInstanceOfSatisfying(LogFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.DROPPED));
            }
        }
    }

    private static void readOn(LogReader reader) {
        long last = reader.lsn();
        while (reader.next()) {
            assertThat(reader.lsn()).isEqualTo(last + 1);
            last++;
        }
    }

    @Test
    void aReaderThatIsClosedOrNotBegunStandsNowhere() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendEach(log, 1, 1);
            var reader = log.read(1);
            assertThatThrownBy(reader::lsn).isInstanceOf(IllegalStateException.class);
            reader.close();
            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        }
    }
}

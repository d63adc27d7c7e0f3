package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.append;
import static io.waypost.watch.log.LogFixture.lsns;
import static io.waypost.watch.log.LogFixture.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Many who append")
@Timeout(60)
class ConcurrencyTest {

    private static final int CALLERS = 4;
    private static final int FRAMES = 500;

    @TempDir
    Path folder;

    @Test
    void leaveNoGapAndKeepTheirOwnOrder() throws Exception {
        try (var log = ScanLog.open(folder, SMALL); var callers = Executors.newFixedThreadPool(CALLERS)) {
            var done = new ArrayList<Future<List<Long>>>();
            for (long caller = 0; caller < CALLERS; caller++) {
                long first = caller * FRAMES;
                done.add(callers.submit(() -> appended(log, first)));
            }
            for (var each : done) {
                assertThat(each.get()).isSorted();
            }
            var frames = readAll(log);
            assertThat(lsns(frames)).isEqualTo(LongStream.rangeClosed(1, CALLERS * FRAMES).boxed().toList());
            for (int caller = 0; caller < CALLERS; caller++) {
                int own = caller;
                assertThat(frames.stream().map(LogFixture.Read::tag).filter(tag -> tag / FRAMES == own)).hasSize(FRAMES)
                        .isSorted();
            }
        }
    }

    private static List<Long> appended(ScanLog log, long firstTag) throws InterruptedException {
        var numbers = new ArrayList<Long>();
        for (long tag = firstTag; tag < firstTag + FRAMES; tag++) {
            numbers.add(append(log, tag));
            if (tag % 50 == 49) {
                log.awaitDurable(numbers.getLast());
                assertThat(log.lastDurableLsn()).isGreaterThanOrEqualTo(numbers.getLast());
            }
        }
        return numbers;
    }

    @Test
    void waitWhenTwoBatchesAreUnforced() throws Exception {
        var disk = new FaultyDisk(1);
        try (var log = ScanLog.open(disk, SMALL)) {
            var forces = disk.holdForces();
            var filler = Thread.ofPlatform()
                    .start(() -> assertThatThrownBy(() -> fill(log)).isInstanceOf(InterruptedException.class));
            LogFixture.untilForced(forces);
            LogFixture.until(() -> filler.getState() == Thread.State.WAITING);
            assertThat(log.lastDurableLsn()).isZero();
            assertThat(disk.used()).isLessThanOrEqualTo(Segment.HEADER + SMALL.batchBytes());
            filler.interrupt();
            filler.join();
            forces.release(1000);
        }
        try (var log = ScanLog.open(disk, SMALL)) {
            // At most two batches of two frames were taken, and those are there.
            assertThat(log.lastDurableLsn()).isBetween(3L, 4L);
        }
    }

    private static void fill(ScanLog log) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            log.append(0, 0, ByteBuffer.allocate(1000));
        }
    }

    @Test
    void gatherWhileTheDiskIsBusy() throws Exception {
        var disk = new FaultyDisk(1);
        try (var log = ScanLog.open(disk, SMALL)) {
            var forces = disk.holdForces();
            append(log, 1);
            LogFixture.untilForced(forces);
            for (int i = 2; i <= 20; i++) {
                log.append(0, 0, ByteBuffer.allocate(8));
            }
            // One force for the frame it was called for, one for all that came meanwhile.
            forces.release(2);
            log.awaitDurable(20);
            assertThat(forces.availablePermits()).isZero();
            forces.release(1000);
        }
    }
}

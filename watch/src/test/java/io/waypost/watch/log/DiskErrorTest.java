package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.append;
import static io.waypost.watch.log.LogFixture.appendEach;
import static io.waypost.watch.log.LogFixture.readAll;
import static io.waypost.watch.log.LogFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.log.LogFailure.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A disk that refuses")
@Timeout(60)
class DiskErrorTest {

    private final FaultyDisk disk = new FaultyDisk(1);

    @Test
    void failsTheLogWhenAForceFails() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.failForces(1);
            fails(log);
        }
        // The failed force left pages that count as clean: what is found now must be what is on disk.
        staysAway(disk.afterKill().afterPowerLoss());
        staysAway(disk);
    }

    @Test
    void failsTheLogWhenAWriteFails() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.failWrites(1);
            fails(log);
        }
        staysAway(disk);
    }

    @Test
    void failsTheLogWhenTheFullDiskCannotTakeBack() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.capacity(disk.used());
            disk.powerOffAfter(1);
            fails(log);
        }
    }

    @Test
    void failsTheLogWhenAProbeFails() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.capacity(disk.used());
            assertThatThrownBy(() -> appendEach(log, 6, 6)).isInstanceOf(LogFailure.class);
            disk.capacity(Long.MAX_VALUE);
            disk.failForces(1);
            assertThatThrownBy(() -> append(log, 7)).isInstanceOf(LogFailure.class);
            assertThat(log.state()).isEqualTo(LogState.FAILED);
            var names = disk.names();
            assertThatThrownBy(() -> append(log, 8)).isInstanceOf(LogFailure.class);
            assertThat(disk.names()).isEqualTo(names);
        }
        staysAway(disk);
    }

    @Test
    void tellsEverybodyWhoWaits() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            var forces = disk.holdForces();
            var first = log.durable(append(log, 1));
            var second = log.durable(append(log, 2));
            var future = log.durable(10);
            disk.failForces(1);
            forces.release(100);
            for (var stage : List.of(first, second, future)) {
                assertThat(stage.toCompletableFuture()).failsWithin(Duration.ofSeconds(30))
                        .withThrowableThat().withCauseInstanceOf(LogFailure.class);
            }
            assertThatThrownBy(() -> log.awaitDurable(10)).isInstanceOf(LogFailure.class);
        }
    }

    /** Pages that a failed force left clean in memory are not on disk, and no later force alone writes them. */
    @Test
    void writesAgainWhatOnlyMemoryHolds() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 3);
        }
        var name = disk.names().getLast();
        var content = disk.file(name).content();
        // As after a kill during the force of frame 3: no mark tells of it.
        var crashed = new FaultyDisk(2);
        crashed.put(name, new FaultyFile(Arrays.copyOf(content, content.length - Frames.HEADER)));
        crashed.file(name).keepsOnDiskOnly(content.length - 2 * Frames.HEADER);
        try (var log = ScanLog.open(crashed, SMALL)) {
            assertThat(log.lastDurableLsn()).isEqualTo(3);
            try (var again = ScanLog.open(crashed.afterPowerLoss(), SMALL)) {
                assertThat(tags(readAll(again))).containsExactly(1L, 2L, 3L);
            }
        }
    }

    private static void fails(ScanLog log) throws InterruptedException {
        long failed = append(log, 6);
        assertThatThrownBy(() -> log.awaitDurable(failed)).isInstanceOfSatisfying(LogFailure.class, failure -> {
            assertThat(failure.state()).isEqualTo(LogState.FAILED);
            assertThat(failure.reason()).isEqualTo(Reason.DISK_ERROR);
            assertThat(failure.mayReappear()).isTrue();
        });
        assertThat(log.state()).isEqualTo(LogState.FAILED);
        assertThatThrownBy(() -> append(log, 7)).isInstanceOf(LogFailure.class);
        assertThatThrownBy(() -> log.awaitDurable(failed)).isInstanceOf(LogFailure.class);
        assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private static void staysAway(FaultyDisk left) throws InterruptedException {
        try (var log = ScanLog.open(left, SMALL)) {
            assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L);
            appendEach(log, 8, 8);
            assertThat(log.state()).isEqualTo(LogState.OPEN);
        }
    }
}

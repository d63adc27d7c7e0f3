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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A full disk")
@Timeout(60)
class DiskFullTest {

    private final FaultyDisk disk = new FaultyDisk(1);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void failsWhatDoesNotFitAndGoesOnWhenThereIsSpace() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.capacity(disk.used());
            long failed = append(log, 6);
            assertThatThrownBy(() -> log.awaitDurable(failed)).isInstanceOfSatisfying(LogFailure.class, failure -> {
                assertThat(failure.state()).isEqualTo(LogState.FULL);
                assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
                assertThat(failure.mayReappear()).isFalse();
            });
            assertThat(log.state()).isEqualTo(LogState.FULL);
            assertThatThrownBy(() -> append(log, 7)).isInstanceOf(LogFailure.class);
            assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L);

            disk.capacity(Long.MAX_VALUE);
            appendEach(log, 8, 9);
            assertThat(log.state()).isEqualTo(LogState.OPEN);
            assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L, 8L, 9L);
            // The number of the lost frame was not given to another.
            assertThatThrownBy(() -> log.awaitDurable(failed)).isInstanceOf(LogFailure.class);
            assertThat(log.durable(failed).toCompletableFuture()).isCompletedExceptionally();
        }
        try (var log = ScanLog.open(disk, SMALL)) {
            assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L, 8L, 9L);
            assertThat(log.lastDurableLsn()).isEqualTo(8);
            assertThatThrownBy(() -> log.awaitDurable(6)).hasMessageContaining("Frames 6 to 6 failed");
        }
    }

    @Test
    void takesNothingThatBuildsUponLostFrames() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 5);
            disk.capacity(disk.used());
            long lost = append(log, 6);
            assertThatThrownBy(() -> log.awaitDurable(lost)).isInstanceOf(LogFailure.class);
            disk.capacity(Long.MAX_VALUE);
            long after = append(log, 7);
            assertThatThrownBy(
                    () -> log.appendBehind(5, LogFixture.shard(8), LogFixture.arrival(8), LogFixture.payload(8)))
                    .isInstanceOf(LogFailure.class);
            long behind = log.appendBehind(after, LogFixture.shard(9), LogFixture.arrival(9), LogFixture.payload(9));
            log.awaitDurable(after, behind);
            assertThatThrownBy(() -> log.awaitDurable(5, behind)).as("the last alone is there")
                    .isInstanceOf(LogFailure.class);
            assertThat(tags(readAll(log))).containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 9L);
        }
    }

    @Test
    void isTriedAgainNoMoreOftenThanAsked() throws Exception {
        var patient = new LogSettings(4096, 2048, Duration.ZERO, Duration.ofDays(1));
        try (var log = ScanLog.open(disk, patient)) {
            disk.capacity(disk.used());
            long failed = append(log, 1);
            assertThatThrownBy(() -> log.awaitDurable(failed)).isInstanceOf(LogFailure.class);
            disk.capacity(Long.MAX_VALUE);
            assertThatThrownBy(() -> append(log, 2)).isInstanceOf(LogFailure.class);
            assertThat(log.state()).isEqualTo(LogState.FULL);
        }
    }

    @Test
    void isRelievedByDroppingOldSegments() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 40);
            disk.capacity(disk.used());
            assertThatThrownBy(() -> appendEach(log, 41, 60)).isInstanceOf(LogFailure.class);
            log.dropBefore(30);
            appendEach(log, 61, 62);
            assertThat(tags(readAll(log))).endsWith(61L, 62L);
        }
    }

    @Test
    void doesNotEndTheWaitForFramesToCome() throws Exception {
        try (var log = ScanLog.open(disk, SMALL)) {
            disk.capacity(disk.used());
            var second = log.durable(2);
            var first = append(log, 1);
            assertThatThrownBy(() -> log.awaitDurable(first)).isInstanceOf(LogFailure.class);
            disk.capacity(Long.MAX_VALUE);
            assertThat(append(log, 3)).isEqualTo(2);
            assertThat(second.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void keepsALogFromBeginning() {
        disk.capacity(10);
        assertThatThrownBy(() -> ScanLog.open(disk, SMALL)).isInstanceOfSatisfying(LogFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL));
        disk.capacity(Long.MAX_VALUE);
        ScanLog.open(disk, SMALL).close();
    }

    /** Space comes and goes, and the machine stops: what was acknowledged is there, what was reported failed never is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingReportedFailedIsReadLater(long seed) throws InterruptedException {
        var random = new Random(seed);
        var current = new FaultyDisk(seed);
        var kept = new HashSet<Long>();
        var failed = new HashSet<Long>();
        long tag = 0;
        for (int round = 0; round < 4; round++) {
            try (var log = ScanLog.open(current, SMALL)) {
                var waiting = new ArrayList<CompletionStage<Void>>();
                long first = tag + 1;
                for (int i = 0; i < 30; i++) {
                    current.capacity(random.nextInt(3) > 0 ? Long.MAX_VALUE : current.used() + random.nextInt(3000));
                    waiting.add(appended(log, ++tag));
                    if (random.nextBoolean()) {
                        isKept(waiting.getLast());
                    }
                }
                for (int i = 0; i < waiting.size(); i++) {
                    (isKept(waiting.get(i)) ? kept : failed).add(first + i);
                }
                assertThat(tags(readAll(log))).containsExactlyInAnyOrderElementsOf(kept).noneMatch(failed::contains);
                current.capacity(Long.MAX_VALUE);
                current = random.nextBoolean() ? current.afterKill() : current.afterPowerLoss();
            }
        }
        try (var log = ScanLog.open(current, SMALL)) {
            assertThat(tags(readAll(log))).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    private static CompletionStage<Void> appended(ScanLog log, long tag) throws InterruptedException {
        try {
            return log.durable(append(log, tag));
        } catch (LogFailure e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static boolean isKept(CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().join();
            return true;
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(LogFailure.class,
                    failure -> assertThat(failure.mayReappear()).isFalse());
            return false;
        }
    }
}

package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.append;
import static io.waypost.watch.log.LogFixture.appendAll;
import static io.waypost.watch.log.LogFixture.appendEach;
import static io.waypost.watch.log.LogFixture.lsns;
import static io.waypost.watch.log.LogFixture.readAll;
import static io.waypost.watch.log.LogFixture.readFrom;
import static io.waypost.watch.log.LogFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The log of scans")
@Timeout(120)
class ScanLogTest {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasAppendedOverSeveralSegments() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendAll(log, 1, 200);
            assertThat(tags(readAll(log))).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        }
        try (var log = ScanLog.open(folder, SMALL)) {
            assertThat(log.lastDurableLsn()).isEqualTo(200);
            assertThat(append(log, 201)).isEqualTo(201);
            log.awaitDurable(201);
            var all = LongStream.rangeClosed(1, 201).boxed().toList();
            assertThat(tags(readAll(log))).isEqualTo(all);
            assertThat(lsns(readAll(log))).isEqualTo(all);
            assertThat(lsns(readFrom(log, 150))).isEqualTo(LongStream.rangeClosed(150, 201).boxed().toList());
        }
        assertThat(segmentCount()).isGreaterThan(5);
    }

    @Test
    void anEmptyLogBeginsWithOne() throws Exception {
        try (var log = ScanLog.open(folder.resolve("deep/inside"), LogSettings.defaults())) {
            assertThat(log.firstLsn()).isEqualTo(1);
            assertThat(log.lastDurableLsn()).isZero();
            assertThat(log.state()).isEqualTo(LogState.OPEN);
            assertThat(readAll(log)).isEmpty();
        }
        try (var log = ScanLog.open(folder.resolve("deep/inside"), LogSettings.defaults())) {
            assertThat(append(log, 5)).isEqualTo(1);
        }
    }

    @Test
    void costsLittleMoreThanItsPayload() throws Exception {
        try (var log = ScanLog.open(folder, LogSettings.defaults())) {
            for (int i = 0; i < 100; i++) {
                log.awaitDurable(log.append(i, i, ByteBuffer.allocate(256 * 32)));
            }
        }
        long bytes = Files.size(folder.resolve(new Segment(0, 1, 0).name()));
        // Every frame was committed alone: with its mark, the dearest case.
        assertThat(bytes / (100 * 256.0)).isBetween(32.0, 32.2);
    }

    @Test
    void closingCommitsWhatWasTaken() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            append(log, 1);
            append(log, 2);
        }
        try (var log = ScanLog.open(folder, SMALL)) {
            assertThat(tags(readAll(log))).containsExactly(1L, 2L);
        }
    }

    @Test
    void aClosedLogTakesNothingAndSaysSo() throws Exception {
        var log = ScanLog.open(folder, SMALL);
        append(log, 1);
        log.close();
        log.close();
        log.awaitDurable(1);
        assertThat(log.state()).isEqualTo(LogState.CLOSED);
        assertThatThrownBy(() -> append(log, 2)).isInstanceOfSatisfying(LogFailure.class, failure -> {
            assertThat(failure.state()).isEqualTo(LogState.CLOSED);
            assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
        });
        assertThatThrownBy(() -> log.awaitDurable(2)).isInstanceOf(LogFailure.class);
        assertThat(log.durable(2).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void stagesCompleteInOrder() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            var order = new ConcurrentLinkedQueue<Long>();
            var third = log.durable(3).thenRun(() -> order.add(3L));
            var first = log.durable(1).thenRun(() -> order.add(1L));
            appendEach(log, 1, 3);
            first.toCompletableFuture().join();
            third.toCompletableFuture().join();
            assertThat(order).containsExactly(1L, 3L);
            assertThat(log.durable(2).toCompletableFuture()).isCompleted();
        }
    }

    @Test
    void aSecondOpenerIsRefused() {
        try (var _ = ScanLog.open(folder, SMALL)) {
            refuses(folder, Reason.IN_USE);
        }
        ScanLog.open(folder, SMALL).close();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        refuses(Files.createFile(folder.resolve("file")), Reason.NOT_A_FOLDER);
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        var denied = Files.createDirectory(folder.resolve("denied"));
        Files.setPosixFilePermissions(denied, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(denied), "root may write everywhere");
        refuses(denied, Reason.NO_PERMISSION);
    }

    @Test
    void refusesWhatNoFrameCanBe() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            assertThatThrownBy(() -> log.append(-1, 0, ByteBuffer.allocate(1))).hasMessageContaining("(-1)");
            assertThatThrownBy(() -> log.append(0, 0, ByteBuffer.allocate(0))).hasMessageContaining("(0 bytes)");
            assertThatThrownBy(() -> log.append(0, 0, ByteBuffer.allocate(2048))).hasMessageContaining("1 to 2024");
            log.awaitDurable(log.append(0, 0, ByteBuffer.allocate(2024)));
            assertThatThrownBy(() -> log.read(3)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void thePayloadStaysAsItIs() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            var payload = ByteBuffer.wrap(new byte[]{0, 1, 2, 3, 4}).position(1).limit(4);
            log.awaitDurable(log.append(0, 0, payload));
            assertThat(payload.remaining()).isEqualTo(3);
            try (var reader = log.read(1)) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.payload()).isEqualTo(ByteBuffer.wrap(new byte[]{1, 2, 3}));
                assertThat(reader.next()).isFalse();
            }
        }
    }

    @Test
    void theDefaults() {
        assertThat(LogSettings.defaults()).isEqualTo(
                new LogSettings(67_108_864, 8_388_608, Duration.ofMillis(1), Duration.ofSeconds(1)));
        assertThatThrownBy(() -> new LogSettings(4096, 1, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("batchBytes (1)");
        assertThatThrownBy(() -> new LogSettings(1, 4096, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("segmentBytes (1)");
    }

    private static void refuses(Path path, Reason reason) {
        assertThatThrownBy(() -> ScanLog.open(path, SMALL)).hasMessageContaining(path.toString())
                .isInstanceOfSatisfying(LogFailure.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private long segmentCount() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Segment.isName(file.getFileName().toString())).count();
        }
    }
}

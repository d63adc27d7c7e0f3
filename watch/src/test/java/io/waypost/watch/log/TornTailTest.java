package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.append;
import static io.waypost.watch.log.LogFixture.appendAll;
import static io.waypost.watch.log.LogFixture.appendEach;
import static io.waypost.watch.log.LogFixture.lsns;
import static io.waypost.watch.log.LogFixture.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log whose end was torn")
class TornTailTest {

    @TempDir
    Path folder;

    @Test
    void opensAtEveryLengthOfItsLastFrames() throws Exception {
        var disk = new FaultyDisk(1);
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 20);
        }
        var name = last(disk);
        var whole = disk.file(name).content();
        long before = Segment.firstOf(name) - 1;
        long found = before;
        for (int length = 0; length <= whole.length; length++) {
            var cut = disk.afterKill();
            cut.put(name, new FaultyFile(Arrays.copyOf(whole, length)));
            try (var log = ScanLog.open(cut, SMALL)) {
                assertThat(log.lastDurableLsn()).as("cut at %d", length).isBetween(found, found + 1);
                found = log.lastDurableLsn();
                assertThat(lsns(readAll(log))).isEqualTo(LongStream.rangeClosed(1, found).boxed().toList());
                assertThat(append(log, 99)).isEqualTo(found + 1);
                log.awaitDurable(found + 1);
            }
            try (var log = ScanLog.open(cut, SMALL)) {
                assertThat(log.lastDurableLsn()).isEqualTo(found + 1);
            }
        }
        assertThat(found).isEqualTo(20);
        assertThat(before).isBetween(5L, 17L);
    }

    @Test
    void opensWithAnythingBehindTheLastFrame() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendAll(log, 1, 3);
        }
        var file = folder.resolve(new Segment(0, 1, 0).name());
        var sound = Files.readAllBytes(file);
        for (var junk : List.of(new byte[1], new byte[5000], "junk".repeat(100).getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(sound, Segment.HEADER, sound.length))) {
            Files.write(file, sound);
            Files.write(file, junk, StandardOpenOption.APPEND);
            try (var log = ScanLog.open(folder, SMALL)) {
                assertThat(log.lastDurableLsn()).isEqualTo(3);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(sound);
        }
    }

    @Test
    void deletesASegmentThatWasNeverBorn() throws Exception {
        try (var log = ScanLog.open(folder, SMALL)) {
            appendAll(log, 1, 3);
        }
        var unborn = folder.resolve(new Segment(0, 4, 3).name());
        for (int length = 0; length <= Segment.HEADER; length++) {
            Files.write(unborn, new byte[length]);
            try (var log = ScanLog.open(folder, SMALL)) {
                assertThat(log.lastDurableLsn()).isEqualTo(3);
            }
            assertThat(unborn).doesNotExist();
        }
    }

    @Test
    void takesNoPayloadForAMark() throws Exception {
        // The inner log's bytes are sound frames and marks, but of another log.
        var inner = new FaultyDisk(2);
        try (var log = ScanLog.open(inner, SMALL)) {
            appendEach(log, 1, 3);
        }
        var bytes = inner.file(last(inner)).content();
        var disk = new FaultyDisk(3);
        try (var log = ScanLog.open(disk, SMALL)) {
            log.awaitDurable(log.append(0, 0, ByteBuffer.wrap(bytes)));
        }
        var content = disk.file(last(disk)).content();
        var torn = Arrays.copyOf(content, content.length - Frames.HEADER);
        torn[Segment.HEADER + 8] ^= 1;
        var crashed = new FaultyDisk(4);
        crashed.put(last(disk), new FaultyFile(torn));
        try (var log = ScanLog.open(crashed, SMALL)) {
            assertThat(log.lastDurableLsn()).isZero();
        }
    }

    private static String last(FaultyDisk disk) {
        return disk.names().getLast();
    }
}

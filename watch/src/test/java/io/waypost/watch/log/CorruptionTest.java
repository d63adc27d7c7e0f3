package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static io.waypost.watch.log.LogFixture.appendEach;
import static io.waypost.watch.log.LogFixture.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.log.LogFailure.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A log in which something acknowledged is damaged")
class CorruptionTest {

    private final FaultyDisk disk = new FaultyDisk(7);

    @BeforeEach
    void fill() throws InterruptedException {
        try (var log = ScanLog.open(disk, SMALL)) {
            appendEach(log, 1, 40);
        }
        assertThat(disk.names()).hasSizeGreaterThan(2);
    }

    @Test
    void isRefusedForAnyByteOfItsLastSegment() {
        var name = disk.names().getLast();
        // The last mark alone proves nothing that the frames before it do not show.
        for (int offset = 0; offset < disk.file(name).size() - Frames.HEADER; offset++) {
            refuses(name, offset);
        }
    }

    @Test
    void isRefusedForAnyByteOfAnEarlierSegment() {
        var name = disk.names().get(1);
        for (int offset = 0; offset < disk.file(name).size(); offset++) {
            refuses(name, offset);
        }
    }

    @Test
    void tellsFileAndOffset() {
        var name = disk.names().getLast();
        var damaged = disk.afterKill();
        damaged.file(name).flip(Segment.HEADER + Frames.HEADER + 3);
        assertThatThrownBy(() -> ScanLog.open(damaged, SMALL)).hasMessageContaining("disk/" + name)
                .hasMessageContaining("at offset %d:".formatted(Segment.HEADER))
                .hasMessageContaining(
                        "with a wrong checksum where frame %d was expected".formatted(Segment.firstOf(name)))
                .hasMessageContaining("proves that it had been forced");
    }

    @Test
    void isRefusedWhenAnEarlierSegmentIsShorter() {
        var name = disk.names().getFirst();
        for (int length = 0; length < disk.file(name).size(); length++) {
            var damaged = disk.afterKill();
            damaged.put(name, new FaultyFile(Arrays.copyOf(disk.file(name).content(), length)));
            if (!missesOnlyAMark(name, length)) {
                refuses(damaged, "disk/");
            }
        }
    }

    /** The next segment's header proves the same as the last mark. */
    private boolean missesOnlyAMark(String name, int length) {
        return length == disk.file(name).size() - Frames.HEADER;
    }

    @Test
    void isRefusedWhenASegmentIsMissing() throws Exception {
        var damaged = disk.afterKill();
        damaged.delete(disk.names().get(1));
        refuses(damaged, "frames between are missing");
    }

    @Test
    void isRefusedWhenASegmentIsOfAnotherLog() throws Exception {
        var other = new FaultyDisk(8);
        try (var log = ScanLog.open(other, SMALL)) {
            appendEach(log, 1, 40);
        }
        var mixed = disk.afterKill();
        mixed.put(disk.names().get(1), other.file(disk.names().get(1)));
        refuses(mixed, "belongs to another log");
    }

    @Test
    void isNotChangedByTheRefusal() {
        var name = disk.names().getLast();
        var damaged = disk.afterKill();
        damaged.file(name).flip(Segment.HEADER + 30);
        var before = damaged.file(name).content();
        refuses(damaged, name);
        assertThat(damaged.file(name).content()).isEqualTo(before);
        assertThat(damaged.names()).isEqualTo(disk.names());
    }

    @Test
    void isNoticedByAReaderToo() {
        try (var log = ScanLog.open(disk, SMALL)) {
            disk.file(disk.names().get(1)).flip(Segment.HEADER + 40);
            assertThatThrownBy(() -> readAll(log)).hasMessageContaining(disk.names().get(1))
                    .hasMessageContaining("at offset %d:".formatted(Segment.HEADER))
                    .isInstanceOfSatisfying(LogFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.CORRUPT));
        }
    }

    private void refuses(String name, int offset) {
        var damaged = disk.afterKill();
        damaged.file(name).flip(offset);
        refuses(damaged, name);
    }

    private static void refuses(FaultyDisk damaged, String words) {
        assertThatThrownBy(() -> ScanLog.open(damaged, SMALL)).hasMessageContaining(words).hasMessageContaining("disk/")
                .isInstanceOfSatisfying(LogFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.CORRUPT));
    }
}

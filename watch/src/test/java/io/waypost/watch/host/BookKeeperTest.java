package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.log.LogSettings;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.record.Sender;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.table.Shards;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log is cut where nobody needs it any more, and what it told everybody outlives it. */
@DisplayName("P3 the keeper of the book")
class BookKeeperTest {

    private static final SiteDescribed FIRST = site(1, "O1");
    private static final SiteDescribed SECOND = site(2, "O2");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("cuts the log when every shard, the timelines and the sums have what comes before")
    void cuts() throws Exception {
        var file = new BookFile(folder);
        try (var log = log()) {
            var keeper = new BookKeeper(file, log, file.read());
            keeper.tells(3, FIRST);
            keeper.tells(90, SECOND);
            for (int shard = 0; shard < Shards.COUNT; shard++) {
                keeper.needs(shard, 60 + shard, 1_000);
            }
            assertThat(log.firstLsn()).as("the timelines need it").isEqualTo(1);
            assertThat(file.read()).isEqualTo(BookFile.Contents.EMPTY);
            keeper.timelinesNeed(95, 1_001);
            assertThat(log.firstLsn()).as("the sums need it").isEqualTo(1);
            keeper.sumsNeed(97, 1_001);
            assertThat(log.firstLsn()).isGreaterThan(1).isLessThanOrEqualTo(61);
            assertThat(file.read()).isEqualTo(new BookFile.Contents(60, 1_001, List.of(FIRST)));
            keeper.needs(0, 200, 1_002);
            assertThat(file.read().lsn()).isEqualTo(61);
        }
    }

    @Test
    @DisplayName("goes on from the book it wrote")
    void goesOn() throws Exception {
        var file = new BookFile(folder);
        file.write(new BookFile.Contents(5, 1_000, List.of(FIRST)));
        try (var log = log()) {
            var keeper = new BookKeeper(file, log, file.read());
            keeper.tells(4, FIRST);
            keeper.tells(6, SECOND);
            for (int shard = 0; shard < Shards.COUNT; shard++) {
                keeper.needs(shard, 7, 1_003);
            }
            keeper.timelinesNeed(7, 1_003);
            keeper.sumsNeed(7, 1_003);
        }
        assertThat(file.read()).isEqualTo(new BookFile.Contents(7, 1_003, List.of(FIRST, SECOND)));
    }

    @Test
    @DisplayName("keeps whose batches were taken, though the log that told it is cut")
    void numbers() throws Exception {
        var file = new BookFile(folder);
        try (var log = log()) {
            var keeper = new BookKeeper(file, log, file.read());
            keeper.tells(3, FIRST);
            keeper.tells(5, new BatchTaken("gate-7", 20, 1_000));
            keeper.tells(5, new BatchTaken("gate-7", 20, 1_000));
            keeper.tells(80, new BatchTaken("gate-7", 22, 1_000));
            for (int shard = 0; shard < Shards.COUNT; shard++) {
                keeper.needs(shard, 60, 1_001);
            }
            keeper.timelinesNeed(60, 1_001);
            keeper.sumsNeed(60, 1_001);
            assertThat(log.firstLsn()).isGreaterThan(5);
            var again = new BookKeeper(file, log, file.read());
            again.tells(80, new BatchTaken("gate-7", 22, 1_000));
            assertThat(again.senders()).isEqualTo(new SendersKnown(80,
                    List.of(new Sender("gate-7", 22, 0b101, 1, 1_000))));
        }
    }

    @Test
    @DisplayName("refuses a book in which a single bit is wrong")
    void damaged() throws Exception {
        var file = new BookFile(folder);
        file.write(new BookFile.Contents(5, 1_000, List.of(FIRST)));
        var bytes = Files.readAllBytes(folder.resolve("book"));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 4;
            Files.write(folder.resolve("book"), bytes);
            assertThatThrownBy(file::read).isInstanceOf(EngineFailure.class).hasMessageContaining("damaged");
            bytes[i] ^= 4;
        }
    }

    private ScanLog log() throws Exception {
        var settings = new LogSettings(256, 256, Duration.ZERO, Duration.ofSeconds(1));
        var log = ScanLog.open(Files.createDirectories(folder.resolve("log")), settings);
        long last = 0;
        for (int i = 0; i < 100; i++) {
            last = log.append(0, i, ByteBuffer.wrap(new byte[100]));
        }
        log.awaitDurable(last);
        return log;
    }

    private static SiteDescribed site(int number, String code) {
        return new SiteDescribed(number, new SiteIndex.Site(code, true, "440106"));
    }
}

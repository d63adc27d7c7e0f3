package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.table.NewestSnapshot.Found;
import io.waypost.watch.table.NewestSnapshot.None;
import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The snapshot files of a shard")
class SnapshotFilesTest {

    private static final int SHARD = 3;

    @TempDir
    private Path directory;

    private final ParcelTable table = new ParcelTable(32, 0);
    private SnapshotFiles files = new SnapshotFiles(Path.of("nowhere"), SHARD);

    @BeforeEach
    void open() {
        files = new SnapshotFiles(directory, SHARD);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void giveBackTheNewest() throws IOException {
        assertThat(files.newest(32)).isEqualTo(new None(List.of()));
        assertThat(write(10)).as("a single one may be damaged").isZero();
        assertThat(write(9_000_000_000L)).isEqualTo(10);
        assertFound(9_000_000_000L, 2);
    }

    @Test
    void keepTheOneBefore() throws IOException {
        write(10);
        write(20);
        assertThat(write(30)).isEqualTo(20);
        assertThat(names()).containsExactly("shard-003-0000000000000000020.table",
                "shard-003-0000000000000000030.table");
        assertThat(write(40)).isEqualTo(30);
    }

    @Test
    void leaveTheOlderOnesIfWritingFails() throws IOException {
        write(10);
        write(20);
        assertThatThrownBy(() -> files.write(30, channel -> {
            channel.write(ByteBuffer.wrap(new byte[100]));
            assertThat(names()).hasSize(3);
            throw new IOException("Disk full.");
        })).hasMessage("Disk full.");
        assertFound(20, 2);
        write(30);
        assertThat(names()).hasSize(2);
        assertFound(30, 3);
    }

    @Test
    void haveNoNameUntilTheyAreWhole() throws IOException {
        files.write(10, channel -> {
            table.dump(channel, SHARD, 10);
            assertThat(files.newest(32)).isInstanceOf(None.class);
        });
        assertFound(10, 0);
    }

    @Test
    void skipWhatIsDamagedAndSayWhy() throws IOException {
        write(10);
        write(20);
        var newest = directory.resolve("shard-003-0000000000000000020.table");
        var bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 30] ^= 4;
        Files.write(newest, bytes);
        assertThat(files.newest(32)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.loaded().lsn()).isEqualTo(10);
            assertThat(found.loaded().table().count()).isEqualTo(1);
            assertThat(found.skipped()).singleElement().satisfies(skipped -> {
                assertThat(skipped.file()).isEqualTo(newest);
                assertThat(skipped.reason()).isEqualTo(Reason.DAMAGED);
                assertThat(skipped.message()).contains("chunk 0 at byte 64");
            });
            found.loaded().table().close();
        });
    }

    @Test
    void skipAllIfNoneIsWhole() throws IOException {
        write(10);
        write(20);
        for (var name : names()) {
            Files.write(directory.resolve(name), new byte[0]);
        }
        assertThat(files.newest(32)).isInstanceOfSatisfying(None.class,
                none -> assertThat(none.skipped()).extracting(NewestSnapshot.Skipped::reason)
                        .containsExactly(Reason.TRUNCATED, Reason.TRUNCATED));
    }

    @Test
    void areNotTakenUnderAnotherNameOrWithMoreBehind() throws IOException {
        write(10);
        var whole = Files.readAllBytes(directory.resolve("shard-003-0000000000000000010.table"));
        Files.write(directory.resolve("shard-003-0000000000000000099.table"), whole);
        Files.write(directory.resolve("shard-003-0000000000000000010.table"), Arrays.copyOf(whole, whole.length + 1));
        Files.write(directory.resolve("shard-004-0000000000000000010.table"), whole);
        assertThat(files.newest(32)).isInstanceOfSatisfying(None.class,
                none -> assertThat(none.skipped()).extracting(NewestSnapshot.Skipped::reason)
                        .containsExactly(Reason.INCONSISTENT, Reason.INCONSISTENT));
        assertThat(new SnapshotFiles(directory, 4).newest(32)).isInstanceOfSatisfying(None.class,
                none -> assertThat(none.skipped()).extracting(NewestSnapshot.Skipped::reason)
                        .containsExactly(Reason.OTHER_TABLE));
    }

    @Test
    void areNotMixedUpWithThoseOfOthers() throws IOException {
        write(10);
        Files.createFile(directory.resolve("shard-003-9999999999999999999.table"));
        Files.createFile(directory.resolve("shard-003.new"));
        Files.createFile(directory.resolve("notes.txt"));
        new SnapshotFiles(directory, 30).write(5, channel -> table.dump(channel, 30, 5));
        write(20);
        write(30);
        assertFound(30, 3);
        assertThat(names()).contains("notes.txt", "shard-030-0000000000000000005.table");
    }

    @Test
    void areNotReplacedByAnOlderOneIfTheDiskRefuses() throws IOException {
        write(10);
        Files.createDirectory(directory.resolve("shard-003-0000000000000000020.table"));
        assertThatThrownBy(() -> files.newest(32)).isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedSnapshot.class);
    }

    @Test
    void wantALogNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> write(-1));
    }

    /** One parcel more each time. */
    private long write(long lsn) throws IOException {
        table.findOrInsert(lsn + 1);
        return files.write(lsn, channel -> table.dump(channel, SHARD, lsn));
    }

    private void assertFound(long lsn, int count) throws IOException {
        assertThat(files.newest(32)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.loaded().lsn()).isEqualTo(lsn);
            assertThat(found.loaded().table().count()).isEqualTo(count);
            assertThat(found.skipped()).isEmpty();
            found.loaded().table().close();
        });
    }

    private List<String> names() throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}

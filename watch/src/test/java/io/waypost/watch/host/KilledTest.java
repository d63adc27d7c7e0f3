package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.shard.ScanLogFixture;
import io.waypost.watch.sum.SumFile;
import io.waypost.watch.sum.SumShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is killed again and again finds the same as one that lives; rounds: {@code -Dwaypost.kills=200} for a long soak. */
@DisplayName("P3 the embedded engine, killed -9")
class KilledTest {

    private static final int KILLS = Integer.getInteger("waypost.kills", 6) / 2;
    /** So many that each life has work left: seven scans each, and a life takes some thousand. */
    private static final int PARCELS = Math.max(1_500, 700 * KILLS);
    private static final Pattern LINE = Pattern.compile(
            "-?\\d+ (silent since \\d+ at \\d+|heard of at \\d+: [A-Z_]+|suspected at \\d+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"21, 700", "22, 1000000"})
    @DisplayName("loses no scan that was acknowledged, finds the same and counts the same")
    void killed(long seed, int sealEvents) throws Exception {
        var random = new Random(seed);
        var fed = new Fed(ScanLogFixture.of(seed, PARCELS));
        int acknowledged = 0;
        int busy = 0;
        for (int i = 0; i < KILLS; i++) {
            var numbers = run(seed, sealEvents, 1 + random.nextInt(3), 300 + random.nextInt(900));
            if (!numbers.isEmpty()) {
                assertThat(numbers.getFirst()).as("where it goes on, not before what was acknowledged")
                        .isGreaterThanOrEqualTo(acknowledged);
                acknowledged = numbers.getLast();
                busy += acknowledged < fed.size() ? 1 : 0;
            }
        }
        System.out.printf("killed %d times, %d of them at work; %d of %d scans acknowledged by then%n", KILLS, busy,
                acknowledged, fed.size());
        run(seed, sealEvents, 2, 0);
        // What was being written when it was killed may be half a line, which is written again behind it.
        var lines = Files.readAllLines(folder.resolve("findings")).stream()
                .filter(line -> LINE.matcher(line).matches());
        assertThat(lines.distinct().sorted().toList()).isEqualTo(fed.expected().stream().distinct().toList());
        var sums = new HashMap<String, List<Long>>();
        SumFile.read(folder.resolve("counted"), sums);
        assertThat(SumShelf.withoutZeros(sums)).isEqualTo(fed.sums());
    }

    /** Lets it live for so long after its first word, to the end if 0; gives back where it went on and what it acknowledged. */
    private List<Integer> run(long seed, int sealEvents, int workers, int milliseconds) throws Exception {
        var out = folder.resolve("out");
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                EngineChild.class.getName(), folder.toString(), Long.toString(seed), Integer.toString(PARCELS),
                Integer.toString(workers), Integer.toString(sealEvents)).redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile()).start();
        if (milliseconds == 0) {
            assertThat(process.waitFor(240 + 5L * KILLS, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(out)).as(Files.readString(folder.resolve("errors"))).endsWith("done\n");
            return List.of();
        }
        while (process.isAlive() && Files.size(out) == 0) {
            Thread.sleep(5);
        }
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return Files.readString(out).lines().filter(line -> line.matches("\\d+")).map(Integer::valueOf).toList();
    }
}

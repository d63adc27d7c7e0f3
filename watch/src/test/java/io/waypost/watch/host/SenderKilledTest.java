package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("P3 numbered batches, killed -9")
class SenderKilledTest {

    /** So many bytes of what it says, some 150 batches: on a busy machine it would write less than the segment that is to be cut. */
    private static final int ENOUGH = 1_500;
    private static final int KILLS = 5;
    private static final int REPEATED = 30;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are known when they were answered, and never when a scan of theirs is not there")
    void killed() throws Exception {
        var random = new Random(4);
        long answered = 0;
        for (int i = 0; i < KILLS; i++) {
            long before = answered;
            var said = run(Math.max(1, answered - REPEATED + 1), 100 + random.nextInt(400));
            assertThat(said).as("life %d", i).isNotEmpty().allSatisfy(line -> {
                if (number(line) <= before && number(line) > 1) {
                    assertThat(line).as("it was answered before the kill").endsWith(" known");
                }
            });
            answered = Math.max(before, number(said.getLast()));
            if (i == KILLS / 2) {
                // An orderly end writes all shards down, so that the log is cut.
                SenderChild.open(folder).close();
                assertThat(folder.resolve("book")).exists();
            }
        }
        System.out.printf("killed %d times; %d batches answered%n", KILLS, answered);
        try (var engine = SenderChild.open(folder)) {
            engine.awaitTimelines(engine.state().durable());
            assertThat(engine.senders().has(SenderChild.SENDER, answered)).isTrue();
            assertThat(engine.senders().missing()).isZero();
            for (long number = Math.max(1, answered - 62); number < answered + 5; number++) {
                if (engine.senders().has(SenderChild.SENDER, number)) {
                    assertThat(SenderChild.whole(engine, number)).as("number %d", number).isTrue();
                }
            }
        }
    }

    /** Lets it live for so long after its first words; gives back what it said. */
    private List<String> run(long first, int milliseconds) throws Exception {
        var out = folder.resolve("out");
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SenderChild.class.getName(), folder.toString(), Long.toString(first)).redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile()).start();
        while (process.isAlive() && Files.size(out) < ENOUGH) {
            Thread.sleep(5);
        }
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).as(Files.readString(folder.resolve("errors"))).isTrue();
        process.destroyForcibly().waitFor();
        return Files.readString(out).lines().filter(line -> line.matches("\\d+ (known|taken)")).toList();
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }
}

package io.waypost.watch.host;

import io.waypost.watch.log.LogSettings;
import io.waypost.watch.shard.ScanLogFixture;
import io.waypost.watch.sum.SumFile;
import io.waypost.watch.timeline.TimelinePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A process that feeds an engine, and is killed: goes on after the last scan on disk, says when it has come to the end. */
final class EngineChild {

    private EngineChild() {}

    /** Arguments: folder, seed, parcels, workers, scans after which timelines go to disk. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var fed = new Fed(ScanLogFixture.of(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2])));
        var log = new LogSettings(16 << 10, 64 << 10, Duration.ofMillis(1), Duration.ofSeconds(1));
        var settings = new EngineSettings(folder, Integer.parseInt(arguments[3]), Duration.ofDays(Fed.REMEMBERED_DAYS),
                600, new ReplayDebt(300, 200_000),
                new TimelineSettings(Duration.ofDays(400), Integer.parseInt(arguments[4]), TimelinePlan.defaults()),
                log);
        try (var findings = FileChannel.open(folder.resolve("findings"), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
                var engine = WatchEngine.open(settings, found -> write(findings, found),
                        new SumFile(folder.resolve("counted")), fed.clock::get)) {
            long described = fed.described(engine);
            int next = Math.toIntExact(engine.state().durable() - described);
            System.out.println(next);
            while (next < fed.size()) {
                int until = Math.min(next + 15, fed.size());
                engine.awaitDurable(fed.feed(engine, next, until));
                next = until;
                System.out.println(next);
            }
            fed.finish(engine);
            fed.assertTimelines(engine);
        }
        System.out.println("done");
    }

    private static void write(FileChannel findings, List<WatchFinding> found) {
        var text = found.stream().map(Fed::line).collect(Collectors.joining("\n", "", "\n"));
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            synchronized (findings) {
                while (bytes.hasRemaining()) {
                    findings.write(bytes);
                }
                findings.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

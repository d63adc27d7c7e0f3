import io.waypost.core.watch.CompactScan;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.sum.ScanCount;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How many scans a second one thread sums up, from frames in memory; and how large what it hands over each minute is. */
final class SumBench {

    private record Frame(int shard, int arrival, ByteBuffer payload) {}

    private final ScanBatch batch = new ScanBatch();
    private final List<Frame> frames = new ArrayList<>();
    private long scans;
    private int arrival;

    private SumBench() {}

    /** Arguments: folder, parcels. */
    public static void main(String[] arguments) throws Exception {
        run(Path.of(arguments[0]), new Scans(Integer.parseInt(arguments[1]), 200_000));
    }

    static void run(Path folder, Scans made) throws Exception {
        var bench = new SumBench();
        made.forEach(new Scans.Taker() {
            @Override
            public void scan(long key, CompactScan scan) {
                bench.batch.add(key, scan, made.device, made.operator);
                bench.arrival = scan.arrival;
                bench.scans++;
                if (bench.batch.size() == Feed.BATCH) {
                    bench.send();
                }
            }

            @Override
            public void minute(int second) {
                bench.send();
            }
        });
        bench.sum(folder);
    }

    private void send() {
        for (var frame : batch.frames()) {
            var copy = ByteBuffer.allocate(frame.payload().remaining()).put(frame.payload().duplicate()).flip();
            frames.add(new Frame(frame.shard(), arrival, copy));
        }
        batch.clear();
    }

    private void sum(Path folder) throws Exception {
        try (var count = ScanCount.restore(Files.createDirectories(folder), 0)) {
            var clock = ManagementFactory.getThreadMXBean();
            long rows = 0;
            long handOvers = 0;
            long handingOver = 0;
            long lsn = 0;
            int minute = 0;
            long began = clock.getCurrentThreadCpuTime();
            for (var frame : frames) {
                if (frame.arrival / 60 != minute) {
                    minute = frame.arrival / 60;
                    long before = clock.getCurrentThreadCpuTime();
                    var sums = count.sums(lsn, lsn);
                    rows += sums.siteLags().size() + sums.deviceLags().size() + sums.work().size() + sums.held().size();
                    handOvers++;
                    count.clear();
                    handingOver += clock.getCurrentThreadCpuTime() - before;
                }
                count.apply(frame.shard, ++lsn, frame.payload, frame.arrival, true);
            }
            long all = clock.getCurrentThreadCpuTime() - began;
            say("sums: scans a second of one thread's time", scans / ((all - handingOver) / 1e9));
            say("sums: the same with what is handed over each minute", scans / (all / 1e9));
            say("sums: rows a minute", rows / (double) handOvers);
        }
    }

    private static void say(String name, double value) {
        System.out.printf("%s\t%.1f%n", name, value);
    }
}

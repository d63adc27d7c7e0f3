import io.waypost.core.watch.CompactScan;
import java.nio.file.Path;

/** One keeper of the watch's state on the made-up log, in a process of its own. Arguments: which, folder, parcels, workers. */
final class PeerBench {

    private PeerBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        int parcels = Integer.parseInt(arguments[2]);
        int workers = Integer.parseInt(arguments[3]);
        var found = switch (arguments[0]) {
            case "engine" -> EnginePeer.run(folder, parcels, workers);
            case "flink-heap" -> FlinkPeer.run(folder, parcels, workers, "hashmap");
            case "flink-rocksdb" -> FlinkPeer.run(folder, parcels, workers, "rocksdb");
            case "streams" -> StreamsPeer.run(folder, parcels);
            case "postgres" -> PostgresPeer.run(folder, parcels);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        Measured.say("scans", scans(parcels));
        Measured.say("findings", found.count());
        // As a text: a number of JavaScript would not hold it.
        System.out.printf("digest\t%s%n", found.digest());
    }

    private static long scans(int parcels) throws Exception {
        var counter = new Scans.Taker() {
            private long scans;

            @Override
            public void scan(long key, CompactScan scan) {
                scans++;
            }

            @Override
            public void minute(int second) {
                // Only scans are counted.
            }
        };
        new Scans(parcels).forEach(counter);
        return counter.scans;
    }
}

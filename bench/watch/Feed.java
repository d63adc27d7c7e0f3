import io.waypost.core.watch.CompactScan;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.host.WatchEngine;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives an engine made-up scans in batches as a gateway would send them; acknowledged some batches later. */
final class Feed implements Scans.Taker {

    static final int BATCH = 5_000;

    private final WatchEngine engine;
    private final Scans made;
    private final AtomicInteger clock;
    private final ScanBatch batch = new ScanBatch();
    /** How many scans were given. */
    long scans;
    /** The number of the last frame. */
    long last;

    /** @param clock is set to the arrival of each scan */
    Feed(WatchEngine engine, Scans made, AtomicInteger clock) {
        this.engine = engine;
        this.made = made;
        this.clock = clock;
    }

    @Override
    public void scan(long key, CompactScan scan) throws Exception {
        clock.setPlain(scan.arrival);
        batch.add(key, scan, made.device, made.operator);
        scans++;
        if (batch.size() == BATCH) {
            send();
        }
    }

    @Override
    public void minute(int second) throws Exception {
        send();
    }

    private void send() throws Exception {
        if (batch.size() > 0) {
            last = engine.append(batch);
            batch.clear();
        }
    }
}

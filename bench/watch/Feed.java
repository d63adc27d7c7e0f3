import io.waypost.core.watch.CompactScan;
import io.waypost.watch.host.ScanBatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives made-up scans to a host of the watch in batches, as a gateway would send them. */
class Feed implements Scans.Taker {

    static final int BATCH = 5_000;

    /** Takes a batch; gives back the number of its last frame, 0 where it has none. */
    interface Sender {

        long send(ScanBatch batch) throws Exception;
    }

    private final Sender sender;
    private final Scans made;
    private final AtomicInteger clock;
    private final ScanBatch batch = new ScanBatch();
    /** How many scans were given. */
    long scans;
    /** The number of the last frame. */
    long last;

    /** @param clock is set to the arrival of each scan */
    Feed(Sender sender, Scans made, AtomicInteger clock) {
        this.sender = sender;
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
            last = sender.send(batch);
            batch.clear();
        }
    }
}

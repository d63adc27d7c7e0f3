import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.CompactFindings;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.ParcelAside;
import io.waypost.core.watch.ParcelState;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.record.ScanRow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The rule of the embedded engine over rows and scans as bytes, as a peer keeps them: the same code decides, and what is measured is who
 * keeps the state. The bytes are the leanest form there is, which is kind to the peers. One thread owns it.
 */
final class Rule implements CompactFindings {

    /** A scan as the engine's log writes it, and its arrival. */
    static final int SCAN = ScanRow.SIZE + Integer.BYTES;
    /** A parcel's state, and its deadline. */
    static final int ROW = 48;
    /** Seconds after its last scan for which a parcel is remembered that has come to its end. */
    static final int REMEMBERED = 15 * 86_400;
    static final int NEVER = CompactWatch.NEVER;

    private static final int DUE = 44;

    private final CompactWatch watch;
    private final Found found;
    private final ParcelState state = new ParcelState();
    private final CompactScan scan = new CompactScan();
    private ParcelAside nothing = new ParcelAside();
    private long key;

    Rule(Scans made, Found found) {
        this.found = found;
        var sites = new SiteIndex();
        made.sites.forEach(sites::describe);
        var lanes = new LaneIndex();
        made.lanes.forEach(lanes::number);
        watch = new CompactWatch(List.of(DefaultLimits.table()), PauseRules.defaults(), _ -> new int[0], sites, lanes);
    }

    static byte[] bytes(long key, CompactScan scan) {
        var bytes = over(new byte[SCAN]);
        ScanRow.put(bytes, key, scan, 0, 0);
        bytes.putInt(ScanRow.SIZE, scan.arrival);
        return bytes.array();
    }

    static long key(byte[] scan) {
        return over(scan).getLong(0);
    }

    /** A parcel that was never seen and waits for nothing. */
    static byte[] fresh() {
        var row = new byte[ROW];
        over(row).putInt(DUE, NEVER);
        return row;
    }

    /** When the parcel has to be looked at again at the latest. */
    static int due(byte[] row) {
        return over(row).getInt(DUE);
    }

    /** Applies a scan to its parcel's row; whether its deadline has become earlier. */
    boolean scanned(byte[] row, byte[] bytes) {
        var from = over(bytes);
        key = ScanRow.key(from, 0);
        ScanRow.read(from, 0, scan);
        scan.arrival = from.getInt(ScanRow.SIZE);
        var aside = read(row);
        scan.historic |= !state.seen() && scan.arrival - scan.at > REMEMBERED;
        watch.onScan(state, aside, scan, this);
        write(row, aside);
        int next = next(aside);
        if (next >= due(row)) {
            return false;
        }
        over(row).putInt(DUE, next);
        return true;
    }

    /**
     * Fires what was due before that second, and sets the next deadline.
     *
     * @return false if the parcel is to be forgotten
     */
    boolean passed(long parcel, byte[] row, int now) {
        key = parcel;
        var aside = read(row);
        if (over() && state.lastArrival + REMEMBERED < now) {
            return false;
        }
        watch.advance(state, aside, now, this);
        write(row, aside);
        over(row).putInt(DUE, next(aside));
        return true;
    }

    @Override
    public void raised(ParcelState raised, int at) {
        found.add(key, "SILENT", at);
    }

    @Override
    public void cleared(ParcelState before, int at, ClearCause cause) {
        found.add(key, cause.name(), at);
    }

    @Override
    public void suspected(ParcelState state, int at) {
        found.add(key, "SUSPECTED", at);
    }

    private int next(ParcelAside aside) {
        return over() ? state.lastArrival + REMEMBERED : watch.next(state, aside);
    }

    private boolean over() {
        return state.seen() && ScanType.ofCode(state.type).terminal();
    }

    private ParcelAside read(byte[] row) {
        var from = over(row);
        state.lastAt = from.getInt(0);
        state.lastArrival = from.getInt(4);
        state.site = from.getInt(8);
        state.nextSite = from.getInt(12);
        state.lane = from.getInt(16);
        state.type = from.getInt(20);
        state.stage = from.getInt(24);
        state.limitVersion = from.getShort(28);
        state.warnings = from.getShort(30);
        state.flags = from.getShort(32);
        state.course = Short.toUnsignedInt(from.getShort(34));
        int warnedAt = from.getInt(36);
        int ownEndsBy = from.getInt(40);
        // Nobody gives pauses in this log.
        return (warnedAt | ownEndsBy) == 0 ? nothing : ParcelAside.of(warnedAt, ownEndsBy, List.of());
    }

    private void write(byte[] row, ParcelAside aside) {
        boolean kept = (state.flags & (ParcelState.WARNED | ParcelState.OWN_PAUSE_ENDED)) != 0;
        over(row).putInt(0, state.lastAt).putInt(4, state.lastArrival).putInt(8, state.site).putInt(12, state.nextSite)
                .putInt(16, state.lane).putInt(20, state.type).putInt(24, state.stage)
                .putShort(28, (short) state.limitVersion).putShort(30, (short) state.warnings).putShort(32, (short) state.flags)
                .putShort(34, (short) state.course)
                .putInt(36, kept ? aside.warnedAt() : 0).putInt(40, kept ? aside.ownEndsBy() : 0);
        if (kept && aside == nothing) {
            nothing = new ParcelAside();
        }
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

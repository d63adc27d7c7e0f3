import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.table.WaybillKey;
import java.util.ArrayList;
import java.util.List;

/** Made-up scans in the order of their arrival: seven a parcel over a day and a half; one parcel in a hundred stops on its way. */
final class Scans {

    private static final ScanType[] JOURNEY = {ScanType.PICKED_UP, ScanType.DEPARTED, ScanType.ARRIVED,
            ScanType.DEPARTED, ScanType.ARRIVED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGNED};
    private static final int START = 1_780_000_000;
    private static final int STEP_MINUTES = 300;
    private static final int PARCELS_A_MINUTE = 5_000;
    private static final int HUBS = 100;
    private static final int OUTLETS = 7_000;
    private static final String[] DIVISIONS = {"440106", "510104", "110105", "330106", "650102", "420106", "210102"};

    final List<SiteIndex.Site> sites = new ArrayList<>();
    final List<Lane> lanes = new ArrayList<>();
    final long[] keys;
    private final LaneIndex laneIndex = new LaneIndex();
    private final int[] stages = new int[JOURNEY.length];

    interface Taker {

        void scan(long key, CompactScan scan) throws Exception;

        /** All scans of that minute were given. */
        void minute(int second) throws Exception;
    }

    Scans(int parcels) {
        for (int i = 0; i < HUBS + OUTLETS; i++) {
            sites.add(new SiteIndex.Site((i < HUBS ? "H" : "O") + i, i >= HUBS, DIVISIONS[i % DIVISIONS.length]));
        }
        for (var from : DIVISIONS) {
            for (var to : DIVISIONS) {
                laneIndex.number(from, to);
            }
        }
        for (int i = 1; i < laneIndex.size(); i++) {
            lanes.add(laneIndex.lane(i));
        }
        for (int step = 0; step < JOURNEY.length; step++) {
            stages[step] = JOURNEY[step].stage(outlet(step), step == 3).code();
        }
        keys = new long[parcels];
        // Neighbours in time are strangers in memory.
        long stride = 1_000_003;
        for (int i = 0; i < parcels; i++) {
            keys[i] = WaybillKey.of("YT" + (7_000_000_000_000L + i * stride % parcels));
        }
    }

    int start() {
        return START;
    }

    /** After the last scan, when all that stopped are silent. */
    int end() {
        return START + (minutes() + JOURNEY.length * STEP_MINUTES) * 60 + 20 * 86_400;
    }

    void forEach(Taker taker) throws Exception {
        var scan = new CompactScan();
        for (int minute = 0; minute < minutes() + JOURNEY.length * STEP_MINUTES; minute++) {
            int second = START + minute * 60;
            for (int step = 0; step < JOURNEY.length; step++) {
                int first = (minute - step * STEP_MINUTES) * PARCELS_A_MINUTE;
                for (int i = Math.max(first, 0); i < Math.min(first + PARCELS_A_MINUTE, keys.length); i++) {
                    if (i % 100 == 7 && step > i / 100 % (JOURNEY.length - 1)) {
                        continue;
                    }
                    fill(scan, i, step, second);
                    taker.scan(keys[i], scan);
                }
            }
            taker.minute(second);
        }
    }

    private void fill(CompactScan scan, int parcel, int step, int second) {
        int from = HUBS + 1 + Math.floorMod(parcel * 31, OUTLETS);
        int to = HUBS + 1 + Math.floorMod(parcel * 17 + 5, OUTLETS);
        int hub = 1 + parcel % HUBS;
        scan.at = second - 20;
        scan.arrival = second;
        scan.type = JOURNEY[step].code();
        scan.stage = stages[step];
        scan.site = step < 2 ? from : step < 4 ? hub : to;
        scan.nextSite = step == 1 ? hub : step == 3 ? to : SiteIndex.NONE;
        scan.lane = laneIndex.number(sites.get(scan.site - 1).division(), sites.get(to - 1).division());
        scan.bagged = false;
        scan.historic = false;
    }

    private int minutes() {
        return (keys.length + PARCELS_A_MINUTE - 1) / PARCELS_A_MINUTE;
    }

    private static boolean outlet(int step) {
        return step < 2 || step > 3;
    }
}

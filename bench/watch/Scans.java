import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.table.WaybillKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up scans in the order of their arrival: seven a parcel over a day and a half; one parcel in a hundred stops on its way. A scan is
 * up to two minutes old when it comes, one in a hundred up to three hours; a site has devices and people of its own.
 */
final class Scans {

    private static final ScanType[] JOURNEY = {ScanType.PICKED_UP, ScanType.DEPARTED, ScanType.ARRIVED,
            ScanType.DEPARTED, ScanType.ARRIVED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGNED};
    private static final int START = 1_780_000_000;
    private static final int STEP_MINUTES = 300;
    /** As many as set out in a network of 72 million parcels a day. */
    private static final int PARCELS_A_MINUTE = 50_000;
    private static final int DEVICES = 5;
    private static final int PEOPLE = 8;
    // Neighbours in time are strangers in memory.
    private static final long STRIDE = 1_000_003;
    private static final int HUBS = 100;
    private static final int OUTLETS = 7_000;
    private static final String[] DIVISIONS = {"440106", "510104", "110105", "330106", "650102", "420106", "210102"};

    final List<SiteIndex.Site> sites = new ArrayList<>();
    final List<Lane> lanes = new ArrayList<>();
    /** Who scanned what is being given. */
    int device;
    int operator;
    private final int parcels;
    private final int parcelsAMinute;
    private final long firstKey = WaybillKey.of("YT7000000000000");
    /** By the divisions of the two ends. */
    private final int[] laneNumbers = new int[DIVISIONS.length * DIVISIONS.length];
    private final int[] stages = new int[JOURNEY.length];

    interface Taker {

        void scan(long key, CompactScan scan) throws Exception;

        /** All scans of that minute were given. */
        void minute(int second) throws Exception;
    }

    Scans(int parcels) {
        this(parcels, PARCELS_A_MINUTE);
    }

    /** @param parcelsAMinute how many set out each minute */
    Scans(int parcels, int parcelsAMinute) {
        this.parcels = parcels;
        this.parcelsAMinute = parcelsAMinute;
        for (int i = 0; i < HUBS + OUTLETS; i++) {
            sites.add(new SiteIndex.Site((i < HUBS ? "H" : "O") + i, i >= HUBS, DIVISIONS[i % DIVISIONS.length]));
        }
        var laneIndex = new LaneIndex();
        for (int from = 0; from < DIVISIONS.length; from++) {
            for (int to = 0; to < DIVISIONS.length; to++) {
                laneNumbers[from * DIVISIONS.length + to] = laneIndex.number(DIVISIONS[from], DIVISIONS[to]);
            }
        }
        for (int i = 1; i < laneIndex.size(); i++) {
            lanes.add(laneIndex.lane(i));
        }
        for (int step = 0; step < JOURNEY.length; step++) {
            stages[step] = JOURNEY[step].stage(outlet(step), step == 3).code();
        }
        if (key(parcels - 1) != WaybillKey.of("YT" + (7_000_000_000_000L + (parcels - 1) * STRIDE % parcels))) {
            throw new IllegalStateException("The keys of neighbouring waybills are no neighbours.");
        }
    }

    int parcels() {
        return parcels;
    }

    /** The key of a parcel by its number. */
    long key(int parcel) {
        return firstKey + parcel * STRIDE % parcels;
    }

    int start() {
        return START;
    }

    /** After the last scan, when all that stopped are silent. */
    int end() {
        return START + minutes() * 60 + 20 * 86_400;
    }

    /** In how many minutes all of them come. */
    int minutes() {
        return (parcels + parcelsAMinute - 1) / parcelsAMinute + JOURNEY.length * STEP_MINUTES;
    }

    void forEach(Taker taker) throws Exception {
        forEach(0, minutes(), taker);
    }

    /** Those of some minutes. */
    void forEach(int from, int until, Taker taker) throws Exception {
        var scan = new CompactScan();
        for (int minute = from; minute < until; minute++) {
            int second = START + minute * 60;
            for (int step = 0; step < JOURNEY.length; step++) {
                long first = (minute - step * STEP_MINUTES) * (long) parcelsAMinute;
                int end = Math.clamp(first + parcelsAMinute, 0, parcels);
                for (int i = Math.clamp(first, 0, parcels); i < end; i++) {
                    if (i % 100 == 7 && step > i / 100 % (JOURNEY.length - 1)) {
                        continue;
                    }
                    fill(scan, i, step, second);
                    taker.scan(key(i), scan);
                }
            }
            taker.minute(second);
        }
    }

    /** Fills in the scan of a parcel on its way. */
    void fill(CompactScan scan, int parcel, int step, int second) {
        int from = HUBS + 1 + Math.floorMod(parcel * 31, OUTLETS);
        int to = HUBS + 1 + Math.floorMod(parcel * 17 + 5, OUTLETS);
        int hub = 1 + parcel % HUBS;
        int random = mix(parcel * JOURNEY.length + step);
        boolean late = random % 100 == 0;
        scan.at = second - 5 - (random >>> 8) % (late ? 10_800 : 120);
        scan.arrival = second;
        scan.type = JOURNEY[step].code();
        scan.stage = stages[step];
        scan.site = step < 2 ? from : step < 4 ? hub : to;
        scan.nextSite = step == 1 ? hub : step == 3 ? to : SiteIndex.NONE;
        scan.lane = laneNumbers[(scan.site - 1) % DIVISIONS.length * DIVISIONS.length + (to - 1) % DIVISIONS.length];
        scan.bagged = false;
        scan.historic = false;
        device = scan.site * DEVICES + (random >>> 4) % DEVICES;
        operator = scan.site * PEOPLE + (random >>> 12) % PEOPLE;
    }

    private static int mix(int number) {
        int mixed = (number ^ (number >>> 16)) * 0x7feb352d;
        mixed = (mixed ^ (mixed >>> 15)) * 0x846ca68b;
        return (mixed ^ (mixed >>> 16)) & Integer.MAX_VALUE;
    }

    private static boolean outlet(int step) {
        return step < 2 || step > 3;
    }
}

package io.waypost.watch.intake;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFields;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.Vocabulary.Reach;
import io.waypost.watch.table.WaybillKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Judges scans of one call by the written rules ({@link ScanRules}) and puts the good ones into a batch. One thread owns it.
 *
 * <p>The log knows nothing of a parcel's earlier scans at this door, so the one rule that needs them (a clock that is behind) waits until
 * somebody looks at the parcel.
 */
final class Judgement {

    private static final int AHEAD = (int) ScanPolicy.defaults().clockAheadLimit().toSeconds();
    private static final int HISTORIC = (int) ScanPolicy.defaults().historicAfter().toSeconds();

    private static final int KNOWN_WAYS = 1 << 10;
    private static final int SPREAD = 31;

    private final ScanRules rules = new ScanRules(ScanPolicy.defaults());
    private final CompactScan compact = new CompactScan();
    /** Sites and lane of the scans before, by a few bits of the sites: most scans of a call go the same ways. */
    private final long[] ways = new long[KNOWN_WAYS];

    private final int[] lanes = new int[KNOWN_WAYS];
    private final Vocabulary words;
    private final Reach reach;
    private final int arrival;
    private final ScanBatch into;
    private final Taken taken;

    Judgement(Vocabulary words, Reach reach, int arrival, ScanBatch into, Taken taken) {
        this.words = words;
        this.reach = reach;
        this.arrival = arrival;
        this.into = into;
        this.taken = taken;
    }

    /** Whether a scan of that second may be judged here: not in a future that is refused. */
    boolean possible(long second) {
        return second <= (long) arrival + AHEAD;
    }

    /** A scan whose fields were found good. */
    void accept(long line, long key, ScanType type, int second, int site, int nextSite, int device, int operator,
            boolean bagged,
            boolean saysMore) throws InterruptedException {
        if (!reach.reaches(site)) {
            taken.refuse(line, "site", null, "SITE_OUT_OF_SCOPE", "The site is none that this sender may speak for.");
            return;
        }
        compact.at = Math.min(second, arrival);
        compact.arrival = arrival;
        compact.type = type.code();
        compact.stage = type.stage(words.outlet(site), nextSite != Vocabulary.NOTHING && words.outlet(nextSite)).code();
        compact.site = site;
        compact.nextSite = nextSite;
        compact.lane = lane(site, nextSite);
        compact.bagged = bagged;
        compact.historic = arrival - second > HISTORIC;
        into.add(key, compact, device, operator);
        taken.accept(saysMore);
    }

    private int lane(int site, int nextSite) throws InterruptedException {
        int place = (site * SPREAD + nextSite) & (KNOWN_WAYS - 1);
        // No site has the number 0, so that an empty place is nobody's.
        long way = (long) site << Integer.SIZE | nextSite;
        if (ways[place] != way) {
            lanes[place] = words.lane(site, nextSite);
            ways[place] = way;
        }
        return lanes[place];
    }

    /** A scan as texts: the long way, for whatever is written or named in a way that was not seen before. */
    void judge(long line, @Nullable ScanFields fields) throws InterruptedException {
        if (fields == null) {
            taken.refuse(line, "", null, "UNREADABLE", "The line cannot be read as an object of fields.");
            return;
        }
        switch (rules.check(fields, Instant.ofEpochSecond(arrival))) {
            case Rejected rejected -> taken.refuse(line, rejected);
            case Accepted(var scan) -> judge(line, scan);
        }
    }

    private void judge(long line, Scan scan) throws InterruptedException {
        long key = WaybillKey.of(scan.waybill());
        if (!WaybillKey.packed(key)) {
            taken.refuse(line, "waybill", scan.waybill(), "WAYBILL_SHAPE",
                    "The waybill (%s) has a shape that the stream does not carry; send it to /api/v1/scans."
                            .formatted(scan.waybill()));
            return;
        }
        var next = scan.nextSite();
        var device = scan.device();
        var operator = scan.operator();
        accept(line, key, scan.type(), (int) scan.scannedAt().getEpochSecond(), words.site(scan.site()),
                next == null ? Vocabulary.NOTHING : words.site(next),
                device == null ? Vocabulary.NOTHING : words.device(device),
                operator == null ? Vocabulary.NOTHING : words.operator(operator),
                scan.bag() != null,
                scan.promisedAt() != null || scan.bag() != null || scan.weightGrams() != null || scan.remark() != null
                        || scan.eventId() != null);
    }
}

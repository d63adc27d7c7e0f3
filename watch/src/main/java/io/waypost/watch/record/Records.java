package io.waypost.watch.record;

import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.Heartbeat;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.PauseEnded;
import io.waypost.watch.record.WatchRecord.Rests;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import io.waypost.watch.record.WatchRecord.Settled;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.SitesDescribed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a frame: one byte that tells the kind, and what it holds. Kinds keep their numbers for ever; a kind that is not known is
 * refused, since skipping it could change what is found.
 */
public final class Records {

    static final int SCANS = 1;
    static final int SITE = 2;
    static final int LANE = 3;
    /** Tables as they were before their rows had days of rest; only read. */
    static final int LIMITS_WITHOUT_REST_DAYS = 4;
    static final int CLOSURES = 5;
    static final int RESTS = 6;
    static final int PAUSE_ENDED = 7;
    static final int SETTLED = 8;
    static final int HEARTBEAT = 9;
    static final int SITES = 10;
    static final int BATCH = 11;
    static final int SENDERS = 12;
    /** Tables as they were before places had days of rest of their own; only read. */
    static final int LIMITS_WITHOUT_PLACES = 13;
    static final int LIMITS = 14;

    private static final int KIND = 1;
    /** Where the first row of a frame of scans begins. */
    public static final int FIRST_ROW = KIND;

    private Records() {}

    /** Whether the frame holds scans, which {@link #scans} counts and {@link ScanRow} reads. */
    public static boolean holdsScans(ByteBuffer frame) {
        return frame.get(frame.position()) == SCANS;
    }

    /** How many scans the frame holds; refuses a frame that ends within one. */
    public static int scans(ByteBuffer frame) {
        int bytes = frame.remaining() - KIND;
        if (bytes % ScanRow.SIZE != 0) {
            throw new UnreadableRecord("%d bytes of scans are not a multiple of %d.".formatted(bytes, ScanRow.SIZE));
        }
        return bytes / ScanRow.SIZE;
    }

    /** The frame in the order of bytes that its rows have, whatever order it came in. */
    public static ByteBuffer rows(ByteBuffer frame) {
        return frame.order() == ByteOrder.LITTLE_ENDIAN ? frame : frame.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the row of that number, counted from 0, begins in the frame. */
    public static int row(ByteBuffer frame, int number) {
        return frame.position() + KIND + number * ScanRow.SIZE;
    }

    /** An empty frame with room for so many scans, to be filled by {@link ScanRow#put} and then flipped. */
    public static ByteBuffer frameOfScans(int scans) {
        return ByteBuffer.allocate(KIND + scans * ScanRow.SIZE).order(ByteOrder.LITTLE_ENDIAN).put((byte) SCANS);
    }

    /** A frame of one scan. */
    public static ByteBuffer scan(long key, CompactScan scan, int device, int operator) {
        var frame = frameOfScans(1);
        ScanRow.put(frame, key, scan, device, operator);
        return frame.flip();
    }

    /** The record as a frame. */
    public static ByteBuffer write(WatchRecord record) {
        var out = new RecordWriter();
        switch (record) {
            case SiteDescribed described -> out.kind(SITE).number(described.number()).site(described.site());
            case SitesDescribed all -> out.kind(SITES).number(all.first()).all(all.sites(), RecordWriter::site);
            case LaneNamed named -> out.kind(LANE).number(named.number()).lane(named.lane());
            case LimitsAdded added -> LimitsForm.write(out.kind(LIMITS), added.limits());
            case SiteCloses closes -> out.kind(CLOSURES).number(closes.site()).spans(closes.spans());
            case Rests rests -> out.kind(RESTS).key(rests.key()).pause(rests.pause());
            case PauseEnded ended -> out.kind(PAUSE_ENDED).key(ended.key()).text(ended.id());
            case Settled settled -> out.kind(SETTLED).key(settled.key());
            case BatchTaken taken -> out.kind(BATCH).text(taken.sender()).key(taken.number()).number(taken.at());
            case SendersKnown known -> out.kind(SENDERS).key(known.upTo()).all(known.senders(), RecordWriter::sender);
            case Heartbeat _ -> out.kind(HEARTBEAT);
        }
        return out.frame();
    }

    /**
     * Reads what {@link #write} wrote; the frame's position is left where it is.
     *
     * @throws UnreadableRecord if it is of a kind that is not known, damaged, or followed by something
     */
    public static WatchRecord read(ByteBuffer frame) {
        var in = new RecordReader(frame);
        int kind = in.kind();
        var record = switch (kind) {
            case SITE -> new SiteDescribed(in.number(), in.site());
            case SITES -> new SitesDescribed(in.number(), in.all(RecordReader::site));
            case LANE -> new LaneNamed(in.number(), in.lane());
            case LIMITS_WITHOUT_REST_DAYS -> new LimitsAdded(LimitsForm.readWithoutRestDays(in));
            case LIMITS_WITHOUT_PLACES -> new LimitsAdded(LimitsForm.readWithoutPlaces(in));
            case LIMITS -> new LimitsAdded(LimitsForm.read(in));
            case CLOSURES -> new SiteCloses(in.number(), in.spans());
            case RESTS -> new Rests(in.key(), in.pause());
            case PAUSE_ENDED -> new PauseEnded(in.key(), in.text());
            case SETTLED -> new Settled(in.key());
            case BATCH -> new BatchTaken(in.text(), in.key(), in.number());
            case SENDERS -> new SendersKnown(in.key(), in.all(RecordReader::sender));
            case HEARTBEAT -> new Heartbeat();
            default -> throw new UnreadableRecord("Nothing is known of records of kind %d.".formatted(kind));
        };
        in.end();
        return record;
    }
}

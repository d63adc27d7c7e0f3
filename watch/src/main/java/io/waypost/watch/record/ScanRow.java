package io.waypost.watch.record;

import io.waypost.core.watch.CompactScan;
import java.nio.ByteBuffer;

/**
 * A scan as 32 bytes, little-endian, at fixed places: no text is read and nothing is allocated. The layout is written into logs: what is
 * here keeps its place, and another layout needs another kind of record.
 *
 * <p>The arrival is that of the frame the row lies in.
 */
public final class ScanRow {

    /** Bytes of a row. */
    public static final int SIZE = 32;

    private static final int AT = 8;
    /** Two numbers of 24 bits. */
    private static final int SITES = 12;
    private static final int NEXT_SITE_HIGH = 16;
    private static final int LANE = 18;
    private static final int TYPE = 20;
    private static final int STAGE = 21;
    private static final int FLAGS = 22;
    private static final int DEVICE = 24;
    private static final int OPERATOR = 28;

    private static final int BAGGED = 1;
    private static final int HISTORIC = 2;
    private static final int WORD = 0xffff;
    private static final int SITE = 0xffffff;

    private ScanRow() {}

    /**
     * Appends a row at the buffer's position.
     *
     * @param key the waybill's key
     * @param device number of the device, 0 where it is not known
     * @param operator number of the person, 0 where it is not known
     */
    public static void put(ByteBuffer rows, long key, CompactScan scan, int device, int operator) {
        int at = rows.position();
        rows.putLong(at, key);
        rows.putInt(at + AT, scan.at);
        rows.putInt(at + SITES, (scan.site & SITE) | scan.nextSite << 24);
        rows.putShort(at + NEXT_SITE_HIGH, (short) (scan.nextSite >>> 8));
        rows.putShort(at + LANE, (short) scan.lane);
        rows.put(at + TYPE, (byte) scan.type);
        rows.put(at + STAGE, (byte) scan.stage);
        rows.putShort(at + FLAGS, (short) ((scan.bagged ? BAGGED : 0) | (scan.historic ? HISTORIC : 0)));
        rows.putInt(at + DEVICE, device);
        rows.putInt(at + OPERATOR, operator);
        rows.position(at + SIZE);
    }

    /** The key of the row that begins at that byte. */
    public static long key(ByteBuffer rows, int at) {
        return rows.getLong(at);
    }

    /** Fills the scan with the row that begins at that byte; the arrival stays as it is. */
    public static void read(ByteBuffer rows, int at, CompactScan scan) {
        int sites = rows.getInt(at + SITES);
        int flags = rows.getShort(at + FLAGS);
        scan.at = rows.getInt(at + AT);
        scan.site = sites & SITE;
        scan.nextSite = (sites >>> 24) | (rows.getShort(at + NEXT_SITE_HIGH) & WORD) << 8;
        scan.lane = rows.getShort(at + LANE) & WORD;
        scan.type = rows.get(at + TYPE);
        scan.stage = rows.get(at + STAGE);
        scan.bagged = (flags & BAGGED) != 0;
        scan.historic = (flags & HISTORIC) != 0;
    }

    /** Number of the device that scanned. */
    public static int device(ByteBuffer rows, int at) {
        return rows.getInt(at + DEVICE);
    }

    /** Number of the person who scanned. */
    public static int operator(ByteBuffer rows, int at) {
        return rows.getInt(at + OPERATOR);
    }
}

package io.waypost.watch.host;

import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import io.waypost.watch.table.Shards;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans gathered for one acknowledgement, by shard; scans of one parcel keep their order. Reused after {@link #clear}. Not safe for threads.
 */
public final class ScanBatch {

    private static final int FIRST_ROOM = 16;
    /** How many scans a frame holds at most: 128 KB. */
    private static final int FULL = 4_096;

    private final int firstRoom;
    private final @Nullable ByteBuffer[] open = new ByteBuffer[Shards.COUNT];
    private final List<Frame> full = new ArrayList<>();
    private int scans;

    /** One for a few scans. */
    public ScanBatch() {
        this(0);
    }

    /**
     * One for about so many scans.
     *
     * @param expected more may come, and fewer
     */
    public ScanBatch(int expected) {
        // Keys are spread evenly, so that a quarter more is enough for nearly every shard.
        firstRoom = Math.clamp(expected / Shards.COUNT * 5L / 4, FIRST_ROOM, FULL);
    }

    /** Scans of one shard, ready to be appended. */
    public record Frame(int shard, ByteBuffer payload) {}

    /**
     * Adds a scan; its arrival is set when the batch is appended.
     *
     * @param key the waybill's key
     * @param device number of the device, 0 where it is not known
     * @param operator number of the person, 0 where it is not known
     */
    public void add(long key, CompactScan scan, int device, int operator) {
        int shard = Shards.of(key);
        ScanRow.put(room(shard), key, scan, device, operator);
        scans++;
    }

    /** How many scans it holds. */
    public int size() {
        return scans;
    }

    /** Forgets them, and keeps the room. */
    public void clear() {
        full.clear();
        scans = 0;
        for (var frame : open) {
            if (frame != null) {
                frame.limit(frame.capacity()).position(Records.FIRST_ROW);
            }
        }
    }

    /** The frames, those of one shard in order. */
    public List<Frame> frames() {
        var frames = new ArrayList<>(full);
        for (int shard = 0; shard < open.length; shard++) {
            var rows = open[shard];
            if (rows != null && rows.position() > Records.FIRST_ROW) {
                frames.add(new Frame(shard, rows.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip()));
            }
        }
        return frames;
    }

    private ByteBuffer room(int shard) {
        var rows = open[shard];
        if (rows == null) {
            rows = Records.frameOfScans(firstRoom);
        } else if (rows.remaining() < ScanRow.SIZE) {
            int held = rows.capacity() / ScanRow.SIZE;
            if (held >= FULL) {
                full.add(new Frame(shard, rows.flip()));
                rows = Records.frameOfScans(firstRoom);
            } else {
                rows = Records.frameOfScans(held * 2).put(rows.flip().position(Records.FIRST_ROW));
            }
        } else {
            return rows;
        }
        open[shard] = rows;
        return rows;
    }
}

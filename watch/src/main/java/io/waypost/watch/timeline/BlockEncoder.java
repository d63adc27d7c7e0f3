package io.waypost.watch.timeline;

import static io.waypost.watch.timeline.BlockFormat.*;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Turns the events of some parcels into a block. Not thread-safe; to be closed. */
final class BlockEncoder implements AutoCloseable {

    private final DictionaryBuilder dictionary;
    private final boolean hashes;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final CRC32C crc = new CRC32C();
    private final ByteColumn[] streams = new ByteColumn[STREAMS];
    private final ByteColumn keys = new ByteColumn();
    private final ByteColumn low = new ByteColumn();
    private final ByteColumn packed = new ByteColumn();
    private final ByteColumn block = new ByteColumn();
    private int[] following = new int[0];
    /** For each event the number of its site. */
    private int[] sites = new int[0];

    // Written only: if nobody kept their sum, the compiler would leave out the loads that bring the dictionary near.
    @SuppressWarnings("UnusedVariable")
    private long touched;
    private int parcels;
    private int lastFlags;
    private int lastSource;
    private int lastDetail;

    BlockEncoder(DictionaryBuilder dictionary, boolean hashes, int level) {
        this.dictionary = dictionary;
        this.hashes = hashes;
        zstd.setLevel(level);
        Arrays.setAll(streams, _ -> new ByteColumn());
    }

    /** The block of some events in the order of their keys; what comes back is valid until the next call. */
    ByteColumn encode(EventBatch rows) {
        clear();
        follow(rows);
        number(rows);
        touched = dictionary.touch(rows, sites);
        int base = arrival(rows, 0);
        int fixed = fixed(rows);
        int begin = 0;
        for (int row = 1; row <= rows.size(); row++) {
            if (row == rows.size() || rows.waybillKey[row] != rows.waybillKey[begin]) {
                if (begin > 0) {
                    long difference = rows.waybillKey[begin] - rows.waybillKey[begin - 1];
                    keys.fixed(difference, fixed);
                    keys.number(fixed == 8 ? 0 : difference >>> (8 * fixed));
                }
                parcel(rows, begin, row, base);
                begin = row;
            }
        }
        streams[FLAGS].number(0);
        streams[SOURCE].number(0);
        streams[DETAIL].number(0);
        return block(rows, base, fixed);
    }

    /** Low bytes of key differences that are written as they are, so that what is left of most fits into one byte. */
    private static int fixed(EventBatch rows) {
        long mean = Long.divideUnsigned(rows.waybillKey[rows.size() - 1] - rows.waybillKey[0], PARCELS);
        int fixed = 0;
        while (fixed < 8 && mean >>> (8 * fixed) >= ByteColumn.LARGE / 4) {
            fixed++;
        }
        return fixed;
    }

    private void clear() {
        for (var stream : streams) {
            stream.clear();
        }
        keys.clear();
        low.clear();
        parcels = 0;
        lastFlags = -1;
        lastSource = -1;
        lastDetail = -1;
    }

    /** Finds for every event the row of the parcel's next event at another site; -1 if there is none. */
    private void follow(EventBatch rows) {
        int last = rows.size() - 1;
        if (following.length <= last) {
            following = new int[rows.size() * 2];
        }
        following[last] = -1;
        for (int row = last - 1; row >= 0; row--) {
            boolean sameParcel = rows.waybillKey[row] == rows.waybillKey[row + 1];
            boolean sameSite = rows.site[row] == rows.site[row + 1];
            following[row] = !sameParcel ? -1 : sameSite ? following[row + 1] : row + 1;
        }
    }

    private void number(EventBatch rows) {
        if (sites.length < rows.size()) {
            sites = new int[rows.size() * 2];
        }
        for (int row = 0; row < rows.size(); row++) {
            sites[row] = dictionary.site(rows.site[row], rows.source[row]);
        }
    }

    private void parcel(EventBatch rows, int from, int until, int base) {
        parcels++;
        streams[COUNT].number(until - from);
        int before = base;
        int site = -1;
        int device = 0;
        int operator = 0;
        for (int row = from; row < until; row++) {
            int arrival = arrival(rows, row);
            int gap = arrival - before;
            before = arrival;
            low.put(gap);
            streams[row == from ? FIRST : GAP].signed(gap >> 8);
            streams[LAG].signed(rows.lagSeconds[row]);
            int here = sites[row];
            boolean same = here == site;
            head(rows, row, same, here);
            boolean sameDevice = same && rows.device[row] == device;
            crew(rows, row, here, sameDevice, operator);
            rare(rows, row, here);
            site = here;
            device = rows.device[row];
            operator = rows.operator[row];
        }
    }

    private void head(EventBatch rows, int row, boolean same, int here) {
        int next = rows.nextSite[row];
        int follows = following[row];
        int told = next == 0 ? NEXT_NONE : follows >= 0 && rows.site[follows] == next ? NEXT_FOLLOWS : NEXT_TOLD;
        int shape = (same ? 0 : 3) + told;
        int type = rows.type[row] & 0xFF;
        if (type < HEADS) {
            streams[HEAD].put(type * 6 + shape);
        } else {
            streams[HEAD].put(BESIDE);
            streams[TYPE].put(type);
            streams[TYPE].put(shape);
        }
        if (!same) {
            site(here);
        }
        if (told == NEXT_TOLD) {
            site(dictionary.site(next, rows.source[row]));
        }
    }

    private void site(int number) {
        streams[SITE_LOW].put(number);
        streams[SITE_HIGH].number(number >>> 8);
    }

    private void crew(EventBatch rows, int row, int site, boolean sameDevice, int lastOperator) {
        int operator = rows.operator[row];
        int usual = lastOperator;
        if (sameDevice) {
            streams[DEVICE].number(SAME);
        } else {
            int pair = dictionary.device(site, rows.device[row], operator);
            ranked(streams[DEVICE], pair < 0 ? -1 : dictionary.deviceRank(pair), rows.device[row]);
            usual = pair < 0 ? 0 : dictionary.usualOperator(pair);
        }
        if (operator == usual) {
            streams[OPERATOR].number(SAME);
        } else {
            ranked(streams[OPERATOR], dictionary.operator(site, operator), operator);
        }
    }

    private static void ranked(ByteColumn stream, int rank, int code) {
        if (rank < 0) {
            stream.number(WRITTEN);
            stream.number(Integer.toUnsignedLong(code));
        } else {
            stream.number(RANKED + (long) rank);
        }
    }

    private void rare(EventBatch rows, int row, int site) {
        if (rows.flags[row] != 0) {
            streams[FLAGS].number(row - lastFlags);
            streams[FLAGS].put(rows.flags[row]);
            lastFlags = row;
        }
        if (rows.source[row] != dictionary.usualSource(site)) {
            streams[SOURCE].number(row - lastSource);
            streams[SOURCE].number(Integer.toUnsignedLong(rows.source[row]));
            lastSource = row;
        }
        var details = rows.detail;
        var detail = details == null ? null : details[row];
        if (detail != null) {
            streams[DETAIL].number(row - lastDetail);
            BlockDetails.write(streams[DETAIL], detail);
            lastDetail = row;
        }
    }

    private ByteColumn block(EventBatch rows, int base, int fixed) {
        packed.clear();
        for (var stream : streams) {
            packed.number(stream.length);
        }
        for (var stream : streams) {
            packed.put(stream);
        }
        block.clear();
        block.fixed(0, 4);
        block.number(parcels);
        block.number(rows.size());
        block.fixed(base, 4);
        block.put(hashes ? 1 : 0);
        block.put(fixed);
        block.number(packed.length);
        block.put(keys);
        block.put(low);
        for (int row = 0; hashes && row < rows.size(); row++) {
            block.fixed(rows.eventHash[row], 8);
        }
        int most = (int) Zstd.compressBound(packed.length);
        block.room(most);
        block.length += zstd.compressByteArray(block.bytes, block.length, most, packed.bytes, 0, packed.length);
        crc.reset();
        crc.update(block.bytes, 4, block.length - 4);
        long sum = crc.getValue();
        for (int i = 0; i < 4; i++) {
            block.bytes[i] = (byte) (sum >>> (8 * i));
        }
        return block;
    }

    private static int arrival(EventBatch rows, int row) {
        return rows.scanSecond[row] + rows.lagSeconds[row];
    }

    @Override
    public void close() {
        zstd.close();
    }
}

package io.waypost.watch.timeline;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Learns, while a segment is written, what a site's scans look like: its devices and operators get small numbers within the site, a
 * device its usual operator, a site its usual source. Codes that come first get the lowest numbers, and these are mostly the frequent
 * ones. Not thread-safe.
 */
final class DictionaryBuilder {

    /** Beyond it, codes of devices and operators are written out: a feed that makes up devices must not fill the memory. */
    static final int MOST = 1 << 21;

    /** Sites whose codes are below it are found without a search. */
    private static final int LOW = 1 << 16;

    private final int most;
    private final PairNumbers sites = new PairNumbers();
    /** By the codes of sites below {@link #LOW}: their number plus one. */
    private int[] lowSites = new int[64];
    private final PairNumbers devices = new PairNumbers();
    private final PairNumbers operators = new PairNumbers();
    private int[] usualSource = new int[64];
    private int[] deviceCount = new int[64];
    private int[] operatorCount = new int[64];
    // Rank and usual operator of a device lie in one word: the table is large, and each access a miss.
    private long[] device = new long[64];
    private int[] operatorRank = new int[64];

    DictionaryBuilder(int most) {
        this.most = most;
    }

    /** The number of a site; its first source becomes its usual one. */
    int site(int code, int source) {
        boolean low = code >= 0 && code < LOW;
        if (low && code < lowSites.length && lowSites[code] != 0) {
            return lowSites[code] - 1;
        }
        int site = learnt(code, source);
        if (low) {
            lowSites = room(lowSites, code);
            lowSites[code] = site + 1;
        }
        return site;
    }

    private int learnt(int code, int source) {
        int before = sites.size();
        int site = sites.number(Integer.toUnsignedLong(code), Integer.MAX_VALUE);
        if (sites.size() > before) {
            usualSource = room(usualSource, site);
            deviceCount = room(deviceCount, site);
            operatorCount = room(operatorCount, site);
            usualSource[site] = source;
        }
        return site;
    }

    int usualSource(int site) {
        return usualSource[site];
    }

    /** The number of a device among all pairs of site and device; its first operator becomes its usual one. Negative: no room. */
    int device(int site, int code, int operator) {
        int before = devices.size();
        int pair = devices.number(pair(site, code), most);
        if (devices.size() > before) {
            int usual = operator(site, operator) < 0 ? 0 : operator;
            if (pair == device.length) {
                device = Arrays.copyOf(device, pair * 2);
            }
            device[pair] = pair(deviceCount[site]++, usual);
        }
        return pair;
    }

    /** The number of a device within its site. */
    int deviceRank(int pair) {
        return (int) (device[pair] >>> 32);
    }

    /** The operator that mostly uses a device; 0 if none is known. */
    int usualOperator(int pair) {
        return (int) device[pair];
    }

    /** The number of an operator within the site. Negative: no room. */
    int operator(int site, int code) {
        int before = operators.size();
        int pair = operators.number(pair(site, code), most);
        if (operators.size() > before) {
            operatorRank = room(operatorRank, pair);
            operatorRank[pair] = operatorCount[site]++;
        }
        return pair < 0 ? -1 : operatorRank[pair];
    }

    /** Brings near what the next questions about the crews of these sites need; the sum of what was touched. */
    long touch(EventBatch rows, int[] sites) {
        long sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += devices.touch(pair(sites[row], rows.device[row]));
            sum += operators.touch(pair(sites[row], rows.operator[row]));
        }
        return sum;
    }

    /** What was learnt, as a {@link Dictionary} reads it. */
    ByteColumn write() {
        int count = sites.size();
        int[] order = byCode(count);
        int[][] deviceCodes = bySite(devices, this::deviceRank, deviceCount);
        int[][] operatorCodes = bySite(operators, pair -> operatorRank[pair], operatorCount);
        var columns = new ByteColumn[]{new ByteColumn(), new ByteColumn(), new ByteColumn(), new ByteColumn()};
        var out = new ByteColumn();
        out.number(count);
        int code = 0;
        int lastDevice = 0;
        int lastOperator = 0;
        for (int site : order) {
            int now = (int) sites.key(site);
            columns[0].signed(now - code);
            code = now;
            columns[0].number(site);
            columns[0].number(Integer.toUnsignedLong(usualSource[site]));
            columns[0].number(deviceCount[site]);
            columns[0].number(operatorCount[site]);
            lastDevice = deltas(columns[1], deviceCodes[site], deviceCount[site], lastDevice);
            lastOperator = deltas(columns[2], operatorCodes[site], operatorCount[site], lastOperator);
            for (int i = 0; i < deviceCount[site]; i++) {
                int usual = usualOperator(devices.number(pair(site, deviceCodes[site][i]), 0));
                int known = operators.number(pair(site, usual), 0);
                columns[3].number(known < 0 ? 0 : 1 + operatorRank[known]);
            }
        }
        for (var column : columns) {
            out.number(column.length);
        }
        for (var column : columns) {
            out.put(column);
        }
        return out;
    }

    private int[] byCode(int count) {
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = sites.key(i);
        }
        return KeyOrder.of(keys);
    }

    private static int[][] bySite(PairNumbers pairs, IntUnaryOperator rank, int[] count) {
        var codes = new int[count.length][];
        for (int i = 0; i < count.length; i++) {
            codes[i] = new int[count[i]];
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            codes[(int) (pairs.key(pair) >>> 32)][rank.applyAsInt(pair)] = (int) pairs.key(pair);
        }
        return codes;
    }

    private static int deltas(ByteColumn to, int[] codes, int count, int before) {
        int last = before;
        for (int i = 0; i < count; i++) {
            to.signed(codes[i] - last);
            last = codes[i];
        }
        return last;
    }

    private static long pair(int site, int code) {
        return (long) site << 32 | Integer.toUnsignedLong(code);
    }

    private static int[] room(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, array.length * 2));
    }
}

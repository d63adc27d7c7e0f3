package io.waypost.watch.timeline;

/** What a {@link DictionaryBuilder} learnt, to read a segment's codes by. Immutable, thread-safe. */
final class Dictionary {

    private final int[] siteCode;
    private final int[] usualSource;
    private final int[] deviceStart;
    private final int[] deviceCode;
    private final int[] usualOperator;
    private final int[] operatorStart;
    private final int[] operatorCode;

    Dictionary(byte[] bytes) {
        var head = new ByteCursor();
        head.begin(bytes, 0);
        int count = head.small();
        var columns = columns(bytes, head);
        var order = new int[count];
        siteCode = new int[count];
        usualSource = new int[count];
        var devices = new int[count];
        var operators = new int[count];
        int code = 0;
        for (int i = 0; i < count; i++) {
            code += columns[0].signed();
            int site = columns[0].small();
            order[i] = site;
            siteCode[site] = code;
            usualSource[site] = columns[0].small();
            devices[site] = columns[0].small();
            operators[site] = columns[0].small();
        }
        deviceStart = starts(devices);
        operatorStart = starts(operators);
        deviceCode = codes(order, deviceStart, columns[1]);
        operatorCode = codes(order, operatorStart, columns[2]);
        usualOperator = new int[deviceCode.length];
        for (int site : order) {
            for (int i = deviceStart[site]; i < deviceStart[site + 1]; i++) {
                int known = columns[3].small();
                usualOperator[i] = known == 0 ? 0 : operator(site, known - 1);
            }
        }
    }

    private static ByteCursor[] columns(byte[] bytes, ByteCursor head) {
        var lengths = new int[4];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = head.small();
        }
        var columns = new ByteCursor[lengths.length];
        int at = head.at();
        for (int i = 0; i < lengths.length; i++) {
            columns[i] = new ByteCursor();
            columns[i].begin(bytes, at);
            at += lengths[i];
        }
        return columns;
    }

    private static int[] starts(int[] counts) {
        var starts = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            starts[i + 1] = starts[i] + counts[i];
        }
        return starts;
    }

    private static int[] codes(int[] order, int[] starts, ByteCursor deltas) {
        var codes = new int[starts[starts.length - 1]];
        int code = 0;
        for (int site : order) {
            for (int i = starts[site]; i < starts[site + 1]; i++) {
                code += deltas.signed();
                codes[i] = code;
            }
        }
        return codes;
    }

    int site(int site) {
        return siteCode[site];
    }

    int usualSource(int site) {
        return usualSource[site];
    }

    /** The code of a site's device by its number within the site. */
    int device(int site, int rank) {
        return deviceCode[deviceStart[site] + rank];
    }

    int usualOperator(int site, int rank) {
        return usualOperator[deviceStart[site] + rank];
    }

    /** The code of a site's operator by its number within the site. */
    int operator(int site, int rank) {
        return operatorCode[operatorStart[site] + rank];
    }
}

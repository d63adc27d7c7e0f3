package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waypost.core.scan.ScanFields;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.PlainLine.Field;
import io.waypost.watch.intake.PlainLine.Slice;
import io.waypost.watch.intake.Vocabulary.Reach;
import io.waypost.watch.table.WaybillKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads scans from lines of JSON (NDJSON). A line that is written plainly is read where it stands, without a text being made of it; whatever
 * is unusual about one is left to a thorough reader and the written rules, so that both find the same. One thread owns it.
 */
public final class ScanLines {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REMARK = 500;
    private static final int SHORTEST_WAYBILL = 6;
    private static final ByteNames TYPES = types();

    private final Vocabulary words;
    private final Thorough thorough;
    private final PlainLine line = new PlainLine();
    private final PlainTime time = new PlainTime();
    private long number;

    /** Reads any line of JSON. */
    @FunctionalInterface
    public interface Thorough {

        /** The fields of the object in these bytes; null if there is none. */
        @Nullable
        ScanFields fields(byte[] body, int from, int until);
    }

    public ScanLines(Vocabulary words, Thorough thorough) {
        this.words = words;
        this.thorough = thorough;
    }

    /** Begins to count lines anew. */
    public void begin() {
        number = 0;
    }

    /** How many lines were read since {@link #begin}, empty ones among them. */
    public long lines() {
        return number;
    }

    /**
     * Reads the lines that end in these bytes.
     *
     * @param last whether nothing follows, so that the last line needs no end
     * @param arrival the present second
     * @return where the first unfinished line begins
     */
    public int read(byte[] body, int from, int until, boolean last, int arrival, Reach reach, ScanBatch into,
            Taken taken)
            throws InterruptedException {
        var judgement = new Judgement(words, reach, arrival, into, taken);
        int begin = from;
        while (begin < until) {
            int end = begin;
            while (end < until && body[end] != '\n') {
                end++;
            }
            if (end == until && !last) {
                return begin;
            }
            number++;
            if (!blank(body, begin, end) && !plain(body, begin, end, judgement)) {
                judgement.judge(number, thorough.fields(body, begin, end));
            }
            begin = end + 1;
        }
        return until;
    }

    /** Whether the line is plain and good; only then is it taken. */
    private boolean plain(byte[] body, int from, int until, Judgement judgement) throws InterruptedException {
        if (!line.read(body, from, until)) {
            return false;
        }
        var waybill = line.get(Field.WAYBILL);
        int type = known(body, line.get(Field.TYPE), TYPES);
        var scannedAt = line.get(Field.SCANNED_AT);
        if (!waybill(body, waybill) || type == ByteNames.UNKNOWN || scannedAt.missing() || !othersPlain(body)) {
            return false;
        }
        long key = WaybillKey.of(body, waybill.from, waybill.length);
        long second = time.seconds(body, scannedAt.from, scannedAt.length);
        if (!WaybillKey.packed(key) || second == PlainTime.OTHERWISE || !judgement.possible(second)) {
            return false;
        }
        var place = line.get(Field.SITE);
        var next = line.get(Field.NEXT_SITE);
        var device = line.get(Field.DEVICE);
        var operator = line.get(Field.OPERATOR);
        int site = place.missing() ? Vocabulary.NOTHING : words.knownSite(body, place.from, place.length);
        int nextSite = next.missing() ? Vocabulary.NOTHING : words.knownSite(body, next.from, next.length);
        int deviceNumber = device.missing() ? Vocabulary.NOTHING : words.knownDevice(body, device.from, device.length);
        int operatorNumber = operator.missing()
                ? Vocabulary.NOTHING
                : words.knownOperator(body, operator.from, operator.length);
        if (site == Vocabulary.NOTHING || unknown(next, nextSite) || unknown(device, deviceNumber)
                || unknown(operator, operatorNumber)) {
            return false;
        }
        boolean bagged = !line.get(Field.BAG).missing();
        judgement.accept(number, key, ScanType.ofCode(type), (int) second, site, nextSite, deviceNumber, operatorNumber,
                bagged,
                bagged || saysMore());
        return true;
    }

    private boolean saysMore() {
        return !line.get(Field.PROMISED_AT).missing() || !line.get(Field.WEIGHT_KG).missing()
                || !line.get(Field.REMARK).missing() || !line.get(Field.EVENT_ID).missing();
    }

    /** The fields that the log does not keep are judged all the same. */
    private boolean othersPlain(byte[] body) {
        var promise = line.get(Field.PROMISED_AT);
        return (promise.missing() || time.seconds(body, promise.from, promise.length) != PlainTime.OTHERWISE)
                && within(body, Field.BAG, LONGEST_NAME)
                && within(body, Field.REMARK, LONGEST_REMARK)
                && within(body, Field.EVENT_ID, LONGEST_NAME)
                && weight(body, line.get(Field.WEIGHT_KG));
    }

    private boolean within(byte[] body, Field field, int longest) {
        var slice = line.get(field);
        return slice.missing() || (slice.length <= longest && body[slice.from] != ' ');
    }

    /** Up to three digits that are not all nought before the fraction: surely above nought and at most a ton. */
    private static boolean weight(byte[] body, Slice slice) {
        if (slice.missing()) {
            return true;
        }
        int digits = 0;
        boolean some = false;
        while (digits < slice.length && body[slice.from + digits] >= '0' && body[slice.from + digits] <= '9') {
            some |= body[slice.from + digits] != '0';
            digits++;
        }
        if (digits == 0 || digits > 3 || !some || slice.length > 20) {
            return false;
        }
        for (int i = digits; i < slice.length; i++) {
            byte c = body[slice.from + i];
            if (i == digits ? c != '.' || i + 1 == slice.length : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean unknown(Slice slice, int number) {
        return !slice.missing() && number == Vocabulary.NOTHING;
    }

    private static int known(byte[] body, Slice slice, ByteNames names) {
        return slice.missing() ? ByteNames.UNKNOWN : names.number(body, slice.from, slice.length);
    }

    private static boolean waybill(byte[] body, Slice slice) {
        if (slice.length < SHORTEST_WAYBILL || slice.length > WaybillKey.LONGEST) {
            return false;
        }
        for (int i = slice.from; i < slice.from + slice.length; i++) {
            byte c = body[i];
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(byte[] body, int from, int until) {
        for (int i = from; i < until; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static ByteNames types() {
        var names = new ByteNames();
        for (var type : ScanType.values()) {
            names.put(type.name().getBytes(US_ASCII), type.code());
        }
        return names;
    }
}

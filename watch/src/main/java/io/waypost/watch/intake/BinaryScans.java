package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.Codes;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.Vocabulary.Reach;
import io.waypost.watch.table.WaybillKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a binary batch of scans, as carriers' own gateways send them. Numbers are little-endian; a name is a byte of length and so many bytes
 * of ASCII:
 *
 * <pre>
 * "WPS1"
 * u16 number of sites, their codes; u16 number of devices, their names; u16 number of operators, their names
 * u32 number of scans, each: name waybill, u8 type, i32 second since 1970,
 *                            u16 site, u16 next site, u16 device, u16 operator, u8 flags
 * </pre>
 *
 * Site, device and operator are places in the batch's own tables, from 1; 0 is none. The type is {@link ScanType#code}. Flag 1: it names a
 * bag. Nothing may follow the last scan. The number by which a repeated call is known stands outside, as for lines. One thread owns it.
 */
public final class BinaryScans {

    private static final byte[] MARK = {'W', 'P', 'S', '1'};
    /** A scan after its waybill. */
    private static final int FIXED = 14;
    private static final int BAGGED = 1;
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_WAYBILL = 6;
    private static final long EARLIEST = ScanPolicy.defaults().earliest().getEpochSecond();

    private final Vocabulary words;
    private final ByteBuffer in;
    private final byte[] body;

    /** Numbers a name. */
    @FunctionalInterface
    private interface Numbering {

        int number(String name) throws InterruptedException;
    }

    private BinaryScans(Vocabulary words, byte[] body, int length) {
        this.words = words;
        this.body = body;
        this.in = ByteBuffer.wrap(body, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether these bytes begin as a batch does. */
    public static boolean isBatch(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(MARK, 0, MARK.length, bytes, 0, MARK.length);
    }

    /**
     * Reads the batch that these bytes are; what is wrong with single scans is told, and the others are taken.
     *
     * @param arrival the present second
     * @throws MalformedBatch if it is not built as it must be
     */
    public static void read(Vocabulary words, byte[] body, int length, int arrival, Reach reach, ScanBatch into,
            Taken taken)
            throws MalformedBatch, InterruptedException {
        new BinaryScans(words, body, length).read(new Judgement(words, reach, arrival, into, taken), taken);
    }

    private void read(Judgement judgement, Taken taken) throws MalformedBatch, InterruptedException {
        need(MARK.length, "the batch begins with the four letters WPS1");
        if (!isBatch(body)) {
            throw new MalformedBatch(0, "the batch begins with the four letters WPS1.");
        }
        in.position(MARK.length);
        int[] sites = table("site", words::site);
        int[] devices = table("device", words::device);
        int[] operators = table("operator", words::operator);
        need(4, "the number of scans follows");
        int scans = in.getInt();
        for (int scan = 1; scan <= scans; scan++) {
            scan(scan, sites, devices, operators, judgement, taken);
        }
        if (scans < 0 || in.hasRemaining()) {
            throw new MalformedBatch(in.position(), "%d scans were announced, and %d bytes follow them.".formatted(
                    Integer.toUnsignedLong(scans), in.remaining()));
        }
    }

    private void scan(int number, int[] sites, int[] devices, int[] operators, Judgement judgement, Taken taken)
            throws MalformedBatch, InterruptedException {
        need(1, "a scan begins with the length of its waybill");
        int length = in.get() & 0xff;
        // A text made for each scan would be half of the reading.
        if (in.remaining() < length + FIXED) {
            need(length + FIXED, "a scan of so long a waybill has %d bytes more".formatted(length + FIXED));
        }
        int from = in.position();
        in.position(from + length);
        int type = in.get() & 0xff;
        int second = in.getInt();
        int site = place(sites, "site");
        int nextSite = place(sites, "next site");
        int device = place(devices, "device");
        int operator = place(operators, "operator");
        int flags = in.get();
        var wrong = wrong(from, length, type, second, site, judgement);
        if (wrong != null) {
            taken.refuse(number, wrong);
            return;
        }
        long key = WaybillKey.of(body, from, length);
        if (!WaybillKey.packed(key)) {
            var waybill = new String(body, from, length, ISO_8859_1);
            taken.refuse(number, "waybill", waybill, "WAYBILL_SHAPE",
                    "The waybill (%s) has a shape that the stream does not carry; send it to /api/v1/scans."
                            .formatted(waybill));
            return;
        }
        judgement.accept(number, key, ScanType.ofCode(type), second, site, nextSite, device, operator,
                (flags & BAGGED) != 0,
                (flags & BAGGED) != 0);
    }

    private @Nullable Rejected wrong(int from, int length, int type, int second, int site, Judgement judgement) {
        if (!waybill(from, length)) {
            return new Rejected("waybill", new String(body, from, length, ISO_8859_1), Reason.WAYBILL_FORMAT);
        }
        if (type < 1 || type > ScanType.CODES) {
            return new Rejected("type", String.valueOf(type), Reason.TYPE_UNKNOWN);
        }
        if (second < EARLIEST) {
            return new Rejected("scannedAt", Instant.ofEpochSecond(second).toString(), Reason.TIME_TOO_OLD);
        }
        if (!judgement.possible(second)) {
            return new Rejected("scannedAt", Instant.ofEpochSecond(second).toString(), Reason.TIME_IN_FUTURE);
        }
        return site == Vocabulary.NOTHING ? new Rejected("site", null, Reason.MISSING) : null;
    }

    /** As {@link Codes#waybill}, but that letters have to be capitals already. */
    private boolean waybill(int from, int length) {
        if (length < SHORTEST_WAYBILL || length > WaybillKey.LONGEST) {
            return false;
        }
        for (int i = from; i < from + length; i++) {
            byte c = body[i];
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private int[] table(String what, Numbering numbering) throws MalformedBatch, InterruptedException {
        need(2, "the number of names of the table of %ss follows".formatted(what));
        int[] numbers = new int[(in.getShort() & 0xffff) + 1];
        for (int i = 1; i < numbers.length; i++) {
            int at = in.position();
            var name = name(what);
            if (what.equals("site") ? Codes.site(name) == null : name.length() > LONGEST_NAME || !visible(name)) {
                throw new MalformedBatch(at, what.equals("site")
                        ? "the site's code has 1 to 32 letters, digits, dots, underscores or hyphens."
                        : "the %s's name has 1 to 64 visible characters of ASCII.".formatted(what));
            }
            numbers[i] = numbering.number(name);
        }
        return numbers;
    }

    private static boolean visible(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private String name(String what) throws MalformedBatch {
        need(1, "the name of a %s begins with its length".formatted(what));
        int length = in.get() & 0xff;
        need(length, "the name of a %s has %d bytes".formatted(what, length));
        var name = new String(body, in.position(), length, ISO_8859_1);
        in.position(in.position() + length);
        return name;
    }

    private int place(int[] table, String what) throws MalformedBatch {
        int at = in.position();
        int place = in.getShort() & 0xffff;
        if (place >= table.length) {
            throw new MalformedBatch(at, "the %s is one of the %d of the batch's table, not the %dth."
                    .formatted(what, table.length - 1, place));
        }
        return table[place];
    }

    private void need(int bytes, String what) throws MalformedBatch {
        if (in.remaining() < bytes) {
            throw new MalformedBatch(in.position(), "%s; only %d bytes are left.".formatted(what, in.remaining()));
        }
    }
}

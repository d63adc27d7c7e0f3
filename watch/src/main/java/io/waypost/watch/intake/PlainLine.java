package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a body where it is an object of texts without anything unusual: no escapes, no nesting, every name known. It only says where
 * the values stand. Whatever is written otherwise is left to a real reader of JSON. One thread owns it.
 */
final class PlainLine {

    /** The fields of a scan, by name. */
    enum Field {
        WAYBILL("waybill"),
        TYPE("type"),
        SCANNED_AT("scannedAt"),
        SITE("site"),
        PROMISED_AT("promisedAt"),
        NEXT_SITE("nextSite"),
        DEVICE(
                "device"),
        OPERATOR("operator"),
        BAG("bag"),
        WEIGHT_KG("weightKg"),
        REMARK("remark"),
        EVENT_ID("eventId");

        private final String spelling;

        Field(String spelling) {
            this.spelling = spelling;
        }

        private boolean is(byte[] text, int from, int length) {
            if (length != spelling.length()) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (text[from + i] != spelling.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Field[] FIELDS = Field.values();
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    private final EnumMap<Field, Slice> slices = new EnumMap<>(Field.class);
    private byte[] text = new byte[0];

    /** Where a value stands; of no length where the field is missing. */
    static final class Slice {

        int from;
        int length;

        boolean missing() {
            return length == 0;
        }
    }

    PlainLine() {
        for (var field : FIELDS) {
            slices.put(field, new Slice());
        }
    }

    /** The value of a field, after {@link #read}. */
    Slice get(Field field) {
        return Objects.requireNonNull(slices.get(field));
    }

    /** Reads the line in these bytes; false if it is not plain. */
    boolean read(byte[] body, int from, int until) {
        text = body;
        for (var slice : slices.values()) {
            slice.length = 0;
        }
        int at = skip(from, until);
        if (at >= until || text[at] != '{') {
            return false;
        }
        at = skip(at + 1, until);
        if (at < until && text[at] == '}') {
            return skip(at + 1, until) == until;
        }
        while (at < until) {
            int name = string(at, until);
            if (name < 0) {
                return false;
            }
            var field = field(at + 1, name - at - 1);
            at = skip(name + 1, until);
            if (field == null || at >= until || text[at] != ':') {
                return false;
            }
            at = value(get(field), skip(at + 1, until), until);
            if (at < 0) {
                return false;
            }
            at = skip(at, until);
            if (at < until && text[at] == '}') {
                return skip(at + 1, until) == until;
            }
            if (at >= until || text[at] != ',') {
                return false;
            }
            at = skip(at + 1, until);
        }
        return false;
    }

    /** Puts the place of the value down; gives back what is behind it, -1 if it is not plain. */
    private int value(Slice slice, int at, int until) {
        int end = string(at, until);
        if (end >= 0) {
            slice.from = at + 1;
            slice.length = end - at - 1;
            return slice.length == 0 ? -1 : end + 1;
        }
        if (until - at >= NULL.length && Arrays.equals(NULL, 0, NULL.length, text, at, at + NULL.length)) {
            slice.length = 0;
            return at + NULL.length;
        }
        return number(slice, at, until);
    }

    /** Digits, maybe with a fraction: what a weight looks like. */
    private int number(Slice slice, int at, int until) {
        int whole = digits(at, until);
        if (whole == at || (text[at] == '0' && whole > at + 1)) {
            return -1;
        }
        int end = whole;
        if (end < until && text[end] == '.') {
            end = digits(whole + 1, until);
            if (end == whole + 1) {
                return -1;
            }
        }
        slice.from = at;
        slice.length = end - at;
        return end;
    }

    private int digits(int from, int until) {
        int at = from;
        while (at < until && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    /** The closing quotation mark of the text that begins here; -1 if none begins, or if it has an escape. */
    private int string(int at, int until) {
        if (at >= until || text[at] != '"') {
            return -1;
        }
        for (int end = at + 1; end < until; end++) {
            byte c = text[end];
            if (c == '"') {
                return end;
            }
            // Above ASCII only the thorough reader can say whether the bytes are text at all.
            if (c < ' ' || c == '\\') {
                return -1;
            }
        }
        return -1;
    }

    private int skip(int from, int until) {
        int at = from;
        while (at < until && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
        return at;
    }

    private @Nullable Field field(int from, int length) {
        var guess = switch (length) {
            case 3 -> Field.BAG;
            case 4 -> text[from] == 't' ? Field.TYPE : Field.SITE;
            case 6 -> text[from] == 'd' ? Field.DEVICE : Field.REMARK;
            case 7 -> text[from] == 'w' ? Field.WAYBILL : Field.EVENT_ID;
            case 8 -> switch (text[from]) {
                case 'n' -> Field.NEXT_SITE;
                case 'o' -> Field.OPERATOR;
                default -> Field.WEIGHT_KG;
            };
            case 9 -> Field.SCANNED_AT;
            case 10 -> Field.PROMISED_AT;
            default -> null;
        };
        return guess != null && guess.is(text, from, length) ? guess : null;
    }
}

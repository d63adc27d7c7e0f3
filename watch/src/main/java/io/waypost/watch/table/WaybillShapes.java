package io.waypost.watch.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers all waybills of the common shapes, one shape after the other, from 1.
 *
 * <p>The shape of a text is how many of its characters come before its last digits; the last of those is no digit, so each text has one
 * shape. A shape with more than 10^18 spellings is left out, as they would not all fit below 2^63.
 */
final class WaybillShapes {

    private static final long MOST_SPELLINGS = 1_000_000_000_000_000_000L;
    private static final int MOST_BEFORE = 11;
    private static final int MOST_DIGITS = 18;
    private static final int WIDTH = MOST_DIGITS + 1;

    /** The postal union's shape, S10: two letters, nine digits, two letters. */
    private static final int POSTAL = 13;

    private static final int POSTAL_DIGITS_FROM = 2;
    private static final int POSTAL_DIGITS_TO = 11;

    /** The first number of each shape, by characters before and digits; 0 if it is left out. */
    private static final long[] FIRST = new long[(MOST_BEFORE + 1) * WIDTH];

    /** The shapes in the order of their numbers, and the first number of each. */
    private static final int[] ORDER;

    private static final long[] STARTS;
    private static final long POSTAL_FIRST;
    private static final long END;

    static {
        var order = new int[FIRST.length];
        int shapes = 0;
        long next = 1;
        for (int before = 0; before <= MOST_BEFORE; before++) {
            long spellings = before == 0 ? 1 : 26 * power(36, before - 1);
            for (int digits = before == 0 ? 1 : 0; digits <= MOST_DIGITS; digits++) {
                if (spellings <= MOST_SPELLINGS / power(10, digits)) {
                    order[shapes++] = before * WIDTH + digits;
                    FIRST[before * WIDTH + digits] = next;
                    next = Math.addExact(next, spellings * power(10, digits));
                }
            }
        }
        ORDER = Arrays.copyOf(order, shapes);
        STARTS = Arrays.stream(ORDER).mapToLong(shape -> FIRST[shape]).toArray();
        POSTAL_FIRST = next;
        END = Math.addExact(next, power(26, 4) * power(10, 9));
    }

    private WaybillShapes() {}

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    /** The number of the text, 0 if its shape is left out or a character is neither an upper-case letter nor a digit. */
    static long pack(byte[] ascii, int from, int length) {
        int end = from + length;
        int before = end;
        while (before > from && digit(ascii[before - 1])) {
            before--;
        }
        int prefix = before - from;
        int digits = end - before;
        if (prefix > MOST_BEFORE || digits > MOST_DIGITS) {
            return length == POSTAL ? packPostal(ascii, from) : 0;
        }
        long first = FIRST[prefix * WIDTH + digits];
        return first == 0 ? 0 : pack(ascii, from, before, end, first);
    }

    private static long pack(byte[] ascii, int from, int before, int end, long first) {
        long number = 0;
        for (int i = from; i < before - 1; i++) {
            if (!digit(ascii[i]) && !letter(ascii[i])) {
                return 0;
            }
            number = number * 36 + (digit(ascii[i]) ? ascii[i] - '0' : ascii[i] - 'A' + 10);
        }
        if (before > from) {
            if (!letter(ascii[before - 1])) {
                return 0;
            }
            number = number * 26 + ascii[before - 1] - 'A';
        }
        for (int i = before; i < end; i++) {
            number = number * 10 + ascii[i] - '0';
        }
        return first + number;
    }

    private static long packPostal(byte[] ascii, int from) {
        long number = 0;
        for (int i = 0; i < POSTAL; i++) {
            byte character = ascii[from + i];
            boolean wantsDigit = postalDigit(i);
            if (wantsDigit ? !digit(character) : !letter(character)) {
                return 0;
            }
            number = wantsDigit ? number * 10 + character - '0' : number * 26 + character - 'A';
        }
        return POSTAL_FIRST + number;
    }

    /** The text of a number that {@link #pack} gave. */
    static String unpack(long key) {
        if (key >= END) {
            throw new IllegalArgumentException("No waybill number has the key %d.".formatted(key));
        }
        return key >= POSTAL_FIRST ? unpackPostal(key - POSTAL_FIRST) : unpackShape(key);
    }

    private static String unpackShape(long key) {
        int found = Arrays.binarySearch(STARTS, key);
        int index = found >= 0 ? found : -found - 2;
        int before = ORDER[index] / WIDTH;
        long number = key - STARTS[index];
        var ascii = new byte[before + ORDER[index] % WIDTH];
        for (int i = ascii.length - 1; i >= before; i--, number /= 10) {
            ascii[i] = (byte) ('0' + number % 10);
        }
        if (before > 0) {
            ascii[before - 1] = (byte) ('A' + number % 26);
            number /= 26;
        }
        for (int i = before - 2; i >= 0; i--, number /= 36) {
            long rest = number % 36;
            ascii[i] = (byte) (rest < 10 ? '0' + rest : 'A' + rest - 10);
        }
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    private static String unpackPostal(long postal) {
        var ascii = new byte[POSTAL];
        long number = postal;
        for (int i = POSTAL - 1; i >= 0; i--) {
            int base = postalDigit(i) ? 10 : 26;
            ascii[i] = (byte) ((base == 10 ? '0' : 'A') + number % base);
            number /= base;
        }
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    private static boolean postalDigit(int index) {
        return index >= POSTAL_DIGITS_FROM && index < POSTAL_DIGITS_TO;
    }

    private static boolean digit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean letter(byte character) {
        return character >= 'A' && character <= 'Z';
    }
}

package io.waypost.watch.table;

import java.nio.charset.StandardCharsets;

/**
 * The 64-bit key of a waybill number (运单号), never zero.
 *
 * <p>A number fits into a positive key, and can be read back from it, if it is
 *
 * <ul>
 *   <li>upper-case letters and digits of which at most the first {@code p} are mixed, the {@code p}th is a letter and the other {@code d}
 *       are digits, with {@code d} at most 18, 16, 15, 13, 11, 10, 8, 7, 5, 4, 2, 1 for {@code p} = 0 to 11: all of 8 to 11
 *       characters, two letters with 15 digits, digits alone up to 18, and what the large networks print;
 *   <li>or two letters, nine digits and two letters, as the postal union numbers parcels.
 * </ul>
 *
 * <p>Any other text of 1 to 32 visible ASCII characters gets a negative key, a hash: {@link SideNames} keeps what it stands for and notices
 * if two numbers share one. The keys are written into logs and snapshots and must never change.
 */
public final class WaybillKey {

    /** The longest text that has a key. */
    public static final int LONGEST = 32;

    private WaybillKey() {}

    /**
     * The key of a number as it is, letters not folded.
     *
     * @throws IllegalArgumentException if it is not 1 to 32 visible ASCII characters
     */
    public static long of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                throw new IllegalArgumentException(
                        "A waybill number is of ASCII characters, not \"%s\".".formatted(text));
            }
        }
        return of(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }

    /** The same of a number in a buffer, without making a text of it. */
    public static long of(byte[] ascii, int from, int length) {
        check(ascii, from, length);
        long packed = WaybillShapes.pack(ascii, from, length);
        return packed == 0 ? hash(ascii, from, length) : packed;
    }

    /** Whether the key holds the number itself. */
    public static boolean packed(long key) {
        return key > 0;
    }

    /**
     * The number that a packed key holds.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static String text(long key) {
        if (!packed(key)) {
            throw new IllegalArgumentException(
                    "The key %d holds no waybill number.%nMaybe its shard's names know it.".formatted(key));
        }
        return WaybillShapes.unpack(key);
    }

    /** Whether the key belongs to the sample of one key in so many (抽样); a matter of the key alone, so the same at any time and place. */
    public static boolean sampled(long key, int oneIn) {
        return oneIn == 1 || Long.remainderUnsigned(KeyHash.of(key), oneIn) == 0;
    }

    private static void check(byte[] ascii, int from, int length) {
        boolean visible = length >= 1 && length <= LONGEST;
        for (int i = from; visible && i < from + length; i++) {
            visible = ascii[i] > ' ' && ascii[i] <= '~';
        }
        if (!visible) {
            throw new IllegalArgumentException(
                    "A waybill number is 1 to %d visible ASCII characters, not \"%s\".".formatted(LONGEST,
                            new String(ascii, from, length, StandardCharsets.ISO_8859_1)));
        }
    }

    /** Eight bytes at a time, each eight of them through the whole bijection of {@link KeyHash}. */
    private static long hash(byte[] ascii, int from, int length) {
        long hash = KeyHash.of(length + 0x9e3779b97f4a7c15L);
        long word = 0;
        for (int i = 0; i < length; i++) {
            word = word << 8 | ascii[from + i];
            if (i % 8 == 7 || i == length - 1) {
                hash = KeyHash.of(hash ^ word) + 0x9e3779b97f4a7c15L;
                word = 0;
            }
        }
        return KeyHash.of(hash) | Long.MIN_VALUE;
    }
}

package io.waypost.watch.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that grow at the end. Small numbers take one byte: below 248 a number is its byte, above, 247 + n says that n bytes follow,
 * the lowest first. Not thread-safe.
 */
final class ByteColumn {

    /** Numbers below it are their own byte. */
    static final int LARGE = 248;

    byte[] bytes = new byte[256];
    int length;

    void clear() {
        length = 0;
    }

    void put(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** A number without sign. */
    void number(long value) {
        if (value >= 0 && value < LARGE) {
            put((int) value);
            return;
        }
        int size = (71 - Long.numberOfLeadingZeros(value)) >>> 3;
        put(LARGE - 1 + size);
        fixed(value, size);
    }

    /** A number that may be negative and is mostly small. */
    void signed(int value) {
        number(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
    }

    /** The lowest bytes of a number, the lowest first. */
    void fixed(long value, int size) {
        room(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) (value >>> (8 * i));
        }
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        put(utf8, 0, utf8.length);
    }

    void put(ByteColumn other) {
        put(other.bytes, 0, other.length);
    }

    void put(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** Makes room for so many bytes at the end. */
    void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length + (bytes.length >> 1)));
        }
    }
}

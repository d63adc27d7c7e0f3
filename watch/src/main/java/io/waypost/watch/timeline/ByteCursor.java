package io.waypost.watch.timeline;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteColumn} wrote, from a place on. Not thread-safe. */
final class ByteCursor {

    private byte[] bytes = new byte[0];
    private int at;

    /** Begins to read at a place. */
    void begin(byte[] from, int offset) {
        bytes = from;
        at = offset;
    }

    int at() {
        return at;
    }

    void skip(int count) {
        at += count;
    }

    int take() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        int first = bytes[at++] & 0xFF;
        return first < ByteColumn.LARGE ? first : fixed(first - ByteColumn.LARGE + 1);
    }

    /** A number that is known to fit. */
    int small() {
        return (int) number();
    }

    int signed() {
        int value = (int) number();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at++] & 0xFFL) << (8 * i);
        }
        return value;
    }

    String text() {
        int size = small();
        var text = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return text;
    }
}

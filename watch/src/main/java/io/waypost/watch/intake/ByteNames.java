package io.waypost.watch.intake;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of names, looked up by the bytes of a name where it stands in a body, without making a text of it. Safe for threads: looking up
 * takes no lock, and may miss a name that is being added.
 */
public final class ByteNames {

    /** Not known. */
    public static final int UNKNOWN = 0;

    private volatile AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(1 << 10);
    private int size;

    private record Entry(int hash, Name name, int number) {}

    /** A record may hold no bytes of its own. */
    private static final class Name {

        private final byte[] bytes;

        Name(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** The number of the name in these bytes; {@link #UNKNOWN} if it has none. */
    public int number(byte[] text, int from, int length) {
        var entries = slots;
        int hash = hash(text, from, length);
        int mask = entries.length() - 1;
        for (int at = hash & mask;; at = (at + 1) & mask) {
            var entry = entries.get(at);
            if (entry == null) {
                return UNKNOWN;
            }
            if (entry.hash == hash
                    && Arrays.equals(entry.name.bytes, 0, entry.name.bytes.length, text, from, from + length)) {
                return entry.number;
            }
        }
    }

    /** Gives a name its number, in place of an earlier one. */
    public synchronized void put(byte[] name, int number) {
        if ((size + 1) * 2 > slots.length()) {
            grow();
        }
        place(slots, new Entry(hash(name, 0, name.length), new Name(name.clone()), number));
    }

    private void place(AtomicReferenceArray<@Nullable Entry> into, Entry added) {
        int mask = into.length() - 1;
        int at = added.hash & mask;
        for (var there = into.get(at); there != null; there = into.get(at)) {
            if (there.hash == added.hash && Arrays.equals(there.name.bytes, added.name.bytes)) {
                into.set(at, added);
                return;
            }
            at = (at + 1) & mask;
        }
        into.set(at, added);
        size++;
    }

    private void grow() {
        var old = slots;
        var wider = new AtomicReferenceArray<@Nullable Entry>(old.length() * 2);
        size = 0;
        for (int i = 0; i < old.length(); i++) {
            var entry = old.get(i);
            if (entry != null) {
                place(wider, entry);
            }
        }
        slots = wider;
    }

    private static int hash(byte[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 15;
    }
}

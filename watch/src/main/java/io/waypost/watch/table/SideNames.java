package io.waypost.watch.table;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The waybill numbers of a shard whose keys are hashes: what each stands for. On the heap, about 100 bytes each, for few have such a
 * number. Not thread-safe.
 */
public final class SideNames {

    private final Map<Long, String> texts = new HashMap<>();

    SideNames() {}

    /**
     * Remembers what the key stands for; a packed key needs nothing.
     *
     * @return whether it stands for this number; if not, another number has the same hash, and nothing must be booked on the key
     * @throws IllegalArgumentException if it is not the number's key at all
     */
    public boolean remember(long key, String text) {
        if (WaybillKey.of(text) != key) {
            throw new IllegalArgumentException("The key of %s is not %d.".formatted(text, key));
        }
        if (WaybillKey.packed(key)) {
            return true;
        }
        var known = texts.putIfAbsent(key, text);
        return known == null || known.equals(text);
    }

    /**
     * The waybill number of a key, packed or remembered.
     *
     * @throws IllegalArgumentException if it was not remembered, or was forgotten
     */
    public String text(long key) {
        if (WaybillKey.packed(key)) {
            return WaybillKey.text(key);
        }
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No waybill number is remembered for the key %d.".formatted(key));
        }
        return text;
    }

    /** How many are remembered. */
    public int count() {
        return texts.size();
    }

    void forget(long key) {
        if (!WaybillKey.packed(key)) {
            texts.remove(key);
        }
    }

    /** All of them in the order of their keys, which makes the snapshot the same each time. */
    SortedMap<Long, String> sorted() {
        return new TreeMap<>(texts);
    }
}

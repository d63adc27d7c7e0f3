package io.waypost.app.stream;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The keys of the parcels that were picked, in memory, for every scan of the stream is held against them. Thread-safe. It may have more than
 * the database, where a transaction was undone: a parcel that is picked twice is picked once.
 */
@Component
class Picked {

    private final ConcurrentHashMap.KeySetView<Long, Boolean> keys = ConcurrentHashMap.newKeySet();

    boolean has(long key) {
        return keys.contains(key);
    }

    void add(Collection<Long> parcels) {
        keys.addAll(parcels);
    }

    void remove(Collection<Long> parcels) {
        parcels.forEach(keys::remove);
    }

    int size() {
        return keys.size();
    }
}

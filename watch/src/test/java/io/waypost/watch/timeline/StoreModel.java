package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A log, and what a store of timelines must say after it: plain lists. */
final class StoreModel {

    private final RandomEvents events;
    private final SplittableRandom random;
    private final List<Piece> log = new ArrayList<>();
    private final int parcels;
    private long lsn = -1;

    StoreModel(long seed, int parcels) {
        this.events = new RandomEvents(seed);
        this.random = new SplittableRandom(seed);
        this.parcels = parcels;
    }

    /** A piece more in the log; it may be empty. */
    Piece grow() {
        var piece = new ArrayList<StoredEvent>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            piece.add(events.next(key(random.nextInt(parcels))));
        }
        lsn += 1 + random.nextInt(50);
        log.add(new Piece(lsn, piece));
        return log.getLast();
    }

    /** The latest arrival. */
    int now() {
        return events.arrival();
    }

    /** Appends the whole log anew, as after a crash. */
    void replay(TimelineStore store) {
        log.forEach(piece -> store.append(piece.batch(), piece.lsn()));
    }

    /** Compares every timeline with the log, except for what retention dropped: pieces that no segment has. */
    void check(TimelineStore store, int droppedBefore) throws IOException {
        var expected = new LinkedHashMap<Long, List<StoredEvent>>();
        for (var piece : log) {
            if (has(store, piece.lsn())) {
                piece.events().forEach(
                        event -> expected.computeIfAbsent(event.waybillKey(), _ -> new ArrayList<>()).add(event));
            } else {
                assertThat(piece.events()).allMatch(event -> event.scanSecond() + event.lagSeconds() < droppedBefore);
            }
        }
        for (int i = 0; i < parcels; i++) {
            assertThat(timeline(store, key(i))).isEqualTo(expected.getOrDefault(key(i), List.of()));
        }
    }

    private static boolean has(TimelineStore store, long lsn) {
        return lsn > store.sealedLsn()
                || store.segments().stream().anyMatch(segment -> segment.firstLsn() < lsn && lsn <= segment.lastLsn());
    }

    static List<StoredEvent> timeline(TimelineStore store, long key) throws IOException {
        var events = new ArrayList<StoredEvent>();
        store.timeline(key, event -> events.add(StoredEvent.of(event)));
        return events;
    }

    /** Keys far apart, half of them negative. */
    private static long key(int parcel) {
        return parcel * 0x9E3779B97F4A7C15L;
    }

    Map<Long, List<StoredEvent>> everything() {
        return SegmentTest.byKey(log.stream().flatMap(piece -> piece.events().stream()).toList());
    }

    /** A piece of the log. */
    record Piece(long lsn, List<StoredEvent> events) {

        EventBatch batch() {
            var batch = new EventBatch(4);
            var carrier = new TimelineEvent();
            for (var event : events) {
                event.fill(carrier);
                batch.add(carrier);
            }
            return batch;
        }
    }
}

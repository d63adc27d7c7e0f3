package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P3 A segment keeps timelines as they were")
class SegmentTest {

    private final MemoryStorage storage = new MemoryStorage();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 700, 9000})
    void readsEveryColumnOfEveryEventBack(int parcels) throws IOException {
        var events = new RandomEvents(parcels).parcels(parcels);
        write(events, true, DictionaryBuilder.MOST);
        var expected = byKey(events);
        try (var segment = Segment.open(storage, "s")) {
            assertThat(segment.events()).isEqualTo(events.size());
            assertThat(segment.parcels()).isEqualTo(expected.size());
            expected.forEach((key, timeline) -> assertThat(timeline(segment, key)).isEqualTo(timeline));
            var all = new ArrayList<StoredEvent>();
            segment.each(event -> all.add(StoredEvent.of(event)));
            assertThat(byKey(all)).isEqualTo(expected);
            assertThat(all).isSortedAccordingTo((a, b) -> Long.compareUnsigned(a.waybillKey(), b.waybillKey()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50})
    void writesCodesOutThatTheDictionaryHasNoRoomFor(int room) throws IOException {
        var events = new RandomEvents(5).parcels(300);
        write(events, true, room);
        try (var segment = Segment.open(storage, "s")) {
            byKey(events).forEach((key, timeline) -> assertThat(timeline(segment, key)).isEqualTo(timeline));
        }
    }

    @Test
    void forgetsOnlyHashesWhereTheyAreNotKept() throws IOException {
        var events = new RandomEvents(6).parcels(100);
        write(events, false, DictionaryBuilder.MOST);
        var expected = events.stream().map(SegmentTest::withoutHash).toList();
        try (var segment = Segment.open(storage, "s")) {
            byKey(expected).forEach((key, timeline) -> assertThat(timeline(segment, key)).isEqualTo(timeline));
        }
    }

    @Test
    void tellsNothingOfParcelsThatItDoesNotHave() throws IOException {
        var events = new RandomEvents(7).parcels(500);
        write(events, true, DictionaryBuilder.MOST);
        var known = byKey(events);
        try (var segment = Segment.open(storage, "s")) {
            for (long key : known.keySet()) {
                for (long other : new long[]{key - 1, key + 1}) {
                    if (!known.containsKey(other)) {
                        assertThat(timeline(segment, other)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void readsOneBlockAQuery() throws IOException {
        var events = new RandomEvents(8).parcels(20_000);
        write(events, true, DictionaryBuilder.MOST);
        try (var segment = Segment.open(storage, "s")) {
            long queries = 0;
            for (long key : byKey(events).keySet()) {
                timeline(segment, key);
                queries++;
                assertThat(segment.blocksRead()).isEqualTo(queries);
            }
        }
    }

    @Test
    void knowsWhenItsEventsArrived() throws IOException {
        var generator = new RandomEvents(9);
        var events = List.of(generator.next(4), generator.next(5), generator.next(6));
        write(events, true, DictionaryBuilder.MOST);
        try (var segment = Segment.open(storage, "s")) {
            assertThat(segment.minArrival()).isEqualTo(events.get(0).scanSecond() + events.get(0).lagSeconds());
            assertThat(segment.maxArrival()).isEqualTo(generator.arrival());
        }
    }

    @Test
    void refusesKeysOutOfOrder() throws IOException {
        var event = new TimelineEvent();
        try (var writer = new SegmentWriter(storage, "s", true)) {
            event.waybillKey = -1;
            writer.add(event);
            event.waybillKey = 5;
            assertThatThrownBy(() -> writer.add(event)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The key 5 comes after 18446744073709551615.");
        }
    }

    private static StoredEvent withoutHash(StoredEvent event) {
        var carrier = new TimelineEvent();
        event.fill(carrier);
        carrier.eventHash = 0;
        return StoredEvent.of(carrier);
    }

    private void write(List<StoredEvent> events, boolean hashes, int room) throws IOException {
        write(storage, "s", events, hashes, room);
    }

    static void write(Storage storage, String name, List<StoredEvent> events, boolean hashes, int room)
            throws IOException {
        var batch = new EventBatch(4);
        var event = new TimelineEvent();
        for (var stored : events) {
            stored.fill(event);
            batch.add(event);
        }
        try (var writer = new SegmentWriter(storage, name, hashes, SegmentWriter.LASTING, room)) {
            for (int row : batch.order()) {
                batch.read(row, event);
                writer.add(event);
            }
            writer.finish();
        }
    }

    static Map<Long, List<StoredEvent>> byKey(List<StoredEvent> events) {
        var byKey = new LinkedHashMap<Long, List<StoredEvent>>();
        events.forEach(event -> byKey.computeIfAbsent(event.waybillKey(), _ -> new ArrayList<>()).add(event));
        return byKey;
    }

    static List<StoredEvent> timeline(Segment segment, long key) {
        var events = new ArrayList<StoredEvent>();
        try {
            segment.timeline(key, event -> events.add(StoredEvent.of(event)));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return events;
    }
}

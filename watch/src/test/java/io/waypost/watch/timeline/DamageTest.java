package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Damage is refused, with the file and the place")
class DamageTest {

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void ofAnyByteOfASegment() throws IOException {
        SegmentTest.write(storage, "s", new RandomEvents(3).parcels(70), true, 40);
        byte[] whole = storage.bytes("s");
        assertThat(whole.length).isGreaterThan(5_000);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            storage.put("s", damaged);
            var refused = catchThrowableOfType(DamagedFileException.class, this::readAll);
            assertThat(refused).as("byte %d", i).isNotNull();
            assertThat(refused.file()).isEqualTo("s");
            assertThat(refused.offset()).isLessThanOrEqualTo(i);
            assertThat(refused).hasMessageContaining("s is damaged at offset " + refused.offset());
        }
    }

    @Test
    void ofASegmentThatIsTooShort() throws IOException {
        SegmentTest.write(storage, "s", new RandomEvents(3).parcels(20), true, 40);
        byte[] whole = storage.bytes("s");
        for (int length = 0; length < whole.length; length++) {
            storage.put("s", Arrays.copyOf(whole, length));
            assertThatThrownBy(this::readAll).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void leavesTheOtherBlocksReadable() throws IOException {
        var events = SegmentTest.byKey(new RandomEvents(4).parcels(1000));
        SegmentTest.write(storage, "s", events.values().stream().flatMap(List::stream).toList(), true, 40);
        byte[] damaged = storage.bytes("s");
        damaged[100] ^= 1;
        storage.put("s", damaged);
        int refused = 0;
        try (var segment = Segment.open(storage, "s")) {
            for (var timeline : events.entrySet()) {
                try {
                    var found = new ArrayList<StoredEvent>();
                    segment.timeline(timeline.getKey(), event -> found.add(StoredEvent.of(event)));
                    assertThat(found).isEqualTo(timeline.getValue());
                } catch (DamagedFileException damage) {
                    assertThat(damage.offset()).isEqualTo(SegmentFooter.MAGIC_SIZE);
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(BlockFormat.PARCELS);
    }

    @Test
    void ofAnyByteOfAManifest() throws IOException {
        var plan = TimelinePlan.defaults();
        var model = new StoreModel(5, 20);
        try (var store = TimelineStore.open(storage, plan)) {
            for (int i = 0; i < 3; i++) {
                var piece = model.grow();
                store.append(piece.batch(), piece.lsn());
                store.seal();
            }
        }
        var name = storage.list().getFirst();
        byte[] whole = storage.bytes(name);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            storage.put(name, damaged);
            assertThatThrownBy(() -> TimelineStore.open(storage, plan)).isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining(name);
        }
        assertThat(storage.open()).isZero();
    }

    @Test
    void ofAMissingManifestDeletesNoSegment() throws IOException {
        SegmentTest.write(storage, SegmentInfo.file(1), new RandomEvents(3).parcels(20), true, 40);
        assertThatThrownBy(() -> TimelineStore.open(storage, TimelinePlan.defaults()))
                .hasMessageContaining("no manifest");
        assertThat(storage.list()).containsExactly(SegmentInfo.file(1));
    }

    @Test
    void stopsAMergeAndLosesNothing() throws IOException {
        var plan = new TimelinePlan(4 * 3600, 24 * 3600, 8 * 3600, true);
        var model = new StoreModel(6, 20);
        try (var store = TimelineStore.open(storage, plan)) {
            int start = model.now();
            while (model.now() < start + 2 * 86_400) {
                var piece = model.grow();
                store.append(piece.batch(), piece.lsn());
                store.seal();
            }
        }
        var segments = storage.list().stream().filter(file -> file.startsWith(SegmentInfo.PREFIX)).toList();
        for (var segment : segments) {
            byte[] damaged = storage.bytes(segment);
            damaged[60] ^= 4;
            storage.put(segment, damaged);
        }
        try (var store = TimelineStore.open(storage, plan)) {
            assertThatThrownBy(() -> mergeAll(store)).isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining(SegmentInfo.PREFIX);
            assertThat(store.segments()).extracting(SegmentInfo::file).containsExactlyElementsOf(segments);
            assertThat(storage.list()).containsAll(segments);
        }
    }

    private static void mergeAll(TimelineStore store) throws IOException {
        boolean merged = true;
        while (merged) {
            merged = store.merge();
        }
    }

    private void readAll() throws IOException {
        try (var segment = Segment.open(storage, "s")) {
            segment.each(_ -> {});
        }
    }
}

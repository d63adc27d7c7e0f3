package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 A scan takes six and a half bytes")
class SegmentSizeTest {

    @Test
    void ofANetworksLog() throws IOException {
        var storage = new MemoryStorage();
        var log = new SyntheticLog(1, false).parcels(60_000);
        var event = new TimelineEvent();
        try (var writer = new SegmentWriter(storage, "s", false)) {
            for (int row : log.order()) {
                log.read(row, event);
                writer.add(event);
            }
            writer.finish();
        }
        try (var segment = Segment.open(storage, "s")) {
            assertThat((double) log.size() / segment.parcels()).isBetween(9.0, 10.5);
            assertThat((double) segment.bytes() / log.size()).isLessThan(6.3);
            assertThat((double) segment.indexMemory() / segment.parcels()).isLessThan(0.2);
        }
    }
}

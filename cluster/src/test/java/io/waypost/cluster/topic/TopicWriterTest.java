package io.waypost.cluster.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.cluster.Broker;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.SiteIndex.Site;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.record.WatchRecord.Span;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The writer of the topic")
class TopicWriterTest {

    private static final int NOW = 1_780_000_000;
    private static final int PARTITIONS = 3;
    private static final Site FIRST = new Site("O1", true, "440106");
    private static final Site SECOND = new Site("O2", true, "510104");

    private final TopicNames names;

    TopicWriterTest() throws InterruptedException {
        names = Broker.network(PARTITIONS);
    }

    @Test
    @DisplayName("tells every partition the same, in the same order, and goes on with its numbers when it is opened again")
    void numbers() throws Exception {
        try (var writer = writer()) {
            assertThat(writer.site(FIRST)).isEqualTo(1);
            assertThat(writer.lane(Lane.UNKNOWN)).isZero();
            writer.limits(DefaultLimits.table());
            writer.closes(1, List.of(new Span(NOW, NOW + 60)));
        }
        try (var writer = writer()) {
            assertThat(writer.site(SECOND)).isEqualTo(2);
            assertThat(writer.site(FIRST)).isEqualTo(1);
            assertThat(writer.site(new Site("O1", false, "440106"))).as("described anew").isEqualTo(1);
            assertThatThrownBy(() -> writer.limits(DefaultLimits.table())).hasMessageContaining("now or later");
            writer.heartbeat().join();
        }
        var told = IntStream.range(0, PARTITIONS).mapToObj(this::told).toList();
        assertThat(told).allMatch(told.getFirst()::equals);
        assertThat(told.getFirst()).hasSize(6);
        try (var writer = writer()) {
            assertThat(writer.site(SECOND)).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("tells of many sites at once as it tells of each, the last description counting")
    void many() throws Exception {
        var moved = new Site("O1", true, "510104");
        try (var writer = writer()) {
            writer.site(SECOND);
            writer.sites(List.of(FIRST, SECOND, moved, new Site("O3", true, "510104")));
            assertThat(writer.site(moved)).isEqualTo(2);
            assertThat(writer.site(new Site("O3", true, "510104"))).isEqualTo(3);
        }
        assertThat(told(0)).as("one, two at once, and one that moved").hasSize(3);
        try (var writer = writer()) {
            assertThat(writer.site(moved)).isEqualTo(2);
        }
        assertThat(told(0)).as("one, two at once, and one that moved").hasSize(3);
    }

    @Test
    @DisplayName("is fenced off by the next one, so that no number is given twice")
    void fenced() throws Exception {
        try (var first = writer()) {
            first.site(FIRST);
            try (var second = writer()) {
                assertThatThrownBy(() -> first.site(SECOND)).hasMessageContaining("could not be told");
                assertThat(second.site(new Site("O3", true, "510104"))).isEqualTo(2);
            }
            assertThatThrownBy(() -> first.site(SECOND)).hasMessageContaining("open the writer again");
        }
        assertThat(told(0)).hasSize(2);
    }

    @Test
    @DisplayName("takes no scan before there are limits")
    void limitsFirst() throws Exception {
        try (var writer = writer()) {
            assertThatThrownBy(() -> writer.append(new ScanBatch())).hasMessageContaining("table of limits");
        }
    }

    private TopicWriter writer() throws InterruptedException {
        return new TopicWriter(Broker.kafka(), names, () -> NOW);
    }

    private List<ByteBuffer> told(int partition) {
        return Broker.records(names.scans(), PARTITIONS).stream().filter(each -> each.partition() == partition)
                .map(each -> ByteBuffer.wrap(each.value())).toList();
    }
}

package io.waypost.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.cluster.Broker;
import io.waypost.cluster.topic.TopicWriter;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import io.waypost.watch.table.WaybillKey;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines that a gateway pipes in")
class FeedTest {

    private static final String LINES = """
            time 2026-11-20T01:10:00Z
            site O1 outlet 440106
            site H1 hub 440100
            scan YT7000000000004 2026-11-20T01:00:00Z DEPARTED O1 H1
            scan YT7000000000005 2026-11-20T01:05:00Z PICKED_UP O9
            scan YT7000000000005 yesterday PICKED_UP O1
            scan YT7000000000005 2026-11-20T01:05:00Z LOST O1
            site O2 shop 440106
            parcel
            time 2026-11-21T01:10:00Z
            """;

    @Test
    @DisplayName("become frames with the time that was told, and those that cannot be read are counted")
    void lines() throws Exception {
        var names = Broker.network(1);
        var clock = new ReplayClock();
        try (var writer = new TopicWriter(Broker.kafka(), names, clock)) {
            var feed = new Feed(writer, clock);
            feed.read(new BufferedReader(new StringReader(LINES)));
            assertThat(feed.kept()).isEqualTo(1);
            assertThat(feed.refused()).isEqualTo(5);
        }
        var records = Broker.records(names.scans(), 1);
        assertThat(records.getLast().timestamp()).isEqualTo(Instant.parse("2026-11-21T01:10:00Z").toEpochMilli());
        var frame = records.stream().filter(each -> Records.holdsScans(ByteBuffer.wrap(each.value()))).findFirst()
                .orElseThrow();
        assertThat(frame.timestamp()).isEqualTo(Instant.parse("2026-11-20T01:10:00Z").toEpochMilli());
        var rows = Records.rows(ByteBuffer.wrap(frame.value()));
        var scan = new CompactScan();
        ScanRow.read(rows, Records.FIRST_ROW, scan);
        assertThat(WaybillKey.text(ScanRow.key(rows, Records.FIRST_ROW))).isEqualTo("YT7000000000004");
        assertThat(scan.type).isEqualTo(ScanType.DEPARTED.code());
        assertThat(scan.stage).isEqualTo(ScanType.DEPARTED.stage(true, false).code());
        assertThat(scan.site).isEqualTo(1);
        assertThat(scan.nextSite).isEqualTo(2);
        assertThat(scan.lane).isPositive();
    }
}

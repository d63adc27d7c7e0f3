package io.waypost.app.stream;

import io.waypost.app.stream.StreamSettings.Cluster;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The timelines that a cluster serves (docs/operations.md): {@code GET /timelines/WAYBILL}. */
final class ClusterSource implements StreamSource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Cluster cluster;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ClusterSource(Cluster cluster, JsonMapper json) {
        this.cluster = cluster;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** A timeline as it is served. */
    record Served(String waybill, List<ServedScan> scans) {}

    record ServedScan(ScanType type, Instant at, Instant arrived, String site, @Nullable String nextSite) {}

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public boolean follows() {
        return false;
    }

    @Override
    public void settle() {
        // The servers follow the topic by themselves; how far they are shows in what they tell.
    }

    @Override
    public void tell(long parcel, PickedScans into) {
        tell(parcel, Instant.MIN, into);
    }

    @Override
    public long size() {
        return 0;
    }

    /** Its servers tell one timeline after the other and not which there are; what the platform learns, it learns from its own. */
    @Override
    public long[] sample(Instant since, int oneIn, long from, int most) {
        return new long[0];
    }

    @Override
    public void tell(long parcel, Instant since, PickedScans into) {
        var waybill = WaybillKey.text(parcel);
        for (var served : ask(waybill).scans()) {
            if (served.arrived().isBefore(since)) {
                continue;
            }
            var scan = Scan.of(waybill, served.type(), served.at(), served.site());
            var next = served.nextSite();
            into.add(next == null ? scan : scan.to(next), served.arrived());
        }
    }

    private Served ask(String waybill) {
        var request = HttpRequest.newBuilder(cluster.timelines().resolve("/timelines/" + waybill)).timeout(PATIENCE);
        if (cluster.token() != null) {
            request.header("Authorization", "Bearer " + cluster.token());
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("%s answered %d".formatted(cluster.timelines(), answer.statusCode()));
            }
            return json.readValue(answer.body(), Served.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The timeline of %s cannot be had: %s".formatted(waybill, e.getMessage()),
                    e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StreamEngine.ending();
        }
    }
}

package io.waypost.cluster.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.cluster.Broker;
import io.waypost.cluster.MadeUpLog;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.TopicWriter;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.table.WaybillKey;
import io.waypost.watch.timeline.ScanCodes;
import io.waypost.watch.timeline.TimelinePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("P2 timelines that are kept from the topic")
class TimelineTest {

    private static final int PARTITIONS = 2;
    private static final List<Integer> ALL = List.of(0, 1);
    private static final String TOKEN = "a token of some length";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final MadeUpLog log = new MadeUpLog(51, 120);
    private final TopicNames names;

    TimelineTest() throws InterruptedException {
        names = Broker.network(PARTITIONS);
    }

    @Test
    @DisplayName("have every scan once, in the order of arrival, however often the follower stops")
    void stops() throws Exception {
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer);
            int part = log.size() / 3;
            for (int from = 0; from < log.size(); from += part) {
                log.write(writer, from, Math.min(from + part, log.size()));
                try (var follower = open(ALL)) {
                    await(follower);
                }
            }
        }
        try (var follower = open(ALL)) {
            assertThat(follower.progress()).allMatch(each -> each.onDisk() >= 0 && each.inMemory() == 0);
            var told = new HashMap<Long, List<String>>();
            var expected = new HashMap<Long, List<String>>();
            for (var entry : log.entries()) {
                expected.computeIfAbsent(entry.key(), _ -> new ArrayList<>()).add(line(ScanType.ofCode(
                        entry.scan().type), entry.scan().at, entry.scan().arrival, entry.scan().site));
            }
            for (long key : expected.keySet()) {
                follower.timeline(key, event -> told.computeIfAbsent(key, _ -> new ArrayList<>()).add(line(
                        ScanCodes.type(event.type), event.scanSecond, event.arrivalSecond(), event.site)));
            }
            assertThat(told).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("are served to those who show the token, and only by whoever keeps them")
    void served() throws Exception {
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer);
            log.write(writer, 0, log.size());
        }
        int elsewhere = 0;
        try (var follower = open(List.of(1)); var server = new TimelineServer(follower, here(), TOKEN)) {
            await(follower);
            for (var entry : log.entries()) {
                var waybill = WaybillKey.text(entry.key());
                var answer = get(server, "/timelines/" + waybill, TOKEN);
                if (answer.statusCode() == 421) {
                    elsewhere++;
                    continue;
                }
                assertThat(answer.body()).startsWith("{\"waybill\":\"%s\",\"scans\":[{\"type\":\"".formatted(waybill))
                        .contains("\"type\":\"%s\"".formatted(ScanType.ofCode(entry.scan().type)))
                        .contains("\"site\":\"%s\"".formatted(follower.site(entry.scan().site)));
            }
            assertThat(elsewhere).isBetween(1, log.size() - 1);
            assertThat(get(server, "/timelines/%E8%BF%90", TOKEN).statusCode()).isEqualTo(400);
            assertThat(get(server, "/elsewhere", TOKEN).statusCode()).isEqualTo(404);
            assertThat(get(server, "/health", "another token").statusCode()).isEqualTo(401);
            var health = get(server, "/health", TOKEN);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"partition\":1").doesNotContain("trouble");
        }
    }

    @Test
    @DisplayName("do not go on behind a gap of the topic, nor in two processes, nor open to everybody")
    void refuses() throws Exception {
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer);
            try (var follower = open(ALL)) {
                await(follower);
                assertThatThrownBy(() -> open(ALL)).isInstanceOf(IOException.class).hasMessageContaining("in use");
                var everywhere = new InetSocketAddress("0.0.0.0", 0);
                assertThatThrownBy(() -> new TimelineServer(follower, everywhere, null))
                        .hasMessageContaining("Without a token");
            }
            log.write(writer, 0, 50);
        }
        Broker.forget(names.scans(), PARTITIONS);
        assertThatThrownBy(() -> open(ALL)).hasMessageContaining("the topic begins with");
    }

    private TimelineFollower open(List<Integer> partitions) throws IOException, InterruptedException {
        var settings = new FollowerSettings(folder, new TimelineSettings(Duration.ofDays(400), 200,
                TimelinePlan.defaults()), Duration.ofMinutes(1));
        return TimelineFollower.open(Broker.kafka(), names, partitions, settings);
    }

    /** Until it has read all that there is. */
    private void await(TimelineFollower follower) throws InterruptedException {
        var ends = new HashMap<Integer, Long>();
        Broker.records(names.scans(), PARTITIONS)
                .forEach(each -> ends.merge(each.partition(), each.offset(), Math::max));
        long until = System.nanoTime() + 60_000_000_000L;
        while (follower.progress().stream().anyMatch(each -> each.read() < ends.getOrDefault(each.partition(), -1L))) {
            assertThat(follower.trouble()).isNull();
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpResponse<String> get(TimelineServer server, String path, String token) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(server.port(), path)))
                .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static String line(ScanType type, int at, int arrival, int site) {
        return "%s of %d at %d, arrived at %d".formatted(type, site, at, arrival);
    }
}

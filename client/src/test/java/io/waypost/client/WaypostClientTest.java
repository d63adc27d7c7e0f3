package io.waypost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaypostClientTest {

    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5));

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final FakeServer server = new FakeServer();

    private final WaypostClient client = new WaypostClient(server.address(), "wpk_1_secret", QUICK);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void sendsScansAsGzippedLinesWithTheKey() {
        Scan scan = new Scan("YT1234567890123", "DEPARTED", AT, "H4401", "H5101", null, null, "B1", null, null, "e-1");

        assertThat(client.sendScans(List.of(scan))).isEqualTo(new Receipt(1, 0, List.of()));
        assertThat(client.sendScans(List.of(scan))).isEqualTo(new Receipt(0, 1, List.of()));

        FakeServer.Seen seen = server.seen().getFirst();
        assertThat(seen.authorization()).isEqualTo("Bearer wpk_1_secret");
        assertThat(seen.path()).isEqualTo("/api/v1/scans");
        assertThat(seen.body()).isEqualTo("""
            {"waybill":"YT1234567890123","type":"DEPARTED","scannedAt":"2026-03-01T08:00:00Z","site":"H4401","nextSite":"H5101","bag":"B1","eventId":"e-1"}
            """);
    }

    @Test
    void cutsLongListsAndCountsRejectedLinesOverAllOfThem() {
        List<String> lines = IntStream.range(0, 25_000)
                .mapToObj(i -> i == 20_004 ? "{}" : "{\"waybill\":\"" + i + "\"}").toList();

        Receipt receipt = client.sendScanLines(lines);

        assertThat(server.seen()).hasSize(3);
        assertThat(receipt.accepted()).isEqualTo(24_999);
        assertThat(receipt.rejected()).singleElement().extracting(Receipt.Rejection::line).isEqualTo(20_005L);
    }

    @Test
    void triesAgainWhenTheServerIsBusyOrBroken() {
        server.answerNext(429, "0", "");
        server.answerNext(503, "", "");

        assertThat(client.sendScanLines(List.of("{\"waybill\":\"1\"}")).accepted()).isEqualTo(1);
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void givesUpAfterItsTries() {
        for (int i = 0; i < 3; i++) {
            server.answerNext(429, "0", "{\"code\":\"RATE_LIMIT\",\"detail\":\"too many\"}");
        }
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> client.sendScanLines(List.of("{}")))
                .withMessageContaining("429 RATE_LIMIT too many")
                .satisfies(e -> assertThat(e.code()).isEqualTo("RATE_LIMIT"));
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void neverRepeatsWhatIsRefusedForGoodOrMayHaveHappened() {
        server.answerNext(401, "", "");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> client.sendScanLines(List.of("{}")));
        server.answerNext(500, "", "not json");
        Closure closure = new Closure("P44", "WEATHER", "台风", AT, AT.plusSeconds(60));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> client.announce(closure));
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void saysWhichServerDoesNotAnswer() {
        URI nobody = server.address();
        server.close();
        assertThatExceptionOfType(ServerUnreachable.class).isThrownBy(client::state)
                .withMessageContaining(nobody.toString())
                .withMessageContaining("3 tries");
    }

    @Test
    void uploadsTheNetworkAsAForm() {
        server.answerNext(200, "",
                """
            {"dryRun":true,"rows":1,"created":0,"updated":0,"unchanged":0,"errors":[{"row":2,"field":"parent","value":"X","code":"UNKNOWN_UNIT","message":null}]}""");

        ImportReport report = client.importNetwork("code\nHQ\n".getBytes(StandardCharsets.UTF_8), true);

        assertThat(report.errors()).singleElement().extracting(ImportReport.RowError::code).isEqualTo("UNKNOWN_UNIT");
        FakeServer.Seen seen = server.seen().getFirst();
        assertThat(seen.path()).isEqualTo("/api/v1/network/import?dryRun=true");
        assertThat(seen.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(seen.body()).contains("name=\"file\"; filename=\"network.csv\"").contains("code\nHQ\n");
    }

    @Test
    void movesTheDemoClock() {
        server.answerNext(200, "", "{\"now\":\"2026-03-01T08:00:00Z\",\"speed\":0.0}");
        server.answerNext(200, "", "{\"now\":\"2026-03-01T08:00:00Z\",\"speed\":60}");

        assertThat(client.advanceClock(AT).now()).isEqualTo(AT);
        assertThat(client.endWarmUp().speed()).isEqualTo(60);
        assertThat(server.seen()).extracting(FakeServer.Seen::body).containsExactly(
                "{\"advanceTo\":\"2026-03-01T08:00:00Z\"}",
                "{\"warmUp\":null}");
    }

    @Test
    void readsTicketsAndUnits() {
        server.answerNext(200, "", """
            {"items":[{"id":"t1","number":"GD1","kind":"SILENT_PARCEL","urgent":false,"waybill":"YT1","state":"DISPATCHED","level":"OUTLET",
              "unit":{"code":"O1","name":"天河网点","kind":"OUTLET"},"openedAt":"2026-03-01T08:00:00Z","dueAt":null,"limitMinutes":120,"urges":0,"lastAnswer":null,"version":3}],
             "nextCursor":null,"total":null}""");
        server.answerNext(404, "", "{\"code\":\"NOT_FOUND\"}");

        assertThat(client.tickets("UNIT", null).items()).singleElement().extracting(t -> t.unit().code())
                .isEqualTo("O1");
        assertThat(client.hasUnit("R01")).isFalse();
    }

    @Test
    void waitsAsTheServerAsksButNotForEver() {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(60));
        assertThat(policy.waitAfter(1, Optional.empty(), AT)).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.waitAfter(4, Optional.empty(), AT)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.waitAfter(1, Optional.of("7"), AT)).isEqualTo(Duration.ofSeconds(7));
        assertThat(policy.waitAfter(1, Optional.of("9999"), AT)).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.waitAfter(1, Optional.of("Sun, 01 Mar 2026 08:00:30 GMT"), AT))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.waitAfter(1, Optional.of("soon"), AT)).isEqualTo(Duration.ofMillis(500));
    }
}

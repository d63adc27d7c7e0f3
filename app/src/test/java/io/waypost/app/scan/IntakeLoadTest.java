package io.waypost.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Run by name with {@code -Dtests.exclude= -Dtest=IntakeLoadTest}; {@code -Dload.parcels=1000000} for the large one. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("P1 P2 How many scans a second, and how fast a parcel page")
class IntakeLoadTest {

    private static final int LINES = 5_000;
    private static final List<String> STEPS = List.of("PICKED_UP", "DEPARTED", "ARRIVED", "DEPARTED", "ARRIVED",
            "OUT_FOR_DELIVERY");

    private final Partners partners;
    private final Environment environment;
    private final Clock wall;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int parcels = Integer.getInteger("load.parcels", 60_000);

    IntakeLoadTest(Partners partners, Environment environment, @Qualifier("wallClock") Clock wall) {
        this.partners = partners;
        this.environment = environment;
        this.wall = wall;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void takesScansAndShowsPages() throws Exception {
        var key = Acting.as(new Actor.Internal("test"), () -> partners.issue("load",
                Set.of(Permission.SCANS_WRITE, Permission.PARCEL_READ), Organisation.HEADQUARTERS, 1_000_000)).secret();
        var start = wall.instant().minus(Duration.ofHours(STEPS.size() + 1L));
        int steps = parcels > 200_000 ? 2 : STEPS.size();
        for (int step = 0; step < steps; step++) {
            var began = wall.instant();
            send(key, step, start);
            var seconds = Duration.between(began, wall.instant()).toMillis() / 1000.0;
            System.out.printf("%s: %d scans in %.1f s = %.0f scans/s%n", STEPS.get(step), parcels, seconds,
                    parcels / seconds);
        }
        pages(key);
    }

    private void send(String key, int step, Instant start) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int from = 0; from < parcels; from += LINES) {
                int first = from;
                calls.add(() -> call(key, body(step, first, Math.min(parcels, first + LINES), start)));
            }
            for (var status : pool.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    private int call(String key, byte[] body) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("/api/v1/scans")).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.discarding()).statusCode();
    }

    private static byte[] body(int step, int from, int until, Instant start) {
        var text = new StringBuilder((until - from) * 160);
        for (int parcel = from; parcel < until; parcel++) {
            text.append(
                    "{\"waybill\":\"YT%013d\",\"type\":\"%s\",\"scannedAt\":\"%s\",\"site\":\"%s\",\"nextSite\":\"H1101\",\"device\":\"D%d\"}\n"
                            .formatted(parcel * 7919L, STEPS.get(step),
                                    start.plus(Duration.ofHours(step)).plusMillis(parcel),
                                    step < 2 ? "O440106-001" : "H4401", parcel % 500));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void pages(String key) throws Exception {
        var random = new Random(1);
        var millis = new ArrayList<Double>();
        for (int i = 0; i < 3_000; i++) {
            var began = System.nanoTime();
            var answer = http.send(
                    HttpRequest.newBuilder(uri("/api/v1/parcels/YT%013d".formatted(random.nextInt(parcels) * 7919L)))
                            .header("Authorization", "Bearer " + key).GET().build(),
                    BodyHandlers.ofString());
            millis.add((System.nanoTime() - began) / 1e6);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        var warm = millis.subList(500, millis.size()).stream().sorted().toList();
        System.out.printf("parcel page at %d parcels: p50 %.1f ms, p99 %.1f ms%n", parcels, warm.get(warm.size() / 2),
                warm.get((int) (warm.size() * 0.99)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
    }
}

package io.waypost.app.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.testing.SharedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How long it takes to judge 100,000 promised parcels that stream, and to read them as a sample; run by its name only ({@code -Dtest=}). */
@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(StreamFixture.class)
@DisplayName("P4 100,000 promises of a network that streams are judged well within ten minutes")
class StreamPromisesMeasure {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPromisesMeasure.class);
    private static final int PARCELS = 100_000;
    private static final int WAVE = 10_000;
    private static final int ROUNDS = 5;

    @TempDir
    static Path data;

    private final StreamFixture fixture;
    private final Journeys journeys;
    private final JdbcClient jdbc;

    StreamPromisesMeasure(StreamFixture fixture, Journeys journeys, JdbcClient jdbc) {
        this.fixture = fixture;
        this.journeys = journeys;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @Test
    void rounds() throws Exception {
        fixture.past(() -> {});
        fixture.until(() -> assertThat(count("select count(*) from delay.version where in_force")).isPositive());
        var start = fixture.now().plus(Duration.ofMinutes(1));
        for (int wave = 0; wave < PARCELS; wave += WAVE) {
            var waybills = fixture.underWay(WAVE, start.plusSeconds(wave / WAVE), Duration.ofHours(40));
            if (wave < PARCELS / 2) {
                fixture.deliver(waybills, start.plus(Duration.ofHours(12)));
            }
        }
        fixture.play();
        for (int round = 1; round <= ROUNDS; round++) {
            LOG.warn("Round {}: {} ms; {} are promised and not over, {} warnings, {} picked", round, round(),
                    count("select count(*) from parcel.parcel where signed_at is null and not over_elsewhere"),
                    count("select count(*) from delay.warning where cleared_at is null"),
                    count("select count(*) from stream.picked"));
        }
        var parcels = new AtomicLong();
        long began = System.nanoTime();
        Acting.as(new Actor.Internal("test"), () -> {
            journeys.eachElsewhere(Instant.EPOCH, 1, _ -> parcels.incrementAndGet());
            return parcels;
        });
        LOG.warn("A sample of all {} parcels: {} ms", parcels, milliseconds(began));
    }

    private long round() {
        fixture.step(Duration.ofMinutes(11));
        long began = System.nanoTime();
        var from = fixture.now().minusSeconds(5);
        await().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> count(
                        "select count(*) from delay.round r where r.began is null and judged_at >= timestamptz '%s'"
                                .formatted(from)) > 0);
        return milliseconds(began);
    }

    private static long milliseconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private long count(String sql) {
        return fixture.inTransaction(() -> jdbc.sql(sql).query(Long.class).single());
    }
}

package io.waypost.app.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.outlet.OutletCount;
import io.waypost.core.outlet.OutletFlow;
import io.waypost.core.outlet.OutletScan;
import io.waypost.core.outlet.OutletSums;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(OutletFixture.class)
@DisplayName("P6 every scan is counted once, in whatever order, however late it commits, whatever crashes")
class OutletCountingTest {

    private static final List<ScanType> TYPES = List.of(ScanType.ARRIVED, ScanType.DEPARTED, ScanType.OUT_FOR_DELIVERY,
            ScanType.SIGN_FAILED, ScanType.STATION_IN, ScanType.SIGNED);
    private static final List<String> SITES = List.of(Organisation.TIANHE, Organisation.HAIZHU, "H4401", "NOT-IN-TREE");

    private final OutletFixture fixture;
    private final ScanIntake intake;
    private final OutletWork work;
    private final JdbcClient jdbc;

    OutletCountingTest(OutletFixture fixture, ScanIntake intake, OutletWork work, JdbcClient jdbc) {
        this.fixture = fixture;
        this.intake = intake;
        this.work = work;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    private record Key(String site, Instant hour, OutletFlow flow) {}

    @Test
    void theSumsAreThoseOfAllScansAtOnce() {
        fixture.count();
        var dice = new Random(6);
        fixture.pass(Duration.ofHours(30));
        var from = fixture.now().minus(Duration.ofHours(20));
        var scans = new ArrayList<Scan>();
        for (int parcel = 0; parcel < 40; parcel++) {
            var waybill = OutletFixture.waybill();
            for (int i = 0; i < 6; i++) {
                scans.add(
                        Scan.of(waybill, TYPES.get(dice.nextInt(TYPES.size())), from.plusSeconds(dice.nextInt(70_000)),
                                SITES.get(dice.nextInt(SITES.size()))));
            }
        }
        Collections.shuffle(scans, dice);
        for (int at = 0; at < scans.size(); at += 17) {
            var part = new ArrayList<>(scans.subList(at, Math.min(at + 17, scans.size())));
            part.addAll(scans.subList(0, Math.min(at, 5)));
            intake.take(part, "test", fixture.now());
            if (dice.nextInt(3) == 0) {
                fixture.count();
            }
        }
        fixture.count();
        assertThat(kept()).isEqualTo(expected());
        assertThat(heldKept()).isEqualTo(heldExpected());
    }

    @Test
    void whatCommitsLateIsCountedLateAndOnce() throws Exception {
        fixture.count();
        fixture.pass(Duration.ofHours(3));
        var stored = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var late = other.submit(() -> fixture.all(() -> {
                fixture.scan(7, ScanType.ARRIVED, Organisation.DONGCHENG);
                stored.countDown();
                await(mayCommit);
                return true;
            }));
            await(stored);
            fixture.scan(5, ScanType.ARRIVED, Organisation.DONGCHENG);
            for (int i = 0; i < 5; i++) {
                fixture.pass(Duration.ofMinutes(2));
            }
            assertThat(arrivedAt(Organisation.DONGCHENG)).as("nothing is read past a transaction that may still commit")
                    .isZero();
            mayCommit.countDown();
            late.get();
        }
        fixture.count();
        assertThat(arrivedAt(Organisation.DONGCHENG)).isEqualTo(12);
        fixture.pass(Duration.ofMinutes(30));
        assertThat(arrivedAt(Organisation.DONGCHENG)).isEqualTo(12);
    }

    @Test
    void aCrashCountsNothingTwice() {
        fixture.count();
        fixture.pass(Duration.ofHours(3));
        long before = arrivedAt("O110102-001");
        fixture.scan(9, ScanType.ARRIVED, "O110102-001");
        // The node dies before it commits what it has counted.
        try {
            fixture.all(() -> {
                work.runDue(fixture.now().plus(Duration.ofMinutes(5)));
                throw new IllegalStateException("the power went");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the power went");
        }
        fixture.count();
        assertThat(arrivedAt("O110102-001")).isEqualTo(before + 9);
    }

    @Test
    void aDatabaseLoadedFromADumpGoesOn() {
        fixture.count();
        fixture.pass(Duration.ofHours(3));
        long before = arrivedAt("H1101");
        fixture.scan(4, ScanType.ARRIVED, "H1101");
        // On the server that the dump was made of, ids had come much further.
        fixture.all(() -> jdbc.sql("update parcel.scan set tx = tx + 1000000000 where tx > 0").update());
        fixture.all(() -> jdbc.sql("update outlet.progress set marker = marker + 1000000000").update());
        for (int i = 0; i < 3; i++) {
            fixture.pass(Duration.ofSeconds(61));
        }
        assertThat(arrivedAt("H1101")).as("what was not yet counted there is counted here").isEqualTo(before + 4);
        fixture.scan(3, ScanType.ARRIVED, "H1101");
        fixture.count();
        assertThat(arrivedAt("H1101")).isEqualTo(before + 7);
    }

    private Map<Key, Long> kept() {
        var kept = new HashMap<Key, Long>();
        fixture.all(() -> jdbc.sql("select * from outlet.flow").query((row, _) -> {
            for (var flow : OutletFlow.values()) {
                long count = row.getLong(column(flow));
                if (count != 0) {
                    kept.put(new Key(row.getString("site"),
                            Objects.requireNonNull(CountProgressStore.instant(row, "hour")), flow), count);
                }
            }
            return true;
        }).list());
        return kept;
    }

    private static String column(OutletFlow flow) {
        return switch (flow) {
            case LEFT -> "gone";
            case OUT -> "given";
            case SCANNED, ENTERED, SENT, UNSEEN, DELIVERED, FAILED, RETURNED -> flow.name();
        };
    }

    private Map<Key, Long> expected() {
        var expected = new HashMap<Key, Long>();
        sums().flows().forEach((flow, count) -> expected.merge(
                new Key(flow.site(), flow.minute().truncatedTo(ChronoUnit.HOURS), flow.kind()), count, Long::sum));
        expected.values().removeIf(count -> count == 0);
        return expected;
    }

    private Map<OutletSums.Held, Long> heldKept() {
        return fixture.all(() -> jdbc.sql("select * from outlet.held where parcels <> 0")
                .query((row, _) -> Map.entry(new OutletSums.Held(row.getString("site"),
                        Objects.requireNonNull(CountProgressStore.instant(row, "since"))), row.getLong("parcels")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Map<OutletSums.Held, Long> heldExpected() {
        return sums().held();
    }

    /** Of all timelines as they are now, counted at once. */
    private OutletSums sums() {
        var timelines = new HashMap<String, List<OutletScan>>();
        fixture.all(() -> jdbc
                .sql("select waybill, type, effective_at, site from parcel.scan").query((row, _) -> timelines
                        .computeIfAbsent(row.getString("waybill"), _ -> new ArrayList<>())
                        .add(new OutletScan(ScanType.valueOf(row.getString("type")),
                                Objects.requireNonNull(CountProgressStore.instant(row, "effective_at")),
                                row.getString("site"))))
                .list());
        return timelines.values().stream().map(OutletCount::of).reduce(OutletSums.NONE, OutletSums::plus);
    }

    private long arrivedAt(String site) {
        return fixture.all(() -> jdbc.sql("select coalesce(sum(entered), 0) from outlet.flow where site = :site")
                .param("site", site).query(Long.class).single());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

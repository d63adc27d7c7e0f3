package io.waypost.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.ParcelSilence;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.RestDays;
import io.waypost.core.watch.RestKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P3 P5 Limits and freshness follow the network's own history")
class LearningTest {

    private static final String HUB_GUANGZHOU = "H4401";
    private static final String HUB_BEIJING = "H1101";

    private static final int PARCELS = 700;
    private static final int STUCK = 8;

    private final ScanIntake intake;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final LimitShelf shelf;
    private final Freshness freshness;
    private final Parcels parcels;
    private final ParcelSilence silence;
    private final Findings findings;
    private final TransactionTemplate transaction;

    LearningTest(ScanIntake intake, Deadlines deadlines, BusinessClock clock, LimitShelf shelf, Freshness freshness,
            Parcels parcels,
            ParcelSilence silence, Findings findings, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.deadlines = deadlines;
        this.clock = clock;
        this.shelf = shelf;
        this.freshness = freshness;
        this.parcels = parcels;
        this.silence = silence;
        this.findings = findings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void learnsTheLaneAtNightAndCountsHowLateSitesUpload() {
        var start = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        deadlines.drain(start);
        lineHauls(start);
        var stuck = leave("ST", STUCK, start);
        clock.advanceTo(start.plus(Duration.ofHours(80)));
        deadlines.drain(clock.instant());
        confirm(stuck);
        arrive(stuck, start.plus(Duration.ofDays(5)));
        clock.advanceTo(start.plus(Duration.ofDays(10)));
        deadlines.drain(clock.instant());

        var lane = as(() -> shelf.current().rows().stream()
                .filter(row -> "440000".equals(row.key().fromDivision()) && row.key().dayPart() == null)
                .toList());
        assertThat(lane).singleElement().satisfies(row -> {
            assertThat(row.basis()).isEqualTo(Basis.LEARNT);
            assertThat(row.samples()).as("a silence that was rightly warned of teaches nothing").isEqualTo(PARCELS);
            assertThat(row.hours()).as("few gaps do not shorten the default").isEqualTo(54.0);
        });
        assertThat(as(() -> shelf.current().version())).as("the defaults and one night's learning, or more nights")
                .isGreaterThan(1);
        var norm = as(() -> silence.norms(parcels.timeline("LH0000001"), null));
        assertThat(norm.getFirst().usualLowHours()).isBetween(26.0, 32.0);
        assertThat(norm.getFirst().usualHighHours()).isBetween(32.0, 38.0);

        var late = as(() -> freshness.sites(start, clock.instant(), "/HQ/R01/"));
        assertThat(late).singleElement().satisfies(site -> {
            assertThat(site.site()).isEqualTo(HUB_BEIJING);
            assertThat(site.histogram().scans()).isEqualTo(PARCELS + STUCK);
            assertThat(site.histogram().percentileSeconds(50)).isEqualTo(600);
            assertThat(site.lagSeconds()).isEqualTo(PARCELS * 420L);
        });
    }

    @Test
    void daysOfRestAreKeptWithTheirRow() {
        var key = new LimitKey(Stage.ARRIVED_HUB, LaneClass.REMOTE, null, null, null);
        var days = RestDays.of(List.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY));
        var some = new LimitKey(Stage.PICKED_UP, null, null, null, null);
        var places = Map.of(new RestKey(HUB_BEIJING, Stage.ARRIVED_HUB, LaneClass.FAR), RestDays.NONE,
                new RestKey("O440106-001", Stage.PICKED_UP, null), new RestDays(0b1100000));
        as(() -> shelf.learnt(List.of(
                new LimitRow(key, 51, days, Basis.LEARNT, 99.9, 4_000L, null, "p99.9 of 4000", "learning",
                        clock.instant()),
                new LimitRow(some, 51, new RestDays(64, true), Basis.LEARNT, 99.9, 4_000L, null, "p99.9 of 4000",
                        "learning", clock.instant())),
                places, Map.of(), "test"));
        assertThat(as(() -> shelf.current().restByPlace())).isEqualTo(places);
        assertThat(as(() -> shelf.current().rows())).filteredOn(row -> row.key().equals(some)
                && row.basis() == Basis.LEARNT).singleElement()
                .satisfies(row -> assertThat(row.restDays()).isEqualTo(new RestDays(64, true)));
        assertThat(as(() -> shelf.current().rows())).filteredOn(row -> row.key().equals(key)).singleElement()
                .satisfies(row -> assertThat(row.restDays()).isEqualTo(days));
        assertThat(as(() -> shelf.current().rows())).filteredOn(row -> row.basis() == Basis.DEFAULT).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays()).isEqualTo(RestDays.NONE));
    }

    private List<String> leave(String prefix, int count, Instant at) {
        var waybills = IntStream.range(0, count).mapToObj(i -> "%s%07d".formatted(prefix, i)).toList();
        intake.take(waybills.stream().map(one -> Scan.of(one, ScanType.DEPARTED, at, HUB_GUANGZHOU).to(HUB_BEIJING))
                .toList(), "test", at);
        return waybills;
    }

    private void confirm(List<String> waybills) {
        for (var waybill : waybills) {
            var standing = as(() -> findings.standing(waybill).orElseThrow());
            Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(
                    _ -> findings.troubleConfirmed(standing.id(), clock.instant())));
        }
    }

    private void arrive(List<String> waybills, Instant at) {
        clock.advanceTo(at);
        intake.take(waybills.stream().map(one -> Scan.of(one, ScanType.ARRIVED, at, HUB_BEIJING)).toList(), "test", at);
    }

    private void lineHauls(Instant start) {
        var random = new Random(5);
        var departed = new ArrayList<Scan>();
        var arrived = new ArrayList<Scan>();
        for (int i = 0; i < PARCELS; i++) {
            var waybill = "LH%07d".formatted(i);
            departed.add(Scan.of(waybill, ScanType.DEPARTED, start, HUB_GUANGZHOU).to(HUB_BEIJING));
            var hours = 32 + 2 * random.nextGaussian();
            arrived.add(Scan.of(waybill, ScanType.ARRIVED, start.plus(Duration.ofSeconds((long) (hours * 3600))),
                    HUB_BEIJING));
        }
        intake.take(departed, "test", start);
        for (var scan : arrived) {
            intake.take(List.of(scan), "test", scan.scannedAt().plus(Duration.ofMinutes(7)));
        }
    }

    private <T> T as(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> work.get()));
    }
}

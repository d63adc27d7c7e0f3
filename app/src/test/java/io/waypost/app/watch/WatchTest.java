package io.waypost.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.ParcelSilence;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.Responsibility;
import io.waypost.core.watch.Silence.Level;
import io.waypost.core.watch.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest(properties = "waypost.mode=DEMO")
@RecordApplicationEvents
@DisplayName("P3 P8 The watch on a real database, at a stepped clock")
class WatchTest {

    private static final String HUB_GUANGZHOU = "H4401";
    private static final String HUB_BEIJING = "H1101";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanIntake intake;
    private final Findings findings;
    private final ParcelSilence silence;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final LimitDesk limits;
    private final String waybill = "YT62478549165%02d".formatted(NUMBER.incrementAndGet());

    WatchTest(ScanIntake intake, Findings findings, ParcelSilence silence, Deadlines deadlines, BusinessClock clock,
            LimitDesk limits) {
        this.intake = intake;
        this.findings = findings;
        this.silence = silence;
        this.deadlines = deadlines;
        this.clock = clock;
        this.limits = limits;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void aParcelGoesSilentOnceAndClearsWhenItMoves(ApplicationEvents events) {
        var left = scan(ScanType.ARRIVED, HUB_GUANGZHOU, null);
        pass(Duration.ofHours(51));
        assertThat(standing()).as("grace is not over").isEmpty();
        pass(Duration.ofHours(2));
        deadlines.drain(clock.instant());
        assertThat(standing()).singleElement().satisfies(finding -> {
            assertThat(finding.silentSince()).isEqualTo(left);
            assertThat(finding.raisedAt()).isEqualTo(left.plus(Duration.ofMinutes(51 * 60 + 15)));
            assertThat(finding.responsible())
                    .isEqualTo(new Responsibility(HUB_GUANGZHOU, Responsibility.Rule.LAST_HOLDER));
            assertThat(finding.limit().hours()).isEqualTo(51.25);
        });
        assertThat(events.stream(SilenceRaised.class)).hasSize(1);
        scan(ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        assertThat(events.stream(SilenceCleared.class)).singleElement().satisfies(
                cleared -> assertThat(cleared.cause()).isEqualTo(ClearCause.RESUMED));
        assertThat(all().getFirst().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aLineHaulIsAllowedItsTime() {
        scan(ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        pass(Duration.ofHours(54));
        assertThat(all()).isEmpty();
        assertThat(silence.standing(waybill, clock.instant()).silence()).as("outside a transaction nobody sees it")
                .isNull();
        assertThat(level()).isEqualTo(Level.WATCH);
        pass(Duration.ofHours(2));
        assertThat(level()).isEqualTo(Level.SILENT);
    }

    @Test
    void actingMakesAWarningRight() {
        scan(ScanType.ARRIVED, HUB_GUANGZHOU, null);
        pass(Duration.ofHours(52));
        var finding = standing().getFirst();
        as(() -> {
            findings.ticketOpened(finding.id(), new UUID(1, 2));
            findings.acted(finding.id(), clock.instant());
            return true;
        });
        pass(Duration.ofHours(1));
        scan(ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING);
        assertThat(all()).singleElement().satisfies(kept -> {
            assertThat(kept.verdict()).isEqualTo(Verdict.RIGHT);
            assertThat(kept.ticketId()).isEqualTo(new UUID(1, 2));
        });
    }

    @Test
    void confirmedTroubleIsRightAtOnceAndSettlingKeepsQuiet() {
        scan(ScanType.ARRIVED, HUB_GUANGZHOU, null);
        pass(Duration.ofHours(52));
        var finding = standing().getFirst();
        as(() -> {
            findings.troubleConfirmed(finding.id(), clock.instant());
            findings.settle(waybill);
            return true;
        });
        pass(Duration.ofDays(30));
        assertThat(all()).singleElement().satisfies(kept -> {
            assertThat(kept.verdict()).isEqualTo(Verdict.RIGHT);
            assertThat(kept.clearedBy()).isEqualTo(ClearCause.MANUAL);
        });
    }

    @Test
    void restingHoldsAWarningBackAndThenItComes() {
        scan(ScanType.ARRIVED, Organisation.TIANHE, null);
        as(() -> {
            findings.rest(waybill, Pause.Reason.CUSTOMER_HOLD, clock.instant().plus(Duration.ofDays(3)));
            return true;
        });
        pass(Duration.ofDays(3));
        assertThat(all()).isEmpty();
        assertThat(as(() -> silence.standing(waybill, clock.instant()).pauses())).hasSize(1);
        pass(Duration.ofHours(52));
        assertThat(all()).hasSize(1);
    }

    @Test
    void aLateUploadRetracts() {
        var arrived = scan(ScanType.ARRIVED, HUB_GUANGZHOU, null);
        pass(Duration.ofHours(53));
        assertThat(standing()).hasSize(1);
        intake.take(List.of(Scan.of(waybill, ScanType.DEPARTED, arrived.plus(Duration.ofHours(3)), HUB_GUANGZHOU)),
                "test",
                clock.instant());
        assertThat(all()).singleElement()
                .satisfies(kept -> assertThat(kept.clearedBy()).isEqualTo(ClearCause.LATE_UPLOAD));
    }

    @Test
    void aLimitThatAPersonSetCountsFromNowOn() {
        as(() -> limits.set(new LimitDesk.Setting(Stage.DELIVERING, null, null, null, 90.0, "暴雨"), "甲",
                clock.instant()));
        scan(ScanType.OUT_FOR_DELIVERY, Organisation.TIANHE, null);
        pass(Duration.ofHours(89));
        assertThat(all()).isEmpty();
        pass(Duration.ofHours(2));
        assertThat(all()).singleElement().satisfies(kept -> assertThat(kept.limit().hours()).isEqualTo(90.25));
    }

    @Test
    void onlyWhoIsConcernedSeesAFinding() {
        scan(ScanType.ARRIVED, HUB_GUANGZHOU, null);
        pass(Duration.ofHours(53));
        assertThat(Acting.as(person("/HQ/R05/P44/"), () -> findings.standing(waybill))).isPresent();
        assertThat(Acting.as(person("/HQ/R01/"), () -> findings.standing(waybill))).isEmpty();
        assertThat(Acting.as(new Actor.Partner(new UUID(0, 1), "p", Scope.NOTHING, Set.of()),
                () -> findings.standing(waybill)))
                .isEmpty();
    }

    private static Actor person(String path) {
        return new Actor.Person(new UUID(0, 1), "u", "U", "X", path, Set.of());
    }

    private Instant scan(ScanType type, String site, @Nullable String next) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var scan = Scan.of(waybill, type, now, site);
        intake.take(List.of(next == null ? scan : scan.to(next)), "test", now);
        return now;
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    private Level level() {
        var view = as(() -> silence.standing(waybill, clock.instant()).silence());
        return view == null ? Level.OFF : view.level();
    }

    private List<Finding> standing() {
        return as(() -> findings.standing(waybill)).stream().toList();
    }

    private List<Finding> all() {
        return as(() -> findings.of(waybill));
    }

    private static <T extends @Nullable Object> T as(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }
}

package io.waypost.app.device;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.core.device.SlowScanners;
import io.waypost.core.network.UnitKind;
import io.waypost.core.watch.LagHistogram;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scanners of the register and of the scans together, each with its lag and whether it is slow by itself. */
@Service
class DeviceBoard {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** As many of the worst places as one can push. */
    private static final int WORST = 10;

    private final Standings standings;
    private final ScannerStore scanners;
    private final PlanStore plans;
    private final Network network;
    private final Clock clock;

    DeviceBoard(Standings standings, ScannerStore scanners, PlanStore plans, Network network, Clock clock) {
        this.standings = standings;
        this.scanners = scanners;
        this.plans = plans;
        this.network = network;
        this.clock = clock;
    }

    /** What lags are added up by. */
    enum By {
        MODEL,
        OUTLET,
        HUB,
        REGION
    }

    /** Lags of the last three days; the times are null where nothing arrived. */
    record DeviceLagNumbers(long scans, @Nullable Long meanSeconds, @Nullable Integer p50Seconds,
            @Nullable Integer p95Seconds, @Nullable Double shareUnder5Minutes, @Nullable Instant lastArrivedAt) {}

    /** Why it is slow, and since when; shares from 0 to 1. */
    record SlowEvidence(Instant since, long scans, long late, double lateShare, double lateAtLeast, double usualHere,
            double usual) {}

    /** A plan, and whether its day is over while it is open. */
    record DevicePlanView(DevicePlan plan, boolean late) {}

    /**
     * A scanner where it is used; model, state and owner are null where it was seen in scans and is not registered (未登记) as far as
     * the reader sees.
     */
    record DeviceRow(String code, UnitRef unit, @Nullable String model, @Nullable String firmware,
            @Nullable LocalDate inService, Scanner.@Nullable DeviceState state, @Nullable UnitRef owner,
            @Nullable Integer version, DeviceLagNumbers lag, @Nullable SlowEvidence slow,
            @Nullable DevicePlanView plan) {}

    /** A scanner of the register and all that was done about it, the newest first. */
    record DeviceView(String code, String model, @Nullable String firmware, @Nullable LocalDate inService,
            Scanner.DeviceState state, UnitRef owner, int version, List<DevicePlanView> plans) {}

    /**
     * Lags of a model or unit; {@code unit} is null for models, {@code key} empty for scanners that are not registered. Scanners are
     * counted once each: slow ones, those that are not registered, those with an open plan, those whose plan is late, slow ones
     * without a plan, and those that were put right.
     */
    record DeviceGroup(String key, @Nullable UnitRef unit, long devices, long slow, long unregistered, long planned,
            long late, long needPlan, long done, DeviceLagNumbers lag) {}

    /** How fresh the scans of a unit and below are, and where they are not; places with few scans are not ranked. */
    record DeviceBoardView(UnitRef unit, Instant at, DeviceGroup total, List<DeviceGroup> regions,
            List<DeviceGroup> hubs, List<DeviceGroup> outlets, List<DeviceGroup> models) {}

    /** All scanners of the unit and below: the slow ones first, then by how much comes late; those with few scans last. */
    @Transactional(readOnly = true)
    List<DeviceRow> rows(Unit unit) {
        return standings.of(unit).stream().map(this::row)
                .sorted(Comparator.comparing((DeviceRow row) -> row.slow() == null)
                        .thenComparing(row -> row.lag().scans() < SlowScanners.LEAST_SCANS)
                        .thenComparingDouble(row -> Objects.requireNonNullElse(row.lag().shareUnder5Minutes(), 2.0))
                        .thenComparing(DeviceRow::code).thenComparing(row -> row.unit().code()))
                .toList();
    }

    /** The scanner of the register, where the reader sees it. */
    @Transactional(readOnly = true)
    DeviceView view(String code) {
        var scanner = scanners.find(code).orElseThrow(() -> Refusal.notFound("scanner", code));
        return new DeviceView(code, scanner.model(), scanner.firmware(), scanner.inService(), scanner.state(),
                network.ref(scanner.unitCode()), scanner.version(), plans.of(code).stream().map(this::view).toList());
    }

    /** Lags added up; the highest mean first. */
    @Transactional(readOnly = true)
    List<DeviceGroup> groups(Unit unit, By by) {
        return groups(standings.of(unit), by);
    }

    @Transactional(readOnly = true)
    DeviceBoardView board(Unit unit) {
        var all = standings.of(unit);
        return new DeviceBoardView(network.ref(unit.code()), clock.instant(),
                group(unit.code(), network.ref(unit.code()), all), groups(all, By.REGION), worst(all, By.HUB),
                worst(all, By.OUTLET), groups(all, By.MODEL));
    }

    private List<DeviceGroup> worst(List<Standing> all, By by) {
        return groups(all, by).stream().filter(group -> group.lag().scans() >= SlowScanners.LEAST_SCANS).limit(WORST)
                .toList();
    }

    private List<DeviceGroup> groups(List<Standing> all, By by) {
        var groups = new LinkedHashMap<String, List<Standing>>();
        all.forEach(one -> key(one, by).ifPresent(
                key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one)));
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), by == By.MODEL ? null : network.ref(entry.getKey()),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(
                        (DeviceGroup group) -> Objects.requireNonNullElse(group.lag().meanSeconds(), -1L)).reversed()
                        .thenComparing(DeviceGroup::key))
                .toList();
    }

    private DeviceGroup group(String key, @Nullable UnitRef unit, List<Standing> all) {
        return new DeviceGroup(key, unit, count(all, _ -> true), count(all, Standing::slow),
                count(all, one -> one.scanner() == null), count(all, Standing::planned), count(all, this::late),
                count(all, Standing::needsPlan), count(all, Standing::done), numbers(all));
    }

    private static long count(Collection<Standing> all, Predicate<Standing> which) {
        return all.stream().filter(which).map(Standing::code).distinct().count();
    }

    private boolean late(Standing one) {
        var plan = one.plan();
        return plan != null && late(plan);
    }

    private boolean late(DevicePlan plan) {
        return plan.open() && plan.due().isBefore(clock.instant().atZone(CHINA).toLocalDate());
    }

    private DevicePlanView view(DevicePlan plan) {
        return new DevicePlanView(plan, late(plan));
    }

    private Optional<String> key(Standing one, By by) {
        return switch (by) {
            case MODEL -> Optional.of(one.scanner() == null ? "" : one.scanner().model());
            case OUTLET -> network.atOrAbove(one.unitCode(), UnitKind.OUTLET).map(Unit::code);
            case HUB -> network.atOrAbove(one.unitCode(), UnitKind.HUB).map(Unit::code);
            case REGION -> network.atOrAbove(one.unitCode(), UnitKind.REGION).map(Unit::code);
        };
    }

    private DeviceRow row(Standing one) {
        var scanner = one.scanner();
        return new DeviceRow(one.code(), network.ref(one.unitCode()), scanner == null ? null : scanner.model(),
                scanner == null ? null : scanner.firmware(), scanner == null ? null : scanner.inService(),
                scanner == null ? null : scanner.state(), scanner == null ? null : network.ref(scanner.unitCode()),
                scanner == null ? null : scanner.version(), numbers(List.of(one)),
                one.slow() ? evidence(one.verdict()) : null, one.plan() == null ? null : view(one.plan()));
    }

    private static @Nullable SlowEvidence evidence(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        var why = verdict.why();
        return new SlowEvidence(verdict.since(), why.scans(), why.late(), why.lateShare(), why.lateAtLeast(),
                why.usualHere(), why.usual());
    }

    private static DeviceLagNumbers numbers(List<Standing> all) {
        var histogram = LagHistogram.EMPTY;
        long seconds = 0;
        Instant last = null;
        for (var one : all) {
            var seen = one.seen();
            if (seen != null) {
                histogram = histogram.plus(seen.histogram());
                seconds += seen.lagSeconds();
                last = last == null || seen.lastArrivedAt().isAfter(last) ? seen.lastArrivedAt() : last;
            }
        }
        return histogram.scans() == 0
                ? new DeviceLagNumbers(0, null, null, null, null, null)
                : new DeviceLagNumbers(histogram.scans(), seconds / histogram.scans(), histogram.percentileSeconds(50),
                        histogram.percentileSeconds(95), histogram.shareUnderFiveMinutes(), last);
    }
}

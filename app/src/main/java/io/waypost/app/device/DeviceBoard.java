package io.waypost.app.device;

import io.waypost.app.device.LagStore.Seen;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.core.device.SlowScanners;
import io.waypost.core.network.UnitKind;
import io.waypost.core.watch.LagHistogram;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scanners of the register and of the scans together, each with its lag and whether it is slow by itself. */
@Service
class DeviceBoard {

    private static final Duration LOOKED_BACK = Duration.ofDays(3);

    private final LagStore lags;
    private final ScannerStore scanners;
    private final Network network;
    private final Clock clock;

    DeviceBoard(LagStore lags, ScannerStore scanners, Network network, Clock clock) {
        this.lags = lags;
        this.scanners = scanners;
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

    /** Why it is slow; shares from 0 to 1. */
    record SlowEvidence(long scans, long late, double lateShare, double lateAtLeast, double usualHere, double usual) {}

    /** A scanner; model and state are null where it was seen in scans and is not registered (未登记). */
    record DeviceRow(String code, UnitRef unit, @Nullable String model, @Nullable String firmware,
            @Nullable LocalDate inService, Scanner.@Nullable DeviceState state, @Nullable Integer version,
            DeviceLagNumbers lag, @Nullable SlowEvidence slow) {}

    /** Lags of a model or unit; {@code unit} is null for models, {@code key} empty for scanners that are not registered. */
    record DeviceGroup(String key, @Nullable UnitRef unit, long devices, long slow, DeviceLagNumbers lag) {}

    private record Both(String code, String unitCode, @Nullable Scanner scanner, @Nullable Seen seen) {}

    /** All scanners of the unit and below, the slow ones first, then by how much comes late. */
    @Transactional(readOnly = true)
    List<DeviceRow> rows(Unit unit) {
        var both = both(unit);
        var bySite = both.stream().filter(one -> one.seen() != null).collect(Collectors.groupingBy(Both::unitCode));
        double usual = SlowScanners.usual(both.stream().map(DeviceBoard::histogram).toList());
        var rows = new ArrayList<DeviceRow>();
        for (var one : both) {
            var others = bySite.getOrDefault(one.unitCode(), List.of()).stream()
                    .filter(other -> !other.code().equals(one.code()))
                    .map(DeviceBoard::histogram).toList();
            rows.add(row(one, SlowScanners.judge(histogram(one), others, usual)));
        }
        rows.sort(Comparator.comparing((DeviceRow row) -> row.slow() == null)
                .thenComparingDouble(row -> Objects.requireNonNullElse(row.lag().shareUnder5Minutes(), 2.0))
                .thenComparing(DeviceRow::code).thenComparing(row -> row.unit().code()));
        return rows;
    }

    /** The same, added up; the highest mean first. */
    @Transactional(readOnly = true)
    List<DeviceGroup> groups(Unit unit, By by) {
        var slow = rows(unit).stream().filter(row -> row.slow() != null)
                .map(row -> row.code() + ' ' + row.unit().code()).collect(Collectors.toSet());
        var groups = new LinkedHashMap<String, List<Both>>();
        both(unit).forEach(one -> key(one, by).ifPresent(
                key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one)));
        return groups.entrySet().stream()
                .map(entry -> new DeviceGroup(entry.getKey(),
                        by == By.MODEL ? null : network.ref(entry.getKey()), entry.getValue().size(),
                        entry.getValue().stream().filter(one -> slow.contains(one.code() + ' ' + one.unitCode()))
                                .count(),
                        numbers(entry.getValue())))
                .sorted(Comparator.comparingLong(
                        (DeviceGroup group) -> Objects.requireNonNullElse(group.lag().meanSeconds(), -1L)).reversed()
                        .thenComparing(DeviceGroup::key))
                .toList();
    }

    private Optional<String> key(Both one, By by) {
        return switch (by) {
            case MODEL -> Optional.of(one.scanner() == null ? "" : one.scanner().model());
            case OUTLET -> network.atOrAbove(one.unitCode(), UnitKind.OUTLET).map(Unit::code);
            case HUB -> network.atOrAbove(one.unitCode(), UnitKind.HUB).map(Unit::code);
            case REGION -> network.atOrAbove(one.unitCode(), UnitKind.REGION).map(Unit::code);
        };
    }

    /** A scanner that scans at two places has a row at each; one that nobody has scanned with stands at its owner. */
    private List<Both> both(Unit unit) {
        var path = unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
        var registered = scanners.below(path).stream()
                .collect(Collectors.toMap(Scanner::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        var unseen = new HashMap<>(registered);
        var both = new ArrayList<Both>();
        for (var seen : lags.seen(clock.instant().minus(LOOKED_BACK), path)) {
            both.add(new Both(seen.device(), seen.site(), registered.get(seen.device()), seen));
            unseen.remove(seen.device());
        }
        unseen.values().forEach(one -> both.add(new Both(one.code(), one.unitCode(), one, null)));
        return both;
    }

    private DeviceRow row(Both one, Optional<SlowScanners.Evidence> slow) {
        var scanner = one.scanner();
        return new DeviceRow(one.code(), network.ref(one.unitCode()), scanner == null ? null : scanner.model(),
                scanner == null ? null : scanner.firmware(), scanner == null ? null : scanner.inService(),
                scanner == null ? null : scanner.state(), scanner == null ? null : scanner.version(),
                numbers(List.of(one)),
                slow.map(why -> new SlowEvidence(why.scans(), why.late(), why.lateShare(), why.lateAtLeast(),
                        why.usualHere(), why.usual())).orElse(null));
    }

    private static DeviceLagNumbers numbers(List<Both> all) {
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

    private static LagHistogram histogram(Both one) {
        var seen = one.seen();
        return seen == null ? LagHistogram.EMPTY : seen.histogram();
    }
}

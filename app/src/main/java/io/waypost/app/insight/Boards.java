package io.waypost.app.insight;

import io.waypost.app.insight.NetworkBoard.FreshnessRow;
import io.waypost.app.insight.NetworkBoard.ProvinceRow;
import io.waypost.app.insight.NetworkBoard.RegionRow;
import io.waypost.app.insight.NetworkBoard.WorstRow;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.ticket.TicketCounts;
import io.waypost.app.watch.WatchCounts;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cuts boards out of the picture. */
@Component
class Boards {

    private static final int WORST = 10;

    private final Network network;

    Boards(Network network) {
        this.network = network;
    }

    NetworkBoard of(Unit unit, Picture whole) {
        var part = part(unit, whole);
        return new NetworkBoard(
                part.at(),
                unit.ref(),
                part.parcels(),
                part.underWay().stream().mapToLong(WatchCounts.UnderWay::watch).sum(),
                part.silent(),
                part.findings().stream().mapToLong(WatchCounts.Findings::raisedToday).sum(),
                part.findings().stream().mapToLong(WatchCounts.Findings::raisedYesterday).sum(),
                Sums.tickets(part),
                Sums.warnings(part),
                Sums.freshness(part),
                provinces(part),
                regions(unit, part),
                worst(part),
                Sums.trend(part));
    }

    /** The units directly below that scanned, the latest uploads first; the unit itself where nothing below it did. */
    List<FreshnessRow> freshness(Unit unit, Picture whole) {
        var rows = new ArrayList<FreshnessRow>();
        for (var child : network.children(unit.code())) {
            freshnessOf(child, whole.below(child.path())).ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            freshnessOf(unit, part(unit, whole)).ifPresent(rows::add);
        }
        rows.sort(Comparator.comparingInt(FreshnessRow::p95Seconds).reversed()
                .thenComparingDouble(FreshnessRow::shareUnder5Minutes).thenComparing(row -> row.unit().code()));
        return rows;
    }

    /** The headquarters also answer for places that the tree does not have. */
    private static Picture part(Unit unit, Picture whole) {
        return unit.kind() == UnitKind.HEADQUARTERS ? whole : whole.below(unit.path());
    }

    private static Optional<FreshnessRow> freshnessOf(Unit unit, Picture part) {
        return Sums.site(part).map(site -> new FreshnessRow(unit.ref(), site.histogram().scans(),
                site.histogram().percentileSeconds(50), site.histogram().percentileSeconds(95),
                site.histogram().shareUnderFiveMinutes(), site.lastArrivedAt()));
    }

    private List<ProvinceRow> provinces(Picture part) {
        var places = new TreeMap<String, Set<String>>();
        placesOf(part).forEach(place -> province(place)
                .ifPresent(province -> places.computeIfAbsent(province.code(), _ -> new HashSet<>()).add(place)));
        var rows = new ArrayList<ProvinceRow>();
        places.forEach((code, mine) -> {
            var province = part.of(mine::contains);
            rows.add(new ProvinceRow(code, Divisions.china().name(code), province.parcels(), province.silent(),
                    province.openTickets(), province.overdue()));
        });
        return rows;
    }

    /** The next level of the organisation: regions below the headquarters, provinces below a region, and so on. */
    private List<RegionRow> regions(Unit unit, Picture part) {
        return network.children(unit.code()).stream()
                .filter(child -> unit.kind() == UnitKind.HEADQUARTERS
                        ? child.kind() == UnitKind.REGION
                        : child.kind() != UnitKind.DEPARTMENT)
                .map(child -> {
                    var mine = part.below(child.path());
                    return new RegionRow(child.ref(), mine.parcels(), mine.silent(), mine.openTickets(), mine.overdue(),
                            Sums.site(mine).map(site -> site.histogram().percentileSeconds(95)).orElse(null));
                })
                .toList();
    }

    private List<WorstRow> worst(Picture part) {
        var findings = new HashMap<String, WatchCounts.Findings>();
        part.findings().forEach(row -> findings.put(row.unitPath(), row));
        var open = new HashMap<String, TicketCounts.Open>();
        part.open().forEach(row -> open.put(row.placePath(), row));
        return Stream.concat(findings.keySet().stream(), open.keySet().stream()).distinct()
                .map(path -> worst(path, findings.get(path), open.get(path), part.at()))
                .filter(row -> row.silent() > 0 || row.overdue() > 0)
                .sorted(Comparator.comparingLong(WorstRow::silent).reversed()
                        .thenComparing(Comparator.comparingLong(WorstRow::overdue).reversed())
                        .thenComparing(row -> row.unit().code()))
                .limit(WORST)
                .toList();
    }

    private WorstRow worst(String path, WatchCounts.@Nullable Findings findings, TicketCounts.@Nullable Open open,
            Instant now) {
        var oldest = findings == null ? null : findings.oldest();
        return new WorstRow(network.ref(code(path)), findings == null ? 0 : findings.silent(),
                open == null ? 0 : open.open(), open == null ? 0 : open.overdue(),
                oldest == null ? null : Duration.between(oldest, now).toHours());
    }

    private Optional<Division> province(String path) {
        return network.unit(code(path)).map(Unit::division).flatMap(Divisions.china()::provinceOf);
    }

    private static Stream<String> placesOf(Picture part) {
        return Stream.of(part.underWay().stream().map(WatchCounts.UnderWay::unitPath),
                part.findings().stream().map(WatchCounts.Findings::unitPath),
                part.open().stream().map(TicketCounts.Open::placePath)).flatMap(paths -> paths).distinct();
    }

    /** The last code of a path; empty for the root. */
    private static String code(String path) {
        return path.length() < 3 ? "" : path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }
}

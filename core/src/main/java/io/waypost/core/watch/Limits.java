package io.waypost.core.watch;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Limit.Kind;
import io.waypost.core.watch.Limit.Part;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of the table of limits (时限表). Immutable; a stage without a row is not watched.
 *
 * <p>Among the rows that fit, a person's decision goes first, then what was learnt, then the defaults; among rows of the same basis the
 * most specific one. The row's hours are then lengthened for a holiday and for the night, raised to the floor, moved over the days of
 * rest that lie within them, and given a grace for late uploads.
 */
public final class Limits {

    /** From so many hours on they hold their nights already. */
    private static final double HOLDS_ITS_NIGHTS = 48;

    private final int version;
    private final Instant effectiveFrom;
    private final List<LimitRow> rows;
    private final LimitPolicy policy;
    private final Holidays holidays;
    private final Map<String, Double> graceBySite;
    private final Map<RestKey, RestDays> restByPlace;
    private final Set<String> places;
    private final Map<Basis, Map<LimitKey, LimitRow>> byBasis = new EnumMap<>(Basis.class);

    /** A version without places that rest on days of their own. */
    public Limits(int version, Instant effectiveFrom, List<LimitRow> rows, LimitPolicy policy, Holidays holidays,
            Map<String, Double> graceBySite) {
        this(version, effectiveFrom, rows, policy, holidays, graceBySite, Map.of());
    }

    /**
     * A version of the table.
     *
     * @param graceBySite hours of grace for the sites whose upload lag is known
     * @param restByPlace the days of rest of the places of which they are known
     */
    public Limits(int version, Instant effectiveFrom, List<LimitRow> rows, LimitPolicy policy, Holidays holidays,
            Map<String, Double> graceBySite, Map<RestKey, RestDays> restByPlace) {
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.rows = List.copyOf(rows);
        this.policy = policy;
        this.holidays = holidays;
        this.graceBySite = Map.copyOf(graceBySite);
        this.restByPlace = Map.copyOf(restByPlace);
        this.places = restByPlace.keySet().stream().map(RestKey::site).collect(Collectors.toUnmodifiableSet());
        for (var row : rows) {
            byBasis.computeIfAbsent(row.basis(), _ -> new HashMap<>()).put(row.key(), row);
        }
    }

    /** Number of the version, 1 for the defaults. */
    public int version() {
        return version;
    }

    /** From when it counts. */
    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** The same table with one more row that a person decided, in place of their decision for the same; to be tried. */
    public Limits with(LimitRow row) {
        var other = new ArrayList<>(rows);
        other.removeIf(known -> known.basis() == row.basis() && known.key().equals(row.key()));
        other.add(row);
        return new Limits(version, effectiveFrom, other, policy, holidays, graceBySite, restByPlace);
    }

    /** The same table, counting from that instant if it does already. */
    public Limits notBefore(Instant instant) {
        return effectiveFrom.isBefore(instant)
                ? new Limits(version, instant, rows, policy, holidays, graceBySite, restByPlace)
                : this;
    }

    /** The same table with these days of rest of places in place of its own. */
    public Limits resting(Map<RestKey, RestDays> byPlace) {
        return new Limits(version, effectiveFrom, rows, policy, holidays, graceBySite, byPlace);
    }

    /** All of its rows. */
    public List<LimitRow> rows() {
        return rows;
    }

    /** The numbers around the rows. */
    public LimitPolicy policy() {
        return policy;
    }

    /** The limit after a scan; empty if its stage is not watched. */
    public Optional<Limit> limit(LastScan scan) {
        return row(scan).map(row -> build(row, scan));
    }

    /** The row that decides after a scan; empty if its stage is not watched. */
    Optional<LimitRow> row(LastScan scan) {
        return Optional.ofNullable(row(scan.stage(), scan.lane(), DayPart.at(scan.at())));
    }

    /** Between which hours most parcels are scanned again after such a scan; empty if the network has not learnt it. */
    public Optional<Usual> usual(LastScan scan) {
        var learnt = byBasis.get(Basis.LEARNT);
        if (learnt == null) {
            return Optional.empty();
        }
        return LimitKey.fitting(scan.stage(), scan.lane(), DayPart.at(scan.at())).stream()
                .map(learnt::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(LimitRow::usual);
    }

    private @Nullable LimitRow row(Stage stage, Lane lane, DayPart dayPart) {
        var keys = LimitKey.fitting(stage, lane, dayPart);
        for (var basis : byBasis.values()) {
            for (var key : keys) {
                var row = basis.get(key);
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    /** The hours of a row after a scan, before the grace, where no holiday is near. */
    double hoursWithoutHoliday(LimitRow row, LastScan scan) {
        double hours = row.hours() + (row.basis() == Basis.SET ? 0 : night(row, scan, new ArrayList<>()));
        return Math.max(hours, policy.floorHours());
    }

    /** Hours of grace for late uploads of a site. */
    double grace(String site) {
        return Math.min(policy.graceCapHours(), graceBySite.getOrDefault(site, policy.defaultGraceHours()));
    }

    /** The holidays that lengthen its limits. */
    public Holidays holidays() {
        return holidays;
    }

    /** Hours of grace by the codes of the sites whose upload lag is known, before the policy's cap. */
    public Map<String, Double> graces() {
        return graceBySite;
    }

    private Limit build(LimitRow row, LastScan scan) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.BASE, row.hours(), row.source()));
        double hours = row.hours();
        if (row.basis() != Basis.SET) {
            hours += holiday(row, scan, parts);
            hours += night(row, scan, parts);
        }
        if (hours < policy.floorHours()) {
            parts.add(new Part(Kind.FLOOR, Limit.round(policy.floorHours() - hours), null));
            hours = policy.floorHours();
        }
        var days = restDays(row, scan);
        double rest = days.lengthens(scan.at().getEpochSecond(), hours);
        if (rest > 0) {
            parts.add(new Part(Kind.REST, Limit.round(rest), Limit.names(days)));
            hours += rest;
        }
        double grace = grace(scan.expectedSite());
        parts.add(new Part(Kind.GRACE, Limit.round(grace), scan.expectedSite()));
        return new Limit(Limit.round(hours + grace), scan.stage(), scan.lane(), row.basis(), row.percentile(),
                row.samples(), policy.floorHours(), parts, version);
    }

    /** The days of rest after a scan: those of its place where they are known, otherwise those of its kind. */
    RestDays restDays(LimitRow row, LastScan scan) {
        var own = takesThoseOfThePlace(row) ? restOfPlace(scan.site(), scan.stage(), scan.lane()) : null;
        return own == null ? restOfItsKind(row, scan) : own;
    }

    /** The days of rest after a scan at a place that nothing is known of. */
    RestDays restOfItsKind(LimitRow row, LastScan scan) {
        if (row.basis() == Basis.SET || scan.stage() != Stage.DELIVERY_FAILED) {
            return row.restDays();
        }
        var other = row(restsLike(scan.stage()), scan.lane(), DayPart.at(scan.at()));
        return other == null ? row.restDays() : other.restDays();
    }

    /** Whether the place of the scan knows better than the row; it does not where a person decided, or where one lane rests on its own days. */
    static boolean takesThoseOfThePlace(LimitRow row) {
        return row.basis() != Basis.SET && row.key().fromDivision() == null;
    }

    /** The days of rest of a place; null where they are not known. */
    @Nullable
    RestDays restOfPlace(String site, Stage stage, Lane lane) {
        return restByPlace.isEmpty() ? null : restByPlace.get(RestKey.of(site, restsLike(stage), lane));
    }

    /** The codes of those places. */
    Set<String> places() {
        return places;
    }

    /** The days of rest of the places of which they are known. */
    public Map<RestKey, RestDays> restByPlace() {
        return restByPlace;
    }

    /**
     * Which stage tells of the days of rest of another: gaps after a failed delivery do not teach, since the parcel rests by agreement, but
     * the courier's days are the same; and what goes back from an outlet takes the lorry of what was picked up there.
     */
    private static Stage restsLike(Stage stage) {
        return switch (stage) {
            case DELIVERY_FAILED -> Stage.ARRIVED_OUTLET;
            case RETURNING -> Stage.PICKED_UP;
            default -> stage;
        };
    }

    private double holiday(LimitRow row, LastScan scan, List<Part> parts) {
        var holiday = holidays.touching(scan.at(), scan.at().plus(Limit.hours(row.hours())));
        if (holiday.isEmpty()) {
            return 0;
        }
        double factor = holiday.get().springFestival() ? policy.springFestivalFactor() : policy.holidayFactor();
        double added = Math.max(row.hours(), policy.floorHours()) * factor - row.hours();
        parts.add(new Part(Kind.HOLIDAY, Limit.round(added), holiday.get().name()));
        return added;
    }

    private double night(LimitRow row, LastScan scan, List<Part> parts) {
        var part = DayPart.at(scan.at());
        boolean waits = scan.stage() == Stage.PICKED_UP
                || scan.stage() == Stage.ARRIVED_OUTLET
                || scan.stage() == Stage.DELIVERING;
        if (!waits || row.hours() >= HOLDS_ITS_NIGHTS || row.key().dayPart() != null || part == DayPart.MORNING
                || part == DayPart.AFTERNOON) {
            return 0;
        }
        parts.add(new Part(Kind.NIGHT, policy.nightHours(), null));
        return policy.nightHours();
    }
}

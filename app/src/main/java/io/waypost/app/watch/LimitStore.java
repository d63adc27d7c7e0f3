package io.waypost.app.watch;

import io.waypost.app.kernel.Columns;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.DayPart;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import io.waypost.core.watch.RestDays;
import io.waypost.core.watch.RestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on the tables of limits. Versions are only added; a replaced row is ended, never changed. */
@Repository
class LimitStore {

    private static final TypeReference<Map<String, Double>> GRACE = new TypeReference<>() {
    };

    private static final TypeReference<List<Rest>> REST = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LimitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One version without its rows. */
    record Version(int version, Instant effectiveFrom, Map<String, Double> graceBySite,
            Map<RestKey, RestDays> restByPlace) {}

    /** The days of rest of a place as they are kept. */
    record Rest(String site, Stage stage, @Nullable LaneClass laneClass, int days) {}

    /** A row and the versions it counts in. */
    record Kept(LimitRow row, int since, @Nullable Integer until) {

        boolean countsIn(int version) {
            return since <= version && (until == null || version < until);
        }
    }

    int newest() {
        return jdbc.sql("select coalesce(max(version), 0) from watch.limit_version").query(Integer.class).single();
    }

    /** Lets one writer at a time make a new version. */
    void lock() {
        jdbc.sql("lock table watch.limit_version in share row exclusive mode").update();
    }

    /** The versions that counted after the instant. */
    List<Version> since(Instant instant) {
        return jdbc.sql("""
                select version, effective_from, grace, rest_by_place from watch.limit_version
                where version >= coalesce((select max(version) from watch.limit_version where effective_from <= :since), 0)
                order by version
                """)
                .param("since", instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Version(
                        row.getInt("version"),
                        row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("grace"), GRACE),
                        rest(json.readValue(row.getString("rest_by_place"), REST))))
                .list();
    }

    List<Kept> rows(int fromVersion) {
        return jdbc.sql("""
                select since, until, stage, lane_class, from_division, to_division, day_part, hours, rest_days, basis, percentile, samples,
                       usual_low, usual_high, source, author, effective_from
                from watch.limit_row where until is null or until > :version
                """)
                .param("version", fromVersion)
                .query((row, _) -> kept(row))
                .list();
    }

    void addVersion(int version, Instant effectiveFrom, String author, String reason, Map<String, Double> graceBySite,
            Map<RestKey, RestDays> restByPlace) {
        jdbc.sql("""
                insert into watch.limit_version (version, effective_from, author, reason, grace, rest_by_place)
                values (:version, :effectiveFrom, :author, :reason, :grace::jsonb, :rest::jsonb)
                """)
                .param("version", version)
                .param("effectiveFrom", effectiveFrom.atOffset(ZoneOffset.UTC))
                .param("author", author)
                .param("reason", reason)
                .param("grace", json.writeValueAsString(graceBySite))
                .param("rest", json.writeValueAsString(rest(restByPlace)))
                .update();
    }

    void endLearnt(int version) {
        jdbc.sql("update watch.limit_row set until = :version where until is null and basis = 'LEARNT'")
                .param("version", version).update();
    }

    void endSet(int version, LimitKey key) {
        jdbc.sql("""
                update watch.limit_row set until = :version
                where until is null and basis = 'SET' and stage = :stage and lane_class is not distinct from :laneClass
                  and from_division is not distinct from :from and to_division is not distinct from :to
                  and day_part is not distinct from :dayPart
                """)
                .param("version", version)
                .param("stage", key.stage().name())
                .param("laneClass", name(key.laneClass()))
                .param("from", key.fromDivision())
                .param("to", key.toDivision())
                .param("dayPart", name(key.dayPart()))
                .update();
    }

    void addRows(int version, List<LimitRow> rows) {
        Function<Function<LimitKey, @Nullable String>, Object> key = value -> Columns.texts(rows,
                row -> value.apply(row.key()));
        jdbc.sql("""
                insert into watch.limit_row (since, stage, lane_class, from_division, to_division, day_part, hours, rest_days, basis,
                                             percentile, samples, usual_low, usual_high, source, author, effective_from)
                select :version, stage, lane_class, from_division, to_division, day_part, hours, rest_days, basis, percentile, samples,
                       low, high, source, author, watch.instant(effective_from)
                from unnest(:stages::text[], :laneClasses::text[], :froms::text[], :tos::text[], :dayParts::text[], :hours::float8[],
                            :restDays::int4[], :bases::text[], :percentiles::float8[], :samples::int8[], :lows::float8[], :highs::float8[],
                            :sources::text[], :authors::text[], :effectiveFroms::int8[])
                     as n (stage, lane_class, from_division, to_division, day_part, hours, rest_days, basis, percentile, samples,
                           low, high, source, author, effective_from)
                """)
                .param("version", version)
                .param("stages", key.apply(of -> of.stage().name()))
                .param("laneClasses", key.apply(of -> name(of.laneClass())))
                .param("froms", key.apply(LimitKey::fromDivision))
                .param("tos", key.apply(LimitKey::toDivision))
                .param("dayParts", key.apply(of -> name(of.dayPart())))
                .param("hours", Columns.doubles(rows, LimitRow::hours))
                .param("restDays", Columns.ints(rows, row -> row.restDays().code()))
                .param("bases", Columns.texts(rows, row -> row.basis().name()))
                .param("percentiles", Columns.doubles(rows, LimitRow::percentile))
                .param("samples", Columns.longs(rows, LimitRow::samples))
                .param("lows", Columns.doubles(rows, row -> row.usual() == null ? null : row.usual().lowHours()))
                .param("highs", Columns.doubles(rows, row -> row.usual() == null ? null : row.usual().highHours()))
                .param("sources", Columns.texts(rows, LimitRow::source))
                .param("authors", Columns.texts(rows, LimitRow::author))
                .param("effectiveFroms", Columns.instants(rows, LimitRow::effectiveFrom))
                .update();
    }

    private static List<Rest> rest(Map<RestKey, RestDays> restByPlace) {
        return restByPlace.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(known -> new Rest(known.getKey().site(), known.getKey().stage(), known.getKey().laneClass(),
                        known.getValue().code()))
                .toList();
    }

    private static Map<RestKey, RestDays> rest(List<Rest> kept) {
        return kept.stream().collect(Collectors.toMap(rest -> new RestKey(rest.site(), rest.stage(), rest.laneClass()),
                rest -> RestDays.ofCode(rest.days())));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var laneClass = row.getString("lane_class");
        var dayPart = row.getString("day_part");
        var key = new LimitKey(
                Stage.valueOf(row.getString("stage")),
                laneClass == null ? null : LaneClass.valueOf(laneClass),
                row.getString("from_division"),
                row.getString("to_division"),
                dayPart == null ? null : DayPart.valueOf(dayPart));
        var low = row.getObject("usual_low", Double.class);
        var high = row.getObject("usual_high", Double.class);
        var limit = new LimitRow(
                key,
                row.getDouble("hours"),
                RestDays.ofCode(row.getInt("rest_days")),
                Basis.valueOf(row.getString("basis")),
                row.getObject("percentile", Double.class),
                row.getObject("samples", Long.class),
                low == null || high == null ? null : new Usual(low, high),
                row.getString("source"),
                row.getString("author"),
                row.getObject("effective_from", OffsetDateTime.class).toInstant());
        return new Kept(limit, row.getInt("since"), row.getObject("until", Integer.class));
    }
}

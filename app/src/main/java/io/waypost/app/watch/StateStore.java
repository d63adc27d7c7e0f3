package io.waypost.app.watch;

import io.waypost.app.kernel.Columns;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LastScan;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.Responsibility;
import io.waypost.core.watch.SilenceFinding;
import io.waypost.core.watch.WatchState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on the states of watched parcels. */
@Repository
class StateStore {

    private static final TypeReference<List<Pause>> PAUSES = new TypeReference<>() {
    };

    private static final String SELECT = """
            select waybill, due, last_type, last_at, last_arrived_at, last_site, stage, next_site, bag, lane_class, lane_from, lane_to,
                   limit_version, pauses, finding_id, finding_raised_at, finding_limit_at, warnings, settled
            from watch.state
            """;

    /** A state with the lower bound of its next warning, and the path of the site where the parcel is expected. */
    record Kept(WatchState state, @Nullable Instant due, String unitPath) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Kept> read(Collection<String> waybills, LimitBook book) {
        return select(" where waybill = any(:waybills)", waybills, book);
    }

    List<Kept> lock(Collection<String> waybills, LimitBook book) {
        return select(" where waybill = any(:waybills) order by waybill for update", waybills, book);
    }

    private List<Kept> select(String where, Collection<String> waybills, LimitBook book) {
        return jdbc.sql(SELECT + where)
                .param("waybills", Columns.texts(waybills, waybill -> waybill))
                .query((row, _) -> kept(row, book))
                .list();
    }

    /** Claims some that are due before the instant and that nobody else works on. */
    List<Kept> claim(Instant before, int most, LimitBook book) {
        return jdbc.sql(SELECT + " where due < :before order by due limit :most for update skip locked")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> kept(row, book))
                .list();
    }

    Optional<Instant> earliestDue() {
        return jdbc.sql("select min(due) as due from watch.state where due is not null")
                .query((row, _) -> Optional.ofNullable(instant(row, "due")))
                .single();
    }

    void dueNow(String unitPath, Instant now) {
        jdbc.sql("""
                update watch.state set due = least(due, :now)
                where starts_with(unit_path, :path) and due is not null and due > :now
                """)
                .param("path", unitPath)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql(
                "update watch.state set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)")
                .param("old", oldPrefix).param("new", newPrefix).update();
    }

    void write(List<Kept> rows) {
        jdbc.sql("""
                insert into watch.state (waybill, due, last_type, last_at, last_arrived_at, last_site, stage, next_site, bag, lane_class,
                                         lane_from, lane_to, limit_version, pauses, finding_id, finding_raised_at, finding_limit_at,
                                         warnings, settled, unit_path)
                select waybill, watch.instant(due), last_type, watch.instant(last_at), watch.instant(last_arrived_at), last_site, stage,
                       next_site, bag, lane_class, lane_from, lane_to, limit_version, pauses::jsonb, finding_id,
                       watch.instant(finding_raised_at), watch.instant(finding_limit_at), warnings, settled, unit_path
                from unnest(:waybills::text[], :dues::int8[], :lastTypes::text[], :lastAts::int8[], :lastArrivedAts::int8[],
                            :lastSites::text[], :stages::text[], :nextSites::text[], :bags::text[], :laneClasses::text[],
                            :laneFroms::text[], :laneTos::text[], :limitVersions::int4[], :pauses::text[], :findingIds::uuid[],
                            :findingRaisedAts::int8[], :findingLimitAts::int8[], :warnings::int4[], :settled::bool[],
                            :unitPaths::text[])
                     as n (waybill, due, last_type, last_at, last_arrived_at, last_site, stage, next_site, bag, lane_class, lane_from,
                           lane_to, limit_version, pauses, finding_id, finding_raised_at, finding_limit_at, warnings, settled, unit_path)
                on conflict (waybill) do update set
                    due = excluded.due, last_type = excluded.last_type, last_at = excluded.last_at,
                    last_arrived_at = excluded.last_arrived_at, last_site = excluded.last_site, stage = excluded.stage,
                    next_site = excluded.next_site, bag = excluded.bag, lane_class = excluded.lane_class,
                    lane_from = excluded.lane_from, lane_to = excluded.lane_to, limit_version = excluded.limit_version,
                    pauses = excluded.pauses, finding_id = excluded.finding_id, finding_raised_at = excluded.finding_raised_at,
                    finding_limit_at = excluded.finding_limit_at, warnings = excluded.warnings, settled = excluded.settled,
                    unit_path = excluded.unit_path
                """)
                .param("waybills", Columns.texts(rows, row -> row.state().waybill()))
                .param("dues", Columns.instants(rows, Kept::due))
                .param("lastTypes", last(rows, scan -> scan.type().name()))
                .param("lastAts", Columns.instants(rows, row -> lastAt(row)))
                .param("lastArrivedAts", Columns.instants(rows, row -> lastArrivedAt(row)))
                .param("lastSites", last(rows, LastScan::site))
                .param("stages", last(rows, scan -> scan.stage().name()))
                .param("nextSites", last(rows, LastScan::nextSite))
                .param("bags", last(rows, LastScan::bag))
                .param("laneClasses",
                        last(rows, scan -> scan.lane().laneClass() == null ? null : scan.lane().laneClass().name()))
                .param("laneFroms", last(rows, scan -> scan.lane().fromDivision()))
                .param("laneTos", last(rows, scan -> scan.lane().toDivision()))
                .param("limitVersions", Columns.ints(rows, row -> limitVersion(row)))
                .param("pauses", Columns.texts(rows, row -> pauses(row.state().pauses())))
                .param("findingIds",
                        Columns.ids(rows, row -> row.state().finding() == null ? null : row.state().finding().id()))
                .param("findingRaisedAts", Columns.instants(rows, row -> ofFinding(row, SilenceFinding::raisedAt)))
                .param("findingLimitAts", Columns.instants(rows, row -> ofFinding(row, SilenceFinding::limitAt)))
                .param("warnings", Columns.ints(rows, row -> row.state().warnings()))
                .param("settled", Columns.flags(rows, row -> row.state().settled()))
                .param("unitPaths", Columns.texts(rows, Kept::unitPath))
                .update();
    }

    private static SqlTypeValue last(List<Kept> rows, Function<LastScan, @Nullable String> value) {
        return Columns.texts(rows, row -> {
            var last = row.state().last();
            return last == null ? null : value.apply(last);
        });
    }

    private static @Nullable Instant lastAt(Kept row) {
        var last = row.state().last();
        return last == null ? null : last.at();
    }

    private static @Nullable Instant lastArrivedAt(Kept row) {
        var last = row.state().last();
        return last == null ? null : last.arrivedAt();
    }

    private static @Nullable Integer limitVersion(Kept row) {
        var limit = row.state().limit();
        return limit == null ? null : limit.version();
    }

    private static @Nullable Instant ofFinding(Kept row, Function<SilenceFinding, Instant> value) {
        var finding = row.state().finding();
        return finding == null ? null : value.apply(finding);
    }

    private @Nullable String pauses(List<Pause> pauses) {
        return pauses.isEmpty() ? null : json.writeValueAsString(pauses);
    }

    private Kept kept(ResultSet row, LimitBook book) throws SQLException {
        var waybill = row.getString("waybill");
        var last = last(row);
        var version = row.getObject("limit_version", Integer.class);
        var limit = last == null || version == null
                ? null
                : book.version(version, last.arrivedAt()).limit(last).orElse(null);
        var pauses = row.getString("pauses");
        var findingId = row.getObject("finding_id", UUID.class);
        var raisedAt = instant(row, "finding_raised_at");
        var limitAt = instant(row, "finding_limit_at");
        var finding = findingId == null || raisedAt == null || limitAt == null || last == null || limit == null
                ? null
                : new SilenceFinding(findingId, waybill, raisedAt, last.at(), limitAt, limit, Responsibility.of(last));
        var state = new WatchState(waybill, last, limit, pauses == null ? List.of() : json.readValue(pauses, PAUSES),
                finding,
                row.getInt("warnings"), row.getBoolean("settled"));
        return new Kept(state, instant(row, "due"), "");
    }

    private static @Nullable LastScan last(ResultSet row) throws SQLException {
        var type = row.getString("last_type");
        var at = instant(row, "last_at");
        var arrivedAt = instant(row, "last_arrived_at");
        if (type == null || at == null || arrivedAt == null) {
            return null;
        }
        var laneClass = row.getString("lane_class");
        var lane = new Lane(laneClass == null ? null : LaneClass.valueOf(laneClass), row.getString("lane_from"),
                row.getString("lane_to"));
        return new LastScan(ScanType.valueOf(type), at, arrivedAt, row.getString("last_site"),
                Stage.valueOf(row.getString("stage")),
                row.getString("next_site"), row.getString("bag"), lane);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

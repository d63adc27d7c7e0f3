package io.waypost.app.watch;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.Limit;
import io.waypost.core.watch.Responsibility;
import io.waypost.core.watch.SilenceFinding;
import io.waypost.core.watch.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on findings. */
@Repository
class FindingStore {

    private static final String COLUMNS = """
            select id, waybill, raised_at, silent_since, limit_at, limit_detail, responsible_site, responsible_rule, cleared_at, cleared_by,
                   acted_at, trouble, verdict, ticket_id
            from watch.finding
            """;

    /** A finding with what its verdict rests on. */
    record Kept(Finding finding, @Nullable Instant actedAt, boolean trouble) {}

    /** Which findings to list; null means any. */
    record Filter(String unitPath, @Nullable Boolean open, @Nullable String province, Became became) {}

    /**
     * By which limit findings were raised, when, and what became of them; null means any.
     *
     * @param from raised at or after
     * @param until raised before
     * @param event the mass event they belong to
     */
    record Became(
            @Nullable Stage stage,
            @Nullable LaneClass laneClass,
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID event) {}

    /** What became of a finding. */
    enum Outcome {
        RIGHT("verdict = 'RIGHT'"),
        WRONG("verdict = 'WRONG'"),
        UNDECIDED("verdict is null"),
        LATE("verdict = 'WRONG' and cleared_by = 'LATE_UPLOAD'"),
        UNAIDED("verdict = 'WRONG' and cleared_by in ('RESUMED', 'FINISHED')"),
        EXCUSED("verdict = 'WRONG' and cleared_by = 'PAUSED'"),
        DISMISSED("verdict = 'WRONG' and cleared_by = 'MANUAL'");

        private final String condition;

        Outcome(String condition) {
            this.condition = condition;
        }

        /** The condition of it in SQL on {@code watch.finding}. */
        String condition() {
            return condition;
        }
    }

    /** Counts of findings by their verdict. */
    record Quality(long raised, long right, long wrong, long open) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FindingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a finding; false if it is kept already. */
    boolean insert(SilenceFinding finding, String unitPath, @Nullable String province) {
        return jdbc.sql("""
                insert into watch.finding (id, waybill, raised_at, silent_since, limit_at, limit_hours, limit_detail, responsible_site,
                                           responsible_rule, unit_path, province)
                values (:id, :waybill, :raisedAt, :silentSince, :limitAt, :hours, :limit::jsonb, :site, :rule, :path, :province)
                on conflict (id) do nothing
                """)
                .param("id", finding.id())
                .param("waybill", finding.waybill())
                .param("raisedAt", utc(finding.raisedAt()))
                .param("silentSince", utc(finding.silentSince()))
                .param("limitAt", utc(finding.limitAt()))
                .param("hours", finding.limit().hours())
                .param("limit", json.writeValueAsString(finding.limit()))
                .param("site", finding.responsible().site())
                .param("rule", finding.responsible().rule().name())
                .param("path", unitPath)
                .param("province", province)
                .update() == 1;
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query((row, _) -> kept(row)).optional();
    }

    Optional<Kept> lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query((row, _) -> kept(row)).optional();
    }

    List<Finding> ofParcel(String waybill) {
        return jdbc.sql(COLUMNS + " where waybill = :waybill order by raised_at desc, id")
                .param("waybill", waybill)
                .query((row, _) -> kept(row).finding())
                .list();
    }

    /** A silence: of which parcel, and since which scan. */
    record Silence(String waybill, Instant since) {}

    /** The silences since then that were rightly warned of. */
    Set<Silence> right(Instant since) {
        return jdbc
                .sql("select waybill, silent_since from watch.finding where verdict = 'RIGHT' and raised_at >= :since")
                .param("since", utc(since))
                .query((row, _) -> new Silence(row.getString("waybill"),
                        row.getObject("silent_since", OffsetDateTime.class).toInstant()))
                .set();
    }

    /** The verdicts on silences of those parcels that are judged; right where any warning of one was. */
    Map<Silence, Verdict> verdicts(Collection<String> waybills) {
        var verdicts = new HashMap<Silence, Verdict>();
        jdbc.sql("""
                select waybill, silent_since, min(verdict) as verdict from watch.finding
                where waybill = any (:waybills) and verdict is not null group by waybill, silent_since
                """)
                .param("waybills", waybills.toArray(String[]::new))
                .query(row -> {
                    verdicts.put(new Silence(row.getString("waybill"),
                            row.getObject("silent_since", OffsetDateTime.class).toInstant()),
                            Verdict.valueOf(row.getString("verdict")));
                });
        return verdicts;
    }

    void clear(UUID id, Instant at, ClearCause cause) {
        jdbc.sql("update watch.finding set cleared_at = :at, cleared_by = :cause where id = :id")
                .param("id", id).param("at", utc(at)).param("cause", cause.name()).update();
    }

    void acted(UUID id, Instant at, boolean trouble) {
        jdbc.sql(
                "update watch.finding set acted_at = least(acted_at, :at), trouble = trouble or :trouble where id = :id")
                .param("id", id).param("at", utc(at)).param("trouble", trouble).update();
    }

    void judge(UUID id, @Nullable Verdict verdict) {
        jdbc.sql("update watch.finding set verdict = :verdict where id = :id")
                .param("id", id).param("verdict", verdict == null ? null : verdict.name()).update();
    }

    void ticket(UUID id, UUID ticketId) {
        jdbc.sql("update watch.finding set ticket_id = :ticket where id = :id").param("id", id)
                .param("ticket", ticketId).update();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update watch.finding set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
        jdbc.sql("""
                update watch.freshness set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    /** Findings after the given one: of those that stand the oldest first, which wait longest; otherwise the newest. */
    List<Finding> list(Filter filter, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        boolean oldestFirst = Boolean.TRUE.equals(filter.open());
        return narrowed(COLUMNS + where(filter) + """
                  and (:afterAt::timestamptz is null or (raised_at, id) %s (:afterAt, :afterId::uuid))
                order by raised_at %s, id %s limit :limit
                """.formatted(oldestFirst ? ">" : "<", oldestFirst ? "asc" : "desc", oldestFirst ? "asc" : "desc"),
                filter)
                .param("afterAt", afterAt == null ? null : utc(afterAt))
                .param("afterId", afterId)
                .param("limit", limit)
                .query((row, _) -> kept(row).finding())
                .list();
    }

    long count(Filter filter) {
        return narrowed("select count(*) from watch.finding" + where(filter), filter)
                .query(Long.class)
                .single();
    }

    Quality quality(Instant since) {
        return jdbc.sql("""
                select count(*) as raised, count(*) filter (where verdict = 'RIGHT') as right_ones,
                       count(*) filter (where verdict = 'WRONG') as wrong_ones, count(*) filter (where verdict is null) as open_ones
                from watch.finding where raised_at >= :since and waypost_reaches(unit_path)
                """)
                .param("since", utc(since))
                .query((row, _) -> new Quality(row.getLong("raised"), row.getLong("right_ones"),
                        row.getLong("wrong_ones"),
                        row.getLong("open_ones")))
                .single();
    }

    private static String where(Filter filter) {
        var open = filter.open();
        var state = open == null ? "" : open ? " and cleared_at is null" : " and cleared_at is not null";
        var became = filter.became();
        return """
                 where starts_with(unit_path, :path) and (:province::text is null or province = :province)
                  and (:stage::text is null or stage = :stage) and (:laneClass::text is null or lane_class = :laneClass)
                  and (:from::timestamptz is null or raised_at >= :from) and (:until::timestamptz is null or raised_at < :until)
                  and (:event::uuid is null or event_id = :event)
                """ + state + (became.outcome() == null ? "" : " and " + became.outcome().condition()) + "\n";
    }

    private JdbcClient.StatementSpec narrowed(String sql, Filter filter) {
        var became = filter.became();
        return jdbc.sql(sql)
                .param("path", filter.unitPath())
                .param("province", filter.province())
                .param("stage", became.stage() == null ? null : became.stage().name())
                .param("laneClass", became.laneClass() == null ? null : became.laneClass().name())
                .param("event", became.event())
                .param("from", became.from() == null ? null : utc(became.from()))
                .param("until", became.until() == null ? null : utc(became.until()));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var clearedBy = row.getString("cleared_by");
        var verdict = row.getString("verdict");
        var responsible = new Responsibility(row.getString("responsible_site"),
                Responsibility.Rule.valueOf(row.getString("responsible_rule")));
        var finding = new Finding(
                row.getObject("id", UUID.class),
                row.getString("waybill"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("silent_since", OffsetDateTime.class).toInstant(),
                row.getObject("limit_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("limit_detail"), Limit.class),
                responsible,
                instant(row, "cleared_at"),
                clearedBy == null ? null : ClearCause.valueOf(clearedBy),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getObject("ticket_id", UUID.class));
        return new Kept(finding, instant(row, "acted_at"), row.getBoolean("trouble"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

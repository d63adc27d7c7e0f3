package io.waypost.app.watch;

import io.waypost.app.watch.LimitReplay.State;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on drafts of limits and their trials. */
@Repository
class LimitDraftStore {

    private static final String DRAFTS = """
            select id, stage, lane_class, from_division, to_division, hours, reason, state, author_id, author, made_at, decided_by,
                   decided_at, note, version
            from watch.limit_draft
            """;
    private static final String REPLAYS = """
            select id, draft_id, base_version, span_from, span_until, one_in, state, total, done, place, tally, requested_by, requested_at,
                   ended_at
            from watch.limit_replay
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LimitDraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(LimitDraft draft) {
        var setting = draft.setting();
        jdbc.sql("""
                insert into watch.limit_draft (id, stage, lane_class, from_division, to_division, hours, reason, author_id, author, made_at)
                values (:id, :stage, :laneClass, :from, :to, :hours, :reason, :authorId, :author, :at)
                """)
                .param("id", draft.id())
                .param("stage", setting.stage() == null ? null : setting.stage().name())
                .param("laneClass", setting.laneClass() == null ? null : setting.laneClass().name())
                .param("from", setting.fromDivision())
                .param("to", setting.toDivision())
                .param("hours", setting.hours())
                .param("reason", setting.reason())
                .param("authorId", draft.authorId())
                .param("author", draft.author())
                .param("at", utc(draft.madeAt()))
                .update();
    }

    /** The draft, locked until the end of the transaction. */
    Optional<LimitDraft> lock(UUID id) {
        return jdbc.sql(DRAFTS + " where id = :id for update").param("id", id).query((row, _) -> draft(row)).optional();
    }

    Optional<LimitDraft> find(UUID id) {
        return jdbc.sql(DRAFTS + " where id = :id").param("id", id).query((row, _) -> draft(row)).optional();
    }

    /** Those that are open, the oldest first, then those decided, the newest first. */
    List<LimitDraft> list(int most) {
        return jdbc.sql(DRAFTS + """
                order by state <> 'OPEN', case when state = 'OPEN' then made_at end, decided_at desc, id limit :most
                """).param("most", most).query((row, _) -> draft(row)).list();
    }

    void decide(UUID id, LimitDraft.State state, String by, Instant at, @Nullable String note,
            @Nullable Integer version) {
        jdbc.sql("""
                update watch.limit_draft
                set state = :state, decided_by = :by, decided_at = :at, note = :note, version = :version where id = :id
                """)
                .param("id", id).param("state", state.name()).param("by", by).param("at", utc(at)).param("note", note)
                .param("version", version).update();
    }

    /** Queues a trial; false where one of the draft is under way. */
    boolean insert(LimitReplay replay) {
        return jdbc.sql("""
                insert into watch.limit_replay (id, draft_id, base_version, span_from, span_until, one_in, state, tally, requested_by,
                                                requested_at)
                values (:id, :draft, :base, :from, :until, :oneIn, 'QUEUED', :tally::jsonb, :by, :at)
                on conflict (draft_id) where state in ('QUEUED', 'RUNNING') do nothing
                """)
                .param("id", replay.id())
                .param("draft", replay.draftId())
                .param("base", replay.baseVersion())
                .param("from", utc(replay.from()))
                .param("until", utc(replay.until()))
                .param("oneIn", replay.oneIn())
                .param("tally", json.writeValueAsString(replay.tally()))
                .param("by", replay.requestedBy())
                .param("at", utc(replay.requestedAt()))
                .update() == 1;
    }

    /** The newest trial of each draft. */
    List<LimitReplay> newest(List<UUID> drafts) {
        return jdbc.sql("""
                select distinct on (draft_id) id, draft_id, base_version, span_from, span_until, one_in, state, total, done, place, tally,
                       requested_by, requested_at, ended_at
                from watch.limit_replay where draft_id = any (:drafts) order by draft_id, requested_at desc, id desc
                """).param("drafts", drafts.toArray(UUID[]::new)).query((row, _) -> replay(row)).list();
    }

    Optional<Instant> oldestOpen() {
        return jdbc.sql("""
                select requested_at from watch.limit_replay where state in ('QUEUED', 'RUNNING') order by requested_at limit 1
                """).query((row, _) -> instant(row, "requested_at")).optional();
    }

    /** Claims one that is open until the end of the transaction; other nodes skip it. */
    Optional<LimitReplay> claim() {
        return jdbc.sql(REPLAYS + """
                where state in ('QUEUED', 'RUNNING') order by requested_at limit 1 for update skip locked
                """).query((row, _) -> replay(row)).optional();
    }

    void progress(LimitReplay replay) {
        jdbc.sql("""
                update watch.limit_replay set state = :state, total = :total, done = :done, place = :place, tally = :tally::jsonb,
                       ended_at = :endedAt
                where id = :id
                """)
                .param("id", replay.id())
                .param("state", replay.state().name())
                .param("total", replay.total())
                .param("done", replay.done())
                .param("place", replay.place())
                .param("tally", json.writeValueAsString(replay.tally()))
                .param("endedAt", replay.endedAt() == null ? null : utc(replay.endedAt()))
                .update();
    }

    private static LimitDraft draft(ResultSet row) throws SQLException {
        var laneClass = row.getString("lane_class");
        var setting = new LimitDesk.Setting(Stage.valueOf(row.getString("stage")),
                laneClass == null ? null : LaneClass.valueOf(laneClass), row.getString("from_division"),
                row.getString("to_division"), row.getDouble("hours"), row.getString("reason"));
        return new LimitDraft(row.getObject("id", UUID.class), setting,
                LimitDraft.State.valueOf(row.getString("state")), row.getObject("author_id", UUID.class),
                row.getString("author"), instant(row, "made_at"), row.getString("decided_by"),
                orNull(row, "decided_at"), row.getString("note"), row.getObject("version", Integer.class));
    }

    private LimitReplay replay(ResultSet row) throws SQLException {
        return new LimitReplay(row.getObject("id", UUID.class), row.getObject("draft_id", UUID.class),
                row.getInt("base_version"), instant(row, "span_from"), instant(row, "span_until"), row.getInt("one_in"),
                State.valueOf(row.getString("state")), row.getLong("total"), row.getLong("done"),
                row.getString("place"), json.readValue(row.getString("tally"), LimitTally.class),
                row.getString("requested_by"), instant(row, "requested_at"), orNull(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

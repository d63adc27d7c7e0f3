package io.waypost.app.sop;

import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on dry runs. */
@Repository
class DryRunStore {

    private static final TypeReference<List<DryRunLine>> LINES = new TypeReference<>() {
    };
    private static final String COLUMNS = """
            select id, kind, version, base_kind, base_version, span_from, span_until, state, total, done, place, tally, body,
                   requested_by, requested_at, ended_at
            from sop.dry_run
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DryRunStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far a dry run is; the names are part of the API. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A dry run.
     *
     * @param body the text that is tried, as it was when the run was asked for
     * @param place where the next piece begins
     */
    record Run(UUID id, SopId sop, SopId base, Instant from, Instant until, State state, long total, long done,
            String place, List<DryRunLine> tally, SopBody body, String requestedBy, Instant requestedAt,
            @Nullable Instant endedAt) {}

    void insert(Run run) {
        jdbc.sql("""
                insert into sop.dry_run (id, kind, version, base_kind, base_version, span_from, span_until, state, total, body,
                                         requested_by, requested_at)
                values (:id, :kind, :version, :baseKind, :baseVersion, :from, :until, 'QUEUED', :total, :body::jsonb, :by, :at)
                """)
                .param("id", run.id())
                .param("kind", run.sop().kind().code())
                .param("version", run.sop().version())
                .param("baseKind", run.base().kind().code())
                .param("baseVersion", run.base().version())
                .param("from", run.from().atOffset(ZoneOffset.UTC))
                .param("until", run.until().atOffset(ZoneOffset.UTC))
                .param("total", run.total())
                .param("body", json.writeValueAsString(run.body()))
                .param("by", run.requestedBy())
                .param("at", run.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest run of a version. */
    Optional<Run> newest(SopId id) {
        return jdbc
                .sql(COLUMNS + "where kind = :kind and version = :version order by requested_at desc, id desc limit 1")
                .param("kind", id.kind().code())
                .param("version", id.version())
                .query((row, _) -> run(row))
                .optional();
    }

    Optional<Instant> oldestOpen() {
        return jdbc.sql("""
                select requested_at from sop.dry_run where state in ('QUEUED', 'RUNNING') order by requested_at limit 1
                """).query((row, _) -> instant(row, "requested_at")).optional();
    }

    /** Claims one that is open until the end of the transaction. */
    Optional<Run> claim() {
        return jdbc.sql(COLUMNS + """
                where state in ('QUEUED', 'RUNNING') order by requested_at limit 1 for update skip locked
                """).query((row, _) -> run(row)).optional();
    }

    void progress(UUID id, State state, long done, String place, List<DryRunLine> tally, @Nullable Instant endedAt) {
        jdbc.sql("""
                update sop.dry_run
                set state = :state, done = :done, place = :place, tally = :tally::jsonb, ended_at = :endedAt
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("done", done)
                .param("place", place)
                .param("tally", json.writeValueAsString(tally))
                .param("endedAt", endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Run run(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                new SopId(new TicketKind(row.getString("kind")), row.getInt("version")),
                new SopId(new TicketKind(row.getString("base_kind")), row.getInt("base_version")),
                instant(row, "span_from"),
                instant(row, "span_until"),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getString("place"),
                json.readValue(row.getString("tally"), LINES),
                json.readValue(row.getString("body"), SopBody.class),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

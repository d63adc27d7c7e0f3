package io.waypost.app.export;

import io.waypost.app.export.ExportJob.Failure;
import io.waypost.app.export.ExportJob.State;
import io.waypost.app.identity.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on exports. */
@Repository
class ExportStore {

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {
    };
    private static final String COLUMNS = """
            select j.id, j.list, j.title, j.locale, j.query, j.columns, j.state, j.rows_total, j.rows_done, j.file, j.bytes, j.created_at,
                   j.finished_at, j.failure, j.person_id, j.person_name, j.scope_path, j.attempts
            from export.job j
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What an export is made of. */
    record Order(String list, String title, Locale locale, Map<String, String> query, List<String> columns,
            String scopePath) {}

    /** An export in the hands of a node; the attempt tells it from whoever had it before. */
    record Claimed(ExportJob job, Order order, int attempt) {}

    /** A finished file. */
    record Ready(ExportJob job, String file) {}

    void insert(ExportJob job, Order order, Instant dueAt) {
        jdbc.sql("""
                insert into export.job (id, list, title, locale, query, columns, state, rows_total, created_at, due_at, person_id,
                                        person_name, scope_path)
                values (:id, :list, :title, :locale, cast(:query as jsonb), :columns, 'QUEUED', :total, :createdAt, :dueAt, :personId,
                        :personName, :scope)
                """)
                .param("id", job.id()).param("list", order.list()).param("title", order.title())
                .param("locale", order.locale().toLanguageTag())
                .param("query", json.writeValueAsString(order.query()))
                .param("columns", order.columns().toArray(String[]::new))
                .param("total", job.rowsTotal())
                .param("createdAt", utc(job.createdAt())).param("dueAt", utc(dueAt))
                .param("personId", job.by().id()).param("personName", job.by().name())
                .param("scope", order.scopePath())
                .update();
    }

    int openOf(UUID person) {
        return jdbc.sql("select count(*) from export.job where person_id = :person and state in ('QUEUED', 'RUNNING')")
                .param("person", person).query(Integer.class).single();
    }

    List<ExportJob> newestOf(UUID person, int limit) {
        return jdbc.sql(COLUMNS + " where j.person_id = :person order by j.created_at desc, j.id desc limit :limit")
                .param("person", person).param("limit", limit).query((row, _) -> job(row)).list();
    }

    Optional<ExportJob> find(UUID id) {
        return jdbc.sql(COLUMNS + " where j.id = :id").param("id", id).query((row, _) -> job(row)).optional();
    }

    Optional<Ready> ready(UUID id) {
        return jdbc.sql(COLUMNS + " where j.id = :id and j.state = 'DONE'").param("id", id)
                .query((row, _) -> new Ready(job(row), row.getString("file"))).optional();
    }

    /** Takes the export that has waited longest, or one whose node has shown no sign of life. */
    Optional<Claimed> claim(Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update export.job j
                set state = 'RUNNING', lease_until = :lease, attempts = attempts + 1, rows_done = 0
                from (select id from export.job
                      where (state = 'QUEUED' and due_at <= :now) or (state = 'RUNNING' and lease_until < :now)
                      order by due_at limit 1 for update skip locked) as due
                where j.id = due.id
                returning j.id, j.list, j.title, j.locale, j.query, j.columns, j.state, j.rows_total, j.rows_done, j.file, j.bytes,
                          j.created_at, j.finished_at, j.failure, j.person_id, j.person_name, j.scope_path, j.attempts
                """)
                .param("now", utc(now)).param("lease", utc(leaseUntil))
                .query((row, _) -> claimed(row)).optional();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("""
                select min(at) as at from (
                    (select due_at as at from export.job where state = 'QUEUED' order by due_at limit 1)
                    union all
                    (select lease_until from export.job where state = 'RUNNING' order by lease_until limit 1)) as due
                """).query((row, _) -> Optional.ofNullable(instant(row, "at"))).single();
    }

    /** Renews the lease; false where it is not ours any more or somebody cancelled the export. */
    boolean progress(Claimed claimed, long rows, Instant leaseUntil) {
        return ours(claimed, """
                update export.job set rows_done = :rows, lease_until = :lease
                where id = :id and state = 'RUNNING' and attempts = :attempt
                """).param("rows", rows).param("lease", utc(leaseUntil)).update() == 1;
    }

    boolean finish(Claimed claimed, long rows, String file, long bytes, Instant at, Instant expiresAt) {
        return ours(claimed, """
                update export.job set state = 'DONE', rows_done = :rows, file = :file, bytes = :bytes, finished_at = :at,
                                      expires_at = :expiresAt, lease_until = null
                where id = :id and state = 'RUNNING' and attempts = :attempt
                """)
                .param("rows", rows).param("file", file).param("bytes", bytes).param("at", utc(at))
                .param("expiresAt", utc(expiresAt)).update() == 1;
    }

    void fail(Claimed claimed, Failure failure, Instant at) {
        ours(claimed, """
                update export.job set state = 'FAILED', failure = :failure, finished_at = :at, lease_until = null
                where id = :id and state = 'RUNNING' and attempts = :attempt
                """).param("failure", failure.name()).param("at", utc(at)).update();
    }

    void putBack(Claimed claimed, Instant dueAt) {
        ours(claimed, """
                update export.job set state = 'QUEUED', due_at = :dueAt, lease_until = null
                where id = :id and state = 'RUNNING' and attempts = :attempt
                """).param("dueAt", utc(dueAt)).update();
    }

    boolean cancel(UUID id, Instant at) {
        return jdbc.sql("""
                update export.job set state = 'CANCELLED', finished_at = :at, lease_until = null
                where id = :id and state in ('QUEUED', 'RUNNING')
                """).param("id", id).param("at", utc(at)).update() == 1;
    }

    int expire(Instant now) {
        return jdbc.sql("""
                update export.job set state = 'EXPIRED', file = null, bytes = null where state = 'DONE' and expires_at < :now
                """).param("now", utc(now)).update();
    }

    /** Names of files that somebody may still fetch or is writing. */
    Set<String> files() {
        return new HashSet<>(jdbc.sql("""
                select coalesce(file, id || '-' || attempts || '.xlsx') from export.job where state in ('DONE', 'RUNNING')
                """).query(String.class).list());
    }

    private JdbcClient.StatementSpec ours(Claimed claimed, String sql) {
        return jdbc.sql(sql).param("id", claimed.job().id()).param("attempt", claimed.attempt());
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var order = new Order(row.getString("list"), row.getString("title"),
                Locale.forLanguageTag(row.getString("locale")), json.readValue(row.getString("query"), QUERY),
                List.of((String[]) row.getArray("columns").getArray()), row.getString("scope_path"));
        return new Claimed(job(row), order, row.getInt("attempts"));
    }

    private static ExportJob job(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        return new ExportJob(row.getObject("id", UUID.class), row.getString("list"), row.getString("title"),
                State.valueOf(row.getString("state")), row.getLong("rows_total"), row.getLong("rows_done"),
                row.getObject("bytes", Long.class), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"), failure == null ? null : Failure.valueOf(failure),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package io.waypost.app.scan;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Columns;
import io.waypost.app.scan.ImportJob.Format;
import io.waypost.app.scan.ImportJob.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on imports. */
@Repository
class ImportStore {

    /** The most errors kept of one file; whoever has more has sent the wrong file. */
    static final int MOST_ERRORS = 100_000;

    private static final String COLUMNS = """
            select id, file_name, format, header, state, bytes_total, bytes_done, lines, accepted, duplicates, rejected, started_at,
                   finished_at, person_id, person_name, scope_path, failure
            from scan.import_job
            """;

    /** A job with what its reader needs. */
    record Open(ImportJob job, @Nullable String header, String scopePath) {}

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportJob job, @Nullable String header, String scopePath, Instant at) {
        jdbc.sql("""
                insert into scan.import_job (id, file_name, format, header, state, bytes_total, bytes_done, lines, created_at, person_id,
                                             person_name, scope_path)
                values (:id, :fileName, :format, :header, 'QUEUED', :bytesTotal, :bytesDone, :lines, :at, :personId, :personName, :scope)
                """)
                .param("id", job.id())
                .param("fileName", job.fileName())
                .param("format", job.format().name())
                .param("header", header)
                .param("bytesTotal", job.bytesTotal())
                .param("bytesDone", job.bytesDone())
                .param("lines", job.lines())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("personId", job.by().id())
                .param("personName", job.by().name())
                .param("scope", scopePath)
                .update();
    }

    Optional<Instant> oldestOpen() {
        return jdbc.sql("select min(created_at) as at from scan.import_job where state in ('QUEUED', 'RUNNING')")
                .query((row, _) -> Optional.ofNullable(instant(row, "at")))
                .single();
    }

    /** Those that are not ended. */
    List<UUID> open() {
        return jdbc.sql("select id from scan.import_job where state in ('QUEUED', 'RUNNING')")
                .query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    /** Claims the oldest job that nobody else works on. */
    Optional<Open> claim() {
        return jdbc.sql(COLUMNS + """
                 where state in ('QUEUED', 'RUNNING') order by created_at limit 1 for update skip locked
                """)
                .query((row, _) -> new Open(job(row), row.getString("header"), row.getString("scope_path")))
                .optional();
    }

    void progress(ImportJob job) {
        jdbc.sql("""
                update scan.import_job
                set state = :state, bytes_done = :bytesDone, lines = :lines, accepted = :accepted, duplicates = :duplicates,
                    rejected = :rejected, started_at = :startedAt, finished_at = :finishedAt, failure = :failure
                where id = :id
                """)
                .param("id", job.id())
                .param("state", job.state().name())
                .param("bytesDone", job.bytesDone())
                .param("lines", job.lines())
                .param("accepted", job.accepted())
                .param("duplicates", job.duplicates())
                .param("rejected", job.rejected())
                .param("startedAt", utc(job.startedAt()))
                .param("finishedAt", utc(job.finishedAt()))
                .param("failure", job.failure())
                .update();
    }

    void errors(UUID jobId, List<Rejection> rejected) {
        jdbc.sql("""
                insert into scan.import_error (job_id, line, field, value, code, message)
                select :job, line, field, value, code, message
                from unnest(:lines::int8[], :fields::text[], :values::text[], :codes::text[], :messages::text[])
                     as n (line, field, value, code, message)
                """)
                .param("job", jobId)
                .param("lines", Columns.longs(rejected, Rejection::line))
                .param("fields", Columns.texts(rejected, Rejection::field))
                .param("values", Columns.texts(rejected, Rejection::value))
                .param("codes", Columns.texts(rejected, Rejection::code))
                .param("messages", Columns.texts(rejected, Rejection::message))
                .update();
    }

    /** The errors of a job by line; to be closed, within a transaction. */
    Stream<Rejection> errors(UUID jobId) {
        return jdbc.sql(
                "select line, field, value, code, message from scan.import_error where job_id = :job order by line")
                .param("job", jobId)
                .query((row, _) -> new Rejection(row.getLong("line"), row.getString("field"), row.getString("value"),
                        row.getString("code"), row.getString("message")))
                .stream();
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query((row, _) -> job(row)).optional();
    }

    List<ImportJob> newest(int limit) {
        return jdbc.sql(COLUMNS + " order by created_at desc, id desc limit :limit")
                .param("limit", limit).query((row, _) -> job(row)).list();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                Format.valueOf(row.getString("format")),
                State.valueOf(row.getString("state")),
                row.getLong("bytes_total"),
                row.getLong("bytes_done"),
                row.getLong("lines"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on batches. Drafts are sealed: they name customers. */
@Repository
class BatchStore {

    private static final String DRAFT = "partner.job.draft";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    BatchStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    record Job(UUID id, Instant at, int rows) {}

    /** A row that is to be worked on. */
    record Claimed(UUID jobId, int n, UUID keyId, String draft, int attempts) {}

    /** What became of a row; nothing yet where there is no status. */
    record RowResult(int n, @Nullable Integer status, @Nullable UUID ticketId, @Nullable String problem) {}

    void insert(UUID keyId, Job job) {
        jdbc.sql("insert into partner.job (id, key_id, at, rows) values (:id, :key, :at, :rows)")
                .param("id", job.id()).param("key", keyId).param("at", job.at().atOffset(ZoneOffset.UTC))
                .param("rows", job.rows()).update();
    }

    void insertRow(UUID keyId, UUID jobId, int n, String draft, Instant due) {
        jdbc.sql("""
                insert into partner.job_row (job_id, n, key_id, draft, due_at) values (:job, :n, :key, :draft, :due)
                """)
                .param("job", jobId).param("n", n).param("key", keyId).param("draft", personalData.seal(DRAFT, draft))
                .param("due", due.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Job> find(UUID keyId, UUID id) {
        return jdbc.sql("select id, at, rows from partner.job where id = :id and key_id = :key")
                .param("id", id).param("key", keyId)
                .query((row, _) -> new Job(row.getObject("id", UUID.class), CredentialStore.instant(row, "at"),
                        row.getInt("rows")))
                .optional();
    }

    List<RowResult> rows(UUID jobId) {
        return jdbc.sql("select n, status, ticket_id, problem from partner.job_row where job_id = :job order by n")
                .param("job", jobId).query((row, _) -> result(row)).list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select min(due_at) as due from partner.job_row where due_at is not null")
                .query((row, _) -> Optional.ofNullable(CredentialStore.instantOrNull(row, "due"))).single();
    }

    /** Takes a row until then: if nobody finishes it by that time, it is due again. */
    Optional<Claimed> claim(Instant now, Instant until) {
        return jdbc.sql("""
                update partner.job_row r set due_at = :until, attempts = attempts + 1
                from (select job_id, n from partner.job_row where due_at <= :now order by due_at, job_id, n limit 1
                      for update skip locked) c
                where r.job_id = c.job_id and r.n = c.n
                returning r.job_id, r.n, r.key_id, r.draft, r.attempts
                """)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Claimed(row.getObject("job_id", UUID.class), row.getInt("n"),
                        row.getObject("key_id", UUID.class),
                        Objects.requireNonNull(personalData.open(DRAFT, row.getBytes("draft"))),
                        row.getInt("attempts")))
                .optional();
    }

    /** Locks a row that was claimed; false where it was finished meanwhile. */
    boolean lock(Claimed claimed) {
        return jdbc.sql("""
                select 1 from partner.job_row where job_id = :job and n = :n and due_at is not null for update
                """).param("job", claimed.jobId()).param("n", claimed.n()).query(Integer.class).optional().isPresent();
    }

    void finish(UUID jobId, RowResult result) {
        jdbc.sql("""
                update partner.job_row set due_at = null, status = :status, ticket_id = :ticket, problem = :problem
                where job_id = :job and n = :n
                """)
                .param("job", jobId).param("n", result.n()).param("status", result.status())
                .param("ticket", result.ticketId()).param("problem", result.problem()).update();
    }

    /** Removes what customers said in rows that were done before then; what became of them stays. */
    int forgetDrafts(Instant before, int most) {
        return jdbc.sql("""
                update partner.job_row r set draft = null
                from (select r.job_id, r.n from partner.job_row r join partner.job j on j.id = r.job_id
                      where r.draft is not null and r.due_at is null and j.at < :before limit :most) o
                where r.job_id = o.job_id and r.n = o.n
                """).param("before", before.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }

    private static RowResult result(ResultSet row) throws SQLException {
        return new RowResult(row.getInt("n"), (Integer) row.getObject("status"), row.getObject("ticket_id", UUID.class),
                row.getString("problem"));
    }
}

package io.waypost.app.sop;

import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.SopLife.State;
import io.waypost.core.sop.TicketKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on the life of versions. Every change names the revision that it was decided on. */
@Repository
class SopVersionStore {

    private static final String COLUMNS = """
            select kind, version, state, body, note, author, editors, created_at, effective_from, running_too, submitted_at, approver,
                   approved_at, refusal, revision
            from sop.version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SopVersionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<SopVersion> find(SopId id) {
        return jdbc.sql(COLUMNS + "where kind = :kind and version = :version")
                .param("kind", id.kind().code())
                .param("version", id.version())
                .query((row, _) -> version(row))
                .optional();
    }

    /** All versions of a kind, the newest first. */
    List<SopVersion> of(TicketKind kind) {
        return jdbc.sql(COLUMNS + "where kind = :kind order by version desc")
                .param("kind", kind.code())
                .query((row, _) -> version(row))
                .list();
    }

    /** What is in the making, or approved and not in force yet, of any kind. */
    List<SopVersion> underWay(Instant now) {
        return jdbc.sql(COLUMNS + """
                where state in ('DRAFT', 'SUBMITTED') or (state = 'APPROVED' and effective_from > :now)
                order by kind, version
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> version(row))
                .list();
    }

    /** Adds a draft as the kind's next version; its number. The caller holds the lock. */
    int add(TicketKind kind, SopDraft draft, String note, String author, @Nullable UUID by, Instant at) {
        return jdbc.sql("""
                insert into sop.version (kind, version, state, body, note, author, author_id, editors, created_at)
                select :kind, coalesce(max(version), 0) + 1, 'DRAFT', :body::jsonb, :note, :author, :by::uuid,
                       array_remove(array[:by::uuid], null), :at
                from sop.version where kind = :kind
                returning version
                """)
                .param("kind", kind.code())
                .param("body", json.writeValueAsString(SopBody.of(draft)))
                .param("note", note)
                .param("author", author)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Writes another text; false where somebody else was faster. */
    boolean save(SopId id, int revision, SopDraft draft, String note, @Nullable UUID by) {
        return jdbc.sql("""
                update sop.version
                set body = :body::jsonb, note = :note, revision = revision + 1,
                    editors = case when :by::uuid is null or :by::uuid = any (editors) then editors
                                   else editors || :by::uuid end
                where kind = :kind and version = :version and revision = :revision and state = 'DRAFT'
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("revision", revision)
                .param("body", json.writeValueAsString(SopBody.of(draft)))
                .param("note", note)
                .param("by", by)
                .update() == 1;
    }

    /** What a step of its life writes. */
    record Step(State state, @Nullable Instant effectiveFrom, boolean runningToo, @Nullable Instant submittedAt,
            String refusal) {}

    /** Moves a version on; false where somebody else was faster. */
    boolean move(SopId id, int revision, Step step) {
        return jdbc.sql("""
                update sop.version
                set state = :state, effective_from = :from, running_too = :runningToo, submitted_at = :submittedAt,
                    refusal = :refusal, revision = revision + 1
                where kind = :kind and version = :version and revision = :revision
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("revision", revision)
                .param("state", step.state().name())
                .param("from", offset(step.effectiveFrom()))
                .param("runningToo", step.runningToo())
                .param("submittedAt", offset(step.submittedAt()))
                .param("refusal", step.refusal())
                .update() == 1;
    }

    boolean approve(SopId id, int revision, Instant from, String approver, @Nullable UUID by, Instant at) {
        return jdbc.sql("""
                update sop.version
                set state = 'APPROVED', effective_from = :from, approver = :approver, approver_id = :by::uuid, approved_at = :at,
                    revision = revision + 1
                where kind = :kind and version = :version and revision = :revision and state = 'SUBMITTED'
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("revision", revision)
                .param("from", offset(from))
                .param("approver", approver)
                .param("by", by)
                .param("at", offset(at))
                .update() == 1;
    }

    /** When the next approved version comes into force that the others were not told of. */
    Optional<Instant> nextToAnnounce() {
        return jdbc.sql("""
                select effective_from from sop.version where state = 'APPROVED' and not announced order by effective_from limit 1
                """).query((row, _) -> instant(row, "effective_from")).optional();
    }

    /** A version that came into force. */
    record Arrived(SopId id, boolean runningToo) {}

    /** Claims some of those that came into force and says that the others were told. */
    List<Arrived> announce(Instant now, int atMost) {
        return jdbc.sql("""
                update sop.version set announced = true
                where (kind, version) in (
                    select kind, version from sop.version
                    where state = 'APPROVED' and not announced and effective_from <= :now
                    order by effective_from limit :atMost for update skip locked)
                returning kind, version, running_too
                """)
                .param("now", offset(now))
                .param("atMost", atMost)
                .query((row, _) -> new Arrived(
                        new SopId(new TicketKind(row.getString("kind")), row.getInt("version")),
                        row.getBoolean("running_too")))
                .list();
    }

    private SopVersion version(ResultSet row) throws SQLException {
        var editors = Arrays.stream((UUID[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        return new SopVersion(
                new SopId(new TicketKind(row.getString("kind")), row.getInt("version")),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("body"), SopBody.class).draft(),
                row.getString("note"),
                row.getString("author"),
                Set.copyOf(editors),
                instant(row, "created_at"),
                maybe(row, "effective_from"),
                row.getBoolean("running_too"),
                maybe(row, "submitted_at"),
                row.getString("approver"),
                maybe(row, "approved_at"),
                row.getString("refusal"),
                row.getInt("revision"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

package io.waypost.app.attachment;

import io.waypost.core.attachment.FileType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of files; their content lies in the data folder. */
@Repository
class AttachmentStore {

    private static final String COLUMNS = """
            id, subject_kind, subject_id, file, type, name, bytes, width, height, added_at, by_name, purpose""";

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that is about to be kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fresh(Attachment attachment, Subject subject, Set<String> unitPaths, String file, byte[] sha256,
            Instant uploadedAt, @Nullable UUID byId) {}

    record Kept(Attachment attachment, Subject subject, String file) {}

    void add(Fresh fresh) {
        var attachment = fresh.attachment();
        jdbc.sql("""
                insert into attachment.file (id, subject_kind, subject_id, unit_paths, file, type, name, bytes, sha256, width, height,
                                             added_at, uploaded_at, by_id, by_name)
                values (:id, :kind, :subject, :paths, :file, :type, :name, :bytes, :sha256, :width, :height, :at, :uploadedAt, :byId,
                        :byName)
                """)
                .param("id", attachment.id())
                .param("kind", fresh.subject().kind())
                .param("subject", fresh.subject().id())
                .param("paths", fresh.unitPaths().toArray(String[]::new))
                .param("file", fresh.file())
                .param("type", attachment.type().name())
                .param("name", attachment.name())
                .param("bytes", attachment.bytes())
                .param("sha256", fresh.sha256())
                .param("width", attachment.width())
                .param("height", attachment.height())
                .param("at", utc(attachment.at()))
                .param("uploadedAt", utc(fresh.uploadedAt()))
                .param("byId", fresh.byId())
                .param("byName", attachment.by())
                .update();
    }

    int unused(Subject subject) {
        return jdbc.sql("""
                select count(*) from attachment.file
                where subject_kind = :kind and subject_id = :subject and purpose is null
                """).param("kind", subject.kind()).param("subject", subject.id())
                .query((row, _) -> row.getInt(1)).single();
    }

    List<Attachment> used(Subject subject) {
        return jdbc.sql("""
                select %s from attachment.file
                where subject_kind = :kind and subject_id = :subject and purpose is not null order by added_at, id
                """.formatted(COLUMNS))
                .param("kind", subject.kind()).param("subject", subject.id())
                .query((row, _) -> kept(row).attachment()).list();
    }

    /** Gives the purpose to those of the files that this actor uploaded to the thing and nobody used. */
    List<Attachment> use(Subject subject, Collection<UUID> ids, @Nullable UUID byId, String purpose) {
        return jdbc.sql("""
                update attachment.file set purpose = :purpose
                where id = any (:ids) and subject_kind = :kind and subject_id = :subject and purpose is null
                  and by_id is not distinct from cast(:byId as uuid)
                returning %s
                """.formatted(COLUMNS))
                .param("purpose", purpose)
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("byId", byId)
                .query((row, _) -> kept(row).attachment()).list();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select %s from attachment.file where id = :id".formatted(COLUMNS)).param("id", id)
                .query((row, _) -> kept(row)).optional();
    }

    void showTo(Subject subject, Set<String> unitPaths) {
        jdbc.sql("""
                update attachment.file set unit_paths = :paths where subject_kind = :kind and subject_id = :subject
                """).param("paths", unitPaths.toArray(String[]::new)).param("kind", subject.kind())
                .param("subject", subject.id()).update();
    }

    boolean forget(UUID id) {
        return jdbc.sql("delete from attachment.file where id = :id and purpose is null").param("id", id).update() > 0;
    }

    /** Forgets what was uploaded before then and never used; gives back the files. */
    List<String> forgetUnused(Instant before) {
        return jdbc.sql("delete from attachment.file where purpose is null and uploaded_at < :before returning file")
                .param("before", utc(before)).query((row, _) -> Objects.requireNonNull(row.getString(1))).list();
    }

    /** Those of the files that a row knows. */
    Set<String> known(Collection<String> files) {
        return new HashSet<>(jdbc.sql("select file from attachment.file where file = any (:files)")
                .param("files", files.toArray(String[]::new))
                .query((row, _) -> Objects.requireNonNull(row.getString(1))).list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var attachment = new Attachment(
                row.getObject("id", UUID.class),
                FileType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getLong("bytes"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getString("purpose"));
        return new Kept(attachment, new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("file"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

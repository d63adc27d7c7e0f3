package io.waypost.app.audit;

import io.waypost.app.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the audit schema. There is no update and no delete. */
@Repository
class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum ActorKind {
        PERSON,
        PARTNER,
        VISITOR,
        SYSTEM;

        static ActorKind of(Actor actor) {
            return switch (actor) {
                case Actor.Person _ -> PERSON;
                case Actor.Partner _ -> PARTNER;
                case Actor.Visitor _ -> VISITOR;
                case Actor.Internal _ -> SYSTEM;
            };
        }
    }

    record Entry(
            UUID id,
            Instant at,
            ActorKind actorKind,
            @Nullable UUID actorId,
            String actorName,
            @Nullable String address,
            String action,
            String subjectKind,
            String subjectId,
            String unitPath,
            String detail) {}

    /** What to look for; null = anything. */
    record Filter(
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable String unitPath,
            @Nullable Instant from,
            @Nullable Instant until) {}

    void insert(Entry entry) {
        jdbc.sql("""
                insert into audit.entry (id, at, actor_kind, actor_id, actor_name, address, action, subject_kind, subject_id,
                    unit_path, detail)
                values (:id, :at, :actorKind, :actorId, :actorName, :address, :action, :subjectKind, :subjectId,
                    :unitPath, :detail::jsonb)
                """)
                .param("id", entry.id())
                .param("at", utc(entry.at()))
                .param("actorKind", entry.actorKind().name())
                .param("actorId", entry.actorId())
                .param("actorName", entry.actorName())
                .param("address", entry.address())
                .param("action", entry.action())
                .param("subjectKind", entry.subjectKind())
                .param("subjectId", entry.subjectId())
                .param("unitPath", entry.unitPath())
                .param("detail", entry.detail())
                .update();
    }

    /** The newest first, after the given place. */
    List<Entry> list(Filter filter, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id, at, actor_kind, actor_id, actor_name, address, action, subject_kind, subject_id, unit_path,
                    detail::text as detail
                from audit.entry
                where (:after::uuid is null or id < :after::uuid)
                  and (:actorId::uuid is null or actor_id = :actorId::uuid)
                  and (:action::text is null or action = :action)
                  and (:subjectKind::text is null or subject_kind = :subjectKind)
                  and (:subjectId::text is null or subject_id = :subjectId)
                  and (:unitPath::text is null or starts_with(unit_path, :unitPath))
                  and (:from::timestamptz is null or at >= :from)
                  and (:until::timestamptz is null or at < :until)
                order by id desc
                limit :limit
                """)
                .param("after", after)
                .param("actorId", filter.actorId())
                .param("action", filter.action())
                .param("subjectKind", filter.subjectKind())
                .param("subjectId", filter.subjectId())
                .param("unitPath", filter.unitPath())
                .param("from", utc(filter.from()))
                .param("until", utc(filter.until()))
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("unit_path"),
                row.getString("detail"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

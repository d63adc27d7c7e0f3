package io.waypost.app.notice;

import io.waypost.app.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notices in the console. */
@Repository
class NoticeStore {

    private static final TypeReference<Map<String, Object>> PARAMS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A notice, as the API shows it. */
    record Notice(
            UUID id,
            Instant at,
            String kind,
            @Nullable UUID ticketId,
            @Nullable String waybill,
            Map<String, Object> params,
            @Nullable Instant readAt) {}

    /** A notice and whose it is. */
    record Addressed(UUID person, Notice notice) {}

    /** Adds notices, all in one statement. */
    void add(List<Addressed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into notice.notice (id, person_id, at, kind, ticket_id, waybill, params)
                select id, person, timestamptz 'epoch' + at * interval '1 microsecond', kind, ticket, waybill, params::jsonb
                from unnest(:ids::uuid[], :persons::uuid[], :at::int8[], :kinds::text[], :tickets::uuid[], :waybills::text[],
                            :params::text[]) as r (id, person, at, kind, ticket, waybill, params)
                """)
                .param("ids", Columns.ids(rows, row -> row.notice().id()))
                .param("persons", Columns.ids(rows, Addressed::person))
                .param("at", Columns.instants(rows, row -> row.notice().at()))
                .param("kinds", Columns.texts(rows, row -> row.notice().kind()))
                .param("tickets", Columns.ids(rows, row -> row.notice().ticketId()))
                .param("waybills", Columns.texts(rows, row -> row.notice().waybill()))
                .param("params", Columns.texts(rows, row -> json.writeValueAsString(row.notice().params())))
                .update();
    }

    List<Notice> list(UUID person, boolean unreadOnly, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
        return jdbc.sql("""
                select id, at, kind, ticket_id, waybill, params, read_at from notice.notice
                where person_id = :person and (not :unread or read_at is null)
                  and (cast(:beforeAt as timestamptz) is null or (at, id) < (:beforeAt, cast(:beforeId as uuid)))
                order by at desc, id desc limit :limit
                """)
                .param("person", person)
                .param("unread", unreadOnly)
                .param("beforeAt", beforeAt == null ? null : beforeAt.atOffset(ZoneOffset.UTC))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    long count(UUID person, boolean unreadOnly) {
        return jdbc.sql(
                "select count(*) from notice.notice where person_id = :person and (not :unread or read_at is null)")
                .param("person", person).param("unread", unreadOnly).query((row, _) -> row.getLong(1)).single();
    }

    int read(UUID person, Collection<UUID> ids, Instant at) {
        return jdbc.sql("""
                update notice.notice set read_at = :at where person_id = :person and id = any (:ids) and read_at is null
                """)
                .param("person", person).param("ids", ids.toArray(UUID[]::new)).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int readAll(UUID person, Instant at) {
        return jdbc.sql("update notice.notice set read_at = :at where person_id = :person and read_at is null")
                .param("person", person).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private Notice notice(ResultSet row) throws SQLException {
        return new Notice(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"), row.getObject("ticket_id", UUID.class), row.getString("waybill"),
                json.readValue(row.getString("params"), PARAMS), instant(row, "read_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

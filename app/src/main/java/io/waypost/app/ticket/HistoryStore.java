package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to tickets, and what was answered. */
@Repository
class HistoryStore {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final JsonMapper json;
    private final TicketWords words;

    HistoryStore(JdbcClient jdbc, NamedParameterJdbcTemplate batch, JsonMapper json, TicketWords words) {
        this.words = words;
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** One step of a history. */
    record Entry(
            UUID id,
            Instant at,
            By by,
            Event what,
            @Nullable TicketLevel level,
            @Nullable String unitCode,
            @Nullable PersonRef person,
            @Nullable String text,
            Map<String, Object> data) {}

    record AnswerRow(
            UUID id,
            Instant at,
            PersonRef by,
            AnswerKind kind,
            String remark,
            @Nullable Instant until,
            @Nullable String misdirectedTo) {}

    /** A step of that ticket. */
    record Line(UUID ticketId, Entry entry) {}

    void add(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        batch.batchUpdate("""
                insert into ticket.history (id, ticket_id, at, by_kind, by_id, by_name, what, level, unit_code, person_id, person_name,
                                            text, data)
                values (:id, :ticketId, :at, :byKind, :byId, :byName, :what, :level, :unitCode, :personId, :personName, :text,
                        cast(:data as jsonb))
                """, lines.stream().map(this::row).toArray(MapSqlParameterSource[]::new));
        words.index(lines.stream().map(line -> new TicketWords.Text(line.entry().id(), line.ticketId(),
                line.entry().what().name(), line.entry().at(), line.entry().text())).toList());
    }

    private MapSqlParameterSource row(Line line) {
        var entry = line.entry();
        return new MapSqlParameterSource()
                .addValue("id", entry.id())
                .addValue("ticketId", line.ticketId())
                .addValue("at", TicketStore.utc(entry.at()))
                .addValue("byKind", entry.by().kind().name())
                .addValue("byId", entry.by().id(), Types.OTHER)
                .addValue("byName", entry.by().name())
                .addValue("what", entry.what().name())
                .addValue("level", entry.level() == null ? null : entry.level().name(), Types.VARCHAR)
                .addValue("unitCode", entry.unitCode(), Types.VARCHAR)
                .addValue("personId", entry.person() == null ? null : entry.person().id(), Types.OTHER)
                .addValue("personName", entry.person() == null ? null : entry.person().name(), Types.VARCHAR)
                .addValue("text", entry.text(), Types.VARCHAR)
                .addValue("data", json.writeValueAsString(entry.data()));
    }

    List<Entry> of(UUID ticketId) {
        return jdbc.sql("""
                select id, at, by_kind, by_id, by_name, what, level, unit_code, person_id, person_name, text, data
                from ticket.history where ticket_id = :ticketId order by seq
                """).param("ticketId", ticketId).query((row, _) -> entry(row)).list();
    }

    void addAnswer(UUID ticketId, AnswerRow answer) {
        jdbc.sql("""
                insert into ticket.answer (id, ticket_id, at, by_id, by_name, kind, remark, until, misdirected_to)
                values (:id, :ticketId, :at, :byId, :byName, :kind, :remark, :until, :misdirectedTo)
                """)
                .param("id", answer.id())
                .param("ticketId", ticketId)
                .param("at", TicketStore.utc(answer.at()))
                .param("byId", answer.by().id())
                .param("byName", answer.by().name())
                .param("kind", answer.kind().name())
                .param("remark", answer.remark())
                .param("until", TicketStore.utc(answer.until()))
                .param("misdirectedTo", answer.misdirectedTo())
                .update();
        words.index(new TicketWords.Text(answer.id(), ticketId, "ANSWER", answer.at(), answer.remark()));
    }

    List<AnswerRow> answersOf(UUID ticketId) {
        return jdbc.sql("""
                select id, at, by_id, by_name, kind, remark, until, misdirected_to
                from ticket.answer where ticket_id = :ticketId order by seq
                """).param("ticketId", ticketId).query((row, _) -> answer(row)).list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        var level = row.getString("level");
        return new Entry(
                row.getObject("id", UUID.class),
                TicketColumns.instant(row, "at"),
                new By(By.Kind.valueOf(row.getString("by_kind")), row.getObject("by_id", UUID.class),
                        row.getString("by_name")),
                Event.valueOf(row.getString("what")),
                level == null ? null : TicketLevel.valueOf(level),
                row.getString("unit_code"),
                TicketColumns.person(row, "person"),
                row.getString("text"),
                json.readValue(row.getString("data"), DATA));
    }

    private static AnswerRow answer(ResultSet row) throws SQLException {
        return new AnswerRow(
                row.getObject("id", UUID.class),
                TicketColumns.instant(row, "at"),
                new PersonRef(row.getObject("by_id", UUID.class), row.getString("by_name")),
                AnswerKind.valueOf(row.getString("kind")),
                row.getString("remark"),
                row.getObject("until") == null ? null : TicketColumns.instant(row, "until"),
                row.getString("misdirected_to"));
    }
}

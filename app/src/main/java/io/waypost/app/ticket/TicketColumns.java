package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.KeptTicket.LastAnswer;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Patience;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import io.waypost.core.ticket.UrgentReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code ticket.ticket} as tickets. */
final class TicketColumns {

    private static final String COLUMNS = """
            select t.id, t.number, t.waybill, t.kind, t.silent, t.urgent, t.urgent_reason, t.finding_id, t.state, t.level, t.patience,
                   t.wait_reason, t.next_at, t.place_code, t.place_path, t.region_code, t.headquarters_code, t.unit_code, t.unit_path,
                   t.person_id, t.person_name, t.policy_version, t.limit_minutes, t.urges, t.answer_kind, t.answer_at, t.answer_by_id,
                   t.answer_by_name, t.answered_in_time, t.opened_at, t.closed_at, t.close_reason, t.version
            """;
    static final String SELECT = COLUMNS + " from ticket.ticket t";
    static final String SELECT_WITH_WAKE = COLUMNS + ", t.wake_at from ticket.ticket t";

    private TicketColumns() {}

    static KeptTicket kept(ResultSet row) throws SQLException {
        var level = TicketLevel.valueOf(row.getString("level"));
        var ladder = new Ladder(row.getString("place_code"), row.getString("region_code"),
                row.getString("headquarters_code"));
        var ticket = new Ticket(TicketKind.valueOf(row.getString("kind")), row.getBoolean("silent"),
                row.getBoolean("urgent"), ladder, state(row, level));
        var urgentReason = row.getString("urgent_reason");
        return new KeptTicket(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("waybill"),
                ticket,
                level,
                row.getString("place_path"),
                new Holder(row.getString("unit_code"), row.getString("unit_path"), person(row, "person")),
                new Facts(row.getObject("finding_id", UUID.class),
                        urgentReason == null ? null : UrgentReason.valueOf(urgentReason), row.getInt("urges"),
                        lastAnswer(row), row.getObject("answered_in_time", Boolean.class)),
                row.getInt("policy_version"),
                row.getInt("limit_minutes"),
                instant(row, "opened_at"),
                row.getInt("version"));
    }

    /** The name of a state in the database and in the API. */
    static String name(TicketState state) {
        return switch (state) {
            case Unopened() -> throw new IllegalStateException("A ticket that was not opened has no row.");
            case Dispatched _ -> "DISPATCHED";
            case Waiting _ -> "WAITING";
            case Replied _ -> "REPLIED";
            case Closed _ -> "CLOSED";
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable PersonRef person(ResultSet row, String prefix) throws SQLException {
        var id = row.getObject(prefix + "_id", UUID.class);
        return id == null ? null : new PersonRef(id, row.getString(prefix + "_name"));
    }

    private static TicketState state(ResultSet row, TicketLevel level) throws SQLException {
        return switch (row.getString("state")) {
            case "DISPATCHED" ->
                new Dispatched(level, instant(row, "next_at"), Patience.valueOf(row.getString("patience")));
            case "WAITING" ->
                new Waiting(level, instant(row, "next_at"), WaitReason.valueOf(row.getString("wait_reason")));
            case "REPLIED" -> new Replied(level, instant(row, "next_at"));
            case "CLOSED" ->
                new Closed(CloseReason.valueOf(row.getString("close_reason")), instant(row, "closed_at"));
            default -> throw new IllegalStateException("The state %s is unknown.".formatted(row.getString("state")));
        };
    }

    private static @Nullable LastAnswer lastAnswer(ResultSet row) throws SQLException {
        var kind = row.getString("answer_kind");
        var by = person(row, "answer_by");
        return kind == null || by == null
                ? null
                : new LastAnswer(AnswerKind.valueOf(kind), instant(row, "answer_at"), by);
    }
}

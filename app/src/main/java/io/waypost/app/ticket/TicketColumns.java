package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.KeptTicket.Desk;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.KeptTicket.LastAnswer;
import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.app.ticket.KeptTicket.Origin;
import io.waypost.app.ticket.KeptTicket.Result;
import io.waypost.app.ticket.KeptTicket.Urgency;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.StageClock;
import io.waypost.core.ticket.StatutoryClock;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.UrgentReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code ticket.ticket} as tickets. */
@Component
class TicketColumns {

    /** Stands in {@code next_at} of open tickets on which no time runs, so that they come last. */
    static final Instant NO_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final String COLUMNS = """
            select t.id, t.number, t.waybill, t.matter, t.kind, t.silent, t.urgent, t.urgent_reason, t.urgent_person_id,
                   t.urgent_person_name, t.urgent_at, t.urgent_by_name, t.finding_id, t.state, t.level, t.wait_reason, t.next_at,
                   t.place_code, t.place_path, t.hub, t.region_code, t.headquarters_code, t.unit_code, t.unit_path, t.person_id,
                   t.person_name, t.person_chosen, t.desk_code, t.desk_path, t.desk_person_id, t.desk_person_name, t.hand_overs, t.passed_around,
                   t.reopens, t.sop_kind, t.sop_version, t.clock, t.statutory_due, t.statutory_told, t.call_tries, t.call_verdict,
                   t.merged_into, t.merged_before, t.origin, t.description, t.repeat_number, t.parent_id, t.liability, t.cause_code,
                   t.limit_minutes, t.urges, t.answer_kind, t.answer_at, t.answer_by_id, t.answer_by_name, t.answered_in_time,
                   t.opened_at, t.updated_at, t.closed_at, t.close_reason, t.version
            """;
    static final String SELECT = COLUMNS + " from ticket.ticket t";
    static final String SELECT_GREEN = COLUMNS + ", t.urgent_answered_at from ticket.ticket t";
    static final String SELECT_WITH_WAKE = COLUMNS + ", t.wake_at from ticket.ticket t";

    private final JsonMapper json;

    TicketColumns(JsonMapper json) {
        this.json = json;
    }

    KeptTicket kept(ResultSet row) throws SQLException {
        var ticket = ticket(row);
        var next = instantOrNull(row, "next_at");
        return new KeptTicket(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("waybill"),
                row.getString("matter"),
                ticket,
                row.getString("place_path"),
                new Desk(row.getString("desk_path"), person(row, "desk_person")),
                new Holder(row.getString("unit_code"), row.getString("unit_path"), person(row, "person"),
                        row.getBoolean("person_chosen")),
                facts(row),
                new Intake(Origin.valueOf(row.getString("origin")), row.getString("description"),
                        row.getInt("repeat_number"), row.getObject("parent_id", UUID.class)),
                result(row),
                new SopId(new TicketKind(row.getString("sop_kind")), row.getInt("sop_version")),
                NO_TIME.equals(next) ? null : next,
                row.getInt("limit_minutes"),
                instant(row, "opened_at"),
                instant(row, "updated_at"),
                row.getInt("version"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable PersonRef person(ResultSet row, String prefix) throws SQLException {
        var id = row.getObject(prefix + "_id", UUID.class);
        return id == null ? null : new PersonRef(id, row.getString(prefix + "_name"));
    }

    String clock(StageClock clock) {
        return json.writeValueAsString(ClockBody.of(clock));
    }

    StageClock clock(String text) {
        return json.readValue(text, ClockBody.class).clock();
    }

    String state(TicketState state) {
        return json.writeValueAsString(StateBody.of(state));
    }

    private Ticket ticket(ResultSet row) throws SQLException {
        var clock = row.getString("clock");
        var statutory = instantOrNull(row, "statutory_due");
        return new Ticket(
                new TicketKind(row.getString("kind")),
                row.getBoolean("silent"),
                row.getBoolean("urgent"),
                row.getString("desk_code"),
                new Ladder(row.getString("place_code"), row.getBoolean("hub"), row.getString("region_code"),
                        row.getString("headquarters_code")),
                TicketLevel.valueOf(row.getString("level")),
                body(row).state(),
                clock == null ? null : clock(clock),
                statutory == null ? null : new StatutoryClock(statutory, row.getInt("statutory_told")),
                row.getInt("hand_overs"),
                row.getInt("reopens"));
    }

    private StateBody body(ResultSet row) throws SQLException {
        var wait = row.getString("wait_reason");
        var verdict = row.getString("call_verdict");
        var before = row.getString("merged_before");
        return new StateBody(
                TicketState.Name.valueOf(row.getString("state")),
                instantOrNull(row, "next_at"),
                wait == null ? null : WaitReason.valueOf(wait),
                row.getObject("call_tries", Integer.class),
                verdict == null ? null : CallBackVerdict.valueOf(verdict),
                row.getString("close_reason"),
                instantOrNull(row, "closed_at"),
                row.getString("merged_into"),
                before == null ? null : json.readValue(before, StateBody.class));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(row.getObject("finding_id", UUID.class), urgency(row), row.getInt("urges"), lastAnswer(row),
                row.getObject("answered_in_time", Boolean.class), row.getBoolean("passed_around"));
    }

    private static @Nullable Urgency urgency(ResultSet row) throws SQLException {
        var reason = row.getString("urgent_reason");
        if (reason == null) {
            return null;
        }
        var at = instantOrNull(row, "urgent_at");
        var by = row.getString("urgent_by_name");
        return new Urgency(UrgentReason.valueOf(reason), person(row, "urgent_person"),
                at == null ? instant(row, "opened_at") : at, by == null ? "" : by);
    }

    private static Result result(ResultSet row) throws SQLException {
        var liability = row.getString("liability");
        return new Result(liability == null ? null : Liability.valueOf(liability), row.getString("cause_code"));
    }

    private static @Nullable LastAnswer lastAnswer(ResultSet row) throws SQLException {
        var kind = row.getString("answer_kind");
        var by = person(row, "answer_by");
        return kind == null || by == null
                ? null
                : new LastAnswer(AnswerKind.valueOf(kind), instant(row, "answer_at"), by);
    }
}

package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.KeptTicket.Desk;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.KeptTicket.Result;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState.Merged;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A ticket as the parameters of its row. Every null has its type, so that all rows of a batch are one statement. */
final class TicketParameters {

    private final MapSqlParameterSource row = new MapSqlParameterSource();

    private TicketParameters() {}

    static MapSqlParameterSource of(KeptTicket kept, @Nullable Instant wakeAt, TicketColumns columns) {
        var parameters = new TicketParameters();
        parameters.put(kept, wakeAt);
        parameters.put(kept.holder(), kept.desk());
        parameters.put(kept.facts());
        parameters.put(kept.intake(), kept.result());
        parameters.put(kept.ticket(), columns);
        parameters.put(StateBody.of(kept.ticket().state()), kept, columns);
        return parameters.row;
    }

    private void put(KeptTicket kept, @Nullable Instant wakeAt) {
        row.addValue("id", kept.id());
        text("number", kept.number());
        text("waybill", kept.waybill());
        text("matter", kept.matter());
        time("wakeAt", wakeAt);
        text("placePath", kept.placePath());
        text("sopKind", kept.sop().kind().code());
        row.addValue("sopVersion", kept.sop().version());
        row.addValue("limitMinutes", kept.limitMinutes());
        time("openedAt", kept.openedAt());
        time("updatedAt", kept.updatedAt());
        row.addValue("version", kept.version());
    }

    private void put(Holder holder, Desk desk) {
        text("unitCode", holder.unitCode());
        text("unitPath", holder.unitPath());
        person("person", holder.person());
        row.addValue("personChosen", holder.chosen());
        text("deskPath", desk.unitPath());
        person("deskPerson", desk.person());
    }

    private void put(Facts facts) {
        var answer = facts.lastAnswer();
        var urgency = facts.urgency();
        id("findingId", facts.findingId());
        text("urgentReason", urgency == null ? null : urgency.reason().name());
        person("urgentPerson", urgency == null ? null : urgency.person());
        time("urgentAt", urgency == null ? null : urgency.at());
        text("urgentByName", urgency == null ? null : urgency.byName());
        row.addValue("urges", facts.urges());
        row.addValue("answeredInTime", facts.answeredInTime(), Types.BOOLEAN);
        row.addValue("passedAround", facts.passedAround());
        text("answerKind", answer == null ? null : answer.kind().name());
        time("answerAt", answer == null ? null : answer.at());
        person("answerBy", answer == null ? null : answer.by());
    }

    private void put(Intake intake, Result result) {
        text("origin", intake.origin().name());
        text("description", intake.description());
        row.addValue("repeatNumber", intake.repeatNumber());
        id("parentId", intake.parentId());
        text("liability", result.liability() == null ? null : result.liability().name());
        text("causeCode", result.causeCode());
    }

    private void put(Ticket ticket, TicketColumns columns) {
        text("kind", ticket.kind().code());
        row.addValue("silent", ticket.silent());
        row.addValue("urgent", ticket.urgent());
        text("level", ticket.level().name());
        text("placeCode", ticket.ladder().place());
        row.addValue("hub", ticket.ladder().hub());
        text("regionCode", ticket.ladder().region());
        text("headquartersCode", ticket.ladder().headquarters());
        text("deskCode", ticket.desk());
        row.addValue("handOvers", ticket.handOvers());
        row.addValue("reopens", ticket.reopens());
        row.addValue("owed", TicketRules.owed(ticket));
        text("clock", ticket.clock() == null ? null : columns.clock(ticket.clock()));
        time("statutoryDue", ticket.statutory() == null ? null : ticket.statutory().due());
        row.addValue("statutoryTold", ticket.statutory() == null ? 0 : ticket.statutory().told());
    }

    private void put(StateBody state, KeptTicket kept, TicketColumns columns) {
        text("state", state.name().name());
        text("phase", state.name().phase().name());
        text("waitReason", state.waitReason() == null ? null : state.waitReason().name());
        row.addValue("callTries", state.tries(), Types.INTEGER);
        text("callVerdict", state.verdict() == null ? null : state.verdict().name());
        text("closeReason", state.reason());
        time("closedAt", state.at());
        text("mergedInto", state.into());
        text("mergedBefore", kept.ticket().state() instanceof Merged merged
                ? columns.state(merged.before())
                : null);
        time("nextAt", next(kept));
    }

    private static @Nullable Instant next(KeptTicket kept) {
        if (kept.ticket().ended()) {
            return null;
        }
        return kept.due() == null ? TicketColumns.NO_TIME : kept.due();
    }

    private void text(String name, @Nullable String value) {
        row.addValue(name, value, Types.VARCHAR);
    }

    private void time(String name, @Nullable Instant value) {
        row.addValue(name, TicketStore.utc(value), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private void id(String name, @Nullable UUID value) {
        row.addValue(name, value, Types.OTHER);
    }

    private void person(String prefix, @Nullable PersonRef person) {
        id(prefix + "Id", person == null ? null : person.id());
        text(prefix + "Name", person == null ? null : person.name());
    }
}

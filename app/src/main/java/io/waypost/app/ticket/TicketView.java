package io.waypost.app.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.FindingView;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket with its whole story, and what the asker may do with it. */
record TicketView(
        @JsonUnwrapped TicketRow row,
        @Nullable FindingView finding,
        List<AnswerView> answers,
        List<HistoryView> history,
        List<Action> allowed) {

    /** What somebody may do with a ticket. */
    enum Action {
        ANSWER,
        NOTE,
        URGE,
        URGENT,
        CLOSE
    }

    record AnswerView(
            UUID id,
            Instant at,
            PersonRef by,
            AnswerKind kind,
            String remark,
            @Nullable Instant until,
            @Nullable UnitRef misdirectedTo,
            List<PhotoView> photos) {}

    record PhotoView(UUID id, int width, int height) {}

    record HistoryView(
            UUID id,
            Instant at,
            Who by,
            Event what,
            @Nullable TicketLevel level,
            @Nullable UnitRef unit,
            @Nullable PersonRef person,
            @Nullable String text,
            Map<String, Object> data) {}

    record Who(By.Kind kind, String name) {}
}

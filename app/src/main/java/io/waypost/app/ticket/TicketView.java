package io.waypost.app.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.FindingView;
import io.waypost.core.attachment.FileType;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with its whole story, and what the asker may do with it.
 *
 * @param description what was said when it was opened
 * @param files everything that was added to it, the oldest first; the photos of its answers among them
 * @param ratings how content the customer was with its ends, the latest first
 * @param place where the matter lies, whoever has the ticket now
 * @param clock that of the stage it is in; null where no time runs
 * @param stages the way that its SOP lays out
 * @param parent the mass event it belongs to
 * @param related other open tickets of the same parcel, which may be the same case
 * @param triage why it went where it went first; null for tickets from before there were rules
 */
record TicketView(
        @JsonUnwrapped TicketRow row,
        String description,
        UnitRef place,
        ContactStore.@Nullable Shown contact,
        @Nullable FindingView finding,
        @Nullable ClockView clock,
        List<StageView> stages,
        List<AnswerView> answers,
        List<MessageView> messages,
        List<FileView> files,
        List<RatingView> ratings,
        List<HistoryView> history,
        @Nullable Brief parent,
        List<Brief> children,
        List<Brief> related,
        @Nullable TriageView triage,
        List<TicketAction> allowed) {

    /**
     * The stage's clock, explained.
     *
     * @param calendar by which version of which work calendar time counts
     * @param usedSeconds working time used
     * @param paused what is waited for while the clock stands
     */
    record ClockView(Stage stage, Party party, String calendar, long limitSeconds, long usedSeconds,
            @Nullable Instant dueAt, @Nullable PauseReason paused) {}

    /** A stage of the SOP: whose it is, how long it has for this ticket, and what must be there before it is left. */
    record StageView(Stage stage, Party party, int limitMinutes, boolean now, boolean done, String customerText,
            Set<Requirement> requires) {}

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

    /** A file, with what it came, and the row that it came with. */
    record FileView(UUID id, FileType type, String name, long bytes, @Nullable Integer width, @Nullable Integer height,
            Instant at, String by, TicketFiles.Source source, UUID of) {}

    record MessageView(UUID id, Instant at, CustomerMessages.Direction direction, String by, String text) {}

    record RatingView(int stars, @Nullable String words, Instant at) {}

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

    /** Another ticket, to be opened from here. */
    record Brief(UUID id, String number, TicketRow.KindName kindName, TicketState.Name state) {}
}

package io.waypost.app.appeal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waypost.app.attachment.Attachment;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.core.appeal.AppealAdmission.ComplainedFirst;
import io.waypost.core.appeal.AppealAdmission.Window;
import io.waypost.core.appeal.AppealCategory;
import io.waypost.core.appeal.AppealReason;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Name;
import io.waypost.core.appeal.Liability;
import io.waypost.core.appeal.RefusalOfIntake;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its page shows it.
 *
 * @param actions what the caller may do now
 * @param files evidence that was used; what for stands in each file's purpose
 */
record AppealView(
        AppealRow appeal,
        Complainant complainant,
        String content,
        String request,
        @Nullable LocalDate postedOn,
        ComplainedFirst complainedFirst,
        Window window,
        @Nullable UUID ticketId,
        @Nullable String ticketNumber,
        List<Action> actions,
        List<Step> history,
        List<Asked> asked,
        List<Reply> replies,
        List<Attachment> files) {

    /** A line of the list. */
    record AppealRow(
            UUID id,
            String number,
            String authorityNumber,
            String office,
            String jurisdiction,
            String waybill,
            AppealCategory category,
            @Nullable AppealReason reason,
            Name state,
            int round,
            UnitRef unit,
            @Nullable PersonRef handler,
            LocalDate appealedOn,
            Instant forwardedAt,
            Instant receivedAt,
            Due due,
            boolean overdue,
            boolean late,
            @Nullable Liability liability,
            @Nullable Finding finding,
            @Nullable Boolean satisfied,
            @Nullable RefusalOfIntake refusal,
            @Nullable Instant repliedAt,
            @Nullable Instant endedAt,
            int version) {}

    /**
     * The period of law with the row that says so.
     *
     * @param lastDay the last day of the period, which ends at its midnight
     */
    record Due(Instant from, Instant at, LocalDate lastDay, String jurisdiction, String source, boolean running) {}

    /** Masked. */
    record Complainant(KeptAppeal.Role role, @Nullable String name, @Nullable String phone) {}

    /** What can be done with an appeal; the names are part of the API. */
    enum Action {
        ASSIGN,
        REFUSE,
        INVESTIGATE,
        ASK_EVIDENCE,
        GIVE_EVIDENCE,
        STOP_WAITING,
        DRAFT,
        SEND_BACK,
        CHECK,
        SEND,
        CLOSE,
        REOPEN,
        WITHDRAW,
        UNMASK
    }

    /** The steps of a history; the names are part of the API. */
    enum What {
        RECEIVED,
        ASSIGNED,
        REFUSED,
        INVESTIGATED,
        EVIDENCE_ASKED,
        EVIDENCE_GIVEN,
        WAITING_STOPPED,
        DRAFTED,
        SENT_BACK,
        CHECKED,
        SENT,
        CLOSED,
        REOPENED,
        WITHDRAWN,
        REMINDED
    }

    record Step(UUID id, Instant at, String by, What what, Name state, @Nullable String text,
            Map<String, Object> data) {}

    /**
     * A unit that was asked for evidence.
     *
     * @param mine whether the caller works in that unit, and the evidence is theirs to give
     */
    record Asked(UUID id, UnitRef unit, @JsonIgnore String unitPath, boolean mine, String note, Instant at, String by,
            @Nullable String answer, @Nullable Instant answeredAt, @Nullable String answeredBy) {}

    /** A reply with the timeline as it was known then. */
    record Reply(int round, Liability liability, String text, List<AppealPartStore.Passed> timeline, int files,
            Instant at,
            String author, @Nullable Instant checkedAt, @Nullable String checkedBy, @Nullable Instant sentAt,
            @Nullable String sentBy, @Nullable String reference) {}
}

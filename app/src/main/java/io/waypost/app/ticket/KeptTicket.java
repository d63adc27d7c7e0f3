package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.UrgentReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with everything that is kept of it.
 *
 * @param level the level that holds it, or held it when it was closed
 * @param limitMinutes how long its level had to answer
 * @param version counts the steps that an answer depends on; a note or an urge is none
 */
record KeptTicket(
        UUID id,
        String number,
        String waybill,
        Ticket ticket,
        TicketLevel level,
        String placePath,
        Holder holder,
        Facts facts,
        int policyVersion,
        int limitMinutes,
        Instant openedAt,
        int version) {

    /** Who must act now. */
    record Holder(String unitCode, String unitPath, @Nullable PersonRef person) {}

    /** What was answered last. */
    record LastAnswer(AnswerKind kind, Instant at, PersonRef by) {}

    /**
     * What the rules do not decide by.
     *
     * @param answeredInTime whether the first answer came before it was due; null while nobody answered
     */
    record Facts(
            @Nullable UUID findingId,
            @Nullable UrgentReason urgentReason,
            int urges,
            @Nullable LastAnswer lastAnswer,
            @Nullable Boolean answeredInTime) {

        static final Facts NONE = new Facts(null, null, 0, null, null);

        Facts withFinding(UUID finding) {
            return new Facts(finding, urgentReason, urges, lastAnswer, answeredInTime);
        }

        Facts withUrgentReason(UrgentReason reason) {
            return new Facts(findingId, reason, urges, lastAnswer, answeredInTime);
        }

        Facts withUrge() {
            return new Facts(findingId, urgentReason, urges + 1, lastAnswer, answeredInTime);
        }

        Facts withAnswer(LastAnswer answer, boolean inTime) {
            return new Facts(findingId, urgentReason, urges, answer, answeredInTime == null ? inTime : answeredInTime);
        }

        Facts withoutAnswerInTime() {
            return new Facts(findingId, urgentReason, urges, lastAnswer,
                    answeredInTime == null ? Boolean.FALSE : answeredInTime);
        }
    }

    KeptTicket with(Facts other) {
        return new KeptTicket(id, number, waybill, ticket, level, placePath, holder, other, policyVersion, limitMinutes,
                openedAt, version);
    }
}

package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.UrgentReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with everything that is kept of it in one row.
 *
 * @param waybill null where it is not about a parcel
 * @param matter what its kind is at bottom about; open tickets of one parcel and matter are one
 * @param desk the unit, and the person there, that answer for it to the customer
 * @param holder who must act now
 * @param due by when, or when a wait is over; null where no time runs
 * @param limitMinutes how long whoever must act had
 * @param version counts the steps that an answer depends on; a note or an urge is none
 */
record KeptTicket(
        UUID id,
        String number,
        @Nullable String waybill,
        String matter,
        Ticket ticket,
        String placePath,
        Desk desk,
        Holder holder,
        Facts facts,
        Intake intake,
        Result result,
        SopId sop,
        @Nullable Instant due,
        int limitMinutes,
        Instant openedAt,
        Instant updatedAt,
        int version) {

    /** Who answers for it to the customer. */
    record Desk(String unitPath, @Nullable PersonRef person) {}

    /**
     * Who must act now.
     *
     * @param chosen whether the person was chosen for this ticket, by how much they have or by a lead; else they are on duty
     */
    record Holder(String unitCode, String unitPath, @Nullable PersonRef person, boolean chosen) {}

    /** What was answered last. */
    record LastAnswer(AnswerKind kind, Instant at, PersonRef by) {}

    /**
     * Why it is 加急, who has to see it through, and who put it there.
     *
     * @param person null where nobody was named
     */
    record Urgency(UrgentReason reason, @Nullable PersonRef person, Instant at, String byName) {}

    /**
     * What the rules do not decide by.
     *
     * @param answeredInTime whether the first answer came before it was due; null while nobody answered
     * @param passedAround whether it was handed over more often than its SOP bears (踢皮球)
     */
    record Facts(
            @Nullable UUID findingId,
            @Nullable Urgency urgency,
            int urges,
            @Nullable LastAnswer lastAnswer,
            @Nullable Boolean answeredInTime,
            boolean passedAround) {

        static final Facts NONE = new Facts(null, null, 0, null, null, false);

        Facts withFinding(UUID finding) {
            return new Facts(finding, urgency, urges, lastAnswer, answeredInTime, passedAround);
        }

        Facts withUrgency(@Nullable Urgency other) {
            return new Facts(findingId, other, urges, lastAnswer, answeredInTime, passedAround);
        }

        Facts withUrge() {
            return new Facts(findingId, urgency, urges + 1, lastAnswer, answeredInTime, passedAround);
        }

        Facts withAnswer(LastAnswer answer, boolean inTime) {
            return new Facts(findingId, urgency, urges, answer, answeredInTime == null ? inTime : answeredInTime,
                    passedAround);
        }

        Facts withoutAnswerInTime() {
            return new Facts(findingId, urgency, urges, lastAnswer,
                    answeredInTime == null ? Boolean.FALSE : answeredInTime, passedAround);
        }

        Facts withPassedAround() {
            return new Facts(findingId, urgency, urges, lastAnswer, answeredInTime, true);
        }
    }

    /** By which way it came in; the names are part of the API. */
    enum Origin {
        WATCH,
        AGENT,
        OUTLET,
        PARTNER,
        CUSTOMER,
        REGULATOR
    }

    /**
     * How it began.
     *
     * @param repeatNumber the how manieth of the same customer about the same matter within the window, from 1
     * @param parentId the ticket of the mass event it belongs to
     */
    record Intake(Origin origin, String description, int repeatNumber, @Nullable UUID parentId) {

        static final Intake BY_WATCH = new Intake(Origin.WATCH, "", 1, null);
    }

    /** Whether the company is to blame (责任判定); the names are part of the API. */
    enum Liability {
        LIABLE,
        PARTLY,
        NOT_LIABLE
    }

    /** What came out. */
    record Result(@Nullable Liability liability, @Nullable String causeCode) {

        static final Result OPEN = new Result(null, null);
    }

    /**
     * The waybill of a ticket that is about a parcel.
     *
     * @throws IllegalStateException where it is not
     */
    String parcel() {
        if (waybill == null) {
            throw new IllegalStateException("The ticket %s is not about a parcel.".formatted(number));
        }
        return waybill;
    }

    TicketLevel level() {
        return ticket.level();
    }

    KeptTicket with(Facts other) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, desk, holder, other, intake, result, sop,
                due, limitMinutes, openedAt, updatedAt, version);
    }

    KeptTicket with(Result other) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, desk, holder, facts, intake, other, sop,
                due, limitMinutes, openedAt, updatedAt, version);
    }

    KeptTicket with(SopId other) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, desk, holder, facts, intake, result,
                other,
                due, limitMinutes, openedAt, updatedAt, version);
    }

    KeptTicket with(Holder other) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, desk, other, facts, intake, result, sop,
                due, limitMinutes, openedAt, updatedAt, version);
    }

    KeptTicket with(Desk other) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, other, holder, facts, intake, result, sop,
                due, limitMinutes, openedAt, updatedAt, version);
    }

    /** Of another kind, with that kind's SOP. The rules take the kind from the terms; the clock follows at the next step. */
    KeptTicket by(SopId other, String otherMatter, TicketKind kind) {
        return new KeptTicket(id, number, waybill, otherMatter, ticket.of(kind), placePath, desk, holder, facts, intake,
                result, other, due, limitMinutes, openedAt, updatedAt, version);
    }

    KeptTicket childOf(@Nullable UUID parent) {
        return new KeptTicket(id, number, waybill, matter, ticket, placePath, desk, holder, facts,
                new Intake(intake.origin(), intake.description(), intake.repeatNumber(), parent), result, sop, due,
                limitMinutes, openedAt, updatedAt, version);
    }
}

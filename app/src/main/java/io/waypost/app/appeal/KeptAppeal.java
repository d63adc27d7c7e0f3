package io.waypost.app.appeal;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.appeal.Appeal;
import io.waypost.core.appeal.AppealAdmission;
import io.waypost.core.appeal.AppealCategory;
import io.waypost.core.appeal.AppealReason;
import io.waypost.core.appeal.Liability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal with everything that is kept of it, personal data aside.
 *
 * @param version counts the steps
 */
record KeptAppeal(UUID id, String number, Appeal appeal, Paper paper, Place place, Period period, Outcome outcome,
        @Nullable PersonRef handler, int version) {

    /** What the authority wrote. */
    record Paper(
            String authorityNumber,
            String office,
            String jurisdiction,
            String waybill,
            @Nullable UUID ticketId,
            @Nullable String ticketNumber,
            AppealCategory category,
            @Nullable AppealReason reason,
            Role complainantRole,
            LocalDate appealedOn,
            Instant forwardedAt,
            Instant receivedAt,
            @Nullable LocalDate postedOn,
            AppealAdmission admission) {}

    /** Who the customer is to the parcel; the names are part of the API. */
    enum Role {
        SENDER,
        RECIPIENT,
        OTHER
    }

    /** Who answers, and who sees it. */
    record Place(String unitCode, String unitPath, String regionCode, Set<String> unitPaths) {

        Place {
            unitPaths = Set.copyOf(unitPaths);
        }
    }

    /**
     * The period of law of the round.
     *
     * @param reminded the step of the reminders that fired last
     */
    record Period(Instant from, Instant due, LocalDate lastDay, String jurisdiction, String source, int reminded) {

        Period remindedOf(int step) {
            return new Period(from, due, lastDay, jurisdiction, source, step);
        }
    }

    /**
     * How it went.
     *
     * @param late whether an answer of any round came too late
     */
    record Outcome(@Nullable Liability liability, @Nullable Boolean satisfied, @Nullable Instant repliedAt,
            @Nullable Instant endedAt, boolean late) {

        static final Outcome NONE = new Outcome(null, null, null, null, false);

        Outcome withLiability(@Nullable Liability other) {
            return new Outcome(other, satisfied, repliedAt, endedAt, late);
        }

        Outcome inTimeNoMore() {
            return new Outcome(liability, satisfied, repliedAt, endedAt, true);
        }
    }

    KeptAppeal with(Appeal next, @Nullable PersonRef other) {
        return new KeptAppeal(id, number, next, paper, place, period, outcome, other, version);
    }

    KeptAppeal with(Period other) {
        return new KeptAppeal(id, number, appeal, paper, place, other, outcome, handler, version);
    }

    KeptAppeal with(Outcome other) {
        return new KeptAppeal(id, number, appeal, paper, place, period, other, handler, version);
    }

    KeptAppeal with(Place other) {
        return new KeptAppeal(id, number, appeal, paper, other, period, outcome, handler, version);
    }
}

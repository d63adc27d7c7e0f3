package io.waypost.core.ticket;

import io.waypost.core.sop.Party;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.CalledBack;
import io.waypost.core.ticket.TicketState.Checked;
import io.waypost.core.ticket.TicketState.CloseApplied;
import io.waypost.core.ticket.TicketState.InProgress;
import io.waypost.core.ticket.TicketState.Invalid;
import io.waypost.core.ticket.TicketState.Rejected;
import io.waypost.core.ticket.TicketState.Triaged;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the desk does that answers for a ticket to the customer: look at it, check the result, call back, end it. */
record DeskMoves(Ticket ticket, TicketTerms terms, Caller caller, Instant now) {

    /** After so many calls without an answer the desk may tell the customer in writing. */
    private static final int TRIES = 3;

    TicketDecision triage() {
        return outcome().becomes(ticket.of(terms.kind().kind())).log(Event.TRIAGED).into(new Triaged()).granted();
    }

    TicketDecision applyClose() {
        var working = terms.sop().has(Stage.SOLUTION) ? Stage.SOLUTION : Stage.RESPONSE;
        var missing = missing(terms.sop().stage(working, ticket.ladder().party(ticket.level())));
        if (!missing.isEmpty()) {
            return new Refused(Refusal.REQUIREMENT_MISSING, missing);
        }
        var outcome = outcome().log(Event.CLOSE_APPLIED);
        if (terms.sop().has(Stage.CHECK)) {
            return outcome.into(new CloseApplied()).assign().tell(Whom.DESK, News.CLOSE_APPLIED).granted();
        }
        return terms.sop().has(Stage.CALL_BACK) || verified()
                ? afterCheck(outcome)
                : new Refused(Refusal.STAGE_NOT_DONE);
    }

    /** Whether it may end here: not on the word of the unit alone where the SOP has somebody, or a scan, show that it is so. */
    private boolean verified() {
        var verification = terms.sop().stage(Stage.VERIFICATION, Party.DESK);
        return verification.isEmpty() || caller.maySkip(verification.get().skippers())
                || (!terms.verifiedByScan() && caller.comesAs(EnumSet.of(Authority.DESK)));
    }

    TicketDecision withdrawClose() {
        return outcome().log(Event.CLOSE_WITHDRAWN).into(new InProgress()).assign().granted();
    }

    TicketDecision check(boolean passed) {
        if (!passed) {
            return outcome().log(Event.CHECK_FAILED).into(new InProgress()).assign()
                    .tell(Whom.HOLDER, News.RETURNED).granted();
        }
        var missing = missing(terms.sop().stage(Stage.CHECK, Party.DESK));
        return missing.isEmpty()
                ? afterCheck(outcome().log(Event.CHECKED))
                : new Refused(Refusal.REQUIREMENT_MISSING, missing);
    }

    TicketDecision callBack(Checked at, CallBackVerdict verdict) {
        return switch (verdict.outcome()) {
            case CONTENT -> outcome().log(Event.CALLED_BACK).into(new CalledBack(verdict)).granted();
            case DISPUTED -> new EndMoves(ticket, terms, caller, now).reopen(outcome().log(Event.CALLED_BACK));
            case UNREACHED -> outcome().log(Event.CALL_FAILED).into(new Checked(at.tries() + 1)).granted();
        };
    }

    /** Closes; what the SOP has between here and the end is skipped only by those who may. */
    TicketDecision close(CloseReason reason) {
        if (!reason.forPeople()) {
            return new Refused(Refusal.REASON_RESERVED);
        }
        var left = reason == CloseReason.MISTAKE || reason == CloseReason.WITHDRAWN
                ? List.<SopStage>of()
                : left(reason);
        var needed = EnumSet.noneOf(Requirement.class);
        boolean skips = false;
        for (var stage : left) {
            needed.addAll(stage.requires());
            skips |= !caller.maySkip(stage.skippers());
        }
        if (skips) {
            return new Refused(Refusal.STAGE_NOT_DONE);
        }
        needed.remove(Requirement.CALL_BACK_VERDICT);
        needed.removeAll(caller.fulfilled());
        if (!needed.isEmpty()) {
            return new Refused(Refusal.REQUIREMENT_MISSING, needed);
        }
        return (left.isEmpty() ? outcome() : outcome().log(Event.SKIPPED)).close(reason).granted();
    }

    TicketDecision reject(RejectReason reason) {
        return outcome().log(Event.REJECTED).end(new Rejected(reason, now)).tellCustomer(CustomerNews.REJECTED)
                .granted();
    }

    TicketDecision invalidate(InvalidReason reason) {
        return outcome().log(Event.INVALID).end(new Invalid(reason, now)).granted();
    }

    private TicketDecision afterCheck(Outcome outcome) {
        if (terms.sop().has(Stage.CALL_BACK)) {
            return outcome.into(new Checked(0)).assign().tell(Whom.DESK, News.TO_CALL_BACK)
                    .tellCustomer(CustomerNews.RESULT).granted();
        }
        return outcome.close(CloseReason.SETTLED).granted();
    }

    /** The stages of the SOP that lie between the ticket's state and its end. */
    private List<SopStage> left(CloseReason reason) {
        var next = switch (ticket.state()) {
            case CalledBack _ -> null;
            case Checked(var tries) when reason == CloseReason.UNREACHABLE && tries >= TRIES -> null;
            case Checked _ -> Stage.CALL_BACK;
            default -> Stage.CHECK;
        };
        return next == null
                ? List.of()
                : terms.sop().stages().stream().filter(stage -> stage.stage().compareTo(next) >= 0).toList();
    }

    private Set<Requirement> missing(Optional<SopStage> stage) {
        if (stage.isEmpty() || caller.maySkip(stage.get().skippers())) {
            return Set.of();
        }
        var missing = EnumSet.noneOf(Requirement.class);
        missing.addAll(stage.get().requires());
        missing.remove(Requirement.CALL_BACK_VERDICT);
        missing.removeAll(caller.fulfilled());
        return missing;
    }

    private Outcome outcome() {
        return new Outcome(ticket, terms, now);
    }
}

package io.waypost.core.settlement;

import io.waypost.core.settlement.SettlementCommand.Accept;
import io.waypost.core.settlement.SettlementCommand.Appeal;
import io.waypost.core.settlement.SettlementCommand.Approve;
import io.waypost.core.settlement.SettlementCommand.ApproveQuick;
import io.waypost.core.settlement.SettlementCommand.AskEvidence;
import io.waypost.core.settlement.SettlementCommand.Bounced;
import io.waypost.core.settlement.SettlementCommand.Counter;
import io.waypost.core.settlement.SettlementCommand.GiveEvidence;
import io.waypost.core.settlement.SettlementCommand.NewPayee;
import io.waypost.core.settlement.SettlementCommand.Paid;
import io.waypost.core.settlement.SettlementCommand.Propose;
import io.waypost.core.settlement.SettlementCommand.Refuse;
import io.waypost.core.settlement.SettlementCommand.SendBack;
import io.waypost.core.settlement.SettlementCommand.Submit;
import io.waypost.core.settlement.SettlementCommand.Uphold;
import io.waypost.core.settlement.SettlementCommand.Withdraw;
import io.waypost.core.settlement.SettlementDecision.Declined;
import io.waypost.core.settlement.SettlementDecision.Done;
import io.waypost.core.settlement.SettlementDecision.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of a claim (理赔状态机). Pure. Nobody decides alone about what they entered themselves, nobody approves what they proposed, and nobody
 * reviews what they decided; authority counts what was granted lately together, so that two small claims do not go where one large one may not.
 */
public final class SettlementRules {

    private static final Set<SettlementState> TO_WITHDRAW = EnumSet.of(SettlementState.DRAFT,
            SettlementState.TO_EXAMINE, SettlementState.WAITING_FOR_EVIDENCE, SettlementState.TO_APPROVE,
            SettlementState.OFFERED, SettlementState.UNDER_REVIEW);

    private SettlementRules() {}

    /** Decides about a step. */
    public static SettlementDecision decide(Settlement claim, SettlementCommand command) {
        return switch (command) {
            case Submit() -> from(claim, SettlementState.DRAFT, SettlementState.TO_EXAMINE);
            case AskEvidence() -> examined(claim)
                    ? done(claim.to(SettlementState.WAITING_FOR_EVIDENCE))
                    : no(Reason.NOT_IN_THIS_STATE);
            case GiveEvidence() -> evidence(claim);
            case ApproveQuick quick -> quick(claim, quick);
            case Propose proposal -> propose(claim, proposal);
            case Approve approval -> approve(claim, approval);
            case SendBack(var by) -> sendBack(claim, by);
            case Accept() -> from(claim, SettlementState.OFFERED, SettlementState.PAYING);
            case Counter() -> counter(claim);
            case Refuse(var by) -> refuse(claim, by);
            case Appeal() -> appeal(claim);
            case Uphold(var by) -> uphold(claim, by);
            case Withdraw() -> TO_WITHDRAW.contains(claim.state())
                    ? done(claim.to(SettlementState.WITHDRAWN))
                    : no(Reason.NOT_IN_THIS_STATE);
            case Paid() -> from(claim, SettlementState.PAYING, SettlementState.PAID);
            case Bounced() -> from(claim, SettlementState.PAYING, SettlementState.PAYEE_WRONG);
            case NewPayee() -> from(claim, SettlementState.PAYEE_WRONG, SettlementState.PAYING);
        };
    }

    private static boolean examined(Settlement claim) {
        return claim.state() == SettlementState.TO_EXAMINE || claim.state() == SettlementState.UNDER_REVIEW;
    }

    /** What comes while it is examined is looked at with the rest. */
    private static SettlementDecision evidence(Settlement claim) {
        return switch (claim.state()) {
            case WAITING_FOR_EVIDENCE -> done(claim.to(claim.reviewed()
                    ? SettlementState.UNDER_REVIEW
                    : SettlementState.TO_EXAMINE));
            case TO_EXAMINE, UNDER_REVIEW, TO_APPROVE, OFFERED -> done(claim);
            default -> no(Reason.NOT_IN_THIS_STATE);
        };
    }

    private static SettlementDecision quick(Settlement claim, ApproveQuick quick) {
        if (claim.state() != SettlementState.TO_EXAMINE) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        if (quick.fen() <= 0) {
            return no(Reason.NOTHING_TO_PAY);
        }
        if (!quick.eligible()) {
            return no(Reason.NOT_QUICK);
        }
        if (is(claim.enteredBy(), quick.by())) {
            return no(Reason.SECOND_PERSON);
        }
        return quick.by().limitFen() < quick.fen()
                ? no(Reason.ABOVE_AUTHORITY)
                : done(claim.proposing(SettlementState.PAYING, quick.by().id(), quick.fen()));
    }

    private static SettlementDecision propose(Settlement claim, Propose proposal) {
        if (!examined(claim)) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        if (proposal.fen() <= 0) {
            return no(Reason.NOTHING_TO_PAY);
        }
        if (claim.state() == SettlementState.UNDER_REVIEW && is(claim.decidedBy(), proposal.by())) {
            return no(Reason.SECOND_PERSON);
        }
        boolean alone = covers(proposal.by(), proposal.fen(), proposal.exposureFen())
                && !is(claim.enteredBy(), proposal.by());
        return done(claim.proposing(alone ? SettlementState.OFFERED : SettlementState.TO_APPROVE, proposal.by().id(),
                proposal.fen()));
    }

    private static SettlementDecision approve(Settlement claim, Approve approval) {
        if (claim.state() != SettlementState.TO_APPROVE) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        if (is(claim.proposedBy(), approval.by()) || is(claim.enteredBy(), approval.by())
                || (claim.reviewed() && is(claim.decidedBy(), approval.by()))) {
            return no(Reason.SECOND_PERSON);
        }
        return covers(approval.by(), claim.proposedFen(), approval.exposureFen())
                ? done(claim.to(SettlementState.OFFERED))
                : no(Reason.ABOVE_AUTHORITY);
    }

    private static SettlementDecision sendBack(Settlement claim, Examiner by) {
        if (claim.state() != SettlementState.TO_APPROVE) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        return is(claim.proposedBy(), by)
                ? no(Reason.SECOND_PERSON)
                : done(claim.to(claim.reviewed() ? SettlementState.UNDER_REVIEW : SettlementState.TO_EXAMINE));
    }

    private static SettlementDecision counter(Settlement claim) {
        if (claim.state() != SettlementState.OFFERED) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        if (claim.reviewed()) {
            return no(Reason.REVIEWED_ALREADY);
        }
        return claim.counters() >= Settlement.MOST_COUNTERS ? no(Reason.COUNTERED_OFTEN) : done(claim.countered());
    }

    private static SettlementDecision refuse(Settlement claim, Examiner by) {
        return claim.state() == SettlementState.TO_EXAMINE
                ? done(claim.proposing(SettlementState.REFUSED, null, 0).decided(SettlementState.REFUSED, by.id()))
                : no(Reason.NOT_IN_THIS_STATE);
    }

    private static SettlementDecision appeal(Settlement claim) {
        if (claim.state() != SettlementState.REFUSED && claim.state() != SettlementState.OFFERED) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        return claim.reviewed() ? no(Reason.REVIEWED_ALREADY) : done(claim.appealed());
    }

    /** What was refused stays refused; what was offered lies before the claimant again. */
    private static SettlementDecision uphold(Settlement claim, Examiner by) {
        if (claim.state() != SettlementState.UNDER_REVIEW) {
            return no(Reason.NOT_IN_THIS_STATE);
        }
        if (is(claim.decidedBy(), by) || is(claim.proposedBy(), by)) {
            return no(Reason.SECOND_PERSON);
        }
        return done(claim.proposedFen() > 0
                ? claim.to(SettlementState.OFFERED)
                : claim.decided(SettlementState.REFUSED, by.id()));
    }

    private static boolean covers(Examiner by, long fen, long exposureFen) {
        return fen <= by.limitFen() && exposureFen <= by.limitFen() - fen;
    }

    private static SettlementDecision from(Settlement claim, SettlementState from, SettlementState next) {
        return claim.state() == from ? done(claim.to(next)) : no(Reason.NOT_IN_THIS_STATE);
    }

    private static boolean is(@Nullable UUID who, Examiner by) {
        return by.id().equals(who);
    }

    private static SettlementDecision done(Settlement next) {
        return new Done(next);
    }

    private static SettlementDecision no(Reason reason) {
        return new Declined(reason);
    }
}

package io.waypost.core.liability;

import io.waypost.core.liability.LiabilityCommand.AcceptEvidence;
import io.waypost.core.liability.LiabilityCommand.Appeal;
import io.waypost.core.liability.LiabilityCommand.Arbitrate;
import io.waypost.core.liability.LiabilityCommand.Award;
import io.waypost.core.liability.LiabilityCommand.GiveEvidence;
import io.waypost.core.liability.LiabilityCommand.Judge;
import io.waypost.core.liability.LiabilityCommand.Lapse;
import io.waypost.core.liability.LiabilityCommand.Rebut;
import io.waypost.core.liability.LiabilityCommand.Settle;
import io.waypost.core.liability.LiabilityDecision.Accepted;
import io.waypost.core.liability.LiabilityDecision.Declined;
import io.waypost.core.liability.LiabilityDecision.Movement;
import io.waypost.core.liability.LiabilityDecision.Refusal;
import io.waypost.core.liability.LiabilityState.Answered;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.LiabilityState.Ending;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.LiabilityState.Judged;
import io.waypost.core.liability.LiabilityState.Standing;
import io.waypost.core.liability.LiabilityState.Undecided;
import io.waypost.core.liability.LiabilityState.Unjudged;
import io.waypost.core.liability.TakenPart.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The life of a charge (追责状态机): judged, evidence, rebuttal, one appeal, arbitration, final. A time that is given runs up to its end, which
 * no longer belongs to it. Pure. Every way there is stands in {@link LiabilityTransition}.
 */
public final class LiabilityRules {

    private LiabilityRules() {}

    /** Decides about a command. */
    public static LiabilityDecision decide(Liability liability, LiabilityCommand command, Instant now) {
        var decision = switch (liability.state()) {
            case Unjudged() -> command instanceof Judge(var judgement)
                    ? judged(liability, judgement, now)
                    : no(Refusal.NOT_JUDGED);
            case Undecided() -> undecided(liability, command, now);
            case Judged at -> judged(liability, at, command, now);
            case Answered at -> answered(liability, at, command, now);
            case Standing at -> standing(liability, at, command, now);
            case Arbitration at -> arbitration(liability, at, command);
            case Final _ -> ended(liability, command);
        };
        if (decision instanceof Accepted(var next, var _)) {
            LiabilityTransition.require(liability.state(), command, next.state());
        }
        return decision;
    }

    private static LiabilityDecision judged(Liability liability, Judgement judgement, Instant now) {
        return switch (judgement.outcome()) {
            case CHARGED -> yes(liability.to(new Judged(now.plus(liability.terms().evidence())), judgement.shares()),
                    Movement.BOOK);
            case UNDECIDED -> yes(liability.to(new Undecided()), Movement.NONE);
            case BORNE -> yes(liability.to(new Final(Ending.BORNE)), Movement.NONE);
        };
    }

    private static LiabilityDecision undecided(Liability liability, LiabilityCommand command, Instant now) {
        return switch (command) {
            case Settle(var person, var unit, var shares) -> {
                if (!Shares.whole(shares)) {
                    yield no(Refusal.SHARES_NOT_WHOLE);
                }
                // Evidence was heard once; whoever settles after it closes that part.
                LiabilityState next = liability.anybody(Role.ANSWERED)
                        ? new Standing(now.plus(liability.terms().appeal()))
                        : new Judged(now.plus(liability.terms().evidence()));
                yield yes(liability.by(person, unit, Role.SETTLED).to(next, shares), Movement.BOOK);
            }
            case Judge _ -> no(Refusal.ALREADY_JUDGED);
            case GiveEvidence _,Rebut _,AcceptEvidence _,Lapse(),Appeal _,Arbitrate _ ->
                no(Refusal.STILL_UNDECIDED);
        };
    }

    private static LiabilityDecision judged(Liability liability, Judged at, LiabilityCommand command, Instant now) {
        return switch (command) {
            case GiveEvidence(var person, var unit) -> {
                if (!liability.charges(unit)) {
                    yield no(Refusal.NOT_CHARGED);
                }
                if (!now.isBefore(at.evidenceUntil())) {
                    yield no(Refusal.TOO_LATE);
                }
                yield yes(liability.by(person, unit, Role.ANSWERED).to(
                        new Answered(at.evidenceUntil(), now.plus(liability.terms().rebuttal()))), Movement.NONE);
            }
            case Lapse() -> now.isBefore(at.evidenceUntil())
                    ? no(Refusal.NOT_DUE)
                    : yes(stands(liability, now), Movement.NONE);
            case Judge _ -> no(Refusal.ALREADY_JUDGED);
            case Settle _ -> no(Refusal.ALREADY_DECIDED);
            case Rebut _,AcceptEvidence _ -> no(Refusal.NO_EVIDENCE);
            case Appeal _ -> no(Refusal.NOT_STANDING);
            case Arbitrate _ -> no(Refusal.NOT_APPEALED);
        };
    }

    private static LiabilityDecision answered(Liability liability, Answered at, LiabilityCommand command,
            Instant now) {
        return switch (command) {
            case GiveEvidence(var person, var unit) -> more(liability, at, person, unit, now);
            case Rebut(var person, var unit) -> {
                if (liability.did(unit, Role.ANSWERED) || liability.tookPart(person)) {
                    yield no(Refusal.OWN_EVIDENCE);
                }
                yield now.isBefore(at.rebutUntil())
                        ? yes(stands(liability.by(person, unit, Role.REBUTTED), now), Movement.NONE)
                        : no(Refusal.TOO_LATE);
            }
            case AcceptEvidence(var judgement) -> now.isBefore(at.rebutUntil())
                    ? no(Refusal.NOT_DUE)
                    : accepted(liability, judgement, now);
            case Lapse() -> no(Refusal.EVIDENCE_WAITS);
            case Judge _ -> no(Refusal.ALREADY_JUDGED);
            case Settle _ -> no(Refusal.ALREADY_DECIDED);
            case Appeal _ -> no(Refusal.NOT_STANDING);
            case Arbitrate _ -> no(Refusal.NOT_APPEALED);
        };
    }

    /** The same unit may add to its evidence; where two charged units bring some, each speaks against the other. */
    private static LiabilityDecision more(Liability liability, Answered at, UUID person, String unit,
            Instant now) {
        if (!liability.charges(unit)) {
            return no(Refusal.NOT_CHARGED);
        }
        if (!now.isBefore(at.evidenceUntil())) {
            return no(Refusal.TOO_LATE);
        }
        var next = liability.by(person, unit, Role.ANSWERED);
        return yes(liability.did(unit, Role.ANSWERED)
                ? next.to(new Answered(at.evidenceUntil(), now.plus(liability.terms().rebuttal())))
                : stands(next, now), Movement.NONE);
    }

    private static LiabilityDecision accepted(Liability liability, Judgement judgement, Instant now) {
        return switch (judgement.outcome()) {
            case CHARGED -> yes(liability.to(new Standing(now.plus(liability.terms().appeal())), judgement.shares()),
                    Shares.byUnit(liability.shares()).equals(Shares.byUnit(judgement.shares()))
                            ? Movement.NONE
                            : Movement.REBOOK);
            case UNDECIDED -> yes(liability.to(new Undecided(), List.of()), Movement.RELEASE);
            case BORNE -> yes(liability.to(new Final(Ending.BORNE), List.of()), Movement.RELEASE);
        };
    }

    private static LiabilityDecision standing(Liability liability, Standing at, LiabilityCommand command,
            Instant now) {
        return switch (command) {
            case Appeal(var person, var unit, var tier) -> {
                if (!liability.charges(unit)) {
                    yield no(Refusal.NOT_CHARGED);
                }
                yield now.isBefore(at.appealUntil())
                        ? yes(liability.by(person, unit, Role.APPEALED).to(new Arbitration(tier)), Movement.NONE)
                        : no(Refusal.TOO_LATE);
            }
            case Lapse() -> now.isBefore(at.appealUntil())
                    ? no(Refusal.NOT_DUE)
                    : yes(liability.to(new Final(Ending.ACCEPTED)), Movement.FINALISE);
            case Judge _ -> no(Refusal.ALREADY_JUDGED);
            case Settle _ -> no(Refusal.ALREADY_DECIDED);
            case GiveEvidence _ -> no(Refusal.TOO_LATE);
            case Rebut _,AcceptEvidence _ -> no(Refusal.HEARD);
            case Arbitrate _ -> no(Refusal.NOT_APPEALED);
        };
    }

    private static LiabilityDecision arbitration(Liability liability, Arbitration at, LiabilityCommand command) {
        return switch (command) {
            case Arbitrate arbitrate -> arbitrated(liability, at, arbitrate);
            case Appeal _ -> no(Refusal.ALREADY_APPEALED);
            case Judge _ -> no(Refusal.ALREADY_JUDGED);
            case Settle _ -> no(Refusal.ALREADY_DECIDED);
            case GiveEvidence _ -> no(Refusal.TOO_LATE);
            case Rebut _,AcceptEvidence _ -> no(Refusal.HEARD);
            case Lapse() -> no(Refusal.NOT_DUE);
        };
    }

    private static LiabilityDecision arbitrated(Liability liability, Arbitration at, Arbitrate by) {
        if (liability.tookPart(by.person())) {
            return no(Refusal.TOOK_PART);
        }
        if (liability.sides(by.unit())) {
            return no(Refusal.OWN_CASE);
        }
        if (at.tier() == Tier.HEADQUARTERS && by.tier() != Tier.HEADQUARTERS) {
            return no(Refusal.WRONG_TIER);
        }
        return switch (by.award()) {
            case Award.Uphold() -> yes(liability.to(new Final(Ending.UPHELD)), Movement.FINALISE);
            case Award.Lift() -> yes(liability.to(new Final(Ending.LIFTED), List.of()), Movement.RELEASE);
            case Award.Move(var shares) -> Shares.whole(shares)
                    ? yes(liability.to(new Final(Ending.MOVED), shares), Movement.REBOOK_AND_FINALISE)
                    : no(Refusal.SHARES_NOT_WHOLE);
        };
    }

    private static LiabilityDecision ended(Liability liability, LiabilityCommand command) {
        return no(command instanceof Appeal && liability.anybody(Role.APPEALED)
                ? Refusal.ALREADY_APPEALED
                : Refusal.ENDED);
    }

    private static Liability stands(Liability liability, Instant now) {
        return liability.to(new Standing(now.plus(liability.terms().appeal())));
    }

    private static LiabilityDecision yes(Liability next, Movement movement) {
        return new Accepted(next, movement);
    }

    private static LiabilityDecision no(Refusal reason) {
        return new Declined(reason);
    }
}

package io.waypost.core.appeal;

import io.waypost.core.appeal.AppealState.Finding;
import java.util.UUID;

/** What somebody asks of an appeal (申诉操作). */
public sealed interface AppealCommand {

    /** The authority passed it on. */
    record Receive() implements AppealCommand {}

    /** It is not ours to answer. */
    record RefuseIntake(RefusalOfIntake reason) implements AppealCommand {}

    /** That person is to answer it. */
    record Assign(UUID handler) implements AppealCommand {}

    /** It is being looked into. */
    record Investigate() implements AppealCommand {}

    /**
     * Units are asked for evidence.
     *
     * @param units how many are asked that were not asked before
     */
    record AskEvidence(int units) implements AppealCommand {}

    /**
     * A unit that was asked gave its evidence.
     *
     * @param othersAsked whether others still have to
     */
    record GiveEvidence(boolean othersAsked) implements AppealCommand {}

    /** Nobody waits any longer for what was asked. */
    record StopWaiting() implements AppealCommand {}

    /** A reply was written, or written anew. */
    record Draft(UUID author, Reply reply) implements AppealCommand {}

    /** The second person does not agree, or the author takes it back. */
    record SendBack() implements AppealCommand {}

    /** The second person agrees. */
    record Check(UUID checker) implements AppealCommand {}

    /** The answer went to the authority. */
    record Send() implements AppealCommand {}

    /** The authority asks a second time. */
    record Reopen() implements AppealCommand {}

    /** The authority closed it after our answer. */
    record Close(Finding finding) implements AppealCommand {}

    /** The customer took the appeal back before or after our answer. */
    record Withdraw() implements AppealCommand {}

    /**
     * What is written to the authority (申诉答复).
     *
     * @param evidence how many files are attached
     * @param timeline whether the parcel's timeline, or that there is none, is attached as it was known then
     */
    record Reply(Liability liability, int evidence, boolean timeline) {}
}

package io.waypost.core.sop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of a version of an SOP (SOP 版本的生命周期): drafted, submitted, approved by somebody who did not write it, in force from
 * an instant on; given back, or withdrawn as long as it is not in force. Pure and safe for threads.
 */
public final class SopLife {

    private SopLife() {}

    /** Where a version stands; the names are part of the API. */
    public enum State {
        /** Somebody writes it (草稿). */
        DRAFT,
        /** It waits for approval (待审批). */
        SUBMITTED,
        /** It is or will be in force, and never changes (已批准). */
        APPROVED,
        /** It came to nothing (已撤回). */
        WITHDRAWN
    }

    /**
     * What matters of a version.
     *
     * @param editors everybody who wrote in it
     * @param effectiveFrom from when it is to be in force; null for as soon as it is approved
     */
    public record Standing(State state, Set<UUID> editors, @Nullable Instant effectiveFrom) {

        public Standing {
            editors = Set.copyOf(editors);
        }
    }

    /** What somebody wants to do. */
    public sealed interface Command {

        /** Write in it. */
        record Save() implements Command {}

        /**
         * Ask for approval.
         *
         * @param effectiveFrom the wish; null for as soon as it is approved
         */
        record Submit(List<SopFlaw> flaws, @Nullable Instant effectiveFrom) implements Command {}

        /** Approve it. */
        record Approve(@Nullable UUID by, List<SopFlaw> flaws) implements Command {}

        /** Give it back to its author. */
        record GiveBack() implements Command {}

        /** Let it come to nothing. */
        record Withdraw() implements Command {}
    }

    /** What becomes of it. */
    public sealed interface Decision {

        /**
         * It is done.
         *
         * @param effectiveFrom from when it is in force, never before now; null while that is not settled
         */
        record Taken(State state, @Nullable Instant effectiveFrom) implements Decision {}

        /** It cannot be. */
        record Refused(Refusal reason) implements Decision {}
    }

    /** Why not; the names are part of the API. */
    public enum Refusal {
        /** Only a draft is written in and submitted. */
        NOT_A_DRAFT,
        /** Only what was submitted is approved or given back. */
        NOT_SUBMITTED,
        /** It has flaws. */
        HAS_FLAWS,
        /** Whoever wrote in it does not approve it, nor does somebody without a name. */
        OWN_WORK,
        /** It would be in force before now. */
        FROM_THE_PAST,
        /** What is in force is not withdrawn; another version takes its place. */
        IN_FORCE,
        /** It was withdrawn before. */
        OVER
    }

    /** What becomes of a version on a command at an instant. */
    public static Decision decide(Standing standing, Command command, Instant now) {
        var state = standing.state();
        return switch (command) {
            case Command.Save() -> state == State.DRAFT
                    ? new Decision.Taken(State.DRAFT, standing.effectiveFrom())
                    : new Decision.Refused(Refusal.NOT_A_DRAFT);
            case Command.Submit(var flaws, var from) -> submit(state, flaws, from, now);
            case Command.Approve(var by, var flaws) -> approve(standing, by, flaws, now);
            case Command.GiveBack() -> state == State.SUBMITTED
                    ? new Decision.Taken(State.DRAFT, null)
                    : new Decision.Refused(Refusal.NOT_SUBMITTED);
            case Command.Withdraw() -> withdraw(standing, now);
        };
    }

    private static Decision submit(State state, List<SopFlaw> flaws, @Nullable Instant from, Instant now) {
        if (state != State.DRAFT) {
            return new Decision.Refused(Refusal.NOT_A_DRAFT);
        }
        if (!flaws.isEmpty()) {
            return new Decision.Refused(Refusal.HAS_FLAWS);
        }
        if (from != null && from.isBefore(now)) {
            return new Decision.Refused(Refusal.FROM_THE_PAST);
        }
        return new Decision.Taken(State.SUBMITTED, from);
    }

    private static Decision approve(Standing standing, @Nullable UUID by, List<SopFlaw> flaws, Instant now) {
        if (standing.state() != State.SUBMITTED) {
            return new Decision.Refused(Refusal.NOT_SUBMITTED);
        }
        if (by == null || standing.editors().contains(by)) {
            return new Decision.Refused(Refusal.OWN_WORK);
        }
        if (!flaws.isEmpty()) {
            return new Decision.Refused(Refusal.HAS_FLAWS);
        }
        var wished = standing.effectiveFrom();
        return new Decision.Taken(State.APPROVED, wished == null || wished.isBefore(now) ? now : wished);
    }

    private static Decision withdraw(Standing standing, Instant now) {
        return switch (standing.state()) {
            case DRAFT, SUBMITTED -> new Decision.Taken(State.WITHDRAWN, null);
            case APPROVED -> standing.effectiveFrom() != null && standing.effectiveFrom().isAfter(now)
                    ? new Decision.Taken(State.WITHDRAWN, standing.effectiveFrom())
                    : new Decision.Refused(Refusal.IN_FORCE);
            case WITHDRAWN -> new Decision.Refused(Refusal.OVER);
        };
    }
}

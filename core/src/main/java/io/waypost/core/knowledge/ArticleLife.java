package io.waypost.core.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of a version of an article (知识版本的生命周期): drafted, submitted, put into force by somebody who did not write in it, and taken
 * out of force by the next version, by its last day, or by hand. Pure and safe for threads.
 */
public final class ArticleLife {

    /** How long before its last day those who keep an article are told. */
    public static final Duration NOTICE = Duration.ofDays(14);

    private ArticleLife() {}

    /** Where a version stands; the names are part of the API. */
    public enum State {
        /** Somebody writes it (草稿). */
        DRAFT,
        /** It waits for a second person (待复核). */
        SUBMITTED,
        /** It is or will be in force, and never changes (已发布). */
        APPROVED,
        /** It was in force (已下线). */
        RETIRED,
        /** It came to nothing (已放弃). */
        DROPPED;

        /** Whether somebody still works on it. */
        public boolean open() {
            return this == DRAFT || this == SUBMITTED;
        }
    }

    /** Why a version is in force no more; the names are part of the API. */
    public enum End {
        /** Its last day has passed (到期). */
        EXPIRED,
        /** Another version took its place (被新版替代). */
        REPLACED,
        /** Somebody took it out (人工下线). */
        TAKEN_OUT
    }

    /**
     * What matters of a version.
     *
     * @param editors everybody who wrote in it
     * @param from from when it is to be in force; null for as soon as it is approved
     * @param until from when it is in force no more; null for ever
     */
    public record Standing(State state, Set<UUID> editors, @Nullable Instant from, @Nullable Instant until) {

        public Standing {
            editors = Set.copyOf(editors);
        }

        /** Whether it is in force at that instant, as long as no later one has begun. */
        public boolean holds(Instant at) {
            return state == State.APPROVED && from != null && !at.isBefore(from)
                    && (until == null || at.isBefore(until));
        }
    }

    /** What somebody wants to do. */
    public sealed interface Command {

        /** Write in it. */
        record Save(@Nullable Instant from, @Nullable Instant until) implements Command {}

        /** Ask for a second person. */
        record Submit(List<ArticleFlaw> flaws) implements Command {}

        /** Put it into force. */
        record Approve(@Nullable UUID by, List<ArticleFlaw> flaws) implements Command {}

        /** Give it back to its author. */
        record GiveBack() implements Command {}

        /** Let it come to nothing. */
        record Drop() implements Command {}

        /** Take it out of force. */
        record TakeOut() implements Command {}
    }

    /** What becomes of it. */
    public sealed interface Decision {

        /** It is done, and the version stands so. */
        record Taken(State state, @Nullable Instant from, @Nullable Instant until) implements Decision {}

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
        /** Whoever wrote in it does not put it into force, nor does somebody without a name. */
        OWN_WORK,
        /** Its last day would be over before it begins, or is over now. */
        OVER_BEFORE_IT_BEGINS,
        /** What is in force is not dropped but taken out. */
        IN_FORCE,
        /** Only what is or will be in force is taken out. */
        NOT_IN_FORCE,
        /** It is over. */
        OVER
    }

    /** What becomes of a version on a command at an instant. */
    public static Decision decide(Standing standing, Command command, Instant now) {
        var state = standing.state();
        return switch (command) {
            case Command.Save(var from, var until) -> state == State.DRAFT
                    ? new Decision.Taken(State.DRAFT, from, until)
                    : new Decision.Refused(Refusal.NOT_A_DRAFT);
            case Command.Submit(var flaws) -> submit(standing, flaws, now);
            case Command.Approve(var by, var flaws) -> approve(standing, by, flaws, now);
            case Command.GiveBack() -> state == State.SUBMITTED
                    ? new Decision.Taken(State.DRAFT, standing.from(), standing.until())
                    : new Decision.Refused(Refusal.NOT_SUBMITTED);
            case Command.Drop() -> switch (state) {
                case DRAFT, SUBMITTED -> new Decision.Taken(State.DROPPED, standing.from(), standing.until());
                case APPROVED -> new Decision.Refused(Refusal.IN_FORCE);
                case RETIRED, DROPPED -> new Decision.Refused(Refusal.OVER);
            };
            case Command.TakeOut() -> state == State.APPROVED
                    ? new Decision.Taken(State.RETIRED, standing.from(), standing.until())
                    : new Decision.Refused(Refusal.NOT_IN_FORCE);
        };
    }

    private static Decision submit(Standing standing, List<ArticleFlaw> flaws, Instant now) {
        if (standing.state() != State.DRAFT) {
            return new Decision.Refused(Refusal.NOT_A_DRAFT);
        }
        if (!flaws.isEmpty()) {
            return new Decision.Refused(Refusal.HAS_FLAWS);
        }
        return over(standing.until(), begin(standing, now))
                ? new Decision.Refused(Refusal.OVER_BEFORE_IT_BEGINS)
                : new Decision.Taken(State.SUBMITTED, standing.from(), standing.until());
    }

    private static Decision approve(Standing standing, @Nullable UUID by, List<ArticleFlaw> flaws, Instant now) {
        if (standing.state() != State.SUBMITTED) {
            return new Decision.Refused(Refusal.NOT_SUBMITTED);
        }
        if (by == null || standing.editors().contains(by)) {
            return new Decision.Refused(Refusal.OWN_WORK);
        }
        if (!flaws.isEmpty()) {
            return new Decision.Refused(Refusal.HAS_FLAWS);
        }
        var begin = begin(standing, now);
        return over(standing.until(), begin)
                ? new Decision.Refused(Refusal.OVER_BEFORE_IT_BEGINS)
                : new Decision.Taken(State.APPROVED, begin, standing.until());
    }

    /** Never before now: nobody was told it earlier. */
    private static Instant begin(Standing standing, Instant now) {
        var wished = standing.from();
        return wished == null || wished.isBefore(now) ? now : wished;
    }

    private static boolean over(@Nullable Instant until, Instant begin) {
        return until != null && !until.isAfter(begin);
    }

    /**
     * When there is next something to do about an approved version: it begins, those who keep it are told that it ends, it ends.
     *
     * @param begun whether those before it were taken out for it
     * @param told whether those who keep it were told
     * @return null where nothing waits
     */
    public static @Nullable Instant nextDue(Standing standing, boolean begun, boolean told) {
        if (standing.state() != State.APPROVED) {
            return null;
        }
        if (!begun) {
            return standing.from();
        }
        var until = standing.until();
        return until == null || told ? until : until.minus(NOTICE);
    }
}

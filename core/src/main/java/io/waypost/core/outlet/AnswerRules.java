package io.waypost.core.outlet;

/** Who may say what about an abnormality, and when (异常处理规则). Pure. */
public final class AnswerRules {

    private AnswerRules() {}

    /** What a step comes to. */
    public sealed interface Decision {

        /** It is so from now on. */
        record Granted(AnswerState next) implements Decision {}

        /** No. */
        record Declined(Reason reason) implements Decision {}
    }

    /** Why not. Names are part of the API. */
    public enum Reason {
        /** It was settled, and nothing more is said. */
        ALREADY_SETTLED,
        /** Somebody has taken it on. */
        ALREADY_ACKNOWLEDGED,
        /** It is over; there is nothing to take on. What it was can still be said. */
        ALREADY_OVER,
        /** A site does not settle its own abnormality; a unit above it does. */
        NOT_BY_THE_SITE,
        /** The reason, or what was done, is missing. */
        NOTE_MISSING
    }

    /**
     * Decides about a step.
     *
     * @param over it has cleared by itself
     * @param byTheSite whoever takes the step belongs to the site itself
     * @param noted words come with it
     */
    public static Decision decide(AnswerState state, boolean over, AnswerStep step, boolean byTheSite, boolean noted) {
        if (state == AnswerState.SETTLED) {
            return new Decision.Declined(Reason.ALREADY_SETTLED);
        }
        return switch (step) {
            case ACKNOWLEDGE -> over
                    ? new Decision.Declined(Reason.ALREADY_OVER)
                    : state == AnswerState.OPEN
                            ? new Decision.Granted(AnswerState.ACKNOWLEDGED)
                            : new Decision.Declined(Reason.ALREADY_ACKNOWLEDGED);
            case EXPLAIN -> noted
                    ? new Decision.Granted(AnswerState.EXPLAINED)
                    : new Decision.Declined(Reason.NOTE_MISSING);
            case SETTLE -> byTheSite
                    ? new Decision.Declined(Reason.NOT_BY_THE_SITE)
                    : noted
                            ? new Decision.Granted(AnswerState.SETTLED)
                            : new Decision.Declined(Reason.NOTE_MISSING);
        };
    }
}

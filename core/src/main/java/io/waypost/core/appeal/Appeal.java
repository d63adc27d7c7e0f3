package io.waypost.core.appeal;

import io.waypost.core.appeal.AppealState.Unreceived;

/**
 * An appeal (申诉) as far as its rules are concerned.
 *
 * @param round which time the authority asks, 1 or 2
 */
public record Appeal(int round, AppealState state) {

    /** How often the authority asks at most. */
    public static final int ROUNDS = 2;

    public Appeal {
        if (round < 1 || round > ROUNDS) {
            throw new IllegalArgumentException("The round (%d) must be 1 to %d.".formatted(round, ROUNDS));
        }
    }

    /** An appeal that is about to be received. */
    public static Appeal fresh() {
        return new Appeal(1, new Unreceived());
    }

    Appeal to(AppealState next) {
        return new Appeal(round, next);
    }
}

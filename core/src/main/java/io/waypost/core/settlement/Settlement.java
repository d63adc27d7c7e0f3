package io.waypost.core.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as far as its steps depend on it. Immutable.
 *
 * @param enteredBy who of us wrote it down for the claimant; null where they did it themselves. They do not decide about it alone
 * @param proposedBy who named the amount on the table
 * @param proposedFen the amount on the table; 0 where there is none
 * @param decidedBy who refused it, or whose offer was appealed against: not the one who reviews it
 * @param counters how often the claimant asked for another amount
 * @param reviewed whether it was appealed against: once only
 */
public record Settlement(
        SettlementState state,
        @Nullable UUID enteredBy,
        @Nullable UUID proposedBy,
        long proposedFen,
        @Nullable UUID decidedBy,
        int counters,
        boolean reviewed) {

    /** How often a claimant may ask for another amount; after that they accept or have it reviewed. */
    public static final int MOST_COUNTERS = 3;

    /** One that was begun. */
    public static Settlement begun(@Nullable UUID enteredBy) {
        return new Settlement(SettlementState.DRAFT, enteredBy, null, 0, null, 0, false);
    }

    /** The same, in which somebody of us has written down what the claimant said: they do not decide about it alone. */
    public Settlement writtenBy(UUID person) {
        return new Settlement(state, person, proposedBy, proposedFen, decidedBy, counters, reviewed);
    }

    Settlement to(SettlementState next) {
        return new Settlement(next, enteredBy, proposedBy, proposedFen, decidedBy, counters, reviewed);
    }

    Settlement proposing(SettlementState next, @Nullable UUID by, long fen) {
        return new Settlement(next, enteredBy, by, fen, decidedBy, counters, reviewed);
    }

    Settlement decided(SettlementState next, @Nullable UUID by) {
        return new Settlement(next, enteredBy, proposedBy, proposedFen, by, counters, reviewed);
    }

    Settlement countered() {
        return new Settlement(SettlementState.TO_EXAMINE, enteredBy, proposedBy, proposedFen, decidedBy, counters + 1,
                reviewed);
    }

    Settlement appealed() {
        return new Settlement(SettlementState.UNDER_REVIEW, enteredBy, proposedBy, proposedFen,
                state == SettlementState.OFFERED ? proposedBy : decidedBy, counters, true);
    }
}

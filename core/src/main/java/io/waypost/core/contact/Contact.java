package io.waypost.core.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn to customer service, from coming in to its end (来访). A conversation has one after the other, never two at once. Immutable.
 *
 * @param since from when it waits; whoever is passed on or was not taken keeps it, so that nobody waits from the start again
 * @param level of support, 1 to 3
 * @param agent to whom it is offered, or who has it; null otherwise, and who had it last where it is over
 * @param wanted whom alone it was passed on to; null where anybody who suits may take it
 * @param offeredUntil by when the offer must be taken; null unless it is offered
 * @param end why it is over; null before
 */
public record Contact(ContactState state, Instant since, int level, @Nullable UUID agent, @Nullable UUID wanted,
        @Nullable Instant offeredUntil, @Nullable ContactEnd end) {

    /** The highest level of support (三级转接). */
    public static final int HIGHEST_LEVEL = 3;

    /** One that has come in and waits from now. */
    public static Contact waiting(Instant since) {
        return new Contact(ContactState.WAITING, since, 1, null, null, null, null);
    }

    /** One that has come in out of hours and waits from the opening. */
    public static Contact parked(Instant opening) {
        return new Contact(ContactState.PARKED, opening, 1, null, null, null, null);
    }
}

package io.waypost.app.ticket;

import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open ticket, as far as other features need it.
 *
 * @param due by when the next step is owed, or a wait is over; null where no time runs
 * @param lastAnswer what was answered last; null while nobody answered
 */
public record OpenTicket(UUID id, TicketState state, @Nullable Instant due, @Nullable AnswerKind lastAnswer) {}

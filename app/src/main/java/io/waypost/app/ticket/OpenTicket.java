package io.waypost.app.ticket;

import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open ticket, as far as other features need it.
 *
 * @param lastAnswer what was answered last; null while nobody answered
 */
public record OpenTicket(UUID id, TicketState state, @Nullable AnswerKind lastAnswer) {}

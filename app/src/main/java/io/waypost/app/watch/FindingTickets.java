package io.waypost.app.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of findings wants to know about their tickets; the feature that keeps tickets answers. */
public interface FindingTickets {

    /** State and deadline of those tickets that exist. */
    Map<UUID, Standing> standing(Collection<UUID> ticketIds);

    /** Where a ticket stands. */
    record Standing(String state, @Nullable Instant dueAt, int limitMinutes) {}
}

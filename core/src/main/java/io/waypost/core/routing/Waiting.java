package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that waits for an agent (排队中的来访), as {@link Admission} let it in.
 *
 * @param since from when it waits; a contact that is passed on keeps it, so that nobody waits from the start again
 * @param headStart the wait that it is taken to have had already
 * @param unit path of the unit whose people should have it: its outlet or its region
 * @param known the agent who had the customer's last contact; null where it is nobody or long ago
 */
public record Waiting(UUID id, ContactChannel channel, List<Need> needs, Instant since, Duration headStart, String unit,
        @Nullable UUID known) {

    public Waiting {
        needs = List.copyOf(needs);
    }
}

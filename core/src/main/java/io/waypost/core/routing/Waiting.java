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
 * @param contract what the customer's contract asks for; null for retail customers
 */
public record Waiting(UUID id, ContactChannel channel, List<Need> needs, Instant since, Duration headStart, String unit,
        @Nullable UUID known, @Nullable ContractTerms contract) {

    public Waiting {
        needs = List.copyOf(needs);
    }

    /** One of a retail customer. */
    public Waiting(UUID id, ContactChannel channel, List<Need> needs, Instant since, Duration headStart, String unit,
            @Nullable UUID known) {
        this(id, channel, needs, since, headStart, unit, known, null);
    }

    /** By when it should be answered: the contract's time where there is one, else its channel's. */
    Duration target(RoutingPolicy.Terms terms) {
        var own = contract == null ? null : contract.target();
        return own == null ? terms.target() : own;
    }

    /** Whether that person is one of those who know the contract. */
    boolean dedicated(UUID person) {
        return contract != null && contract.agents().contains(person);
    }
}

package io.waypost.core.routing;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract asks of routing (合同条款). Immutable. Nothing of it keeps a contact from everybody: each wish gives way as the wait grows.
 *
 * @param skill of the people for that contract, for which the general one does too; null where anybody may
 * @param level of that skill that is wanted, or of the matter's where there is no skill of its own; 0 where none is asked for
 * @param target by when it should be answered; null where the channel's counts
 * @param agents who know the contract (专属坐席) and have it first
 * @param keeps how long it is kept for them while one of them is there who may take it
 */
public record ContractTerms(@Nullable String skill, int level, @Nullable Duration target, Set<UUID> agents,
        Duration keeps) {

    public ContractTerms {
        agents = Set.copyOf(agents);
        if (level < 0 || level > Need.HIGHEST) {
            throw new IllegalArgumentException("The level (%d) must be 0 to %d.".formatted(level, Need.HIGHEST));
        }
        if (target != null && (target.isNegative() || target.isZero())) {
            throw new IllegalArgumentException("The target (%s) must be positive.".formatted(target));
        }
        if (keeps.isNegative()) {
            throw new IllegalArgumentException(
                    "The time for which it is kept (%s) must not be negative.".formatted(keeps));
        }
    }
}

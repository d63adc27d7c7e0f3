package io.waypost.core.triage;

import io.waypost.core.identity.Role;
import io.waypost.core.ticket.UrgentReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of triage (分派规则). Its place in the list says when its turn is.
 *
 * @param name for people; stands in every explanation
 * @param active whether it is asked at all
 */
public record TriageRule(UUID id, String name, boolean active, Conditions when, Then then) {

    public TriageRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The rule (%s) has no name.".formatted(id));
        }
    }

    /**
     * What follows where it applies.
     *
     * @param owner who gets the ticket; null where the rule only makes it urgent and the next one is asked
     * @param unit the code of the unit that {@link Owner#UNIT} means, or of the desk that {@link Owner#DESK} means
     * @param urgent why the ticket becomes urgent; null where it does not
     * @param role who of the owner takes it; null for whoever usually does
     */
    public record Then(@Nullable Owner owner, @Nullable String unit, @Nullable UrgentReason urgent,
            @Nullable Role role) {

        public Then {
            if (owner == null && urgent == null) {
                throw new IllegalArgumentException("A rule names an owner, or makes urgent, or both.");
            }
            if (owner == Owner.UNIT && unit == null) {
                throw new IllegalArgumentException("The owner (UNIT) needs a unit.");
            }
            if (unit != null && owner != Owner.UNIT && owner != Owner.DESK) {
                throw new IllegalArgumentException("The owner (%s) needs no unit (%s).".formatted(owner, unit));
            }
        }
    }
}

package io.waypost.core.triage;

import io.waypost.core.identity.Role;
import io.waypost.core.ticket.UrgentReason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a matter first, and why (分派结论).
 *
 * @param unit the unit that the rule names; null where it names none
 * @param urgent why it becomes urgent; null where no rule makes it so
 * @param role who of the owner takes it; null for whoever usually does
 */
public record TriageDecision(Owner owner, @Nullable String unit, @Nullable UrgentReason urgent, @Nullable Role role,
        Explanation why) {

    /**
     * The way to a decision.
     *
     * @param rule the rule that named the owner; null where none did and the procedure decides
     * @param because its conditions, which all hold
     * @param raised the rule that made it urgent; null where none did
     * @param before the rules that were asked before and did not apply, in their order
     */
    public record Explanation(@Nullable UUID rule, @Nullable String name, List<Finding> because,
            @Nullable Raised raised, List<Passed> before) {

        public Explanation {
            because = List.copyOf(because);
            before = List.copyOf(before);
        }
    }

    /** A rule that made it urgent. */
    public record Raised(UUID rule, String name, List<Finding> because) {

        public Raised {
            because = List.copyOf(because);
        }
    }

    /** A rule that did not apply, and the first of its conditions that did not hold. */
    public record Passed(UUID rule, String name, Finding failed) {}
}

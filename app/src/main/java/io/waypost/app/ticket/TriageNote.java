package io.waypost.app.ticket;

import io.waypost.core.identity.Role;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.Owner;
import io.waypost.core.triage.TriageDecision;
import io.waypost.core.triage.TriageDecision.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket went where it went first, as its history keeps it: whatever becomes of the rules, this stays.
 *
 * @param unit the code of the unit that got it
 * @param instead whether the owner that the rule means could not be found and the procedure decided
 */
record TriageNote(Owner owner, String unit, boolean instead, @Nullable UrgentReason urgent, @Nullable Role role,
        Explanation why) {

    /** The name under which it stands in the data of the history's first entry. */
    static final String KEY = "triage";

    /** So many of the rules that did not apply are kept; who wants to see more tries the rules out. */
    private static final int BEFORE = 30;

    static TriageNote of(TriageDecision decision, String unit, boolean instead) {
        var why = decision.why();
        return new TriageNote(decision.owner(), unit, instead, decision.urgent(), decision.role(),
                new Explanation(why.rule(), why.name(), why.because(), why.raised(),
                        List.copyOf(why.before().subList(0, Math.min(BEFORE, why.before().size())))));
    }
}

package io.waypost.core.triage;

import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.TriageDecision.Explanation;
import io.waypost.core.triage.TriageDecision.Passed;
import io.waypost.core.triage.TriageDecision.Raised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets a matter first (分派). The rules are asked in their order; the first that applies and names an owner decides, and
 * where none does, the matter's own procedure. One that only makes urgent is noted on the way. Pure and safe for threads.
 */
public final class Triage {

    private Triage() {}

    /** The decision; there always is one, and it names exactly one owner. */
    public static TriageDecision decide(TriageFacts given, List<TriageRule> rules) {
        var facts = given;
        var before = new ArrayList<Passed>();
        @Nullable
        Raised raised = null;
        @Nullable
        UrgentReason urgent = null;
        for (var rule : rules) {
            if (!rule.active()) {
                continue;
            }
            var findings = rule.when().against(facts);
            var failed = failed(rule, findings, facts);
            if (failed.isPresent()) {
                before.add(new Passed(rule.id(), rule.name(), failed.get()));
                continue;
            }
            var then = rule.then();
            if (then.urgent() != null && !facts.urgent()) {
                urgent = then.urgent();
                raised = new Raised(rule.id(), rule.name(), findings);
                facts = facts.raised();
            }
            if (then.owner() != null) {
                return new TriageDecision(then.owner(), then.unit(), urgent, then.role(),
                        new Explanation(rule.id(), rule.name(), findings, raised, before));
            }
        }
        return new TriageDecision(Owner.AS_PROCEDURE, null, urgent, null,
                new Explanation(null, null, List.of(), raised, before));
    }

    /** Whether any of them asks something of the parcel, which is then worth looking up. */
    public static boolean askParcel(List<TriageRule> rules) {
        return rules.stream().anyMatch(rule -> rule.active() && (rule.when().askParcel()
                || rule.then().owner() == Owner.COLLECTING_OUTLET || rule.then().owner() == Owner.DELIVERING_OUTLET));
    }

    /** A rule that only makes urgent has nothing to say of what is urgent. */
    private static Optional<Finding> failed(TriageRule rule, List<Finding> findings, TriageFacts facts) {
        return findings.stream().filter(finding -> !finding.holds()).findFirst()
                .or(() -> rule.then().owner() == null && facts.urgent()
                        ? Optional.of(new Finding(Aspect.URGENT, List.of("false"), List.of("true"), false))
                        : Optional.empty());
    }
}

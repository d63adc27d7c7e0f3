package io.waypost.app.ticket;

import io.waypost.app.network.UnitRef;
import io.waypost.core.identity.Role;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.Aspect;
import io.waypost.core.triage.Finding;
import io.waypost.core.triage.Owner;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket went, or would go, to that unit first.
 *
 * @param instead whether the owner that the rule means could not be found and the procedure decided
 * @param rule the rule that named the owner; null where none did
 * @param because its conditions, which all hold; units by their names
 * @param raised the rule that made it urgent
 * @param before the rules that were asked before and did not apply
 */
record TriageView(
        Owner owner,
        UnitRef unit,
        boolean instead,
        @Nullable UrgentReason urgent,
        @Nullable Role role,
        @Nullable UUID rule,
        @Nullable String name,
        List<TriageFinding> because,
        @Nullable TriageRaised raised,
        List<TriagePassed> before) {

    /** A condition, any of what was wanted, and what there was. */
    record TriageFinding(Aspect aspect, List<String> wanted, List<String> found, boolean holds) {

        private static TriageFinding of(Finding finding, Function<String, UnitRef> units) {
            return finding.aspect() == Aspect.UNIT
                    ? new TriageFinding(finding.aspect(), names(finding.wanted(), units),
                            names(finding.found(), units), finding.holds())
                    : new TriageFinding(finding.aspect(), finding.wanted(), finding.found(), finding.holds());
        }

        private static List<TriageFinding> of(List<Finding> findings, Function<String, UnitRef> units) {
            return findings.stream().map(one -> of(one, units)).toList();
        }

        private static List<String> names(List<String> codes, Function<String, UnitRef> units) {
            return codes.stream().map(code -> units.apply(code).name()).toList();
        }
    }

    record TriageRaised(String name, List<TriageFinding> because) {}

    record TriagePassed(String name, TriageFinding failed) {}

    static TriageView of(TriageNote note, Function<String, UnitRef> units) {
        var why = note.why();
        var raised = why.raised();
        return new TriageView(note.owner(), units.apply(note.unit()), note.instead(), note.urgent(), note.role(),
                why.rule(), why.name(), TriageFinding.of(why.because(), units),
                raised == null ? null : new TriageRaised(raised.name(), TriageFinding.of(raised.because(), units)),
                why.before().stream()
                        .map(one -> new TriagePassed(one.name(), TriageFinding.of(one.failed(), units))).toList());
    }
}

package io.waypost.app.triage;

import io.waypost.core.identity.Role;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.BizType;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.Conditions;
import io.waypost.core.triage.Custody;
import io.waypost.core.triage.Owner;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.triage.TriageRule;
import io.waypost.core.triage.TriageRule.Then;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule in JSON, in the database and in the API; what is missing is not asked. */
record RuleBody(@Nullable TriageWhen when, TriageOutcome outcome) {

    record TriageWhen(
            @Nullable List<String> kinds,
            @Nullable List<BizType> sorts,
            @Nullable List<ParcelStatus> parcels,
            @Nullable List<Custody> custody,
            @Nullable List<String> units,
            @Nullable List<String> customers,
            @Nullable List<String> keywords,
            @Nullable Boolean urgent,
            @Nullable List<TriageChannel> channels,
            @Nullable Integer repeats) {

        static TriageWhen of(Conditions one) {
            return new TriageWhen(one.kinds(), one.sorts(), one.parcels(), one.custody(), one.units(), one.customers(),
                    one.keywords(), one.urgent(), one.channels(), one.repeats());
        }

        Conditions conditions() {
            return new Conditions(list(kinds), list(sorts), list(parcels), list(custody), list(units), list(customers),
                    list(keywords), urgent, list(channels), repeats == null ? 0 : repeats);
        }
    }

    record TriageOutcome(@Nullable Owner owner, @Nullable String unit, @Nullable UrgentReason urgent,
            @Nullable Role role) {

        static TriageOutcome of(Then one) {
            return new TriageOutcome(one.owner(), one.unit(), one.urgent(), one.role());
        }
    }

    static RuleBody of(TriageRule rule) {
        return new RuleBody(TriageWhen.of(rule.when()), TriageOutcome.of(rule.then()));
    }

    /** The rule; refused by core where it would name nobody. */
    TriageRule rule(UUID id, String name, boolean active) {
        return new TriageRule(id, name, active, when == null ? Conditions.NONE : when.conditions(),
                new Then(outcome.owner(), outcome.unit(), outcome.urgent(), outcome.role()));
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}

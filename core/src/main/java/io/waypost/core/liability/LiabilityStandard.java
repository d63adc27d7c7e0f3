package io.waypost.core.liability;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of the rules by which the network settles claims among its units (责任判定标准). Immutable; {@link StandardCheck} names what is
 * wrong with it.
 *
 * @param version names it, such as 2026-11
 * @param effectiveFrom the first day, in Beijing, of claims that are judged by it
 */
public record LiabilityStandard(String version, LocalDate effectiveFrom, LiabilityTerms terms, LiabilityLimits limits,
        List<SplitRule> rules) {

    public LiabilityStandard {
        rules = List.copyOf(rules);
    }

    /** How that is split; empty where the standard has a gap. */
    public Optional<SplitRule> rule(BrokenLink link, LiabilityBasis basis) {
        return rules.stream().filter(rule -> rule.link() == link && rule.basis() == basis).findFirst();
    }
}

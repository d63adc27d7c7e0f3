package io.waypost.core.liability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a standard against what it may be: every wrong field by its place, with its value and what would be right. */
public final class StandardCheck {

    private static final int WHOLE = 1_000;
    private static final int SOURCE = 200;
    private static final String VERSION = "[0-9A-Za-z][0-9A-Za-z.-]{0,29}";

    private final LiabilityStandard standard;
    private final List<StandardFlaw> wrong = new ArrayList<>();

    private StandardCheck(LiabilityStandard standard) {
        this.standard = standard;
    }

    /** Everything that is wrong; empty for a standard that may come into force. */
    public static List<StandardFlaw> flaws(LiabilityStandard standard) {
        var check = new StandardCheck(standard);
        if (!standard.version().matches(VERSION)) {
            check.add("version", standard.version(), "FORMAT", "Letters, digits, dots and hyphens, such as 2026-11.");
        }
        check.terms();
        check.limits();
        check.rules();
        return check.wrong;
    }

    private void terms() {
        hours("terms.evidence", standard.terms().evidence(), 1, 24 * 30);
        hours("terms.rebuttal", standard.terms().rebuttal(), 1, 24 * 30);
        hours("terms.appeal", standard.terms().appeal(), 1, 24 * 30);
    }

    private void limits() {
        var limits = standard.limits();
        hours("limits.reportWithin", limits.reportWithin(), 1, 48);
        within("limits.toleranceGrams", limits.toleranceGrams(), 0, 5_000);
        within("limits.tolerancePerMille", limits.tolerancePerMille(), 0, 500);
        hours("limits.outletStay", limits.outletStay(), 1, 24 * 14);
        hours("limits.hubStay", limits.hubStay(), 1, 24 * 14);
        hours("limits.roadToHub", limits.roadToHub(), 1, 24 * 14);
        hours("limits.roadToOutlet", limits.roadToOutlet(), 1, 24 * 14);
    }

    private void rules() {
        var missing = new HashSet<Case>();
        for (var link : BrokenLink.values()) {
            link.bases().forEach(basis -> missing.add(new Case(link, basis)));
        }
        var seen = new HashSet<Case>();
        for (int i = 0; i < standard.rules().size(); i++) {
            var rule = standard.rules().get(i);
            var field = "rules[%d]".formatted(i);
            var key = new Case(rule.link(), rule.basis());
            if (!rule.link().bases().contains(rule.basis())) {
                add(field + ".basis", rule.basis(), "NO_SUCH_CASE",
                        "%s rests on one of %s.".formatted(rule.link(), rule.link().bases()));
            } else if (!seen.add(key)) {
                add(field + ".basis", rule.basis(), "TWICE", "One rule for each link and basis.");
            }
            missing.remove(key);
            if (rule.source().isBlank() || rule.source().length() > SOURCE) {
                add(field + ".source", rule.source(), "MISSING",
                        "Where the rule comes from, in up to %d characters.".formatted(SOURCE));
            }
            parts(field, rule);
        }
        missing.stream().sorted().forEach(key -> add("rules", key, "MISSING", "A rule for this link and basis."));
    }

    private void parts(String rule, SplitRule of) {
        if (of.parts().isEmpty()) {
            add(rule + ".parts", of.parts(), "MISSING", "At least one part.");
            return;
        }
        long sum = 0;
        Set<SplitPart> seen = new HashSet<>();
        for (int i = 0; i < of.parts().size(); i++) {
            var part = of.parts().get(i);
            var field = "%s.parts[%d]".formatted(rule, i);
            within(field + ".perMille", part.perMille(), 1, WHOLE);
            if (!of.basis().parties().contains(part.party())) {
                add(field + ".party", part.party(), "NO_SUCH_PARTY",
                        "%s tells apart %s.".formatted(of.basis(), of.basis().parties().stream().sorted().toList()));
            }
            if (!seen.add(new SplitPart(part.party(), part.duty(), 0))) {
                add(field + ".duty", part.duty(), "TWICE", "Each duty of a party once.");
            }
            sum += part.perMille();
        }
        if (sum != WHOLE) {
            add(rule + ".parts", sum, "SUM", "Parts that are %d together.".formatted(WHOLE));
        }
    }

    private void hours(String field, Duration duration, int low, int high) {
        if (duration.compareTo(Duration.ofHours(low)) < 0 || duration.compareTo(Duration.ofHours(high)) > 0) {
            add(field, duration, "RANGE", "From %d to %d hours.".formatted(low, high));
        }
    }

    private void within(String field, int value, int low, int high) {
        if (value < low || value > high) {
            add(field, value, "RANGE", "From %d to %d.".formatted(low, high));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new StandardFlaw(field, value, code, message));
    }

    private record Case(BrokenLink link, LiabilityBasis basis) implements Comparable<Case> {

        @Override
        public int compareTo(Case other) {
            int byLink = link.compareTo(other.link);
            return byLink != 0 ? byLink : basis.compareTo(other.basis);
        }

        @Override
        public String toString() {
            return link + "/" + basis;
        }
    }
}

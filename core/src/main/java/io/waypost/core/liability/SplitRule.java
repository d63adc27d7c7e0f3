package io.waypost.core.liability;

import java.util.List;

/**
 * Who bears how much of what is broken there (责任比例).
 *
 * @param parts together 1,000
 * @param source where the rule comes from, with its grade
 */
public record SplitRule(BrokenLink link, LiabilityBasis basis, List<SplitPart> parts, String source) {

    public SplitRule {
        parts = List.copyOf(parts);
    }

    /** As people say it, such as 70/30 or 40+10/40+10: what one unit bears is joined by a plus. */
    public String words() {
        var text = new StringBuilder();
        LiableParty last = null;
        for (var part : parts) {
            if (last != null) {
                text.append(part.party() == last ? '+' : '/');
            }
            text.append(part.perMille() % 10 == 0
                    ? String.valueOf(part.perMille() / 10)
                    : String.valueOf(part.perMille() / 10.0));
            last = part.party();
        }
        return text.toString();
    }
}

package io.waypost.core.liability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bears what a claim cost (判定结果), and why.
 *
 * @param link where the chain broke; null where that cannot be told
 * @param basis on what it rests; null unless units are charged
 * @param shares 1,000 together where units are charged, else none
 * @param confidence null unless units are charged
 * @param doubt why it cannot be told; null otherwise
 * @param exemption why headquarters bear it; null otherwise
 * @param steps the explanation, in order
 * @param standard the version of the standard
 */
public record Judgement(Outcome outcome, @Nullable BrokenLink link, @Nullable LiabilityBasis basis, List<Share> shares,
        @Nullable Confidence confidence, @Nullable Doubt doubt, @Nullable Exemption exemption, List<ReasonStep> steps,
        String standard) {

    /** How it came out; the names are part of the API. */
    public enum Outcome {
        /** Units bear it. */
        CHARGED,
        /** Headquarters bear it. */
        BORNE,
        /** It cannot be told from the scans: a person decides. */
        UNDECIDED
    }

    public Judgement {
        shares = List.copyOf(shares);
        steps = List.copyOf(steps);
        boolean fits = switch (outcome) {
            case CHARGED -> link != null && basis != null && confidence != null && Shares.whole(shares);
            case BORNE -> exemption != null && shares.isEmpty();
            case UNDECIDED -> doubt != null && shares.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("%s does not go with %s.".formatted(outcome, shares));
        }
    }
}

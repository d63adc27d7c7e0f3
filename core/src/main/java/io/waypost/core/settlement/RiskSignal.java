package io.waypost.core.settlement;

import java.util.List;

/**
 * Something about a claim that an examiner should know (风险提示). It explains itself and never refuses anything.
 *
 * @param grave whether it keeps the claim from being paid at once, so that somebody takes the time to look
 * @param facts what it rests on: numbers, days and claims, in the order of the sentence
 */
public record RiskSignal(Kind kind, boolean grave, List<String> facts) {

    public RiskSignal {
        facts = List.copyOf(facts);
    }

    /** The names are part of the API. */
    public enum Kind {
        /** facts: how many claims in how many days. */
        REPEAT_CLAIMANT,
        /** facts: the number of the claim that has nearly the same photo. */
        SAME_PHOTO,
        /** facts: how many other claimants were paid to the account. */
        SAME_PAYEE,
        /** facts: claimed and declared value, or what such goods are usually worth at most, in fen. */
        VALUE_ABOVE_DECLARED,
        /** facts: grams at first and at last. */
        WEIGHT_UNCHANGED,
        /** facts: when it was signed. Loss is claimed of what was handed over. */
        SIGNED_IN_PERSON,
        /** facts: the number of the earlier claim about the same parcel. */
        SAME_PARCEL,
        /** facts: days between the delivery and the claim. Damage is usually told soon. */
        TOLD_LATE
    }
}

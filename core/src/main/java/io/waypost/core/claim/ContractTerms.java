package io.waypost.core.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract customer's own contract says of compensation (协议客户赔偿条款). What is owed for a parcel that is wholly lost is the fixed
 * amount, else the multiple of the fee but not more than the value, else what the standard says; and never more than the cap. Of a part that
 * is lost, the same part of it.
 *
 * @param number of the contract; shown to the customer
 * @param agreed whether the terms were negotiated one by one; if not, they count only where they are better for the customer
 * @param insuredToo whether they also apply to an insured parcel
 * @param kinds what they apply to; empty for everything that is paid for by value
 * @param fixedFen a fixed amount; null for none
 * @param feePerMille the amount in thousandths of the carriage fee, for instance 5000 for five times; null for none
 * @param capFen the most; null for none
 */
public record ContractTerms(String number, boolean agreed, boolean insuredToo, List<ClaimKind> kinds,
        @Nullable Long fixedFen, @Nullable Long feePerMille, @Nullable Long capFen) {

    public ContractTerms {
        number = number == null ? "" : number;
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** Whether they speak of that kind, for a parcel that is insured or not. */
    boolean speakOf(ClaimKind kind, boolean insured) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (insuredToo || !insured);
    }

    /** Whether they say an amount even where nothing is known of the value. */
    boolean needsNoValue() {
        return fixedFen != null || feePerMille != null;
    }
}

package io.waypost.app.contract;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.ContractTerms;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says of compensation (赔偿条款); what each field means is said by {@link ContractTerms}.
 *
 * @param agreed whether it was negotiated one by one; if not, it counts only where it is better for the customer (Civil Code art. 496, 497)
 * @param kinds what it applies to; empty for everything that is paid for by value
 * @param feePerMille in thousandths of the carriage fee
 */
public record ContractCompensation(boolean agreed, boolean insuredToo, @NotNull List<@NotNull ClaimKind> kinds,
        @Nullable Long fixedFen, @Nullable Long feePerMille, @Nullable Long capFen) {

    public ContractCompensation {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** As the calculator takes it. */
    ContractTerms terms(String contract) {
        return new ContractTerms(contract, agreed, insuredToo, kinds, fixedFen, feePerMille, capFen);
    }
}

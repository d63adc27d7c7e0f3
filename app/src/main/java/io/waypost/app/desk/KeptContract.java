package io.waypost.app.desk;

import io.waypost.app.contract.ContractTermsBody;
import io.waypost.app.contract.Contracts.ContractClaim;
import io.waypost.app.contract.Contracts.KnownBy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract under which a contact came; it stays as it was then, whatever becomes of the contract. */
record KeptContract(UUID id, String code, Routed routed) {

    /**
     * What of it is kept as it was.
     *
     * @param version of the terms
     * @param person which of its people they are, masked; null where they are none
     * @param served whether it came within the contract's hours
     */
    record Routed(String name, int version, KnownBy by, @Nullable String person, boolean served,
            ContractTermsBody terms) {}

    static KeptContract of(ContractClaim claim, boolean served) {
        return new KeptContract(claim.id(), claim.code(), new Routed(claim.name(), claim.version(), claim.by(),
                claim.person(), served, claim.terms()));
    }
}

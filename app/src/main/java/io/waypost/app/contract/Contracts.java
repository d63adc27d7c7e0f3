package io.waypost.app.contract;

import io.waypost.app.conversation.IdentityKind;
import io.waypost.core.claim.ContractTerms;
import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contract customers as desks use them, whoever asks. Thread-safe. */
public interface Contracts {

    /** By what it is known that a contact is a contract's; the names are part of the API. */
    enum KnownBy {
        /** They came on a number or account that is the contract's own. */
        ACCOUNT,
        /** They are one of its people. */
        PERSON
    }

    /**
     * Under which contract somebody comes.
     *
     * @param version of the terms
     * @param person which of its people they are, masked; null where they are none
     */
    record ContractClaim(UUID id, String code, String name, int version, ContractTermsBody terms, KnownBy by,
            @Nullable String person) {}

    /** Somebody who speaks for it, masked. */
    record ContractPersonCard(String name, String role, List<ContractAddressCard> addresses) {

        public ContractPersonCard {
            addresses = List.copyOf(addresses);
        }
    }

    /** By what they are known, masked. */
    record ContractAddressCard(IdentityKind kind, String label) {}

    /**
     * The contract that counts for somebody now: that of the number or account they came on, else one of whose people they are by any of
     * their ways. Of several that of their own way, then the latest. Joins the running transaction.
     *
     * @param identity the way on which they came
     * @param account of ours on which they came
     */
    Optional<ContractClaim> of(UUID customer, UUID identity, ContactChannel channel, String account, Instant at);

    /**
     * What the contract of a sender says of compensation: that among whose people somebody of this phone is on that day. Empty where there is
     * no such contract or it leaves it to the standard. Joins the running transaction, whatever the actor sees.
     */
    Optional<ContractTerms> compensation(String phone, Instant at);

    /** Its people now, as whoever serves them sees them. */
    List<ContractPersonCard> people(UUID contract);
}

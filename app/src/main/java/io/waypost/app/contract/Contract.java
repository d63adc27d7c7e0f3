package io.waypost.app.contract;

import io.waypost.app.conversation.IdentityKind;
import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract customer as it is kept.
 *
 * @param validTo the last day; null for without end
 * @param terms the newest
 */
record Contract(UUID id, String code, String name, String unitCode, String unitPath, LocalDate validFrom,
        @Nullable LocalDate validTo, ContractState state, int termsVersion, ContractTermsBody terms,
        Instant termsSince, String termsBy, long version) {

    /** Whether it counts on that day. */
    boolean inForce(LocalDate day) {
        return state == ContractState.ACTIVE && !validFrom.isAfter(day)
                && (validTo == null || !validTo.isBefore(day));
    }

    /** The same with its terms of another version. */
    Contract withTerms(int number) {
        return new Contract(id, code, name, unitCode, unitPath, validFrom, validTo, state, number, terms, termsSince,
                termsBy, version);
    }

    /** Somebody who speaks for it; {@code name} in clear, never to be logged. */
    record Person(UUID id, String name, String role, List<Address> addresses) {

        Person {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String toString() {
            return "Person[%s]".formatted(id);
        }
    }

    /** By what somebody is known; {@code value} in clear and in one form, never to be logged. */
    record Address(UUID id, IdentityKind kind, @Nullable String account, String value, String label) {

        @Override
        public String toString() {
            return "Address[%s %s]".formatted(kind, label);
        }
    }

    /** A number or account of ours that is for it alone. */
    record Account(ContactChannel channel, String account) {}
}

package io.waypost.app.contract;

import io.waypost.app.conversation.IdentityKind;
import io.waypost.core.contact.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody writes of a contract. */
record ContractFields(@NotBlank @Size(max = 80) String name, @NotBlank String unit, @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo, @NotNull ContractState state, @NotNull @Valid ContractTermsBody terms,
        @NotNull @Size(max = 50) List<@NotNull @Valid ContractPersonFields> people,
        @NotNull @Size(max = 20) List<@NotNull @Valid ContractAccountFields> accounts) {

    /**
     * One of its people.
     *
     * @param id of one that is there already; null for a new one
     * @param name null where it stays as it is
     */
    record ContractPersonFields(@Nullable UUID id, @Nullable @Size(max = 40) String name,
            @NotNull @Size(max = 40) String role,
            @NotNull @Size(max = 20) List<@NotNull @Valid ContractAddressFields> addresses) {

        @Override
        public String toString() {
            return "ContractPersonFields[%s]".formatted(id);
        }
    }

    /**
     * By what they are known.
     *
     * @param id of one that is there already, of which nothing changes; null for a new one
     * @param account of ours on which alone it counts; null for any
     * @param value in clear; null where it stays as it is
     */
    record ContractAddressFields(@Nullable UUID id, @NotNull IdentityKind kind,
            @Nullable @Size(max = 60) String account,
            @Nullable @Size(max = 255) String value) {

        @Override
        public String toString() {
            return "ContractAddressFields[%s %s]".formatted(id, kind);
        }
    }

    /** A number or account of ours that is for it alone. */
    record ContractAccountFields(@NotNull ContactChannel channel, @NotBlank @Size(max = 60) String account) {}
}

package io.waypost.app.contract;

import io.waypost.app.contract.ContractDesk.Listed;
import io.waypost.app.contract.ContractDesk.Whole;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Page;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contracts")
class ContractController {

    private final ContractDesk desk;
    private final Network network;
    private final People people;

    ContractController(ContractDesk desk, Network network, People people) {
        this.desk = desk;
        this.network = network;
        this.people = people;
    }

    /** A contract as lists show it; {@code inForce} says whether its people are served by it today. */
    record ContractRow(UUID id, String code, String name, UnitRef unit, LocalDate validFrom,
            @Nullable LocalDate validTo, ContractState state, boolean inForce, int termsVersion,
            ContractTermsBody terms, int people, long version) {}

    /** By what somebody is known, masked. */
    record ContractAddressView(UUID id, IdentityKind kind, @Nullable String account, String label) {}

    /** One of its people, masked. */
    record ContractPersonView(UUID id, String name, String role, List<ContractAddressView> addresses) {}

    /** A number or account of ours that is for it alone. */
    record ContractAccountView(ContactChannel channel, String account) {}

    /** A version of its terms. */
    record ContractTermsView(int version, ContractTermsBody terms, Instant at, String by) {}

    /** A contract with everything of it; {@code agents} are the names of those whom the terms name. */
    record ContractDetail(ContractRow contract, List<ContractPersonView> people, List<ContractAccountView> accounts,
            List<PersonRef> agents, List<ContractTermsView> terms) {}

    /** Somebody in clear. */
    record ContractPersonClear(String name, List<ContractAddressClear> addresses) {}

    record ContractAddressClear(UUID id, IdentityKind kind, String value) {

        @Override
        public String toString() {
            return "ContractAddressClear[%s]".formatted(id);
        }
    }

    record NewContract(@NotBlank @Size(max = 30) String code, @NotNull @Valid ContractFields contract) {}

    record ChangedContract(long version, @NotNull @Valid ContractFields contract) {}

    record UnmaskContractPerson(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping
    Page<ContractRow> list(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ContractState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        var found = desk.list(q, state, after.isEmpty() ? null : after.getFirst(), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(shown.stream().map(this::row).toList(),
                found.size() > most ? Cursor.of(shown.getLast().contract().code()) : null, null);
    }

    @GetMapping("/{id}")
    ContractDetail get(@PathVariable UUID id) {
        return detail(desk.get(id));
    }

    @PostMapping
    ContractDetail add(@RequestBody @Valid NewContract body) {
        return detail(desk.add(body.code().strip(), body.contract()));
    }

    @PutMapping("/{id}")
    ContractDetail change(@PathVariable UUID id, @RequestBody @Valid ChangedContract body) {
        return detail(desk.change(id, body.version(), body.contract()));
    }

    @PostMapping("/{id}/people/{person}/unmask")
    ContractPersonClear unmask(@PathVariable UUID id, @PathVariable UUID person,
            @RequestBody @Valid UnmaskContractPerson body) {
        var found = desk.unmask(id, person, body.reason().strip());
        return new ContractPersonClear(found.name(), found.addresses().stream()
                .map(address -> new ContractAddressClear(address.id(), address.kind(), address.value())).toList());
    }

    private ContractRow row(Listed listed) {
        return row(listed.contract(), listed.people());
    }

    private ContractRow row(Contract contract, int count) {
        return new ContractRow(contract.id(), contract.code(), contract.name(), network.ref(contract.unitCode()),
                contract.validFrom(), contract.validTo(), contract.state(), contract.inForce(desk.today()),
                contract.termsVersion(), contract.terms(), count, contract.version());
    }

    private ContractDetail detail(Whole whole) {
        var contract = whole.contract();
        return new ContractDetail(row(contract, whole.people().size()),
                whole.people().stream().map(person -> new ContractPersonView(person.id(),
                        Objects.requireNonNull(Masked.name(person.name())), person.role(),
                        person.addresses().stream().map(address -> new ContractAddressView(address.id(),
                                address.kind(), address.account(), address.label())).toList()))
                        .toList(),
                whole.accounts().stream().map(account -> new ContractAccountView(account.channel(), account.account()))
                        .toList(),
                List.copyOf(people.names(contract.terms().agents()).values()), whole.terms().stream()
                        .map(one -> new ContractTermsView(one.version(), one.terms(), one.at(), one.by())).toList());
    }
}

package io.waypost.app.contract;

import io.waypost.app.contract.ContractPeopleStore.Match;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Masked;
import io.waypost.core.claim.ContractTerms;
import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds under which contract somebody comes. */
@Component
class ContractClaims implements Contracts {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Actor PLATFORM = new Actor.Internal("contract");

    private final ContractStore store;
    private final ContractPeopleStore people;
    private final Customers customers;
    private final TransactionTemplate transaction;

    ContractClaims(ContractStore store, ContractPeopleStore people, Customers customers,
            TransactionTemplate transaction) {
        this.store = store;
        this.people = people;
        this.customers = customers;
        this.transaction = transaction;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ContractClaim> of(UUID customer, UUID identity, ContactChannel channel, String account,
            Instant at) {
        var day = at.atZone(BEIJING).toLocalDate();
        var byAccount = people.byAccount(channel, ContractAddresses.account(channel, account), day);
        var ways = customers.ways(customer).stream().filter(way -> way.kind() != IdentityKind.VISITOR).toList();
        var byWays = ways.isEmpty() ? List.<Match>of() : people.byWays(ways, identity, day);
        if (byAccount.isPresent()) {
            var contract = byAccount.get().contract();
            var person = byWays.stream().filter(match -> match.contract().equals(contract)).findFirst();
            return claim(person.orElse(byAccount.get()), KnownBy.ACCOUNT);
        }
        return byWays.stream().findFirst().flatMap(match -> claim(match, KnownBy.PERSON));
    }

    private Optional<ContractClaim> claim(Match match, KnownBy by) {
        return store.find(match.contract()).map(contract -> new ContractClaim(contract.id(), contract.code(),
                contract.name(), contract.termsVersion(), contract.terms(), by, Masked.name(match.name())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContractTerms> compensation(String phone, Instant at) {
        return people.compensation(ContractAddresses.formed(IdentityKind.PHONE, phone),
                at.atZone(BEIJING).toLocalDate());
    }

    @Override
    public List<ContractPersonCard> people(UUID contract) {
        return Acting.as(PLATFORM, () -> Objects.requireNonNull(transaction.execute(_ -> people.people(contract)
                .stream()
                .map(person -> new ContractPersonCard(Objects.requireNonNull(Masked.name(person.name())),
                        person.role(), person.addresses().stream()
                                .map(address -> new ContractAddressCard(address.kind(), address.label())).toList()))
                .toList())));
    }
}

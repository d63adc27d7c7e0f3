package io.waypost.app.contract;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.contract.Contract.Account;
import io.waypost.app.contract.Contract.Person;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitsMoved;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The contracts, and who may change them: whoever reaches the unit they belong to. */
@Service
class ContractDesk {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,29}");
    private static final Pattern DIGITS = Pattern.compile("[0-9 +-]{5,24}");
    private static final Actor PLATFORM = new Actor.Internal("contract");

    private final ContractStore store;
    private final ContractPeopleStore people;
    private final ContractCheck check;
    private final Network network;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock wall;

    ContractDesk(ContractStore store, ContractPeopleStore people, ContractCheck check, Network network,
            AuditTrail audit, PlatformTransactionManager transactions, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.people = people;
        this.check = check;
        this.network = network;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        this.wall = wall;
    }

    /** A contract with everything of it. */
    record Whole(Contract contract, List<Person> people, List<Account> accounts,
            List<ContractStore.TermsVersion> terms) {}

    /** A contract, and how many people it has. */
    record Listed(Contract contract, int people) {}

    /** Those within the caller's reach; sought by code, name, or the whole phone or mail address of one of its people. */
    List<Listed> list(@Nullable String sought, @Nullable ContractState state, @Nullable String after, int most) {
        var words = sought == null || sought.isBlank() ? null : sought.strip();
        return done(() -> {
            var found = store.list(new ContractStore.Asked(words, state, after), index(words), most);
            var counts = store.people(found.stream().map(Contract::id).toList());
            return found.stream().map(one -> new Listed(one, counts.getOrDefault(one.id(), 0))).toList();
        });
    }

    private byte @Nullable [] index(@Nullable String words) {
        if (words == null) {
            return null;
        }
        if (words.indexOf('@') > 0) {
            return people.index(IdentityKind.EMAIL, ContractAddresses.formed(IdentityKind.EMAIL, words));
        }
        return DIGITS.matcher(words).matches()
                ? people.index(IdentityKind.PHONE, ContractAddresses.formed(IdentityKind.PHONE, words))
                : null;
    }

    Whole get(UUID id) {
        return done(() -> whole(reached(id)));
    }

    Whole add(String code, ContractFields fields) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("code", code, "FORMAT", "Use capitals, digits and hyphens, such as HT-2026-018.");
        }
        var now = now();
        var asked = asked(Ids.next(now), code, fields, now, 1);
        var accounts = check.accounts(fields);
        return done(() -> {
            free(asked, accounts);
            if (!store.add(asked, now)) {
                throw Refusal.conflict("CONTRACT_EXISTS", "There is a contract %s already.".formatted(code));
            }
            terms(asked, now);
            people.replace(asked.id(), check.people(fields.people(), List.of(), now));
            people.replaceAccounts(asked.id(), accounts);
            audit.record("CONTRACT_ADDED", "CONTRACT", code, asked.unitPath(), Map.of());
            return whole(reached(asked.id()));
        });
    }

    /** Changes it; other terms are a new version, and contacts that are there keep theirs. */
    Whole change(UUID id, long version, ContractFields fields) {
        var now = now();
        var accounts = check.accounts(fields);
        return done(() -> {
            var before = reached(id);
            var asked = asked(id, before.code(), fields, now, version);
            free(asked, accounts);
            if (!store.change(asked)) {
                throw Refusal.conflict("CHANGED_MEANWHILE",
                        "Somebody else has changed this contract; look at it again.");
            }
            boolean newTerms = !asked.terms().equals(before.terms());
            if (newTerms) {
                terms(asked.withTerms(before.termsVersion() + 1), now);
            }
            people.replace(id, check.people(fields.people(), people.people(id), now));
            people.replaceAccounts(id, accounts);
            audit.record("CONTRACT_CHANGED", "CONTRACT", before.code(), before.unitPath(),
                    Map.of("state", asked.state().name(), "terms",
                            newTerms ? before.termsVersion() + 1 : before.termsVersion()));
            return whole(reached(id));
        });
    }

    /** One of its people in clear; on record. */
    Person unmask(UUID id, UUID person, String reason) {
        return done(() -> {
            var contract = reached(id);
            var found = people.people(id).stream().filter(one -> one.id().equals(person)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("person", person));
            audit.record("UNMASKED", "CONTRACT", contract.code(), contract.unitPath(),
                    Map.of("field", "person", "person", person.toString(), "reason", reason));
            return found;
        });
    }

    /** A unit's contracts follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }

    LocalDate today() {
        return wall.instant().atZone(ContractClaims.BEIJING).toLocalDate();
    }

    private Contract asked(UUID id, String code, ContractFields fields, Instant now, long version) {
        check.dates(fields);
        var unit = network.reached(fields.unit());
        return new Contract(id, code, fields.name().strip(), unit.code(), unit.path(), fields.validFrom(),
                fields.validTo(), fields.state(), 1, check.terms(fields.terms()), now, Acting.current().name(),
                version);
    }

    /**
     * Two contracts with one number could not be told apart, also where one of them is of a region that the caller does not see: so a
     * transaction of the platform's looks, while the one that writes keeps others from the same numbers until its end.
     * What is ended, or was over before today, takes nothing from anybody.
     */
    private void free(Contract asked, List<Account> accounts) {
        var today = today();
        var from = asked.validFrom().isBefore(today) ? today : asked.validFrom();
        var until = asked.validTo();
        if (asked.state() == ContractState.ENDED || (until != null && until.isBefore(from))) {
            return;
        }
        people.lockAccounts(accounts);
        Acting.as(PLATFORM, () -> apart.executeWithoutResult(_ -> {
            for (int i = 0; i < accounts.size(); i++) {
                var account = accounts.get(i);
                if (people.taken(asked.id(), account, from, until)) {
                    throw Refusal.invalid("accounts[%d]".formatted(i), account.account(), "ACCOUNT_TAKEN",
                            "Another contract has it for itself on some of these days.");
                }
            }
        }));
    }

    private void terms(Contract contract, Instant now) {
        store.addTerms(contract.id(), contract.termsVersion(), contract.terms(), now, Acting.current().name(),
                Acting.current() instanceof Actor.Person person ? person.id() : null);
    }

    private Contract reached(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("contract", id));
    }

    private Whole whole(Contract contract) {
        return new Whole(contract, people.people(contract.id()), people.accounts(contract.id()),
                store.terms(contract.id()));
    }

    private <R> R done(java.util.function.Supplier<R> work) {
        return Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get())));
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.waypost.app.contract;

import io.waypost.app.access.Fixture;
import io.waypost.app.contract.ContractFields.ContractAccountFields;
import io.waypost.app.contract.ContractFields.ContractAddressFields;
import io.waypost.app.contract.ContractFields.ContractPersonFields;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.ContactChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts for tests. */
@Fixture
public class ContractScene {

    private static final Actor ALL = new Actor.Internal("test");
    private final ContractDesk desk;

    ContractScene(ContractDesk desk) {
        this.desk = desk;
    }

    /** A contract to be written. */
    public static final class Draft {

        private final String unit;
        private final List<ContractPersonFields> people = new ArrayList<>();
        private final List<ContractAccountFields> accounts = new ArrayList<>();
        private ContractTermsBody terms = new ContractTermsBody(null, null, null, 0, List.of(), 0, "", null);
        private ContractState state = ContractState.ACTIVE;
        private LocalDate validFrom = LocalDate.parse("2020-01-01");
        private @Nullable LocalDate validTo;

        private Draft(String unit) {
            this.unit = unit;
        }

        /** With somebody who is known by a phone. */
        public Draft person(String name, String phone) {
            return person(name, IdentityKind.PHONE, null, phone);
        }

        /** With somebody who is known by an address. */
        public Draft person(String name, IdentityKind kind, @Nullable String account, String value) {
            people.add(new ContractPersonFields(null, name, "发货", List.of(
                    new ContractAddressFields(null, kind, account, value))));
            return this;
        }

        /** With an account of ours for it alone. */
        public Draft account(ContactChannel channel, String account) {
            accounts.add(new ContractAccountFields(channel, account));
            return this;
        }

        /** With these terms. */
        public Draft terms(ContractTermsBody other) {
            terms = other;
            return this;
        }

        Draft state(ContractState other) {
            state = other;
            return this;
        }

        /** From that day on. */
        public Draft from(LocalDate day) {
            validFrom = day;
            return this;
        }

        /** Until that day. */
        public Draft until(LocalDate day) {
            validTo = day;
            return this;
        }

        ContractFields fields() {
            return new ContractFields("试验公司", unit, validFrom, validTo, state, terms, people,
                    accounts);
        }
    }

    /** One of a unit. */
    public static Draft fields(String unit) {
        return new Draft(unit);
    }

    /** Adds it; its id. */
    public UUID add(Draft draft) {
        var code = "T-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(Locale.ROOT);
        return Acting.as(ALL, () -> desk.add(code, draft.fields())).contract().id();
    }

    /** Changes its terms. */
    public void terms(UUID id, ContractTermsBody terms) {
        Acting.as(ALL, () -> {
            var now = desk.get(id);
            var contract = now.contract();
            return desk.change(id, contract.version(),
                    new ContractFields(contract.name(), contract.unitCode(), contract.validFrom(), contract.validTo(),
                            contract.state(), terms,
                            now.people().stream().map(person -> new ContractPersonFields(person.id(), null,
                                    person.role(), person.addresses().stream()
                                            .map(address -> new ContractAddressFields(address.id(), address.kind(),
                                                    address.account(), null))
                                            .toList()))
                                    .toList(),
                            now.accounts().stream().map(account -> new ContractAccountFields(account.channel(),
                                    account.account())).toList()));
        });
    }
}

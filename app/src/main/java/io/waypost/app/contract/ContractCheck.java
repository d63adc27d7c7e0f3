package io.waypost.app.contract;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.contract.Contract.Account;
import io.waypost.app.contract.Contract.Address;
import io.waypost.app.contract.Contract.Person;
import io.waypost.app.contract.ContractFields.ContractAddressFields;
import io.waypost.app.contract.ContractFields.ContractPersonFields;
import io.waypost.app.identity.People;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.routing.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what somebody wrote against what a contract may be, and brings it into its form. */
@Component
class ContractCheck {

    private static final String SKILL = "[A-Z][A-Z_0-9]{1,39}";
    private static final long LONGEST = Duration.ofDays(7).toSeconds();
    private static final long LONGEST_KEPT = Duration.ofHours(1).toSeconds();

    /** A million yuan. */
    private static final long MOST_FEN = 100_000_000;
    /** A hundred times the fee. */
    private static final long MOST_PER_MILLE = 100_000;

    private final People people;
    private final Calendars calendars;

    ContractCheck(People people, Calendars calendars) {
        this.people = people;
        this.calendars = calendars;
    }

    void dates(ContractFields fields) {
        var until = fields.validTo();
        if (until != null && until.isBefore(fields.validFrom())) {
            throw Refusal.invalid("validTo", until, "BEFORE_FROM", "Give a day from %s on, or none."
                    .formatted(fields.validFrom()));
        }
    }

    /** The terms, without blanks around their words. */
    ContractTermsBody terms(ContractTermsBody terms) {
        var wrong = new ArrayList<Refusal.Field>();
        var answer = terms.answerSeconds();
        if (answer != null && (answer < 1 || answer > LONGEST)) {
            wrong.add(outOf("terms.answerSeconds", answer, 1, LONGEST));
        }
        if (terms.keepSeconds() < 0 || terms.keepSeconds() > LONGEST_KEPT) {
            wrong.add(outOf("terms.keepSeconds", terms.keepSeconds(), 0, LONGEST_KEPT));
        }
        if (terms.level() < 0 || terms.level() > Need.HIGHEST) {
            wrong.add(outOf("terms.level", terms.level(), 0, Need.HIGHEST));
        }
        var skill = blankless(terms.skill());
        if (skill != null && !skill.matches(SKILL)) {
            wrong.add(new Refusal.Field("terms.skill", skill, "FORMAT",
                    "Name a skill in capitals, such as VIP or CONTRACT_7."));
        }
        var calendar = blankless(terms.calendar());
        if (calendar != null && !calendars.known(calendar)) {
            wrong.add(new Refusal.Field("terms.calendar", calendar, "UNKNOWN", "Name a work calendar by its code."));
        }
        var known = people.names(terms.agents());
        for (int i = 0; i < terms.agents().size(); i++) {
            if (!known.containsKey(terms.agents().get(i))) {
                wrong.add(new Refusal.Field("terms.agents[%d]".formatted(i), terms.agents().get(i), "UNKNOWN",
                        "Name people who have an account."));
            }
        }
        compensation(terms.compensation(), wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("These are no terms yet.", wrong);
        }
        return new ContractTermsBody(answer, calendar, skill, terms.level(),
                terms.agents().stream().distinct().toList(),
                terms.keepSeconds(), terms.notes().strip(), terms.compensation());
    }

    private static void compensation(@Nullable ContractCompensation said, List<Refusal.Field> wrong) {
        if (said == null) {
            return;
        }
        amount("terms.compensation.fixedFen", said.fixedFen(), MOST_FEN, wrong);
        amount("terms.compensation.feePerMille", said.feePerMille(), MOST_PER_MILLE, wrong);
        amount("terms.compensation.capFen", said.capFen(), MOST_FEN, wrong);
        if (said.fixedFen() == null && said.feePerMille() == null && said.capFen() == null) {
            wrong.add(new Refusal.Field("terms.compensation.fixedFen", null, "MISSING",
                    "Give an amount, a multiple of the fee or a cap; or no compensation at all."));
        }
    }

    private static void amount(String field, @Nullable Long value, long most, List<Refusal.Field> wrong) {
        if (value != null && (value < 1 || value > most)) {
            wrong.add(outOf(field, value, 1, most));
        }
    }

    /** The people as they are from now on; what was left out stays as it was. */
    List<Person> people(List<ContractPersonFields> written, List<Person> before, Instant now) {
        var all = new ArrayList<Person>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < written.size(); i++) {
            var one = written.get(i);
            var field = "people[%d]".formatted(i);
            if (one.id() != null && !seen.add(one.id())) {
                throw Refusal.invalid(field + ".id", one.id(), "TWICE", "Name each person once.");
            }
            var was = one.id() == null
                    ? null
                    : before.stream().filter(person -> person.id().equals(one.id())).findFirst()
                            .orElseThrow(() -> unknown(field, one.id()));
            var given = blankless(one.name());
            var name = given != null ? given : was == null ? null : was.name();
            if (name == null) {
                throw Refusal.invalid(field + ".name", null, "MISSING", "Give a name.");
            }
            all.add(new Person(was == null ? Ids.next(now) : was.id(), name, one.role().strip(),
                    addresses(field, one.addresses(), was, now)));
        }
        return all;
    }

    private static List<Address> addresses(String person, List<ContractAddressFields> written, @Nullable Person was,
            Instant now) {
        var all = new ArrayList<Address>();
        var seen = new HashSet<String>();
        for (int i = 0; i < written.size(); i++) {
            var one = written.get(i);
            var field = "%s.addresses[%d]".formatted(person, i);
            var address = one.id() == null ? fresh(field, one, now) : kept(field, one, was);
            if (!seen.add("%s %s %s".formatted(address.kind(), address.account(), address.value()))) {
                throw Refusal.invalid(field, null, "TWICE", "Name each address once.");
            }
            all.add(address);
        }
        return all;
    }

    private static Address fresh(String field, ContractAddressFields one, Instant now) {
        var written = one.value();
        if (written == null) {
            throw Refusal.invalid(field + ".value", null, "MISSING", "Give the number or address.");
        }
        var value = ContractAddresses.value(one.kind(), written, field + ".value");
        return new Address(Ids.next(now), one.kind(), blankless(one.account()), value,
                ContractAddresses.label(one.kind(), value));
    }

    private static Address kept(String field, ContractAddressFields one, @Nullable Person was) {
        return (was == null ? List.<Address>of() : was.addresses()).stream()
                .filter(address -> address.id().equals(one.id())).findFirst()
                .orElseThrow(() -> unknown(field, one.id()));
    }

    /**
     * Numbers and accounts of ours in the form in which conversations name them.
     *
     * @throws Refusal with every one that no channel could have
     */
    List<Account> accounts(ContractFields fields) {
        var all = new ArrayList<Account>();
        var wrong = new ArrayList<Refusal.Field>();
        for (int i = 0; i < fields.accounts().size(); i++) {
            var one = fields.accounts().get(i);
            var right = ContractAddresses.accountWanted(one.channel(), one.account());
            if (right != null) {
                wrong.add(new Refusal.Field("accounts[%d].account".formatted(i), one.account(), "ACCOUNT_FORMAT",
                        right));
            }
            all.add(new Account(one.channel(), ContractAddresses.account(one.channel(), one.account())));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("These are no numbers or accounts of ours.", wrong);
        }
        return all.stream().distinct().toList();
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Refusal.Field outOf(String field, long value, long least, long most) {
        return new Refusal.Field(field, value, "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most));
    }

    private static Refusal unknown(String field, @Nullable Object id) {
        return Refusal.invalid(field + ".id", id, "UNKNOWN", "Look at the contract again: it has none of that id.");
    }
}

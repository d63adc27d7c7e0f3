package io.waypost.app.contract;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;

import io.waypost.app.contract.Contract.Account;
import io.waypost.app.contract.Contract.Address;
import io.waypost.app.contract.Contract.Person;
import io.waypost.app.conversation.Customers.Way;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.PersonalData;
import io.waypost.core.claim.ContractTerms;
import io.waypost.core.contact.ContactChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of contracts' people and numbers, and of whom they belong to. Names and addresses are sealed. */
@Repository
class ContractPeopleStore {

    private static final String NAME = "contract.person";
    private static final String VALUE = "contract.address";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final JsonMapper json;

    ContractPeopleStore(JdbcClient jdbc, PersonalData personal, JsonMapper json) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.json = json;
    }

    /**
     * A contract to which somebody belongs.
     *
     * @param name of the person of it who they are, in clear; null where it is its own number they came on
     * @param own whether that is known by the way on which they came
     */
    record Match(UUID contract, @Nullable String name, boolean own) {}

    List<Person> people(UUID contract) {
        record Named(String name, String role, List<Address> addresses) {}
        var found = new LinkedHashMap<UUID, Named>();
        jdbc.sql("""
                select p.id, p.name, p.role, a.id as address_id, a.kind, a.account, a.value, a.label
                from contract.person p left join contract.address a on a.person_id = p.id
                where p.contract_id = :id order by p.position, p.id, a.position, a.id
                """).param("id", contract).query(row -> {
            var person = id(row, "id");
            if (!found.containsKey(person)) {
                found.put(person, new Named(Objects.requireNonNull(personal.open(NAME, row.getBytes("name"))),
                        text(row, "role"), new ArrayList<>()));
            }
            var address = idOrNull(row, "address_id");
            if (address != null) {
                Objects.requireNonNull(found.get(person)).addresses().add(new Address(address,
                        IdentityKind.valueOf(text(row, "kind")), row.getString("account"),
                        Objects.requireNonNull(personal.open(VALUE, row.getBytes("value"))), text(row, "label")));
            }
        });
        return found.entrySet().stream().map(one -> new Person(one.getKey(), one.getValue().name(),
                one.getValue().role(), one.getValue().addresses())).toList();
    }

    /** Its people are these from now on. */
    void replace(UUID contract, List<Person> people) {
        jdbc.sql("delete from contract.person where contract_id = :id").param("id", contract).update();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            jdbc.sql("""
                    insert into contract.person (id, contract_id, name, role, position)
                    values (:id, :contract, :name, :role, :position)
                    """).param("id", person.id()).param("contract", contract)
                    .param("name", personal.seal(NAME, person.name())).param("role", person.role())
                    .param("position", i).update();
            for (int j = 0; j < person.addresses().size(); j++) {
                add(person.id(), person.addresses().get(j), j);
            }
        }
    }

    private void add(UUID person, Address address, int position) {
        jdbc.sql("""
                insert into contract.address (id, person_id, kind, account, value_index, value, label, position)
                values (:id, :person, :kind, :account, :index, :value, :label, :position)
                """).param("id", address.id()).param("person", person).param("kind", address.kind().name())
                .param("account", address.account()).param("index", index(address.kind(), address.value()))
                .param("value", personal.seal(VALUE, address.value())).param("label", address.label())
                .param("position", position).update();
    }

    List<Account> accounts(UUID contract) {
        return jdbc.sql("""
                select channel, account from contract.account where contract_id = :id order by channel, account
                """).param("id", contract).query((row, _) -> new Account(ContactChannel.valueOf(text(row, "channel")),
                text(row, "account"))).list();
    }

    void replaceAccounts(UUID contract, List<Account> accounts) {
        jdbc.sql("delete from contract.account where contract_id = :id").param("id", contract).update();
        for (var account : accounts) {
            jdbc.sql("insert into contract.account (contract_id, channel, account) values (:id, :channel, :account)")
                    .param("id", contract).param("channel", account.channel().name())
                    .param("account", account.account()).update();
        }
    }

    /** Until the transaction ends nobody else gives one of them to a contract. In one order, so that two never wait for each other. */
    void lockAccounts(List<Account> accounts) {
        accounts.stream().map(account -> account.channel() + " " + account.account()).sorted()
                .forEach(key -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 3905))")
                        .param("key", key).query(_ -> {}));
    }

    /**
     * Whether another contract that is not ended has it on one of those days; asked as the platform.
     *
     * @param until the last day; null for without end
     */
    boolean taken(UUID contract, Account account, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql("""
                select exists (select 1 from contract.account a join contract.contract c on c.id = a.contract_id
                    where a.channel = :channel and a.account = :account and c.id <> :id and c.state <> 'ENDED'
                        and (c.valid_to is null or c.valid_to >= :from)
                        and c.valid_from <= coalesce(cast(:until as date), date 'infinity'))
                """).param("channel", account.channel().name()).param("account", account.account())
                .param("id", contract).param("from", from).param("until", until).query(Boolean.class).single();
    }

    /** The contract in force that has that number or account for itself. */
    Optional<Match> byAccount(ContactChannel channel, String account, LocalDate day) {
        return jdbc.sql("""
                select c.id from contract.account a join contract.contract c on c.id = a.contract_id
                where a.channel = :channel and a.account = :account and c.state = 'ACTIVE' and c.valid_from <= :day
                    and (c.valid_to is null or c.valid_to >= :day)
                order by c.valid_from desc, c.code limit 1
                """).param("channel", channel.name()).param("account", account).param("day", day)
                .query((row, _) -> new Match(id(row, "id"), null, true)).optional();
    }

    /** The contracts in force among whose people somebody of these ways is; the best first. */
    List<Match> byWays(List<Way> ways, UUID identity, LocalDate day) {
        return jdbc.sql("""
                select c.id, p.name, bool_or(w.id = :identity) as own
                from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:indexes as bytea[]), cast(:accounts as text[]))
                    as w (id, kind, value_index, account)
                join contract.address a on a.kind = w.kind and a.value_index = w.value_index
                    and (a.account is null or a.account = w.account)
                join contract.person p on p.id = a.person_id
                join contract.contract c on c.id = p.contract_id
                where c.state = 'ACTIVE' and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                group by c.id, p.id
                order by own desc, c.valid_from desc, c.code, p.position
                """).param("identity", identity).param("day", day)
                .param("ids", Columns.ids(ways, Way::identity))
                .param("kinds", Columns.texts(ways, way -> way.kind().name()))
                .param("indexes", Columns.bytes(ways, way -> index(way.kind(),
                        ContractAddresses.formed(way.kind(), way.value()))))
                .param("accounts", Columns.texts(ways, way -> ContractAddresses.accountOf(way.account())))
                .query((row, _) -> new Match(id(row, "id"),
                        Objects.requireNonNull(personal.open(NAME, row.getBytes("name"))), row.getBoolean("own")))
                .list();
    }

    /** What the contract in force among whose people that phone is says of compensation, whatever the actor sees. */
    Optional<ContractTerms> compensation(String phone, LocalDate day) {
        return jdbc.sql(
                "select code, compensation from contract.compensation_of(:phone, :day) where compensation is not null and compensation <> 'null'")
                .param("phone", index(IdentityKind.PHONE, phone)).param("day", day)
                .query((row, _) -> json.readValue(text(row, "compensation"), ContractCompensation.class)
                        .terms(text(row, "code")))
                .optional();
    }

    /** By which an address is found without being readable. */
    byte[] index(IdentityKind kind, String value) {
        return personal.textIndex("contract." + kind, value);
    }
}

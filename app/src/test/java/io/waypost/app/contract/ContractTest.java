package io.waypost.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.contract.Contract.Address;
import io.waypost.app.contract.Contract.Person;
import io.waypost.app.contract.ContractDesk.Listed;
import io.waypost.app.contract.ContractFields.ContractAddressFields;
import io.waypost.app.contract.ContractFields.ContractPersonFields;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.ContactChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("C5 contracts: versions of terms, people sealed, seen by whoever reaches their unit")
class ContractTest {

    private final ContractDesk desk;
    private final ContractScene scene;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ContractTest(ContractDesk desk, ContractScene scene, Organisation organisation, TransactionTemplate transaction,
            JdbcClient jdbc, ApplicationEventPublisher events) {
        this.desk = desk;
        this.scene = scene;
        this.organisation = organisation;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
    }

    private Actor.Person manager(String unit) {
        return organisation.actor(unit, Permission.CONTRACT_VIEW, Permission.CONTRACT_MANAGE);
    }

    @Test
    void isSeenBelowItsRegionAlone() {
        var id = scene.add(ContractScene.fields(Organisation.SOUTH));
        var code = Acting.as(manager(Organisation.SOUTH), () -> desk.get(id)).contract().code();
        assertThatThrownBy(() -> Acting.as(manager(Organisation.NORTH), () -> desk.get(id)))
                .isInstanceOf(Refusal.class);
        assertThat(Acting.as(manager(Organisation.SOUTH), () -> desk.list(code, null, null, 10))).hasSize(1);
        assertThat(Acting.as(manager(Organisation.NORTH), () -> desk.list(code, null, null, 10))).isEmpty();
        assertThatThrownBy(() -> Acting.as(manager(Organisation.SOUTH),
                () -> desk.add("X-" + code, ContractScene.fields(Organisation.NORTH).fields())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void itsPeopleAreSealedAndFoundByTheirWholeNumberAlone() {
        var phone = "139" + (10_000_000 + new Random().nextInt(89_999_999));
        var id = scene.add(ContractScene.fields(Organisation.SOUTH).person("王经理", "+86 " + phone));
        var south = manager(Organisation.SOUTH);
        assertThat(found(south, phone)).containsExactly(id);
        assertThat(found(south, phone.substring(0, 8))).doesNotContain(id);
        var sealed = Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select encode(p.name, 'escape') || encode(a.value, 'escape') || a.label from contract.person p join contract.address a on a.person_id = p.id where p.contract_id = :id")
                .param("id", id).query(String.class).single())));
        assertThat(sealed).doesNotContain(phone).endsWith(phone.substring(0, 3) + "****" + phone.substring(7));

        var person = Acting.as(south, () -> desk.get(id)).people().getFirst();
        var clear = Acting.as(south, () -> desk.unmask(id, person.id(), "回电"));
        assertThat(clear.name()).isEqualTo("王经理");
        assertThat(clear.addresses()).extracting(Address::value).containsExactly(phone);
        var entry = Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select detail::text from audit.entry where action = 'UNMASKED' and detail ->> 'person' = :person")
                .param("person", person.id().toString()).query(String.class).single())));
        assertThat(entry).contains("回电").doesNotContain(phone);
    }

    private List<UUID> found(Actor actor, String words) {
        return Acting.as(actor, () -> desk.list(words, null, null, 50)).stream().map(Listed::contract)
                .map(Contract::id).toList();
    }

    @Test
    void otherTermsAreANewVersionAndNoVersionChanges() {
        var id = scene.add(ContractScene.fields(Organisation.SOUTH).person("王经理", "13911112222"));
        var before = get(id).people();
        scene.terms(id, new ContractTermsBody(60L, null, null, 0, List.of(), 0, "", null));
        scene.terms(id, new ContractTermsBody(60L, null, null, 0, List.of(), 0, " ", null));
        var now = get(id);
        assertThat(now.terms()).extracting(ContractStore.TermsVersion::version).containsExactly(2, 1);
        assertThat(now.people()).isEqualTo(before);
        assertThatThrownBy(() -> Acting.as(new Actor.Internal("test"), () -> transaction.execute(
                _ -> jdbc.sql("update contract.terms set version = 9 where contract_id = :id").param("id", id)
                        .update())))
                .hasMessageContaining("never changed");
    }

    private ContractDesk.Whole get(UUID id) {
        return Acting.as(new Actor.Internal("test"), () -> desk.get(id));
    }

    @Test
    void peopleAreKeptRenamedAndDroppedByTheirIds() {
        var id = scene.add(ContractScene.fields(Organisation.SOUTH).person("王经理", "13911113333").person("李",
                IdentityKind.EMAIL, null, "Li@Example.com"));
        var south = manager(Organisation.SOUTH);
        var before = get(id);
        var li = before.people().get(1);
        assertThat(li.addresses()).extracting(Address::value, Address::label)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("li@example.com", "l***@example.com"));
        var fields = ContractScene.fields(Organisation.SOUTH).fields();
        var address = new ContractAddressFields(li.addresses().getFirst().id(), IdentityKind.EMAIL, null, null);
        var changed = new ContractFields(fields.name(), fields.unit(), fields.validFrom(), null, fields.state(),
                fields.terms(), List.of(new ContractPersonFields(li.id(), "李四", "收货", List.of(address))),
                fields.accounts());
        Acting.as(south, () -> desk.change(id, before.contract().version(), changed));
        var people = get(id).people();
        assertThat(people).extracting(Person::name).containsExactly("李四");
        assertThat(people.getFirst().addresses()).isEqualTo(li.addresses());
        assertThatThrownBy(() -> Acting.as(south, () -> desk.change(id, before.contract().version(), changed)))
                .hasMessageContaining("Somebody else");
        var unknown = new ContractFields(fields.name(), fields.unit(), fields.validFrom(), null, fields.state(),
                fields.terms(), List.of(new ContractPersonFields(UUID.randomUUID(), "x", "", List.of())), List.of());
        assertThatThrownBy(() -> Acting.as(south, () -> desk.change(id, before.contract().version() + 1, unknown)))
                .hasMessageContaining("none of that id");
    }

    @Test
    void aNumberOfItsOwnIsNoOtherContractsAlsoBeyondWhatOneSees() {
        var account = account();
        scene.add(ContractScene.fields(Organisation.NORTH).account(ContactChannel.CHAT, account));
        var south = manager(Organisation.SOUTH);
        assertThatThrownBy(() -> Acting.as(south, () -> desk.add(code(), ContractScene.fields(Organisation.SOUTH)
                .account(ContactChannel.CHAT, account).fields())))
                .hasMessageContaining("Another contract");
    }

    private static String account() {
        return "l-" + UUID.randomUUID();
    }

    private static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void ofManyAtOnceWhoWantOneNumberOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            var account = account();
            var together = new CyclicBarrier(2);
            Callable<Boolean> adds = () -> {
                together.await();
                try {
                    Acting.as(new Actor.Internal("test"), () -> desk.add(code(), ContractScene
                            .fields(Organisation.SOUTH).account(ContactChannel.CHAT, account).fields()));
                    return true;
                } catch (Refusal taken) {
                    assertThat(taken).hasMessageContaining("Another contract");
                    return false;
                }
            };
            try (var threads = Executors.newFixedThreadPool(2)) {
                var added = new ArrayList<Boolean>();
                for (var one : threads.invokeAll(List.of(adds, adds))) {
                    added.add(one.get());
                }
                assertThat(added).as("round %d", round).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void aNumberIsAnothersOnlyOnDaysWhenBothRun() {
        var account = account();
        var today = desk.today();
        var id = scene.add(own(account).until(today.plusDays(30)));
        assertThatThrownBy(() -> scene.add(own(account).from(today.plusDays(30))))
                .hasMessageContaining("Another contract");
        scene.add(own(account).from(today.plusDays(31)));
        assertThatThrownBy(() -> scene.add(own(account).from(today.plusDays(40))))
                .hasMessageContaining("Another contract");
        // What is over hinders nobody, and is written though another one has its number.
        scene.add(own(account).until(today.minusDays(1)));
        var ended = new ContractFields("试验公司", Organisation.SOUTH, today.minusDays(9), null, ContractState.ENDED,
                get(id).terms().getFirst().terms(), List.of(), own(account).fields().accounts());
        var second = scene.add(ContractScene.fields(Organisation.SOUTH));
        Acting.as(manager(Organisation.SOUTH), () -> desk.change(second, 1, ended));
        assertThat(get(second).accounts()).extracting(Contract.Account::account).containsExactly(account);
        assertThatThrownBy(() -> Acting.as(manager(Organisation.SOUTH), () -> desk.change(second, 2,
                own(account).fields()))).hasMessageContaining("Another contract");
    }

    private static ContractScene.Draft own(String account) {
        return ContractScene.fields(Organisation.SOUTH).account(ContactChannel.CHAT, account);
    }

    @Test
    void itFollowsItsUnitThroughTheTree() {
        var id = scene.add(ContractScene.fields(Organisation.TIANHE));
        var path = Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(status -> {
            // Nothing of it stays: the units of other tests are where they are.
            status.setRollbackOnly();
            events.publishEvent(new UnitsMoved(organisation.path(Organisation.SOUTH), "/HQ/R77/"));
            return jdbc.sql("select unit_path from contract.contract where id = :id").param("id", id)
                    .query(String.class).single();
        })));
        assertThat(path).startsWith("/HQ/R77/").endsWith("/%s/".formatted(Organisation.TIANHE));
    }

    @Test
    void onePersonTwiceIsNamed() {
        var id = scene.add(ContractScene.fields(Organisation.SOUTH).person("王经理", "13911114444"));
        var person = get(id).people().getFirst().id();
        var twice = new ContractPersonFields(person, null, "", List.of());
        var fields = ContractScene.fields(Organisation.SOUTH).fields();
        assertThatThrownBy(() -> Acting.as(manager(Organisation.SOUTH), () -> desk.change(id, 1, new ContractFields(
                fields.name(), fields.unit(), fields.validFrom(), null, fields.state(), fields.terms(),
                List.of(twice, twice), List.of()))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.fields()).singleElement()
                        .satisfies(one -> {
                            assertThat(one.field()).isEqualTo("people[1].id");
                            assertThat(one.code()).isEqualTo("TWICE");
                        }));
        assertThat(get(id).people()).hasSize(1);
    }

    @Test
    void numbersOfOursHaveTheFormThatChannelsKnow() {
        var draft = ContractScene.fields(Organisation.SOUTH).account(ContactChannel.PHONE, "hotline 1")
                .account(ContactChannel.CHAT, "Shop A").account(ContactChannel.EMAIL, "vip@example.com")
                .account(ContactChannel.WECHAT, account()).account(ContactChannel.PHONE, "0755-8800 1234");
        assertThatThrownBy(() -> Acting.as(manager(Organisation.SOUTH), () -> desk.add(code(), draft.fields())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.fields()).hasSize(3)
                        .allSatisfy(one -> assertThat(one.code()).isEqualTo("ACCOUNT_FORMAT"))
                        .extracting(Refusal.Field::field)
                        .containsExactly("accounts[0].account", "accounts[1].account", "accounts[2].account"));
        var phone = "0755" + (1_000_000 + new Random().nextInt(8_999_999));
        var id = scene.add(ContractScene.fields(Organisation.SOUTH).account(ContactChannel.PHONE, phone.substring(0, 4)
                + "-" + phone.substring(4)));
        assertThat(get(id).accounts()).extracting(Contract.Account::account).containsExactly(phone);
    }

    @Test
    void whatIsWrongIsNamed() {
        var south = manager(Organisation.SOUTH);
        var terms = new ContractTermsBody(0L, "NO_SUCH", "vip!", 6, List.of(UUID.randomUUID()), 99_999, "",
                new ContractCompensation(true, false, List.of(), 0L, null, 100_000_001L));
        assertThatThrownBy(() -> Acting.as(south,
                () -> desk.add("OK-1", ContractScene.fields(Organisation.SOUTH).terms(terms).fields())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.fields())
                        .extracting(Refusal.Field::field).containsExactlyInAnyOrder("terms.answerSeconds",
                                "terms.keepSeconds", "terms.level", "terms.skill", "terms.calendar",
                                "terms.agents[0]", "terms.compensation.fixedFen",
                                "terms.compensation.capFen"));
        var empty = new ContractTermsBody(null, null, null, 0, List.of(), 0, "",
                new ContractCompensation(true, false, List.of(), null, null, null));
        assertThatThrownBy(() -> Acting.as(south,
                () -> desk.add("OK-1", ContractScene.fields(Organisation.SOUTH).terms(empty).fields())))
                .hasMessageContaining("terms");
        assertThatThrownBy(() -> Acting.as(south,
                () -> desk.add("small", ContractScene.fields(Organisation.SOUTH).fields())))
                .hasMessageContaining("code");
        assertThatThrownBy(() -> Acting.as(south, () -> desk.add("OK-1",
                ContractScene.fields(Organisation.SOUTH).person("王", "12").fields())))
                .hasMessageContaining("5 to 20 digits");
    }
}

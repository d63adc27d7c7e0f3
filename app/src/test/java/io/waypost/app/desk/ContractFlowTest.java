package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.contract.ContractScene;
import io.waypost.app.contract.ContractTermsBody;
import io.waypost.app.contract.Contracts.KnownBy;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.desk.ContactViews.ContractCard;
import io.waypost.app.desk.DeskBoard.BoardCustomers;
import io.waypost.app.desk.DeskBoard.BoardRow;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.ContactState;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C5 contract customers are known by their addresses and their own numbers, and served by their terms")
class ContractFlowTest {

    private final DeskScene scene;
    private final DeskRoom room;
    private final ContractScene contracts;
    private final Organisation organisation;
    private final ContactDesk desk;
    private final DeskContactStore store;
    private final DeskBoard board;
    private final RouterLoop loop;
    private final RouterRound round;
    private final JdbcClient jdbc;

    ContractFlowTest(DeskScene scene, DeskRoom room, ContractScene contracts, Organisation organisation,
            ContactDesk desk, DeskContactStore store, DeskBoard board, RouterLoop loop, RouterRound round,
            JdbcClient jdbc) {
        this.scene = scene;
        this.room = room;
        this.contracts = contracts;
        this.organisation = organisation;
        this.desk = desk;
        this.store = store;
        this.board = board;
        this.loop = loop;
        this.round = round;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    @Test
    void oneOfItsPeopleIsServedByItsTermsAndTheyStayAsTheyWere() {
        var phone = phone();
        var id = contracts.add(ContractScene.fields(Organisation.SOUTH).person("王经理", phone)
                .terms(new ContractTermsBody(10L, null, "VIP", 4, List.of(), 0, "报月结号", null)));
        var talk = texts(phone);
        scene.says(talk, "货什么时候到");
        var kept = scene.contact(talk, store);
        var under = Objects.requireNonNull(kept.contract());
        assertThat(under.id()).isEqualTo(id);
        assertThat(under.routed().by()).isEqualTo(KnownBy.PERSON);
        assertThat(under.routed().person()).isEqualTo("王**");
        assertThat(Objects.requireNonNull(kept.asked()).target()).isEqualTo(Duration.ofSeconds(10));

        contracts.terms(id, new ContractTermsBody(99L, null, null, 0, List.of(), 0, "改了", null));
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        var detail = Acting.as(lead, () -> desk.detail(kept.id()));
        var card = Objects.requireNonNull(detail.contract());
        assertThat(card).extracting(ContractCard::version, one -> one.terms().answerSeconds(),
                one -> one.terms().notes()).containsExactly(1, 10L, "报月结号");
        assertThat(card.people().getFirst().addresses().getFirst().label())
                .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(Objects.requireNonNull(detail.contact().contract()).name()).isEqualTo("试验公司");
        var queued = detail.steps().getFirst().data();
        assertThat(String.valueOf(queued.get("needs"))).contains("VIP").contains("GENERAL");
        assertThat(queued.get("contract")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("version", 1).containsEntry("by", "PERSON").containsEntry("person", "王**")
                .containsEntry("answerSeconds", 10);
        assertThat(String.valueOf(queued.get("ahead"))).contains("CONTRACT");

        var again = texts(phone, "another");
        scene.says(again, "再问一下");
        assertThat(Objects.requireNonNull(scene.contact(again, store).contract()).routed().version()).isEqualTo(2);
    }

    @Test
    void whoeverComesOnItsOwnAccountComesUnderIt() {
        var account = "own-" + UUID.randomUUID();
        var id = contracts.add(ContractScene.fields(Organisation.SOUTH).account(ContactChannel.CHAT, account));
        var talk = visits(account);
        scene.says(talk, "你好");
        var under = Objects.requireNonNull(scene.contact(talk, store).contract());
        assertThat(under.id()).isEqualTo(id);
        assertThat(under.routed().by()).isEqualTo(KnownBy.ACCOUNT);
        assertThat(under.routed().person()).isNull();
        var retail = visits("other");
        scene.says(retail, "你好");
        assertThat(scene.contact(retail, store).contract()).isNull();
    }

    @Test
    void anAddressOfOneAccountAloneIsNobodyElsewhereAndAnOldContractIsNone() {
        var number = UUID.randomUUID().toString();
        var id = contracts.add(ContractScene.fields(Organisation.SOUTH).person("李", IdentityKind.APP, "shop", number));
        var there = scene.talk(Organisation.SOUTH, new NewIdentity(IdentityKind.APP, "feedback.shop", number, "a"),
                ContactChannel.FEEDBACK, "shop");
        scene.says(there, "商品破损");
        assertThat(Objects.requireNonNull(scene.contact(there, store).contract()).id()).isEqualTo(id);
        var elsewhere = scene.talk(Organisation.SOUTH, new NewIdentity(IdentityKind.APP, "feedback.mall", number, "a"),
                ContactChannel.FEEDBACK, "mall");
        scene.says(elsewhere, "商品破损");
        assertThat(scene.contact(elsewhere, store).contract()).isNull();

        var phone = phone();
        contracts.add(
                ContractScene.fields(Organisation.SOUTH).person("赵", phone).until(LocalDate.parse("2020-12-31")));
        var late = texts(phone);
        scene.says(late, "在吗");
        assertThat(scene.contact(late, store).contract()).isNull();
    }

    @Test
    void itsOwnAgentsHaveItFirstAndOthersOnceTheTimeIsOver() {
        var own = room.ready(Organisation.NORTH, person());
        var other = scene.ready(Organisation.SOUTH);
        var account = "own-" + UUID.randomUUID();
        contracts.add(ContractScene.fields(Organisation.SOUTH).account(ContactChannel.CHAT, account)
                .terms(new ContractTermsBody(null, null, null, 0, List.of(own.id()), 60, "", null)));
        var talk = visits(account);
        scene.says(talk, "你好");
        until(() -> scene.contact(talk, store).contact().state() == ContactState.OFFERED);
        assertThat(scene.contact(talk, store).contact().agent()).isEqualTo(own.id());
        var lead = scene.there(Organisation.SOUTH, Permission.DESK_LEAD);
        var offered = Acting.as(lead, () -> desk.detail(scene.contact(talk, store).id())).steps().getLast().data();
        assertThat(offered).containsEntry("why", "DEDICATED");
        assertThat(offered.get("others")).isEqualTo(Map.of("KEPT_FOR_DEDICATED", 1));

        scene.leaves(own);
        var without = visits(account);
        scene.says(without, "还有人吗");
        until(() -> other.id().equals(scene.contact(without, store).contact().agent()));
    }

    @Test
    void whatAnAgentShouldTakeFirstStillGoesToItsOwnAgentWhoHasRoom() {
        loop.stop();
        try {
            var own = room.ready(Organisation.SOUTH, organisation.person(Role.AGENT, Organisation.SOUTH));
            var idle = room.ready(Organisation.SOUTH, organisation.person(Role.AGENT, Organisation.SOUTH));
            var claims = scene.there(Organisation.SOUTH);
            // A third of those who are there have not the general skill: what needs it comes sooner than its wait says.
            able(own, "{\"GENERAL\": 3, \"CLAIM\": 3}", 1_800);
            able(idle, "{\"GENERAL\": 3, \"CLAIM\": 3}", 0);
            able(claims, "{\"CLAIM\": 3}", 0);
            var account = "own-" + UUID.randomUUID();
            contracts.add(ContractScene.fields(Organisation.SOUTH).account(ContactChannel.CHAT, account)
                    .terms(new ContractTermsBody(null, null, null, 0, List.of(own.id()), 0, "", null)));
            var claim = visits("other");
            scene.says(claim, "我要理赔");
            var contract = visits(account);
            scene.says(contract, "你好");
            // With the head start of contracts it is still the claim that is looked at first.
            waited(claim, 40);
            waited(contract, 15);
            assertThat(round.run()).isEqualTo(2);
            assertThat(scene.contact(contract, store).contact().agent()).isEqualTo(own.id());
            assertThat(scene.contact(claim, store).contact().agent()).isEqualTo(idle.id());
        } finally {
            loop.start();
        }
    }

    private void able(Actor.Person agent, String skills, int busySeconds) {
        scene.all(() -> jdbc.sql("""
                update desk.seat set skills = cast(:skills as jsonb), busy_seconds = :busy, shift_since = now() - interval '1 hour'
                where person_id = :id
                """).param("skills", skills).param("busy", busySeconds).param("id", agent.id()).update());
    }

    private void waited(Talk talk, int seconds) {
        scene.all(() -> jdbc.sql("""
                update desk.contact set since = now() - make_interval(secs => :seconds) where conversation_id = :id
                """).param("seconds", seconds).param("id", talk.conversation()).update());
    }

    @Test
    void theBoardTellsThemApart() {
        var account = "own-" + UUID.randomUUID();
        contracts.add(ContractScene.fields(Organisation.SOUTH).account(ContactChannel.CHAT, account)
                .terms(new ContractTermsBody(5L, null, null, 0, List.of(), 0, "", null)));
        var contract = visits(account);
        scene.says(contract, "你好");
        scene.says(visits("other"), "你好");
        scene.says(visits("other"), "你好");
        assertThat(waiting(BoardCustomers.ALL)).isEqualTo(3);
        assertThat(waiting(BoardCustomers.CONTRACT)).isEqualTo(1);
        assertThat(waiting(BoardCustomers.RETAIL)).isEqualTo(2);
        // Answered after 20 seconds: in time for the channel (30), not for the contract (5).
        scene.all(() -> jdbc.sql("""
                update desk.contact set opened_at = now() - interval '40 seconds', taken_at = now() - interval '20 seconds'
                where state <> 'CLOSED'
                """).update());
        assertThat(inTime(BoardCustomers.CONTRACT)).isZero();
        assertThat(inTime(BoardCustomers.RETAIL)).isGreaterThanOrEqualTo(2);
    }

    private int waiting(BoardCustomers customers) {
        return rows(customers).stream().mapToInt(BoardRow::waiting).sum();
    }

    private int inTime(BoardCustomers customers) {
        return rows(customers).stream().mapToInt(BoardRow::inTimeHour).sum();
    }

    private List<BoardRow> rows(BoardCustomers customers) {
        return scene.all(() -> board.board(customers)).rows();
    }

    private PersonRef person() {
        return organisation.person(Role.AGENT, Organisation.NORTH);
    }

    private Talk texts(String phone) {
        return texts(phone, "sms");
    }

    private Talk texts(String phone, String account) {
        return scene.talk(Organisation.SOUTH, new NewIdentity(IdentityKind.PHONE, "", phone, "p"), ContactChannel.SMS,
                account);
    }

    private Talk visits(String account) {
        return scene.talk(Organisation.SOUTH,
                new NewIdentity(IdentityKind.VISITOR, account, UUID.randomUUID().toString(), "访客"),
                ContactChannel.CHAT, account);
    }

    private static String phone() {
        return "13" + (100_000_000 + new Random().nextInt(899_999_999));
    }
}

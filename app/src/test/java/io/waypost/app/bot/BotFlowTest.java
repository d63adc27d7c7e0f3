package io.waypost.app.bot;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.app.claim.ClaimScene;
import io.waypost.app.conversation.Entry;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.tariff.TariffScene;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.TicketBrief;
import io.waypost.app.ticket.Tickets;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.dialogue.End.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@DisplayName("B1 B2 customers are received by the bot, and people go on where it does not suffice")
class BotFlowTest {

    private final BotScene scene;
    private final DeskTalks desk;
    private final Tickets tickets;
    private final TariffScene tariff;
    private final ClaimScene claims;
    private final JdbcClient jdbc;

    BotFlowTest(BotScene scene, DeskTalks desk, Tickets tickets, TariffScene tariff, ClaimScene claims,
            JdbcClient jdbc) {
        this.scene = scene;
        this.desk = desk;
        this.tickets = tickets;
        this.tariff = tariff;
        this.claims = claims;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void on() {
        scene.receives(Organisation.SOUTH, true);
    }

    @AfterEach
    void off() {
        scene.receives(Organisation.SOUTH, false);
    }

    @Test
    void tellsAStrangerOnlyWhatTheyHaveShownToBeTheirs() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, null);
        assertThat(scene.asks(talk, "我的快递到哪了呀")).contains("运单号");
        assertThat(scene.asks(talk, waybill)).contains("后四位").doesNotContain("运输中");
        assertThat(scene.asks(talk, "0000")).contains("对不上");
        assertThat(scene.asks(talk, phone.substring(7))).contains(waybill).contains("运输中").contains("还有别的");
        assertThat(contact(talk)).isEmpty();
    }

    @Test
    void knowsACustomerByTheirPhone() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        assertThat(scene.asks(talk, "帮我查下快递到哪里了")).contains(waybill).contains("运输中");
        assertThat(scene.asks(talk, "谢谢，没事了")).contains("不客气");
        until(() -> ended(talk).isPresent());
        assertThat(ended(talk)).contains(EndKind.SOLVED.name());
    }

    @Test
    void opensACaseOnceTheCustomerSaidYesAndTellsWhatBecomesOfIt() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        assertThat(scene.asks(talk, "把收货地址改一下，我要换个地址")).contains("详细地址");
        assertThat(scene.asks(talk, "广州市天河区体育东路1号 王先生")).contains("请确认").contains("体育东路1号");
        assertThat(cases(waybill)).isEmpty();
        assertThat(scene.asks(talk, "是的")).contains("已经登记，编号");
        var ticket = cases(waybill).getFirst();
        assertThat(ticket.kind()).isEqualTo("ADDRESS_CHANGE.ADDRESS");
        assertThat(ticket.description()).contains("客户原话：广州市天河区体育东路1号 王先生");
        assertThat(scene.asks(talk, "帮我查一下刚才投诉处理的进度")).contains(ticket.number());
    }

    @Test
    void tellsHowAClaimStandsAndWhereToClaim() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        assertThat(scene.asks(talk, "收到的包裹破了 东西摔坏了")).contains("什么东西坏了");
        assertThat(scene.asks(talk, "杯子全碎了，一共 60 块")).contains("请确认");
        assertThat(scene.asks(talk, "是的")).contains("已经登记").contains("我要理赔");
        var number = claims.claimed(waybill);
        assertThat(scene.asks(talk, "帮我查一下刚才投诉处理的进度")).contains(number).contains("正在审核");
    }

    @Test
    void keepsWhatACustomerCameAboutAlsoWhereItWasSettledAtOnce() {
        var phone = scene.phone();
        scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        scene.asks(talk, "帮我查下快递到哪里了");
        assertThat(column(talk, "intent")).contains("TRACK");
    }

    @Test
    void takesAGoodForAYesAlsoRightAfterAContactHasEnded() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        scene.asks(talk, "转人工");
        scene.all(() -> {
            desk.leave(talk.conversation());
            return true;
        });
        scene.asks(talk, "把收货地址改一下，我要换个地址");
        scene.asks(talk, "广州市天河区体育东路1号 王先生");
        assertThat(scene.asks(talk, "好的")).contains("已经登记");
        assertThat(cases(waybill)).hasSize(1);
    }

    @Test
    void tellsNobodyWhetherThereIsAParcel() {
        var talk = scene.talk(Organisation.SOUTH, null);
        assertThat(scene.asks(talk, "查一下 YT9999999999999 到哪了")).contains("后四位");
        assertThat(scene.asks(talk, "1234")).contains("对不上");
    }

    @Test
    void leavesTheCaseAndItsNumberToWhoeverGoesOn() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        scene.asks(talk, "催一下我的快递，快点送");
        scene.asks(talk, "是的");
        scene.asks(talk, "转人工");
        var ticket = cases(waybill).getFirst();
        assertThat(scene.entries(talk)).filteredOn(entry -> entry.kind() == EntryKind.NOTE).extracting(Entry::text)
                .singleElement().asString().contains(ticket.number());
        assertThat(scene.all(() -> jdbc.sql("select count(*) from desk.link where kind = 'TICKET' and ref = :ref")
                .param("ref", ticket.id().toString()).query(Integer.class).single())).isEqualTo(1);
        assertThat(column(talk, "state ->> 'detail'")).isEmpty();
    }

    @Test
    void opensNothingThatTheCustomerDidNotWant() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        scene.asks(talk, "催一下我的快递，快点送");
        assertThat(scene.asks(talk, "不用了")).contains("什么都没有提交");
        assertThat(cases(waybill)).isEmpty();
    }

    @Test
    void handsOverAtTheFirstWordWithAllThatWasSaid() {
        var phone = scene.phone();
        var waybill = scene.parcel(phone);
        var talk = scene.talk(Organisation.SOUTH, phone);
        scene.asks(talk, "快递到哪了 " + waybill);
        assertThat(contact(talk)).isEmpty();
        assertThat(scene.asks(talk, "转人工")).contains("已为您转接人工客服");
        assertThat(contact(talk)).isPresent();
        assertThat(matter(talk)).isEqualTo("WHERE_IS_IT");
        var note = scene.entries(talk).stream().filter(entry -> entry.kind() == EntryKind.NOTE).map(Entry::text)
                .toList();
        assertThat(note).singleElement().asString().contains("客户要求人工").contains(waybill).contains("已核对")
                .contains("告知了快递状态").contains("“转人工”");
        assertThat(reason(talk)).contains(Reason.ASKED.name());
        // From now on the agents have them, and the bot says nothing more.
        var last = scene.says(talk, "在吗");
        assertThat(scene.entries(talk).getLast().seq()).isEqualTo(last.seq());
    }

    @Test
    void callsAPersonWhenSomebodyThreatens() {
        var talk = scene.talk(Organisation.SOUTH, null);
        scene.asks(talk, "再不处理我就打12305投诉你们");
        assertThat(reason(talk)).contains(Reason.REGULATOR.name());
        assertThat(contact(talk)).isPresent();
    }

    @Test
    void answersFromTheKnowledgeBaseWithItsSource() {
        var talk = scene.talk(Organisation.SOUTH, null);
        var answer = scene.asks(talk, "充电宝能不能寄快递");
        if (answer.contains("回复数字")) {
            answer = scene.asks(talk, "1");
        }
        assertThat(answer).contains("依据：");
    }

    @Test
    void pricesByTheTariffInForceAndKnowsThePlaces() {
        tariff.inForce();
        var talk = scene.talk(Organisation.SOUTH, null);
        assertThat(scene.asks(talk, "从广州寄到北京2.3公斤运费多少钱")).contains("2.3 公斤", "标准快递 24.4 元");
        assertThat(scene.asks(talk, "从广州寄到台湾2公斤运费多少钱")).contains("请转人工询价");
        assertThat(scene.asks(talk, "上海寄到成都一般几天能到")).contains("标准快递：现在寄出");
        assertThat(scene.asks(talk, "天河区有没有你们的网点")).contains("天河");
        assertThat(contact(talk)).isEmpty();
    }

    @Test
    void leavesDesksAloneWhereItIsSwitchedOff() {
        scene.receives(Organisation.SOUTH, false);
        var talk = scene.talk(Organisation.SOUTH, null);
        scene.says(talk, "我的快递到哪了");
        assertThat(contact(talk)).isPresent();
    }

    @Test
    void answersWhatWasWrittenWhileItWasDown() {
        var talk = scene.talk(Organisation.SOUTH, null);
        // As a node leaves it that dies between the commit and its answer.
        scene.all(() -> jdbc.sql("""
                insert into bot.session (id, conversation_id, customer_id, channel, unit_path, opened_at, first_seq, asked_seq, asked_at,
                    answered_seq, state)
                select gen_random_uuid(), id, :customer, 'CHAT', unit_path, now(), 1, 0, now() - interval '1 minute', 0,
                    '{"step":"FREE","proven":false,"choices":[],"misses":0,"mood":"CALM","helped":false}'
                from conversation.conversation where id = :id
                """).param("customer", talk.customer()).param("id", talk.conversation()).update());
        scene.receives(Organisation.SOUTH, false);
        scene.says(talk, "转人工");
        scene.all(() -> jdbc.sql("update bot.session set asked_seq = 1 where conversation_id = :id")
                .param("id", talk.conversation()).update());
        // Where it is switched off meanwhile, nobody is forgotten either.
        until(() -> ended(talk).isPresent());
        assertThat(ended(talk)).contains(EndKind.HANDED_OVER.name());
    }

    private List<TicketBrief> cases(String waybill) {
        return scene.all(() -> tickets.ofParcel(waybill));
    }

    private Optional<ContactState> contact(BotScene.Talk talk) {
        return scene.all(() -> Optional.ofNullable(desk.standing(List.of(talk.conversation())).get(talk.conversation()))
                .map(DeskTalks.Standing::state));
    }

    private String matter(BotScene.Talk talk) {
        return scene.all(() -> jdbc.sql("select matter from desk.contact where conversation_id = :id")
                .param("id", talk.conversation()).query(String.class).single());
    }

    private Optional<String> ended(BotScene.Talk talk) {
        return column(talk, "end_kind");
    }

    private Optional<String> reason(BotScene.Talk talk) {
        return column(talk, "reason");
    }

    private Optional<String> column(BotScene.Talk talk, String column) {
        return scene.all(() -> jdbc
                .sql("select %s from bot.session where conversation_id = :id and %s is not null".formatted(column,
                        column))
                .param("id", talk.conversation()).query((row, _) -> io.waypost.app.kernel.Rows.text(row, column))
                .optional());
    }
}

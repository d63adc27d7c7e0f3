package io.waypost.app.wechat;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waypost.app.conversation.Entry;
import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.app.wechat.WechatStandIn.Message;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@Import({DeskRoom.class, WechatScene.class})
@DisplayName("C1 C3 customers write on WeChat and are answered there: each message once, in order, within WeChat's window and quota")
class WechatChannelTest {

    private static final WechatStandIn WECHAT = new WechatStandIn();

    private final MockMvc mvc;
    private final DeskRoom room;
    private final WechatScene scene;
    private final Organisation organisation;

    WechatChannelTest(MockMvc mvc, DeskRoom room, WechatScene scene, Organisation organisation) {
        this.mvc = mvc;
        this.room = room;
        this.scene = scene;
        this.organisation = organisation;
    }

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("waypost.wechat.api", WECHAT::address);
    }

    @AfterAll
    static void close() {
        WECHAT.close();
    }

    @BeforeEach
    void account() {
        WECHAT.script();
        room.clear();
        scene.account();
    }

    private Actor.Person agent() {
        return room.ready(Organisation.HEADQUARTERS, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
    }

    @Test
    void fromAMessageToTheAnswerAndTheQuestionHowItWas() throws Exception {
        var agent = agent();
        var openid = openid();
        assertThat(tell(openid, scene.text(openid, "1001", "我的快递 YT6200000000017 到哪了？"))).isEqualTo(200);
        assertThat(tell(openid, scene.text(openid, "1001", "我的快递 YT6200000000017 到哪了？"))).isEqualTo(200);
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        scene.answer(agent, conversation, "正在为您查询，请稍等。");
        until(() -> sentTo(openid).size() == 1);
        assertThat(sentTo(openid)).containsExactly(new Message(openid, "text", "正在为您查询，请稍等。"));
        until(() -> scene.state(conversation, 3).equals("SENT null"));
        assertThat(scene.left(openid)).isEqualTo(4);
        assertThat(scene.entries(conversation)).extracting(Entry::author).containsExactly(Author.CUSTOMER,
                Author.SYSTEM, Author.AGENT);

        room.close(agent, conversation);
        until(() -> sentTo(openid).size() == 2);
        assertThat(sentTo(openid).getLast().text()).contains("1 到 5");
        assertThat(tell(openid, scene.text(openid, "1002", "５分"))).isEqualTo(200);
        until(() -> room.score(conversation) == 5);
        assertThat(room.state(conversation)).isEqualTo("CLOSED");
        // A number once is an answer, a second time it is somebody who wants something.
        assertThat(tell(openid, scene.text(openid, "1003", "5"))).isEqualTo(200);
        until(() -> !room.state(conversation).equals("CLOSED"));
    }

    @Test
    void picturesComeInAndGoOut() throws Exception {
        var agent = agent();
        var openid = openid();
        WECHAT.hold("m1", Camera.photo());
        tell(openid, scene.picture(openid, "m1"));
        tell(openid, scene.picture(openid, "gone"));
        var conversation = scene.conversation(openid);
        until(() -> scene.entries(conversation).size() >= 2);
        var entries = scene.entries(conversation);
        var picture = entries.stream().filter(entry -> entry.kind() == EntryKind.IMAGE).findFirst().orElseThrow();
        assertThat(entries).anyMatch(entry -> entry.text().contains("已过期"));
        room.accept(agent, conversation);
        scene.send(agent, conversation, EntryKind.IMAGE, picture.file());
        until(() -> sentTo(openid).size() == 1);
        assertThat(sentTo(openid).getFirst().kind()).isEqualTo("image");
    }

    @Test
    void whatFailsForAMomentIsSentLaterAndNothingOvertakesIt() throws Exception {
        var agent = agent();
        var openid = openid();
        tell(openid, scene.text(openid, "2001", "在吗"));
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        WECHAT.script(-1, 45011);
        scene.answer(agent, conversation, "一");
        scene.answer(agent, conversation, "二");
        scene.answer(agent, conversation, "三");
        until(() -> {
            scene.everythingIsDue();
            return sentTo(openid).size() == 3;
        });
        assertThat(sentTo(openid)).extracting(Message::text).containsExactly("一", "二", "三");
    }

    @Test
    void whatNobodyKnowsOfIsNotSentAgainByItself() throws Exception {
        var agent = agent();
        var openid = openid();
        tell(openid, scene.text(openid, "3001", "在吗"));
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        WECHAT.script(-500);
        var seq = scene.answer(agent, conversation, "您好");
        until(() -> scene.state(conversation, seq).startsWith("UNKNOWN"));
        scene.everythingIsDue();
        scene.answer(agent, conversation, "还在吗");
        until(() -> sentTo(openid).size() == 2);
        assertThat(sentTo(openid)).extracting(Message::text).containsExactly("您好", "还在吗");
        scene.again(agent, conversation, seq);
        until(() -> sentTo(openid).size() == 3);
        until(() -> scene.state(conversation, seq).equals("SENT null"));
    }

    @Test
    void theWindowAndTheQuotaAreKept() throws Exception {
        var agent = agent();
        var openid = openid();
        tell(openid, scene.text(openid, "4001", "在吗", Duration.ofDays(3)));
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        var late = scene.answer(agent, conversation, "您好");
        until(() -> scene.state(conversation, late).equals("FAILED WINDOW_CLOSED"));
        assertThat(sentTo(openid)).isEmpty();

        tell(openid, scene.text(openid, "4002", "我又来了"));
        until(() -> scene.left(openid) == 5);
        for (int i = 1; i <= 5; i++) {
            scene.answer(agent, conversation, "第" + i);
        }
        var sixth = scene.answer(agent, conversation, "第6");
        until(() -> scene.state(conversation, sixth).equals("FAILED QUOTA_USED"));
        assertThat(sentTo(openid)).hasSize(5);
        assertThat(scene.limits(agent, conversation).closed()).isEqualTo("QUOTA_USED");

        tell(openid, scene.text(openid, "4003", "收到"));
        until(() -> scene.left(openid) == 5);
        WECHAT.script(45015);
        var refused = scene.answer(agent, conversation, "好的");
        until(() -> scene.state(conversation, refused).equals("FAILED WINDOW_CLOSED"));
        assertThat(scene.limits(agent, conversation).closed()).isEqualTo("WINDOW_CLOSED");
    }

    @Test
    void aLongAnswerGoesInSeveralAndWhatHasLeftDoesNotLeaveAgain() throws Exception {
        var agent = agent();
        var openid = openid();
        tell(openid, scene.text(openid, "5001", "在吗"));
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        WECHAT.script(0, -1);
        var text = "快件正在派送，请保持电话畅通。".repeat(60);
        scene.answer(agent, conversation, text);
        until(() -> {
            scene.everythingIsDue();
            return String.join("", sentTo(openid).stream().map(Message::text).toList()).equals(text);
        });
        assertThat(sentTo(openid)).hasSizeGreaterThan(1);
    }

    @Test
    void aTokenThatIsNoLongerGoodIsReplacedOnceByOneOfMany() throws Exception {
        scene.token();
        int before = WECHAT.tokensGiven();
        var tokens = atOnce(50, scene::token);
        assertThat(tokens).hasSize(1);
        assertThat(WECHAT.tokensGiven()).isEqualTo(before);
        scene.forgetToken();
        assertThat(atOnce(50, scene::token)).hasSize(1);
        assertThat(WECHAT.tokensGiven()).isEqualTo(before + 1);

        // Near its end the old one goes on for as long as WeChat gives no other.
        scene.tokenNearEnd();
        WECHAT.givesNoToken(true);
        assertThat(atOnce(10, scene::token)).hasSize(1);
        WECHAT.givesNoToken(false);
        assertThat(atOnce(50, scene::token)).hasSizeBetween(1, 2);
        assertThat(WECHAT.tokensGiven()).isEqualTo(before + 2);

        WECHAT.forgetToken();
        var agent = agent();
        var openid = openid();
        tell(openid, scene.text(openid, "6001", "在吗"));
        var conversation = scene.conversation(openid);
        room.accept(agent, conversation);
        scene.answer(agent, conversation, "您好");
        until(() -> sentTo(openid).size() == 1);
        assertThat(WECHAT.tokensGiven()).isEqualTo(before + 3);
    }

    @Test
    void forgedOldPlainAndForeignCallsAreRefusedAndKeptNowhere() throws Exception {
        var openid = openid();
        var xml = scene.text(openid, "7001", "你好");
        var call = scene.call(xml);
        int kept = scene.kept();
        var path = "/api/v1/public/wechat/" + WechatScene.KEY;
        assertThat(status(path, "x" + call.signature().substring(1), call.timestamp(), call.nonce(), call.body()))
                .isEqualTo(403);
        assertThat(status(path, call.signature(), call.timestamp(), "other", call.body())).isEqualTo(403);
        assertThat(status(path, call.signature(), call.timestamp(), call.nonce(), xml)).isEqualTo(403);
        assertThat(status("/api/v1/public/wechat/nobody", call.signature(), call.timestamp(), call.nonce(),
                call.body())).isEqualTo(403);
        var old = scene.call(xml, Duration.ofMinutes(11));
        assertThat(status(path, old.signature(), old.timestamp(), old.nonce(), old.body())).isEqualTo(403);
        for (var rubbish : List.of("", "<xml>", "{}", "<xml><Encrypt>AAAA</Encrypt></xml>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>")) {
            assertThat(status(path, call.signature(), call.timestamp(), call.nonce(), rubbish)).isEqualTo(403);
        }
        assertThat(mvc.perform(post(path)).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(scene.kept()).isEqualTo(kept);

        var echo = mvc.perform(get(path).param("signature", scene.cipher().signature(call.timestamp(), "n"))
                .param("timestamp", call.timestamp()).param("nonce", "n").param("echostr", "123456")).andReturn()
                .getResponse();
        assertThat(echo.getContentAsString()).isEqualTo("123456");
        assertThat(mvc.perform(get(path).param("signature", "0").param("timestamp", call.timestamp())
                .param("nonce", "n").param("echostr", "123456")).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void whatANodeDroppedWhileItReadItIsReadByAnother() throws Exception {
        var openid = openid();
        scene.takenByALostNode(openid, scene.text(openid, "8001", "在吗"));
        tell(openid, scene.text(openid, "8002", "有人吗"));
        var conversation = scene.conversation(openid);
        until(() -> scene.entries(conversation).stream().filter(entry -> entry.author() == Author.CUSTOMER)
                .count() == 2);
        assertThat(scene.entries(conversation)).filteredOn(entry -> entry.author() == Author.CUSTOMER)
                .extracting(Entry::text).containsExactly("在吗", "有人吗");
    }

    private int tell(String openid, String xml) throws Exception {
        assertThat(xml).contains(openid);
        var call = scene.call(xml);
        return status("/api/v1/public/wechat/" + WechatScene.KEY, call.signature(), call.timestamp(), call.nonce(),
                call.body());
    }

    private int status(String path, String signature, String timestamp, String nonce, String body) throws Exception {
        return mvc.perform(post(path).param("msg_signature", signature).param("timestamp", timestamp)
                .param("nonce", nonce).param("encrypt_type", "aes").contentType("text/xml").content(body))
                .andReturn().getResponse().getStatus();
    }

    private static List<Message> sentTo(String openid) {
        return WECHAT.sent().stream().filter(message -> message.to().equals(openid)).toList();
    }

    private static String openid() {
        return "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
    }

    private static List<String> atOnce(int times, Callable<String> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<String>>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(call));
            }
            var all = new ArrayList<String>();
            for (var future : futures) {
                all.add(future.get());
            }
            return all.stream().distinct().toList();
        }
    }
}

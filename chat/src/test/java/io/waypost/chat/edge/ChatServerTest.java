package io.waypost.chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.chat.ChatSide;
import io.waypost.chat.HostFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The edge over real sockets: what is said arrives, once and in order. */
class ChatServerTest extends RunningEdge {

    @Test
    void twoDevicesAndTheDeskSeeEveryMessageOnce() {
        try (var phone = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone");
                var tablet = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "tablet");
                var desk = Browser.welcomed(server.port(), ChatSide.AGENT, 1, "desk")) {
            var cid = phone.post("我的件到哪了");
            var ack = phone.await("ack");
            assertThat(ack.text("cid")).isEqualTo(cid);
            assertThat(ack.number("seq")).isEqualTo(1);
            for (var other : List.of(phone, tablet, desk)) {
                var item = other.await("items").list("items").getFirst();
                assertThat(item.text("text")).isEqualTo("我的件到哪了");
                assertThat(item.text("author")).isEqualTo("CUSTOMER");
                assertThat(item.text("cid")).isEqualTo(cid);
            }
            phone.post(cid, "我的件到哪了");
            assertThat(phone.await("ack").number("seq")).as("the same answer").isEqualTo(1);
            desk.send("{\"t\":\"typing\",\"conv\":\"" + ack.text("conv") + "\"}");
            assertThat(tablet.await("typing").text("side")).isEqualTo("AGENT");
            desk.send("{\"t\":\"read\",\"conv\":\"" + ack.text("conv") + "\",\"seq\":1}");
            assertThat(phone.await("head").number("readByAgent")).isEqualTo(1);
            tablet.send("{\"t\":\"pull\",\"conv\":\"" + ack.text("conv") + "\",\"after\":0}");
            assertThat(tablet.await("items").list("items")).hasSize(1);
            assertThat(server.counts().sockets()).isEqualTo(3);
        }
    }

    @Test
    void saysWhatIsWrong() {
        try (var browser = new Browser(server.port())) {
            browser.post("before hello");
            assertThat(browser.await("refused").text("code")).isEqualTo("HELLO_FIRST");
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            browser.await("welcome");
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            assertThat(browser.await("refused").text("code")).isEqualTo("ALREADY_HERE");
            browser.send("{\"t\":\"pull\",\"conv\":\"" + new UUID(9, 9) + "\",\"after\":0}");
            var refused = browser.await("refused");
            assertThat(refused.text("code")).isEqualTo("CONVERSATION_UNKNOWN");
            assertThat(refused.text("conv")).isEqualTo(new UUID(9, 9).toString());
            for (int times = 0; times < 20; times++) {
                browser.send("nonsense");
            }
            assertThat(browser.status()).isEqualTo(4002);
            assertThat(server.counts().unreadable()).isEqualTo(20);
        }
        try (var browser = new Browser(server.port())) {
            browser.send("{\"t\":\"hello\",\"v\":1,\"token\":\"stolen\",\"dev\":\"d\"}");
            assertThat(browser.await("refused").text("code")).isEqualTo("TOKEN_UNKNOWN");
            assertThat(browser.status()).isEqualTo(4003);
        }
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            browser.send("x".repeat(70_000));
            assertThat(browser.status()).isIn(1009, 1006);
        }
    }

    @Test
    void aDeviceHasOneSocket() {
        try (var old = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone");
                var other = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "tablet");
                var young = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            assertThat(old.status()).isEqualTo(4001);
            young.post("hello");
            young.await("ack");
            other.await("items");
            assertThat(other.closed).isNotDone();
        }
    }

    @Test
    void anOutageIsSaidAndPasses() {
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            host.faults(new HostFaults(new Random(1), 0, 0, 0, 100, 0));
            var cid = browser.post("now?");
            assertThat(browser.await("busy").text("cid")).isEqualTo(cid);
            host.faults(HostFaults.none());
            browser.post(cid, "now?");
            assertThat(browser.await("ack").text("cid")).isEqualTo(cid);
        }
    }

    @Test
    void everythingIsThereAfterANodeIsKilled() {
        var said = new ArrayList<String>();
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            said.add(browser.post("one"));
            browser.await("ack");
            said.add(browser.post("two"));
            server.kill();
        }
        server = start(ChatLimits.usual());
        try (var browser = new Browser(server.port())) {
            browser.hello(ChatSide.CUSTOMER, 1, "phone");
            var talk = browser.await("welcome").list("heads").getFirst().text("conv");
            browser.post(said.get(1), "two");
            assertThat(browser.await("ack").number("seq")).isEqualTo(2);
            browser.send("{\"t\":\"pull\",\"conv\":\"" + talk + "\",\"after\":0}");
            var items = browser.await("items");
            while (!items.has("last")) {
                items = browser.await("items");
            }
            assertThat(items.list("items").stream().map(item -> item.text("cid"))).isEqualTo(said);
        }
    }

    @Test
    void saysGoodbye() {
        try (var browser = Browser.welcomed(server.port(), ChatSide.CUSTOMER, 1, "phone")) {
            server.close();
            assertThat(browser.await("bye").text("code")).isEqualTo("GOING");
            assertThat(browser.status()).isEqualTo(1001);
        }
    }
}

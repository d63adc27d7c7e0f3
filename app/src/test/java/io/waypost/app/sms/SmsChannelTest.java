package io.waypost.app.sms;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelRoom;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.TimedSignature;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = {"waypost.outbox.http.cloud.endpoint=http://127.0.0.1:9/",
        "waypost.outbox.http.cloud.key-id=k", "waypost.outbox.http.cloud.secret=s",
        "waypost.outbox.http.cloud.report-secret=report-secret", "waypost.outbox.http.cloud.sign-name=x",
        "waypost.outbox.http.cloud.templates[*]=SMS_1"})
@AutoConfigureMockMvc
@Import({DeskRoom.class, ChannelRoom.class})
@DisplayName("C1 short messages and feedback that come in become contacts, and what is answered goes back the same way")
class SmsChannelTest {

    private static final String FEEDBACK = "/api/v1/partners/feedback/app-store";
    private static final String SECRET = "a-secret-of-the-source";

    private final MockMvc mvc;
    private final DeskRoom room;
    private final ChannelRoom channels;
    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock wall;

    SmsChannelTest(MockMvc mvc, DeskRoom room, ChannelRoom channels, Organisation organisation, Customers customers,
            Conversations conversations, TransactionTemplate transaction, JdbcClient jdbc,
            @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.room = room;
        this.channels = channels;
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @BeforeEach
    void accounts() {
        room.clear();
        channels.account(new ChannelAccount(ContactChannel.SMS, "service-number", "客服短信", Organisation.HEADQUARTERS,
                "", Map.of("number", "10690001", "signature", "驿路速运"), Map.of(), true, 1));
        channels.account(new ChannelAccount(ContactChannel.FEEDBACK, "app-store", "应用商店", Organisation.HEADQUARTERS,
                "", Map.of("source", "应用商店"), Map.of("secret", SECRET), true, 1));
    }

    private Actor.Person agent() {
        return room.ready(Organisation.HEADQUARTERS, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
    }

    @Test
    void aReplyBecomesAContactAndTheAnswerLeavesAsAShortMessage() throws Exception {
        var agent = agent();
        var phone = "139%08d".formatted(new Random().nextInt(100_000_000));
        reply(phone, "1069000101", "我的快递到哪了");
        var conversation = conversation(new NewIdentity(IdentityKind.PHONE, "", phone, ""));
        room.accept(agent, conversation);
        long seq = answer(agent, conversation, "今天派送，请留意电话。");
        until(() -> messages(conversation, seq) == 1);
        until(() -> !channels.state(conversation, seq).startsWith("QUEUED")
                && !channels.state(conversation, seq).startsWith("SENDING"));
        assertThat(text(conversation, seq)).isNotEmpty();

        // Somebody who wants no more messages wants nothing else.
        reply(phone, "1069000101", "TD");
        reply(phone, "10086", "别的号码");
        reply(phone, "1069000101", "好的");
        until(() -> said(conversation).size() == 2);
        assertThat(said(conversation)).containsExactly("我的快递到哪了", "好的");
    }

    @Test
    void feedbackIsTakenOnceAndItsAnswerFetched() throws Exception {
        var agent = agent();
        var author = "u" + UUID.randomUUID();
        var body = """
                [{"id":"%s-1","author":{"id":"%s","name":"小王"},"text":"三天没动静","rating":1,"link":"https://store.example/1"}]"""
                .formatted(author, author);
        assertThat(bring(body)).contains("\"taken\":1");
        assertThat(bring(body)).contains("\"taken\":0").contains("\"known\":1");
        var conversation = conversation(new NewIdentity(IdentityKind.APP, "feedback.app-store", author, ""));
        assertThat(said(conversation)).containsExactly("[1 星] 三天没动静");
        room.accept(agent, conversation);
        long seq = answer(agent, conversation, "非常抱歉，正在为您催促。");
        until(() -> channels.state(conversation, seq).equals("SENT null"));
        var first = fetch(0);
        assertThat(first).contains("非常抱歉，正在为您催促。").contains(author + "-1");
        fetch(Long.parseLong(first.replaceAll(".*\"next\":([0-9]+).*", "$1")));
        assertThat(channels.state(conversation, seq)).isEqualTo("DELIVERED null");
        room.close(agent, conversation);
    }

    @Test
    void whatIsForgedOrWrongIsRefusedWhole() throws Exception {
        var good = "{\"id\":\"%s\",\"author\":{\"id\":\"a\"},\"text\":\"x\"}".formatted(UUID.randomUUID());
        int kept = channels.kept();
        for (var wrong : List.of("", "{", "{}", "[%s,{}]".formatted(good),
                "[%s,{\"id\":\"1\",\"author\":{},\"text\":\"x\"}]".formatted(good),
                "[%s,{\"id\":\"1\",\"author\":{\"id\":\"a\"},\"text\":\"\\u0000\"}]".formatted(good),
                "[{\"id\":\"1\",\"author\":{\"id\":\"a\"},\"text\":\"x\",\"rating\":6}]")) {
            assertThat(status(wrong, SECRET, Duration.ZERO)).as(wrong).isEqualTo(422);
        }
        var body = "[%s]".formatted(good);
        assertThat(status(body, "another", Duration.ZERO)).isEqualTo(403);
        assertThat(status(body, SECRET, Duration.ofMinutes(6))).isEqualTo(403);
        assertThat(mvc.perform(post(FEEDBACK).content(body)).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(channels.kept()).isEqualTo(kept);
    }

    private void reply(String phone, String to, String text) throws Exception {
        var body = "[{\"phone_number\":\"%s\",\"content\":\"%s\",\"sequence_id\":%d,\"dest_code\":\"%s\"}]"
                .formatted(phone, text, new Random().nextLong(Long.MAX_VALUE), to);
        var now = String.valueOf(wall.instant().getEpochSecond());
        assertThat(mvc.perform(post("/api/v1/partners/sms/cloud/replies").contentType("application/json").content(body)
                .header("X-Timestamp", now).header("X-Signature", TimedSignature.of("report-secret", now + "." + body)))
                .andReturn()
                .getResponse().getStatus()).isEqualTo(200);
    }

    private String bring(String body) throws Exception {
        var now = String.valueOf(wall.instant().getEpochSecond());
        return mvc.perform(post(FEEDBACK).contentType("application/json").content(body).header("X-Timestamp", now)
                .header("X-Signature", TimedSignature.of(SECRET, now + "." + body))).andReturn().getResponse()
                .getContentAsString();
    }

    private int status(String body, String secret, Duration ago) throws Exception {
        var at = String.valueOf(wall.instant().minus(ago).getEpochSecond());
        return mvc.perform(post(FEEDBACK).contentType("application/json").content(body).header("X-Timestamp", at)
                .header("X-Signature", TimedSignature.of(secret, at + "." + body))).andReturn().getResponse()
                .getStatus();
    }

    private String fetch(long after) throws Exception {
        var now = String.valueOf(wall.instant().getEpochSecond());
        return mvc.perform(get(FEEDBACK + "/replies").param("after", String.valueOf(after)).header("X-Timestamp", now)
                .header("X-Signature", TimedSignature.of(SECRET, now + "." + after))).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private UUID conversation(NewIdentity who) throws Exception {
        var identity = all(() -> customers.identify(who, null)).identity();
        until(() -> all(() -> conversations.of(identity)).stream().anyMatch(found -> found.last() > 0));
        return all(() -> conversations.of(identity)).getFirst().id();
    }

    private long answer(Actor.Person agent, UUID conversation, String text) {
        return conversations.write(new NewEntry(conversation, Author.AGENT, agent.id(), agent.name(), EntryKind.TEXT,
                text, null, UUID.randomUUID().toString())).toCompletableFuture().join().entry().seq();
    }

    private List<String> said(UUID conversation) {
        return all(() -> conversations.entries(conversation, 0, 100)).stream()
                .filter(entry -> entry.author() == Author.CUSTOMER).map(Entry::text).toList();
    }

    private int messages(UUID conversation, long seq) {
        return all(() -> jdbc.sql("select count(*) from outbox.message where subject_id = ?")
                .param(conversation + ":" + seq).query(Integer.class).single());
    }

    private String text(UUID conversation, long seq) {
        return all(() -> jdbc.sql("select recipient_shown from outbox.message where subject_id = ?")
                .param(conversation + ":" + seq).query(String.class).single());
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}

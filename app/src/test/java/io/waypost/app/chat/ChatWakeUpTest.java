package io.waypost.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.Reader;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("C1 the app is woken for an answer that nobody has seen, once, on its user's own devices")
class ChatWakeUpTest {

    private final MockMvc mvc;
    private final Visitors visitors;
    private final ChatToken tokens;
    private final ChatWakeUp wakeUp;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ChatWakeUpTest(MockMvc mvc, Visitors visitors, ChatToken tokens, ChatWakeUp wakeUp, Conversations conversations,
            TransactionTemplate transaction, JdbcClient jdbc) {
        this.mvc = mvc;
        this.visitors = visitors;
        this.tokens = tokens;
        this.wakeUp = wakeUp;
        this.conversations = conversations;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Somebody's chat on a device. */
    private record Phone(String token, UUID conversation) {}

    @Test
    void announcesWhatWasNotSeenOnceAndNothingThatWas() throws Exception {
        var phone = phone();
        assertThat(device(phone, "", "device-" + phone.conversation())).isEqualTo(204);
        answer(phone, "您好");
        answer(phone, "还在吗");
        due();
        assertThat(announced(phone)).isEqualTo(1);

        answer(phone, "看到了吗");
        all(() -> conversations.read(phone.conversation(), Reader.CUSTOMER, 3));
        due();
        assertThat(announced(phone)).isEqualTo(1);

        assertThat(device(phone, "/remove", "device-" + phone.conversation())).isEqualTo(204);
        answer(phone, "再见");
        due();
        assertThat(announced(phone)).isEqualTo(1);
    }

    @Test
    void aDeviceIsItsLastUsersOnly() throws Exception {
        var first = phone();
        var second = phone();
        var device = "shared-" + first.conversation();
        device(first, "", device);
        device(second, "", device);
        answer(first, "您好");
        answer(second, "您好");
        due();
        assertThat(announced(first)).isZero();
        assertThat(announced(second)).isEqualTo(1);
    }

    @Test
    void whoShowsNoTokenOrNoDeviceIsRefused() throws Exception {
        assertThat(device(new Phone("forged", UUID.randomUUID()), "", "d")).isEqualTo(401);
        assertThat(device(phone(), "", "")).isEqualTo(422);
        assertThat(device(phone(), "", "d".repeat(201))).isEqualTo(422);
    }

    private Phone phone() {
        var welcomed = visitors.welcome(ChatSites.OWN, null);
        var token = welcomed.token().token();
        var identity = tokens.read(token).orElseThrow().id();
        return new Phone(token, all(() -> conversations.of(identity)).getFirst().id());
    }

    private int device(Phone phone, String path, String device) throws Exception {
        return mvc.perform(post("/api/v1/public/chat/device" + path).contentType("application/json")
                .header("X-Chat-Token", phone.token()).content("{\"device\":\"%s\"}".formatted(device))).andReturn()
                .getResponse().getStatus();
    }

    private void answer(Phone phone, String text) {
        conversations.write(new NewEntry(phone.conversation(), Author.AGENT, UUID.randomUUID(), "小李", EntryKind.TEXT,
                text, null, UUID.randomUUID().toString())).toCompletableFuture().join();
    }

    private void due() {
        all(() -> jdbc.sql("update chat.wake set due_at = now() - interval '1 second'").update());
        wakeUp.run();
    }

    private int announced(Phone phone) {
        return all(() -> jdbc.sql("select count(*) from outbox.message where idempotency_key like ?")
                .param("chat-wake %s %%".formatted(phone.conversation())).query(Integer.class).single());
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}

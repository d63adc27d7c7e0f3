package io.waypost.app.email;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.channel.AccountRoom;
import io.waypost.app.channel.AccountRoom.Letter;
import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.conversation.Conversations;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import(AccountRoom.class)
@DisplayName("C4 a mailbox is watched by one node, from where it was read, whatever its server or the line does")
class MailboxWatchTest {

    private final AccountRoom accounts;
    private final MailboxStore mailboxes;
    private final EmailAdapter adapter;
    private final JdbcClient jdbc;
    private final MailScene scene;

    MailboxWatchTest(AccountRoom accounts, Conversations conversations, MailboxStore mailboxes, EmailAdapter adapter,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.adapter = adapter;
        this.jdbc = jdbc;
        this.scene = new MailScene(accounts, conversations, jdbc);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void nothingComesTwiceOrNeverWhenNumbersBeginAnewOrTheConnectionBreaks() throws Exception {
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        try (var wire = new CutWire(scene.town.imapPort())) {
            var account = scene.open(scene.town.settings(ours, wire.port(), scene.town.smtpPort()));
            scene.town.write(theirs, ours, "One", "", "一");
            scene.town.deliver(ours, "From: " + theirs + "\nSubject: No id\n\n二\n");
            scene.kept(account, 2);
            // The node dies after the inbox has a mail and before it knows how far it was read.
            accounts.all(() -> jdbc.sql("update email.mailbox set max_uid = 0 where account = :key")
                    .param("key", account.key()).update());
            wire.cut();
            scene.town.write(theirs, ours, "Three", "", "三");
            scene.kept(account, 3);
            accounts.all(() -> jdbc.sql("update email.mailbox set uid_validity = uid_validity - 1 where account = :key")
                    .param("key", account.key()).update());
            scene.town.write(theirs, ours, "Four", "", "四");
            var letters = scene.kept(account, 4);
            assertThat(letters).extracting(Letter::state).containsOnly("KEPT");
            assertThat(letters).extracting(Letter::extId).doesNotHaveDuplicates().last().asString().endsWith("-4-1");
            assertThat(scene.texts(letters.getFirst().conversation().orElseThrow())).containsExactly("主题：One\n一",
                    "新主题：No id\n二", "新主题：Three\n三", "新主题：Four\n四");
        }
    }

    @Test
    void aServerThatFallsSilentIsFoundOut() throws Exception {
        var ours = scene.town.address("service");
        var server = Mailbox.of(scene.account(scene.town.settings(ours))).imap();
        try (var wire = new CutWire(scene.town.imapPort())) {
            var through = new Mailbox.MailServer(server.host(), wire.port(), server.tls(), server.user(),
                    server.password());
            try (var connection = MailboxConnection.open(through, "INBOX", new KnownSockets())) {
                assertThat(connection.idle(Duration.ofMillis(100), Duration.ofSeconds(5))).isTrue();
                assertThat(connection.after(0)).isEmpty();
                scene.town.write("a@b.example", ours, "One", "", "一");
                // It was told of before it was waited for.
                var began = Instant.now();
                assertThat(connection.idle(Duration.ofSeconds(15), Duration.ofSeconds(5))).isTrue();
                assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
                assertThat(connection.after(0)).hasSize(1);
                assertThat(connection.after(1)).isEmpty();
                wire.fallSilent();
                assertThatThrownBy(() -> connection.idle(Duration.ofMillis(200), Duration.ofMillis(300)))
                        .isInstanceOf(jakarta.mail.MessagingException.class);
            }
        }
    }

    @Test
    void twoMailboxesGetTheSameMailAndEachIsWatchedByOneNode() throws Exception {
        var ours = scene.town.address("service");
        var second = scene.town.address("second");
        var theirs = scene.town.address("zhang");
        var wire = new CutWire(scene.town.imapPort());
        var one = scene.open(scene.town.settings(ours, wire.port(), scene.town.smtpPort()));
        var other = scene.open(second);
        scene.town.write(theirs, ours, "Both", "Cc: " + second, "你们谁管？");
        scene.town.write(theirs, second, "Both", "Cc: " + second, "你们谁管？");
        var here = scene.kept(one, 1).getFirst().conversation().orElseThrow();
        var there = scene.kept(other, 1).getFirst().conversation().orElseThrow();
        assertThat(here).isNotEqualTo(there);
        var customers = accounts.all(() -> jdbc.sql("""
                select distinct i.customer_id from conversation.conversation c join conversation.identity i on i.id = c.identity_id
                where c.id in (:here, :there)
                """).param("here", here).param("there", there).query(UUID.class).list());
        assertThat(customers).hasSize(1);

        var node = UUID.randomUUID();
        var now = Instant.now();
        assertThat(accounts.<Boolean>all(() -> mailboxes.claim(one.key(), node, now))).isFalse();
        var later = now.plus(MailboxStore.LEASE).plusSeconds(60);
        assertThat(accounts.<Boolean>all(() -> mailboxes.claim(one.key(), node, later))).isTrue();
        // Whoever had it notices before it takes anything more.
        scene.town.write(theirs, ours, "Late", "", "晚到");
        until(() -> accounts.<Boolean>all(() -> mailboxes.renew(one.key(), node, later)));
        until(wire::unused);
        assertThat(accounts.letters(one)).hasSize(1);
        accounts.all(() -> {
            mailboxes.release(one.key(), node);
            return true;
        });
        adapter.changed();
        scene.kept(one, 2);
        wire.close();
    }

    @Test
    void aMailThatIsTooLargeIsKeptAsItsHeaders() throws Exception {
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        var account = scene.open(ours);
        scene.town.write(theirs, ours, "Huge", "", "x".repeat(1_000_000 * 27).replaceAll("(.{900})", "$1\n"));
        var conversation = scene.kept(account, 1).getFirst().conversation().orElseThrow();
        assertThat(scene.texts(conversation)).first().asString().isEqualTo("主题：Huge");
        assertThat(scene.entries(conversation).getLast().kind()).isEqualTo(EntryKind.NOTE);
        assertThat(scene.texts(conversation).getLast()).contains("邮件太大");
    }

    @Test
    void whatIsWrongWithAMailboxIsSaid() throws Exception {
        var ours = scene.town.address("service");
        assertThat(adapter.tryOut(scene.account(scene.town.settings(ours)))).isEmpty();
        var wrong = new ChannelAccount(ContactChannel.EMAIL, "k", "k", "HQ", "/HQ/", scene.town.settings(ours),
                Map.of("password", "wrong"), true, 1);
        assertThat(adapter.tryOut(wrong).orElseThrow()).contains("收信服务器拒绝登录").contains("发信服务器拒绝登录");
        var nowhere = scene.account(scene.town.settings(ours, 1, 1));
        assertThat(adapter.tryOut(nowhere).orElseThrow()).contains("连不上收信服务器 127.0.0.1:1");
        var open = new java.util.HashMap<>(scene.town.settings(ours));
        open.put("imapHost", "mail.town.example");
        assertThat(adapter.tryOut(scene.account(open)).orElseThrow()).contains("必须加密");
        var account = scene.open(scene.town.settings(ours, 1, scene.town.smtpPort()));
        until(() -> adapter.trouble(account).isPresent());
        assertThat(adapter.trouble(account).orElseThrow()).contains("连不上收信服务器");
    }
}

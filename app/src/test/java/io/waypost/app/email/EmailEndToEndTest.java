package io.waypost.app.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.channel.AccountRoom;
import io.waypost.app.channel.AccountRoom.Letter;
import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.ScriptedSmtp;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskRoom.class, AccountRoom.class})
@DisplayName("C4 customers write mails and are answered by mail, each once, whatever breaks between")
class EmailEndToEndTest {

    private final AccountRoom accounts;
    private final DeskRoom room;
    private final Organisation organisation;
    private final Conversations conversations;
    private final MailboxStore mailboxes;
    private final MailController mails;
    private final EmailAdapter adapter;
    private final SignedIds ids;
    private final JdbcClient jdbc;
    private final MailTown town = new MailTown();
    private final List<ChannelAccount> opened = new ArrayList<>();

    EmailEndToEndTest(AccountRoom accounts, DeskRoom room, Organisation organisation, Conversations conversations,
            MailboxStore mailboxes, MailController mails, EmailAdapter adapter, SignedIds ids, JdbcClient jdbc) {
        this.accounts = accounts;
        this.room = room;
        this.organisation = organisation;
        this.conversations = conversations;
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.adapter = adapter;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @AfterEach
    void leave() {
        opened.forEach(accounts::close);
        town.close();
    }

    @Test
    void aMailIsAnsweredAndTheAnswerAnswered() throws Exception {
        room.clear();
        var agent = room.ready(Organisation.HEADQUARTERS, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        var ours = town.address("service");
        var theirs = town.address("zhang");
        var account = open(ours);
        town.write(theirs, ours, "=?utf-8?Q?Parcel=0D=0ABcc:_victim@evil.example?=", "", "YT6200000000017 到哪了？");
        var conversation = kept(account, 1).getFirst().conversation().orElseThrow();
        assertThat(texts(conversation))
                .containsExactly("主题：Parcel Bcc: victim@evil.example\nYT6200000000017 到哪了？");
        room.accept(agent, conversation);
        var answer = say(conversation, Author.AGENT, agent, "正在派送。");
        var got = town.received(theirs, 1).getFirst();
        assertThat(got.getSubject()).isEqualTo("Re: Parcel Bcc: victim@evil.example");
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getFrom()[0]).hasToString("=?UTF-8?B?6am/6Lev5a6i5pyN?= <" + ours + ">");
        assertThat(got.getHeader("Auto-Submitted")).isNull();
        assertThat(got.getHeader("In-Reply-To", null)).endsWith("@customer.example>");
        assertThat(got.getHeader("References", null)).isEqualTo(got.getHeader("In-Reply-To", null));
        assertThat(ids.in(got.getMessageID()).getFirst().conversation()).isEqualTo(conversation);
        MailTown.until(() -> accounts.delivery(conversation, answer.seq()).equals("SENT"));

        var other = town.address("wang");
        town.write(other, ours, "Re: Parcel Bcc: victim@evil.example", "In-Reply-To: " + got.getMessageID(),
                "收到。\n\n> 正在派送。");
        assertThat(kept(account, 2).getLast().conversation()).contains(conversation);
        assertThat(texts(conversation)).endsWith("来自另一地址 w***@town.example", "收到。");
        var forged = got.getMessageID().replaceAll("\\.[0-9a-f]{32}@", "." + "a".repeat(32) + "@");
        town.write(other, ours, "Hello", "In-Reply-To: " + forged, "让我进来");
        assertThat(kept(account, 3).getLast().conversation()).get().isNotEqualTo(conversation);
        town.write(theirs, ours, "另一件事", "", "换个主题");
        kept(account, 4);
        assertThat(texts(conversation).getLast()).isEqualTo("新主题：另一件事\n换个主题");

        var original = Acting.as(agent, () -> mails.mail(conversation, 1));
        assertThat(original.from()).isEqualTo("z***@town.example");
        assertThat(original.html()).contains("YT6200000000017");
        var stranger = organisation.actor(Organisation.TIANHE, io.waypost.app.kernel.Permission.DESK_WORK);
        assertThatThrownBy(() -> Acting.as(stranger, () -> mails.mail(conversation, 1))).isInstanceOf(Refusal.class);
    }

    @Test
    void machinesAnswerOnceADayAndAreNotAnswered() throws Exception {
        var ours = town.address("service");
        var theirs = town.address("zhang");
        var account = open(ours);
        var second = town.address("second");
        open(second);
        town.write(second, ours, "Loop", "", "From one of ours to the other.");
        town.write(theirs, ours, "Away", "Auto-Submitted: auto-replied", "I am away.");
        town.write(theirs, ours, "Question", "", "在吗");
        var letters = kept(account, 3);
        assertThat(letters).extracting(Letter::state).containsExactly("DROPPED", "DROPPED", "KEPT");
        assertThat(letters).extracting(Letter::trouble)
                .containsExactly("来自本系统的邮箱", "自动发出的邮件（Auto-Submitted）", "");
        var conversation = letters.getLast().conversation().orElseThrow();
        var first = say(conversation, Author.BOT, null, "现在是非服务时间。");
        var again = say(conversation, Author.BOT, null, "现在还是非服务时间。");
        MailTown.until(() -> accounts.delivery(conversation, again.seq()).startsWith("FAILED"));
        assertThat(accounts.delivery(conversation, first.seq())).isEqualTo("SENT");
        assertThat(accounts.delivery(conversation, again.seq())).isEqualTo("FAILED AUTO_REPLY_LIMIT");
        var got = town.received(theirs, 1).getFirst();
        assertThat(got.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(got.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        ask(conversation);
        var asked = town.received(theirs, 2).getLast();
        assertThat(asked.getContent().toString()).contains("1 到 5");
        assertThat(asked.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        var third = ask(conversation);
        var fourth = ask(conversation);
        MailTown.until(() -> accounts.delivery(conversation, fourth.seq()).equals("FAILED AUTO_REPLY_LIMIT"));
        assertThat(accounts.delivery(conversation, third.seq())).isEqualTo("SENT");
        // News of a case follow steps of people: they are no loop and are not held back.
        var news = news(conversation, "您反映的问题已处理完。");
        MailTown.until(() -> accounts.delivery(conversation, news.seq()).equals("SENT"));
        say(conversation, Author.AGENT, null, "我是人。");
        var after = ask(conversation);
        MailTown.until(() -> accounts.delivery(conversation, after.seq()).equals("SENT"));
        assertThat(town.received(second, 0)).isEmpty();
    }

    @Test
    void aBounceIsSaidOfTheEntryThatDidNotArrive() throws Exception {
        var ours = town.address("service");
        var theirs = town.address("zhang");
        var account = open(ours);
        town.write(theirs, ours, "Question", "", "在吗");
        var conversation = kept(account, 1).getFirst().conversation().orElseThrow();
        var answer = say(conversation, Author.AGENT, null, "在");
        MailTown.until(() -> accounts.delivery(conversation, answer.seq()).equals("SENT"));
        town.deliver(ours, """
                From: MAILER-DAEMON@town.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(ids.give(conversation, answer.seq(), "town.example")));
        MailTown.until(() -> accounts.delivery(conversation, answer.seq()).equals("FAILED BOUNCED_5_1_1"));
        assertThat(kept(account, 2).getLast().trouble()).isEqualTo("退信");
    }

    @Test
    void filesGoBothWays() throws Exception {
        var ours = town.address("service");
        var theirs = town.address("zhang");
        var account = open(ours);
        town.deliver(ours, """
                From: %s
                Subject: Damaged
                Content-Type: multipart/related; boundary=m

                --m
                Content-Type: text/html; charset=utf-8

                <p>外箱破了</p><img src="cid:p"><img src="https://evil.example/t.gif">
                --m
                Content-Type: image/png; name="box.png"
                Content-ID: <p>
                Content-Transfer-Encoding: base64

                %s
                --m
                Content-Type: application/ms-tnef; name="winmail.dat"

                x
                --m--
                """.formatted(theirs, PNG));
        var conversation = kept(account, 1).getFirst().conversation().orElseThrow();
        var entries = entries(conversation);
        assertThat(entries).extracting(Entry::kind).containsExactly(EntryKind.TEXT, EntryKind.IMAGE, EntryKind.TEXT);
        assertThat(entries.getLast().text()).contains("未能接收").contains("winmail.dat");
        var kept = accounts.all(() -> jdbc
                .sql("select html || remote_images || array_to_string(files, ',') from email.mail where conversation_id = :id")
                .param("id", conversation).query(String.class).single());
        assertThat(kept).contains("cid:p").doesNotContain("evil").endsWith("1box.png,winmail.dat");
        write(new NewEntry(conversation, Author.AGENT, UUID.randomUUID(), "客服", EntryKind.IMAGE, "box.jpg",
                entries.get(1).file(), UUID.randomUUID().toString()));
        var got = town.received(theirs, 1).getFirst();
        assertThat(got.getContentType()).startsWith("multipart/mixed");
        assertThat(((jakarta.mail.Multipart) got.getContent()).getBodyPart(1).getContentType())
                .startsWith("image/jpeg");
    }

    @Test
    void nothingComesTwiceOrNeverWhenNumbersBeginAnewOrTheConnectionBreaks() throws Exception {
        var ours = town.address("service");
        var theirs = town.address("zhang");
        try (var wire = new CutWire(town.imapPort())) {
            var account = open(town.settings(ours, wire.port(), town.smtpPort()));
            town.write(theirs, ours, "One", "", "一");
            town.deliver(ours, "From: " + theirs + "\nSubject: No id\n\n二\n");
            kept(account, 2);
            // The node dies after the inbox has a mail and before it knows how far it was read.
            accounts.all(() -> jdbc.sql("update email.mailbox set max_uid = 0 where account = :key")
                    .param("key", account.key()).update());
            wire.cut();
            town.write(theirs, ours, "Three", "", "三");
            kept(account, 3);
            accounts.all(() -> jdbc.sql("update email.mailbox set uid_validity = uid_validity - 1 where account = :key")
                    .param("key", account.key()).update());
            town.write(theirs, ours, "Four", "", "四");
            var letters = kept(account, 4);
            assertThat(letters).extracting(Letter::state).containsOnly("KEPT");
            assertThat(letters).extracting(Letter::extId).doesNotHaveDuplicates().last().asString().endsWith("-4-1");
            assertThat(texts(letters.getFirst().conversation().orElseThrow())).containsExactly("主题：One\n一",
                    "新主题：No id\n二", "新主题：Three\n三", "新主题：Four\n四");
        }
    }

    @Test
    void aServerThatFallsSilentIsFoundOut() throws Exception {
        var ours = town.address("service");
        var server = Mailbox.of(account(town.settings(ours))).imap();
        try (var wire = new CutWire(town.imapPort())) {
            var through = new Mailbox.MailServer(server.host(), wire.port(), server.tls(), server.user(),
                    server.password());
            try (var connection = MailboxConnection.open(through, "INBOX", new KnownSockets())) {
                assertThat(connection.idle(Duration.ofMillis(100), Duration.ofSeconds(5))).isTrue();
                assertThat(connection.after(0)).isEmpty();
                town.write("a@b.example", ours, "One", "", "一");
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
        var ours = town.address("service");
        var second = town.address("second");
        var theirs = town.address("zhang");
        var one = open(ours);
        var other = open(second);
        town.write(theirs, ours, "Both", "Cc: " + second, "你们谁管？");
        town.write(theirs, second, "Both", "Cc: " + second, "你们谁管？");
        var here = kept(one, 1).getFirst().conversation().orElseThrow();
        var there = kept(other, 1).getFirst().conversation().orElseThrow();
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
        town.write(theirs, ours, "Late", "", "晚到");
        MailTown.until(() -> accounts.<Boolean>all(() -> mailboxes.renew(one.key(), node, later)));
        Thread.sleep(300);
        assertThat(accounts.letters(one)).hasSize(1);
        accounts.all(() -> {
            mailboxes.release(one.key(), node);
            return true;
        });
        adapter.changed();
        kept(one, 2);
    }

    @Test
    void aMailThatIsTooLargeIsKeptAsItsHeaders() throws Exception {
        var ours = town.address("service");
        var theirs = town.address("zhang");
        var account = open(ours);
        town.write(theirs, ours, "Huge", "", "x".repeat(1_000_000 * 27).replaceAll("(.{900})", "$1\n"));
        var conversation = kept(account, 1).getFirst().conversation().orElseThrow();
        assertThat(texts(conversation)).first().asString().isEqualTo("主题：Huge");
        assertThat(entries(conversation).getLast().kind()).isEqualTo(EntryKind.NOTE);
        assertThat(texts(conversation).getLast()).contains("邮件太大");
    }

    @Test
    void whatTheServerAnswersDecides() throws Exception {
        assertThat(sent(Map.of("RCPT", "450 later"))).isEqualTo("QUEUED SMTP_450");
        assertThat(sent(Map.of("RCPT", "550 5.1.1 nobody"))).isEqualTo("FAILED SMTP_550");
        assertThat(sent(Map.of(".", "552 too large"))).isEqualTo("FAILED SMTP_552");
        assertThat(sent(Map.of(".", ""))).isEqualTo("UNKNOWN CONNECTION_LOST");
    }

    private String sent(Map<String, String> answers) throws Exception {
        var ours = town.address("service-" + UUID.randomUUID());
        var theirs = town.address("zhang");
        try (var smtp = new ScriptedSmtp(answers)) {
            var account = open(town.settings(ours, town.imapPort(), smtp.port()));
            town.write(theirs, ours, "Question", "", "在吗 " + UUID.randomUUID());
            var conversation = kept(account, 1).getLast().conversation().orElseThrow();
            var answer = say(conversation, Author.AGENT, null, "在");
            MailTown.until(() -> !List.of("QUEUED", "SENDING", "NONE")
                    .contains(accounts.delivery(conversation, answer.seq())));
            return accounts.delivery(conversation, answer.seq());
        }
    }

    @Test
    void whatIsWrongWithAMailboxIsSaid() throws Exception {
        var ours = town.address("service");
        assertThat(adapter.tryOut(account(town.settings(ours)))).isEmpty();
        var wrong = new ChannelAccount(ContactChannel.EMAIL, "k", "k", "HQ", "/HQ/", town.settings(ours),
                Map.of("password", "wrong"), true, 1);
        assertThat(adapter.tryOut(wrong).orElseThrow()).contains("收信服务器拒绝登录").contains("发信服务器拒绝登录");
        var nowhere = account(town.settings(ours, 1, 1));
        assertThat(adapter.tryOut(nowhere).orElseThrow()).contains("连不上收信服务器 127.0.0.1:1");
        var open = new java.util.HashMap<>(town.settings(ours));
        open.put("imapHost", "mail.town.example");
        assertThat(adapter.tryOut(account(open)).orElseThrow()).contains("必须加密");
        var account = open(town.settings(ours, 1, town.smtpPort()));
        MailTown.until(() -> adapter.trouble(account).isPresent());
        assertThat(adapter.trouble(account).orElseThrow()).contains("连不上收信服务器");
    }

    private ChannelAccount account(Map<String, String> settings) {
        return new ChannelAccount(ContactChannel.EMAIL, "k", "k", "HQ", "/HQ/", settings,
                Map.of("password", MailTown.PASSWORD), true, 1);
    }

    private ChannelAccount open(String address) throws InterruptedException {
        var account = open(town.settings(address));
        MailTown.until(() -> looked(account));
        return account;
    }

    private ChannelAccount open(Map<String, String> settings) {
        var account = accounts.open(ContactChannel.EMAIL, "mail-" + UUID.randomUUID().toString().substring(0, 8),
                Organisation.HEADQUARTERS, settings, Map.of("password", MailTown.PASSWORD));
        opened.add(account);
        return account;
    }

    private boolean looked(ChannelAccount account) {
        return accounts.all(() -> jdbc
                .sql("select count(*) from email.mailbox where account = :key and looked_at is not null")
                .param("key", account.key()).query(Integer.class).single()) == 1;
    }

    private List<Letter> kept(ChannelAccount account, int many) throws InterruptedException {
        MailTown.until(() -> accounts.letters(account).stream().filter(each -> !each.state().equals("WAITING"))
                .count() >= many);
        assertThat(accounts.letters(account)).hasSize(many);
        return accounts.letters(account);
    }

    private Entry say(UUID conversation, Author author, Actor.@org.jspecify.annotations.Nullable Person who,
            String text) {
        // What the platform answers by itself has no number of a sender's.
        return write(new NewEntry(conversation, author, who == null ? null : who.id(), "客服", EntryKind.TEXT, text, null,
                author == Author.BOT ? null : UUID.randomUUID().toString()));
    }

    /** What became of a case, as the desk tells it. */
    private Entry news(UUID conversation, String text) {
        return write(new NewEntry(conversation, Author.BOT, null, "进度通知", EntryKind.TEXT, text, null,
                UUID.randomUUID().toString()));
    }

    private Entry ask(UUID conversation) {
        return write(new NewEntry(conversation, Author.SYSTEM, null, "", EntryKind.EVENT, "{\"ask\":\"csat\"}", null,
                null));
    }

    private Entry write(NewEntry entry) {
        return conversations.write(entry).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join().entry();
    }

    private List<Entry> entries(UUID conversation) {
        return accounts.all(() -> conversations.entries(conversation, 0, 100));
    }

    /** What customers and staff see, without who came and went. */
    private List<String> texts(UUID conversation) {
        return entries(conversation).stream().filter(entry -> entry.kind() != EntryKind.EVENT)
                .filter(entry -> entry.author() != Author.BOT).map(Entry::text).toList();
    }

    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
}

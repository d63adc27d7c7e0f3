package io.waypost.app.email;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.channel.AccountRoom;
import io.waypost.app.channel.AccountRoom.Letter;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.ScriptedSmtp;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final MailController mails;
    private final SignedIds ids;
    private final JdbcClient jdbc;
    private final MailScene scene;

    EmailEndToEndTest(AccountRoom accounts, DeskRoom room, Organisation organisation, Conversations conversations,
            MailController mails, SignedIds ids, JdbcClient jdbc) {
        this.accounts = accounts;
        this.room = room;
        this.organisation = organisation;
        this.mails = mails;
        this.ids = ids;
        this.jdbc = jdbc;
        this.scene = new MailScene(accounts, conversations, jdbc);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void aMailIsAnsweredAndTheAnswerAnswered() throws Exception {
        room.clear();
        var agent = room.ready(Organisation.HEADQUARTERS, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        var account = scene.open(ours);
        scene.town.write(theirs, ours, "=?utf-8?Q?Parcel=0D=0ABcc:_victim@evil.example?=", "", "YT6200000000017 到哪了？");
        var conversation = scene.kept(account, 1).getFirst().conversation().orElseThrow();
        assertThat(scene.texts(conversation))
                .containsExactly("主题：Parcel Bcc: victim@evil.example\nYT6200000000017 到哪了？");
        room.accept(agent, conversation);
        var answer = scene.say(conversation, Author.AGENT, agent, "正在派送。");
        var got = scene.town.received(theirs, 1).getFirst();
        assertThat(got.getSubject()).isEqualTo("Re: Parcel Bcc: victim@evil.example");
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getFrom()[0]).hasToString("=?UTF-8?B?6am/6Lev5a6i5pyN?= <" + ours + ">");
        assertThat(got.getHeader("Auto-Submitted")).isNull();
        assertThat(got.getHeader("In-Reply-To", null)).endsWith("@customer.example>");
        assertThat(got.getHeader("References", null)).isEqualTo(got.getHeader("In-Reply-To", null));
        assertThat(ids.in(got.getMessageID()).getFirst().conversation()).isEqualTo(conversation);
        until(() -> accounts.delivery(conversation, answer.seq()).equals("SENT"));

        var other = scene.town.address("wang");
        scene.town.write(other, ours, "Re: Parcel Bcc: victim@evil.example", "In-Reply-To: " + got.getMessageID(),
                "收到。\n\n> 正在派送。");
        assertThat(scene.kept(account, 2).getLast().conversation()).contains(conversation);
        assertThat(scene.texts(conversation)).endsWith("来自另一地址 w***@town.example", "收到。");
        var forged = got.getMessageID().replaceAll("\\.[0-9a-f]{32}@", "." + "a".repeat(32) + "@");
        scene.town.write(other, ours, "Hello", "In-Reply-To: " + forged, "让我进来");
        assertThat(scene.kept(account, 3).getLast().conversation()).get().isNotEqualTo(conversation);
        scene.town.write(theirs, ours, "另一件事", "", "换个主题");
        scene.kept(account, 4);
        assertThat(scene.texts(conversation).getLast()).isEqualTo("新主题：另一件事\n换个主题");

        var original = Acting.as(agent, () -> mails.mail(conversation, 1));
        assertThat(original.from()).isEqualTo("z***@town.example");
        assertThat(original.html()).contains("YT6200000000017");
        var stranger = organisation.actor(Organisation.TIANHE, io.waypost.app.kernel.Permission.DESK_WORK);
        assertThatThrownBy(() -> Acting.as(stranger, () -> mails.mail(conversation, 1))).isInstanceOf(Refusal.class);
    }

    @Test
    void machinesAnswerOnceADayAndAreNotAnswered() throws Exception {
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        var account = scene.open(ours);
        var second = scene.town.address("second");
        scene.open(second);
        scene.town.write(second, ours, "Loop", "", "From one of ours to the other.");
        scene.town.write(theirs, ours, "Away", "Auto-Submitted: auto-replied", "I am away.");
        scene.town.write(theirs, ours, "Question", "", "在吗");
        var letters = scene.kept(account, 3);
        assertThat(letters).extracting(Letter::state).containsExactly("DROPPED", "DROPPED", "KEPT");
        assertThat(letters).extracting(Letter::trouble)
                .containsExactly("来自本系统的邮箱", "自动发出的邮件（Auto-Submitted）", "");
        var conversation = letters.getLast().conversation().orElseThrow();
        var first = scene.say(conversation, Author.BOT, null, "现在是非服务时间。");
        var again = scene.say(conversation, Author.BOT, null, "现在还是非服务时间。");
        until(() -> accounts.delivery(conversation, again.seq()).startsWith("FAILED"));
        assertThat(accounts.delivery(conversation, first.seq())).isEqualTo("SENT");
        assertThat(accounts.delivery(conversation, again.seq())).isEqualTo("FAILED AUTO_REPLY_LIMIT");
        var got = scene.town.received(theirs, 1).getFirst();
        assertThat(got.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(got.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        scene.ask(conversation);
        var asked = scene.town.received(theirs, 2).getLast();
        assertThat(asked.getContent().toString()).contains("1 到 5");
        assertThat(asked.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        var third = scene.ask(conversation);
        var fourth = scene.ask(conversation);
        until(() -> accounts.delivery(conversation, fourth.seq()).equals("FAILED AUTO_REPLY_LIMIT"));
        assertThat(accounts.delivery(conversation, third.seq())).isEqualTo("SENT");
        // News of a case follow steps of people: they are no loop and are not held back.
        var news = scene.news(conversation, "您反映的问题已处理完。");
        until(() -> accounts.delivery(conversation, news.seq()).equals("SENT"));
        scene.say(conversation, Author.AGENT, null, "我是人。");
        var after = scene.ask(conversation);
        until(() -> accounts.delivery(conversation, after.seq()).equals("SENT"));
        assertThat(scene.town.received(second, 0)).isEmpty();
    }

    @Test
    void aBounceIsSaidOfTheEntryThatDidNotArrive() throws Exception {
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        var account = scene.open(ours);
        scene.town.write(theirs, ours, "Question", "", "在吗");
        var conversation = scene.kept(account, 1).getFirst().conversation().orElseThrow();
        var answer = scene.say(conversation, Author.AGENT, null, "在");
        until(() -> accounts.delivery(conversation, answer.seq()).equals("SENT"));
        scene.town.deliver(ours, """
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
        until(() -> accounts.delivery(conversation, answer.seq()).equals("FAILED BOUNCED_5_1_1"));
        assertThat(scene.kept(account, 2).getLast().trouble()).isEqualTo("退信");
    }

    @Test
    void filesGoBothWays() throws Exception {
        var ours = scene.town.address("service");
        var theirs = scene.town.address("zhang");
        var account = scene.open(ours);
        scene.town.deliver(ours, """
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
        var conversation = scene.kept(account, 1).getFirst().conversation().orElseThrow();
        var entries = scene.entries(conversation);
        assertThat(entries).extracting(Entry::kind).containsExactly(EntryKind.TEXT, EntryKind.IMAGE, EntryKind.TEXT);
        assertThat(entries.getLast().text()).contains("未能接收").contains("winmail.dat");
        var kept = accounts.all(() -> jdbc
                .sql("select html || remote_images || array_to_string(files, ',') from email.mail where conversation_id = :id")
                .param("id", conversation).query(String.class).single());
        assertThat(kept).contains("cid:p").doesNotContain("evil").endsWith("1box.png,winmail.dat");
        scene.write(new NewEntry(conversation, Author.AGENT, UUID.randomUUID(), "客服", EntryKind.IMAGE, "box.jpg",
                entries.get(1).file(), UUID.randomUUID().toString()));
        var got = scene.town.received(theirs, 1).getFirst();
        assertThat(got.getContentType()).startsWith("multipart/mixed");
        assertThat(((jakarta.mail.Multipart) got.getContent()).getBodyPart(1).getContentType())
                .startsWith("image/jpeg");
    }

    @Test
    void whatTheServerAnswersDecides() throws Exception {
        assertThat(sent(Map.of("RCPT", "450 later"))).isEqualTo("QUEUED SMTP_450");
        assertThat(sent(Map.of("RCPT", "550 5.1.1 nobody"))).isEqualTo("FAILED SMTP_550");
        assertThat(sent(Map.of(".", "552 too large"))).isEqualTo("FAILED SMTP_552");
        assertThat(sent(Map.of(".", ""))).isEqualTo("UNKNOWN CONNECTION_LOST");
    }

    private String sent(Map<String, String> answers) throws Exception {
        var ours = scene.town.address("service-" + UUID.randomUUID());
        var theirs = scene.town.address("zhang");
        try (var smtp = new ScriptedSmtp(answers)) {
            var account = scene.open(scene.town.settings(ours, scene.town.imapPort(), smtp.port()));
            scene.town.write(theirs, ours, "Question", "", "在吗 " + UUID.randomUUID());
            var conversation = scene.kept(account, 1).getLast().conversation().orElseThrow();
            var answer = scene.say(conversation, Author.AGENT, null, "在");
            until(() -> !List.of("QUEUED", "SENDING", "NONE")
                    .contains(accounts.delivery(conversation, answer.seq())));
            return accounts.delivery(conversation, answer.seq());
        }
    }

    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
}

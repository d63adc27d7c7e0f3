package io.waypost.app.email;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.channel.AccountRoom;
import io.waypost.app.channel.AccountRoom.Letter;
import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailboxes in a town of mail, and what becomes of what is written there; one for each test. */
final class MailScene implements AutoCloseable {

    final MailTown town = new MailTown();
    private final AccountRoom accounts;
    private final Conversations conversations;
    private final JdbcClient jdbc;
    private final List<ChannelAccount> opened = new ArrayList<>();

    MailScene(AccountRoom accounts, Conversations conversations, JdbcClient jdbc) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.jdbc = jdbc;
    }

    @Override
    public void close() {
        opened.forEach(accounts::close);
        town.close();
    }

    ChannelAccount account(Map<String, String> settings) {
        return new ChannelAccount(ContactChannel.EMAIL, "k", "k", "HQ", "/HQ/", settings,
                Map.of("password", MailTown.PASSWORD), true, 1);
    }

    ChannelAccount open(String address) throws InterruptedException {
        var account = open(town.settings(address));
        until(() -> looked(account));
        return account;
    }

    ChannelAccount open(Map<String, String> settings) {
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

    List<Letter> kept(ChannelAccount account, int many) throws InterruptedException {
        until(() -> accounts.letters(account).stream().filter(each -> !each.state().equals("WAITING"))
                .count() >= many);
        assertThat(accounts.letters(account)).hasSize(many);
        return accounts.letters(account);
    }

    Entry say(UUID conversation, Author author, Actor.@Nullable Person who,
            String text) {
        // What the platform answers by itself has no number of a sender's.
        return write(new NewEntry(conversation, author, who == null ? null : who.id(), "客服", EntryKind.TEXT, text, null,
                author == Author.BOT ? null : UUID.randomUUID().toString()));
    }

    /** What became of a case, as the desk tells it. */
    Entry news(UUID conversation, String text) {
        return write(new NewEntry(conversation, Author.BOT, null, "进度通知", EntryKind.TEXT, text, null,
                UUID.randomUUID().toString()));
    }

    Entry ask(UUID conversation) {
        return write(new NewEntry(conversation, Author.SYSTEM, null, "", EntryKind.EVENT, "{\"ask\":\"csat\"}", null,
                null));
    }

    Entry write(NewEntry entry) {
        return conversations.write(entry).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join().entry();
    }

    List<Entry> entries(UUID conversation) {
        return accounts.all(() -> conversations.entries(conversation, 0, 100));
    }

    /** What customers and staff see, without who came and went. */
    List<String> texts(UUID conversation) {
        return entries(conversation).stream().filter(entry -> entry.kind() != EntryKind.EVENT)
                .filter(entry -> entry.author() != Author.BOT).map(Entry::text).toList();
    }
}

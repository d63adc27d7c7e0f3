package io.waypost.app.channel;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.ContactChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts of ours for tests of channels, and what became of what came in and went out there. */
@TestComponent
public class AccountRoom {

    private static final Actor ALL = new Actor.Internal("test");

    private final ChannelAccountDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AccountRoom(ChannelAccountDesk desk, JdbcClient jdbc, TransactionTemplate transaction) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What came in: how it ended, and why. */
    public record Letter(String extId, String state, String trouble, Optional<UUID> conversation) {}

    public ChannelAccount open(ContactChannel channel, String key, String unit, Map<String, String> settings,
            Map<String, String> secrets) {
        return Acting.as(ALL,
                () -> desk.add(new ChannelAccount(channel, key, "账号 " + key, unit, "", settings, secrets, true, 1)));
    }

    public void close(ChannelAccount account) {
        Acting.as(ALL, () -> desk.change(new ChannelAccount(account.channel(), account.key(), account.name(),
                account.unitCode(), "", account.settings(), Map.of(), false,
                desk.any(account.channel(), account.key()).orElseThrow().version())));
    }

    public List<Letter> letters(ChannelAccount account) {
        return all(() -> jdbc.sql("""
                select ext_id, state, coalesce(trouble, '') as trouble, conversation_id from channel.inbound
                where channel = :channel and account = :account order by number
                """).param("channel", account.channel().name()).param("account", account.key())
                .query((row, _) -> new Letter(row.getString("ext_id"), row.getString("state"),
                        row.getString("trouble"), Optional.ofNullable(row.getObject("conversation_id", UUID.class))))
                .list());
    }

    /** How far an entry has come, and why no further. */
    public String delivery(UUID conversation, long seq) {
        return all(() -> jdbc.sql("""
                select concat_ws(' ', state, code) from channel.delivery where conversation_id = :id and seq = :seq
                """).param("id", conversation).param("seq", seq).query(String.class).optional().orElse("NONE"));
    }

    /** What left earlier than it was due is due now. */
    public void hurry() {
        all(() -> jdbc.sql("update channel.delivery set due_at = now() where state = 'QUEUED'").update());
    }

    public <R> R all(Supplier<R> work) {
        return Acting.as(ALL, () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}

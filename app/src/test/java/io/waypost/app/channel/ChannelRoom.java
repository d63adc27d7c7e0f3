package io.waypost.app.channel;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of adapters ask of the channels. */
@TestComponent
public class ChannelRoom {

    private final ChannelAccountDesk accounts;
    private final ConversationChannelController controller;
    private final ChannelSignal signal;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ChannelRoom(ChannelAccountDesk accounts, ConversationChannelController controller, ChannelSignal signal,
            TransactionTemplate transaction, JdbcClient jdbc) {
        this.accounts = accounts;
        this.controller = controller;
        this.signal = signal;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Adds an account where there is none of that key. */
    public void account(ChannelAccount account) {
        if (accounts.any(account.channel(), account.key()).isEmpty()) {
            Acting.as(new Actor.Internal("test"), () -> accounts.add(account));
        }
    }

    /** How far an entry has come, and why not further. */
    public String state(UUID conversation, long seq) {
        return all(() -> jdbc
                .sql("select state || ' ' || coalesce(code, 'null') from channel.delivery where conversation_id = ? and seq = ?")
                .param(conversation).param(seq).query(String.class).optional().orElse("none"));
    }

    public void again(Actor.Person agent, UUID conversation, long seq) {
        Acting.as(agent, () -> controller.again(conversation, seq));
    }

    public ChannelLimits limits(Actor.Person agent, UUID conversation) {
        return Objects.requireNonNull(Acting.as(agent, () -> controller.channel(conversation)).limits());
    }

    /** What waits for its next try is tried now. */
    public void everythingIsDue() {
        all(() -> jdbc.sql("update channel.delivery set due_at = now() where state = 'QUEUED'").update());
        signal.delivery();
    }

    /** How much has come in. */
    public int kept() {
        return all(() -> jdbc.sql("select count(*) from channel.inbound").query(Integer.class).single());
    }

    /** Keeps a letter that a node claimed and then was gone. */
    public void lostWhileReading(ChannelAccount account, ChannelInbox.Letter letter, ChannelInbox inbox) {
        all(() -> {
            inbox.take(account, letter);
            return jdbc.sql("""
                    update channel.inbound set lease_until = now() + interval '2 seconds', attempts = 1
                    where channel = ? and ext_id = ?
                    """).param(account.channel().name()).param(letter.extId()).update();
        });
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}

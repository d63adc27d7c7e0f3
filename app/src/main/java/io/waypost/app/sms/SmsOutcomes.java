package io.waypost.app.sms;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.DeliveryState;
import io.waypost.app.outbox.MessageOutcome;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.outbox.MessageState;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells deliveries what became of their short messages. The outbox may know it before the delivery is marked as handed over: what it says
 * is kept, and both sides look under one lock, so that whichever comes second sees the other.
 */
@Component
class SmsOutcomes {

    private final JdbcClient jdbc;
    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;

    SmsOutcomes(JdbcClient jdbc, ChannelAccounts accounts, ChannelInbox inbox) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.inbox = inbox;
    }

    private record Outcome(String state, @Nullable String code) {}

    /** In the transaction that writes the outcome down. */
    @EventListener
    void became(MessageOutcome outcome) {
        if (!outcome.subject().kind().equals(SmsAdapter.SUBJECT)) {
            return;
        }
        var id = outcome.subject().id();
        lock(id);
        jdbc.sql("""
                insert into sms.outcome (ext_id, state, code, at) values (:id, :state, :code, :at)
                on conflict (ext_id) do update set state = excluded.state, code = excluded.code, at = excluded.at
                """).param("id", id).param("state", outcome.state().name()).param("code", outcome.code())
                .param("at", outcome.at().atOffset(ZoneOffset.UTC)).update();
        accounts.active(ContactChannel.SMS)
                .forEach(account -> report(account, id, outcome.state(), outcome.code()));
    }

    /** The delivery is marked as handed over: what was told before counts now. */
    @Transactional
    public void settled(ChannelAccount account, String id) {
        lock(id);
        jdbc.sql("select state, code from sms.outcome where ext_id = :id").param("id", id)
                .query((row, _) -> new Outcome(row.getString("state"), row.getString("code"))).optional()
                .ifPresent(known -> report(account, id, MessageState.valueOf(known.state()), known.code()));
    }

    private void report(ChannelAccount account, String id, MessageState state, @Nullable String code) {
        switch (state) {
            case DELIVERED -> inbox.report(account, List.of(id), DeliveryState.DELIVERED, null);
            case FAILED, REJECTED, EXPIRED -> inbox.report(account, List.of(id), DeliveryState.FAILED, code);
            case SUPPRESSED -> inbox.report(account, List.of(id), DeliveryState.FAILED, "SUPPRESSED");
            case UNKNOWN -> inbox.report(account, List.of(id), DeliveryState.UNKNOWN, code);
            case PENDING, SENDING, SENT -> {
                // It has left us, which the delivery says already.
            }
        }
    }

    private void lock(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 7105))").param("id", id).query(_ -> {});
    }
}

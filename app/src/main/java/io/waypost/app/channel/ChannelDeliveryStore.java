package io.waypost.app.channel;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.core.contact.ContactChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of deliveries. */
@Repository
class ChannelDeliveryStore {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final JdbcClient jdbc;

    ChannelDeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry to be delivered. */
    record NewDelivery(UUID conversation, long seq, ContactChannel channel, String account) {}

    /** A delivery. */
    record Delivery(UUID conversation, long seq, ContactChannel channel, String account, DeliveryState state, int parts,
            int attempts, @Nullable String code, Instant at) {}

    void add(Collection<NewDelivery> deliveries, Instant now) {
        jdbc.sql("""
                insert into channel.delivery (conversation_id, seq, channel, account, due_at, at)
                select conversation, seq, channel, account, :now, :now
                from unnest(cast(:conversations as uuid[]), cast(:seqs as bigint[]), cast(:channels as text[]),
                    cast(:accounts as text[])) as d (conversation, seq, channel, account)
                on conflict do nothing
                """)
                .param("conversations", Columns.ids(deliveries, NewDelivery::conversation))
                .param("seqs", Columns.longs(deliveries, NewDelivery::seq))
                .param("channels", Columns.texts(deliveries, each -> each.channel().name()))
                .param("accounts", Columns.texts(deliveries, NewDelivery::account)).param("now", utc(now)).update();
    }

    /** The next that is due and has nothing of its conversation before it that is still to leave. */
    Optional<Delivery> claim(Instant now) {
        return jdbc.sql("""
                update channel.delivery set state = 'SENDING', lease_until = :until, attempts = attempts + 1
                where (conversation_id, seq) = (
                    select d.conversation_id, d.seq from channel.delivery d
                    where d.state = 'QUEUED' and d.due_at <= :now
                        and not exists (select 1 from channel.delivery e where e.conversation_id = d.conversation_id
                            and e.seq < d.seq and e.state in ('QUEUED', 'SENDING'))
                    order by d.due_at, d.conversation_id, d.seq limit 1 for update skip locked)
                returning *
                """).param("now", utc(now)).param("until", utc(now.plus(LEASE))).query((row, _) -> delivery(row))
                .optional();
    }

    /** A part has left; false where the delivery is no longer this node's. */
    boolean part(Delivery delivery, int parts, Instant now) {
        return jdbc.sql("""
                update channel.delivery set parts = :parts, lease_until = :until
                where conversation_id = :conversation and seq = :seq and state = 'SENDING' and attempts = :attempts
                """).param("parts", parts).param("until", utc(now.plus(LEASE)))
                .param("conversation", delivery.conversation()).param("seq", delivery.seq())
                .param("attempts", delivery.attempts()).update() == 1;
    }

    /** It is settled, or due later where it is queued again. */
    boolean settle(Delivery delivery, DeliveryState state, @Nullable String extId, @Nullable String code, Instant due,
            Instant now) {
        return jdbc.sql("""
                update channel.delivery set state = :state, lease_until = null, ext_id = coalesce(:extId, ext_id), code = :code,
                    due_at = :due, at = :now
                where conversation_id = :conversation and seq = :seq and state = 'SENDING' and attempts = :attempts
                """).param("state", state.name()).param("extId", extId).param("code", code).param("due", utc(due))
                .param("now", utc(now)).param("conversation", delivery.conversation()).param("seq", delivery.seq())
                .param("attempts", delivery.attempts()).update() == 1;
    }

    /** Those whose node was lost while it sent them: whether they left, nobody knows. */
    List<Delivery> lost(Instant now) {
        return jdbc.sql("""
                update channel.delivery set state = 'UNKNOWN', lease_until = null, code = 'LEASE_EXPIRED', at = :now
                where state = 'SENDING' and lease_until <= :now returning *
                """).param("now", utc(now)).query((row, _) -> delivery(row)).list();
    }

    /** The other side says how far they have come; those that were changed by it. */
    List<Delivery> report(ChannelAccount account, Collection<String> extIds, DeliveryState state,
            @Nullable String code, Instant now) {
        return jdbc.sql("""
                update channel.delivery set state = :state, code = :code, at = :now
                where channel = :channel and account = :account and ext_id = any(cast(:ids as text[]))
                    and state in ('SENT', 'DELIVERED', 'UNKNOWN') and state <> :state
                    and not (state = 'DELIVERED' and :state <> 'READ')
                returning *
                """).param("state", state.name()).param("code", code).param("now", utc(now))
                .param("channel", account.channel().name()).param("account", account.key())
                .param("ids", Columns.texts(extIds, each -> each)).query((row, _) -> delivery(row)).list();
    }

    /** Somebody sends one again that failed, or of which nobody knows; what has left of it does not leave again. */
    boolean again(UUID conversation, long seq, Instant now) {
        return jdbc.sql("""
                update channel.delivery set state = 'QUEUED', attempts = 0, code = null, due_at = :now, at = :now
                where conversation_id = :conversation and seq = :seq and state in ('FAILED', 'UNKNOWN')
                """).param("conversation", conversation).param("seq", seq).param("now", utc(now)).update() == 1;
    }

    /** The newest of a conversation. */
    List<Delivery> of(UUID conversation) {
        return jdbc.sql("select * from channel.delivery where conversation_id = :id order by seq desc limit 200")
                .param("id", conversation).query((row, _) -> delivery(row)).list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(id(row, "conversation_id"), row.getLong("seq"),
                ContactChannel.valueOf(text(row, "channel")), text(row, "account"),
                DeliveryState.valueOf(text(row, "state")), row.getInt("parts"), row.getInt("attempts"),
                row.getString("code"), time(row, "at"));
    }
}

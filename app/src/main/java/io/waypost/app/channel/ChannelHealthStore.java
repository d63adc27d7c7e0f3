package io.waypost.app.channel;

import static io.waypost.app.kernel.Rows.timeOrNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how an account does. */
@Repository
class ChannelHealthStore {

    private final JdbcClient jdbc;

    ChannelHealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How an account does.
     *
     * @param waiting what came in and was not taken yet
     * @param failed what came in and could not be read
     * @param dropped what came in the last day and customer service is not to know, such as mails of machines
     * @param unsent what is still to leave
     * @param undelivered what did not leave in the last day, or perhaps
     */
    record ChannelHealth(@Nullable Instant lastIn, @Nullable Instant lastOut, int waiting, int failed, int dropped,
            int unsent, int undelivered) {}

    ChannelHealth of(ChannelAccount account, Instant dayAgo) {
        return jdbc.sql("""
                select
                    (select max(received_at) from channel.inbound where number = (select max(number) from channel.inbound
                        where channel = :channel and account = :account)) as last_in,
                    (select max(at) from channel.delivery where channel = :channel and account = :account
                        and state in ('SENT', 'DELIVERED', 'READ')) as last_out,
                    (select count(*) from channel.inbound where channel = :channel and account = :account
                        and state = 'WAITING') as waiting,
                    (select count(*) from channel.inbound where channel = :channel and account = :account
                        and state = 'FAILED') as failed,
                    (select count(*) from channel.inbound where channel = :channel and account = :account
                        and state = 'DROPPED' and received_at > :dayAgo) as dropped,
                    (select count(*) from channel.delivery where channel = :channel and account = :account
                        and state in ('QUEUED', 'SENDING')) as unsent,
                    (select count(*) from channel.delivery where channel = :channel and account = :account
                        and state in ('FAILED', 'UNKNOWN') and at > :dayAgo) as undelivered
                """).param("channel", account.channel().name()).param("account", account.key())
                .param("dayAgo", io.waypost.app.kernel.Rows.utc(dayAgo))
                .query((row, _) -> new ChannelHealth(timeOrNull(row, "last_in"), timeOrNull(row, "last_out"),
                        row.getInt("waiting"), row.getInt("failed"), row.getInt("dropped"), row.getInt("unsent"),
                        row.getInt("undelivered")))
                .single();
    }
}

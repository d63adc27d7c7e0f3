package io.waypost.app.channel;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.channel.ChannelInbox.Letter;
import io.waypost.app.kernel.PersonalData;
import io.waypost.core.contact.ContactChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what came in. */
@Repository
class ChannelInboundStore {

    private static final String RAW = "channel.inbound.raw";
    private static final Duration LEASE = Duration.ofSeconds(75);

    private final JdbcClient jdbc;
    private final PersonalData personal;

    ChannelInboundStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Something claimed by this node. */
    record ClaimedLetter(ContactChannel channel, String account, Received received, int attempts) {}

    boolean add(ChannelAccount account, Letter letter, Instant now) {
        return jdbc.sql("""
                insert into channel.inbound (channel, account, ext_id, lane, raw, received_at, due_at)
                values (:channel, :account, :extId, :lane, :raw, :now, :now) on conflict (channel, account, ext_id) do nothing
                """)
                .param("channel", account.channel().name()).param("account", account.key())
                .param("extId", letter.extId())
                .param("lane",
                        personal.textIndex("channel.lane." + account.channel(),
                                account.key() + " " + letter.sender()))
                .param("raw", personal.sealBytes(RAW, letter.raw().bytes())).param("now", utc(now)).update() == 1;
    }

    /** The oldest that is due and the first of its sender's that waits. */
    Optional<ClaimedLetter> claim(Instant now) {
        return jdbc.sql("""
                update channel.inbound set lease_until = :until, attempts = attempts + 1
                where number = (
                    select i.number from channel.inbound i
                    where i.state = 'WAITING' and i.due_at <= :now and (i.lease_until is null or i.lease_until <= :now)
                        and not exists (select 1 from channel.inbound e
                            where e.lane = i.lane and e.state = 'WAITING' and e.number < i.number)
                    order by i.due_at, i.number limit 1 for update skip locked)
                returning *
                """).param("now", utc(now)).param("until", utc(now.plus(LEASE))).query((row, _) -> claimed(row))
                .optional();
    }

    /** Locks it; false where it is no longer to be done. */
    boolean lock(long number) {
        return jdbc.sql("select 1 from channel.inbound where number = :number and state = 'WAITING' for update")
                .param("number", number).query(Integer.class).optional().isPresent();
    }

    void kept(long number, UUID conversation) {
        jdbc.sql("""
                update channel.inbound set state = 'KEPT', lease_until = null, trouble = null, conversation_id = :conversation
                where number = :number
                """).param("conversation", conversation).param("number", number).update();
    }

    void ended(long number, String state, @Nullable String why) {
        jdbc.sql("""
                update channel.inbound set state = :state, lease_until = null, trouble = :why
                where number = :number and state = 'WAITING'
                """).param("state", state).param("why", why).param("number", number).update();
    }

    void later(long number, Instant due, String why) {
        jdbc.sql("""
                update channel.inbound set due_at = :due, lease_until = null, trouble = :why
                where number = :number and state = 'WAITING'
                """).param("due", utc(due)).param("why", why).param("number", number).update();
    }

    /** Puts what could not be read in line again; how many. */
    int again(ContactChannel channel, String account, Instant now) {
        return jdbc.sql("""
                update channel.inbound set state = 'WAITING', attempts = 0, due_at = :now
                where channel = :channel and account = :account and state = 'FAILED'
                """).param("now", utc(now)).param("channel", channel.name()).param("account", account).update();
    }

    /** Forgets the bytes of what was kept long ago. */
    int forget(Instant before) {
        return jdbc.sql("""
                update channel.inbound set raw = null
                where number in (select number from channel.inbound
                    where raw is not null and state in ('KEPT', 'DROPPED') and received_at < :before limit 500)
                """).param("before", utc(before)).update();
    }

    private ClaimedLetter claimed(ResultSet row) throws SQLException {
        var received = new Received(row.getLong("number"), text(row, "ext_id"),
                Content.of(Objects.requireNonNull(personal.openBytes(RAW, row.getBytes("raw")))),
                time(row, "received_at"));
        return new ClaimedLetter(ContactChannel.valueOf(text(row, "channel")), text(row, "account"), received,
                row.getInt("attempts"));
    }
}

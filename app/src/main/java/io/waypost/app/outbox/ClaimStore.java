package io.waypost.app.outbox;

import io.waypost.app.kernel.Columns;
import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.OutgoingMessage.Subject;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a message's way through its states. What is decided about it is decided in {@link Dispatcher}. */
@Repository
class ClaimStore {

    private static final String QUEUES = """
            with recursive q as (
                (select queue from outbox.waiting where channel = :channel order by queue limit 1)
                union all
                select (select w.queue from outbox.waiting w where w.channel = :channel and w.queue > q.queue order by w.queue limit 1)
                from q where q.queue is not null)
            """;

    private final JdbcClient jdbc;
    private final Envelope envelope;

    ClaimStore(JdbcClient jdbc, Envelope envelope) {
        this.jdbc = jdbc;
        this.envelope = envelope;
    }

    /**
     * A message that this node has claimed.
     *
     * @param attempts which try this is, from 1
     * @param provider who was tried last
     * @param refusals how many times in a row that one could not take it
     */
    record Claimed(Letter letter, Channel channel, String key, String queue, int attempts, @Nullable String provider,
            int refusals, @Nullable Instant expiresAt, @Nullable ZoneId zone, @Nullable Subject subject) {

        UUID id() {
            return letter.id();
        }
    }

    /**
     * What became of a claimed message; an answer to an older try than the last changes nothing.
     *
     * @param counted whether the try counts; one that was put back before it was sent does not
     */
    record Fate(Claimed claimed, MessageState state, boolean counted, @Nullable Instant dueAt,
            @Nullable String provider, int refusals, @Nullable String providerId, @Nullable String error) {}

    /** A message whose node was lost. */
    record Lost(UUID id, String key, Channel channel, @Nullable Subject subject, MessageState state, int attempts) {}

    /** Messages of a provider that are in doubt and were not asked about since {@code before}; marked as asked about now. */
    List<Claimed> doubts(String provider, Channel channel, Instant now, Instant before, Instant since, int most) {
        return jdbc.sql("""
                update outbox.message m set asked_at = :now
                from (select id from outbox.message
                      where state = 'UNKNOWN' and provider = :provider and channel = :channel and due_at > :since
                        and (asked_at is null or asked_at <= :before)
                      order by due_at limit :most for update skip locked) as doubt
                where m.id = doubt.id
                returning m.id, m.idempotency_key, m.channel, m.class, m.queue, m.recipient, m.body, m.template, m.subject_kind,
                          m.subject_id, m.zone, m.attempts, m.provider, m.refusals, m.expires_at
                """)
                .param("provider", provider)
                .param("channel", channel.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> claimed(row))
                .list();
    }

    /** How many messages of each queue are due, counted up to {@code most}. */
    Map<String, Integer> waiting(Channel channel, Collection<String> queues, Instant now, int most) {
        var waiting = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                select q.queue, (select count(*) from (
                    select 1 from outbox.waiting w
                    where w.channel = :channel and w.queue = q.queue and w.lease_until is null and w.due_at <= :now limit :most) due) as n
                from unnest(:queues::text[]) as q (queue)
                """)
                .param("channel", channel.name())
                .param("queues", Columns.texts(queues, queue -> queue))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(row -> {
                    waiting.put(row.getString("queue"), row.getInt("n"));
                });
        return waiting;
    }

    /** The queues of the channel in which anything waits or is being sent; costs one look-up for each. */
    List<String> queues(Channel channel) {
        return jdbc.sql("""
                %s
                select queue from q where queue is not null
                """.formatted(QUEUES)).param("channel", channel.name())
                .query((row, _) -> Objects.requireNonNull(row.getString("queue"))).list();
    }

    /** Takes messages whose time has come, so many of each queue; nobody else takes them while the lease lasts. */
    List<Claimed> claim(Channel channel, Map<String, Integer> most, Instant now, Instant leaseUntil) {
        if (most.isEmpty()) {
            return List.of();
        }
        var wanted = List.copyOf(most.entrySet());
        return jdbc.sql("""
                with taken as (
                    update outbox.waiting w set lease_until = :lease, attempts = w.attempts + 1
                    from (select due.message_id from unnest(:queues::text[], :mosts::int4[]) as q (queue, most), lateral (
                              select message_id from outbox.waiting
                              where channel = :channel and queue = q.queue and lease_until is null and due_at <= :now
                              order by due_at, message_id limit q.most for update skip locked) as due) as due
                    where w.message_id = due.message_id
                    returning w.message_id, w.attempts)
                select m.id, m.idempotency_key, m.channel, m.class, m.queue, m.recipient, m.body, m.template, m.subject_kind,
                       m.subject_id, m.zone, taken.attempts, m.provider, m.refusals, m.expires_at
                from taken join outbox.message m on m.id = taken.message_id
                """)
                .param("channel", channel.name())
                .param("queues", Columns.texts(wanted, Map.Entry::getKey))
                .param("mosts", Columns.ints(wanted, Map.Entry::getValue))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
                .query((row, _) -> claimed(row))
                .list();
    }

    /** By whom and for what messages of a day are counted. */
    static String recipientKey(Claimed claimed) {
        return claimed.letter().kind() + " " + Recipients.plain(claimed.channel(), claimed.letter().to());
    }

    /** How many messages of their class the recipients of these have had since then, or perhaps had. */
    Map<String, Integer> today(Channel channel, List<Claimed> claimed, Instant since) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                select c.key, (select count(*) from outbox.message m
                               where m.recipient_index = c.index and m.channel = :channel and m.class = c.class and m.due_at >= :since
                                 and m.state in ('SENT', 'DELIVERED', 'FAILED', 'UNKNOWN') and m.provider is not null) as n
                from (select distinct key, index, class
                      from unnest(:keys::text[], :indexes::bytea[], :classes::text[]) as u (key, index, class)) as c
                """)
                .param("keys", Columns.texts(claimed, ClaimStore::recipientKey))
                .param("indexes", Columns.bytes(claimed, each -> envelope.index(channel, each.letter().to())))
                .param("classes", Columns.texts(claimed, each -> each.letter().kind().name()))
                .param("channel", channel.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Objects.requireNonNull(row.getString("key")), row.getInt("n"));
                });
        return counts;
    }

    /** When the next message of the channel is due, those queues apart. */
    Optional<Instant> nextDue(Channel channel, Collection<String> except) {
        return jdbc.sql("""
                %s
                select min(first.due_at) as due_at from q cross join lateral (
                    select due_at from outbox.waiting w
                    where w.channel = :channel and w.queue = q.queue and w.lease_until is null order by due_at limit 1) as first
                where q.queue <> all (cast(:except as text[]))
                """.formatted(QUEUES))
                .param("channel", channel.name())
                .param("except", except.toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(MessageStore.instant(row, "due_at"))).single();
    }

    /**
     * Writes down what became of claimed messages; gives back which of them were still this node's. One that was lost in the meantime
     * and counts as unknown is settled by a late answer that says it left.
     */
    Set<UUID> keep(List<Fate> fates, Instant businessNow) {
        return Set.copyOf(jdbc.sql("""
                with f as (
                    select * from unnest(:ids::uuid[], :attempts::int4[], :states::text[], :dues::int8[], :uncounted::int4[],
                                         :providers::text[], :refusals::int4[], :providerIds::text[], :errors::text[])
                        as f (id, attempt, state, due, uncounted, provider, refusals, provider_id, error)),
                back as (
                    update outbox.waiting w set lease_until = null, due_at = coalesce(outbox.instant(f.due), w.due_at),
                                                attempts = w.attempts - f.uncounted
                    from f where w.message_id = f.id and w.attempts = f.attempt and w.lease_until is not null and f.state = 'PENDING'
                    returning w.message_id),
                over as (
                    delete from outbox.waiting w using f
                    where w.message_id = f.id and w.attempts = f.attempt and w.lease_until is not null and f.state <> 'PENDING'
                    returning w.message_id),
                ours as (select message_id from back union all select message_id from over)
                update outbox.message m set
                    state = f.state, due_at = coalesce(outbox.instant(f.due), m.due_at), attempts = f.attempt - f.uncounted,
                    provider = coalesce(f.provider, m.provider), refusals = f.refusals,
                    provider_id = coalesce(f.provider_id, m.provider_id), error = f.error,
                    sent_at = case when f.state in ('SENT', 'DELIVERED') then cast(:now as timestamptz) else m.sent_at end,
                    settled_at = case when f.state in ('PENDING', 'SENT', 'UNKNOWN') then null else cast(:now as timestamptz) end
                from f left join ours on ours.message_id = f.id
                where m.id = f.id and (ours.message_id is not null
                       or m.state = 'UNKNOWN' and m.attempts = f.attempt and f.state in ('SENT', 'DELIVERED'))
                returning m.id
                """)
                .param("ids", Columns.ids(fates, fate -> fate.claimed().id()))
                .param("attempts", Columns.ints(fates, fate -> fate.claimed().attempts()))
                .param("states", Columns.texts(fates, fate -> fate.state().name()))
                .param("dues", Columns.instants(fates, Fate::dueAt))
                .param("uncounted", Columns.ints(fates, fate -> fate.counted() ? 0 : 1))
                .param("providers", Columns.texts(fates, Fate::provider))
                .param("refusals", Columns.ints(fates, Fate::refusals))
                .param("providerIds", Columns.texts(fates, Fate::providerId))
                .param("errors", Columns.texts(fates, Fate::error))
                .param("now", businessNow.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class))).list());
    }

    /** Keeps what each try came to, for whoever looks into it. */
    void addAttempts(List<Fate> fates, Instant at) {
        jdbc.sql("""
                insert into outbox.attempt (message_id, attempt, at, provider, result, code)
                select id, attempt, :at, provider, result, code
                from unnest(:ids::uuid[], :attempts::int4[], :providers::text[], :results::text[], :codes::text[]) as a (id, attempt, provider, result, code)
                on conflict do nothing
                """)
                .param("ids", Columns.ids(fates, fate -> fate.claimed().id()))
                .param("attempts", Columns.ints(fates, fate -> fate.claimed().attempts()))
                .param("providers", Columns.texts(fates, Fate::provider))
                .param("results", Columns.texts(fates, fate -> fate.state().name()))
                .param("codes", Columns.texts(fates, Fate::error))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A node died, or hung, with these in its hands: they may have left. Where the other side drops doubles they are due again. */
    List<Lost> giveUpLeases(Instant now) {
        return jdbc.sql("""
                with lost as (
                    select message_id, attempts, channel = any (:repeatable) as again from outbox.waiting
                    where lease_until < :now limit 1000 for update skip locked),
                back as (
                    update outbox.waiting w set lease_until = null, due_at = :now from lost
                    where w.message_id = lost.message_id and lost.again),
                over as (
                    delete from outbox.waiting w using lost where w.message_id = lost.message_id and not lost.again)
                update outbox.message m set
                    state = case when lost.again then 'PENDING' else 'UNKNOWN' end, attempts = lost.attempts,
                    due_at = case when lost.again then :now else m.due_at end, error = 'LEASE_EXPIRED'
                from lost where m.id = lost.message_id
                returning m.id, m.idempotency_key, m.channel, m.subject_kind, m.subject_id, m.state, m.attempts
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("repeatable", repeatable())
                .query((row, _) -> new Lost(row.getObject("id", UUID.class), row.getString("idempotency_key"),
                        Channel.valueOf(row.getString("channel")), subject(row),
                        MessageState.valueOf(row.getString("state")), row.getInt("attempts")))
                .list();
    }

    private static String[] repeatable() {
        var names = new ArrayList<String>();
        for (var channel : Channel.values()) {
            if (channel.repeatable()) {
                names.add(channel.name());
            }
        }
        return names.toArray(String[]::new);
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var channel = Channel.valueOf(row.getString("channel"));
        var to = envelope.openRecipient(row.getBytes("recipient"));
        var letter = new Letter(row.getObject("id", UUID.class), to, MessageClass.valueOf(row.getString("class")),
                envelope.openBody(row.getBytes("body")), row.getString("template"));
        var zone = row.getString("zone");
        return new Claimed(letter, channel, row.getString("idempotency_key"), row.getString("queue"),
                row.getInt("attempts"), row.getString("provider"), row.getInt("refusals"),
                MessageStore.instant(row, "expires_at"), zone == null ? null : ZoneId.of(zone), subject(row));
    }

    private static @Nullable Subject subject(ResultSet row) throws SQLException {
        var kind = row.getString("subject_kind");
        return kind == null ? null : new Subject(kind, row.getString("subject_id"));
    }
}

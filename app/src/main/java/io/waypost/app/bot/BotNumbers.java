package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the bot does: contained is who was helped, went without a person, and did not come back with the same matter within 48 hours; a
 * contact with people within that time counts as coming back, whatever it is about. Who came less than 48 hours ago
 * counts as not known yet, neither as contained nor as not.
 */
@Service
class BotNumbers {

    /** Within that time whoever comes again was not helped. */
    static final Duration RETURN = Duration.ofDays(2);

    private static final Actor BOT = new Actor.Internal("bot");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock wall;

    BotNumbers(JdbcClient jdbc, TransactionTemplate transaction, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wall = wall;
    }

    /**
     * Sessions of one kind.
     *
     * @param key an intent or a channel; null for what was never understood
     * @param ended of {@code sessions}
     * @param handedOver of these
     * @param known of the ended, those of which it is known whether the customer came back
     * @param contained of these: helped, no person, not come back
     */
    record BotCount(@Nullable String key, long sessions, long ended, long handedOver, long known, long contained) {}

    /** How often a person went on for that reason. */
    record BotReason(String reason, long count) {}

    /** The numbers of some days. */
    record BotNumbersView(int days, BotCount all, List<BotCount> byIntent, List<BotCount> byChannel,
            List<BotReason> reasons, long asked, long chosen) {}

    /** Those of the desks within the caller's reach; reckoned as the platform, for whoever comes again comes to whatever desk. */
    BotNumbersView of(int days) {
        var reach = new Reach(Acting.current().scope().path(), wall.instant().minus(Duration.ofDays(days)));
        return Acting.as(BOT, () -> Objects.requireNonNull(transaction.execute(_ -> {
            var counts = counts(reach);
            return new BotNumbersView(days, counts.getOrDefault(By.ALL, List.of()).stream().findFirst()
                    .orElse(new BotCount(null, 0, 0, 0, 0, 0)), counts.getOrDefault(By.INTENT, List.of()),
                    counts.getOrDefault(By.CHANNEL, List.of()), reasons(reach), clarified(reach), chosen(reach));
        })));
    }

    private record Reach(String path, Instant since) {}

    private JdbcClient.StatementSpec asked(Reach reach, String sql) {
        return jdbc.sql(sql).param("path", reach.path()).param("since", utc(reach.since()));
    }

    private enum By {
        ALL,
        INTENT,
        CHANNEL
    }

    private Map<By, List<BotCount>> counts(Reach reach) {
        var counts = new EnumMap<By, List<BotCount>>(By.class);
        asked(reach, """
                with session as (
                    select s.*, s.ended_at is not null and s.ended_at < :settled as known,
                        exists (select 1 from bot.session n where n.customer_id = s.customer_id and n.opened_at > s.ended_at
                            and n.opened_at <= s.ended_at + cast(:return as interval) and n.intent is not distinct from s.intent)
                        or exists (select 1 from desk.contact c where c.customer_id = s.customer_id and c.opened_at > s.ended_at
                            and c.opened_at <= s.ended_at + cast(:return as interval)) as returned
                    from bot.session s where s.opened_at >= :since and starts_with(s.unit_path, :path))
                select case when grouping(intent) = 0 then 'INTENT' when grouping(channel) = 0 then 'CHANNEL' else 'ALL' end as by,
                    coalesce(intent, channel) as key, count(*) as sessions, count(ended_at) as ended,
                    count(*) filter (where end_kind = 'HANDED_OVER') as handed_over, count(*) filter (where known) as known,
                    count(*) filter (where known and helped and end_kind <> 'HANDED_OVER' and not returned) as contained
                from session group by grouping sets ((), (intent), (channel)) order by sessions desc, key
                """).param("settled", utc(wall.instant().minus(RETURN))).param("return", RETURN.toString())
                .query(row -> {
                    counts.computeIfAbsent(By.valueOf(text(row, "by")), _ -> new ArrayList<>()).add(count(row));
                });
        return counts;
    }

    private List<BotReason> reasons(Reach reach) {
        return asked(reach, """
                select reason, count(*) as count from bot.session where opened_at >= :since and starts_with(unit_path, :path) and reason is not null
                group by reason order by count desc, reason
                """).query((row, _) -> new BotReason(text(row, "reason"), row.getLong("count"))).list();
    }

    /** How often the bot asked which of two matters was meant. */
    private long clarified(Reach reach) {
        return asked(reach, """
                select count(*) from bot.turn t join bot.session s on s.id = t.session_id
                where s.opened_at >= :since and starts_with(s.unit_path, :path) and t.did @> '[{"what": "CHOOSE_MATTER"}]'
                """).query(Long.class).single();
    }

    /** How often the next entry of the customer was understood after that. */
    private long chosen(Reach reach) {
        return asked(reach, """
                select count(*) from bot.turn t join bot.session s on s.id = t.session_id
                join lateral (select n.did from bot.turn n where n.session_id = t.session_id and n.seq > t.seq order by n.seq limit 1) n
                    on true
                where s.opened_at >= :since and starts_with(s.unit_path, :path) and t.did @> '[{"what": "CHOOSE_MATTER"}]'
                    and not n.did @> '[{"what": "CHOOSE_MATTER"}]' and not n.did @> '[{"what": "NOT_UNDERSTOOD"}]'
                    and not n.did @> '[{"what": "HandOver"}]'
                """).query(Long.class).single();
    }

    private static BotCount count(ResultSet row) throws SQLException {
        return new BotCount(row.getString("key"), row.getLong("sessions"), row.getLong("ended"),
                row.getLong("handed_over"), row.getLong("known"), row.getLong("contained"));
    }
}

package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the bot does: contained is who was helped, went without a person, and did not come back within 48 hours. Who came less than 48 hours ago
 * counts as not known yet, neither as contained nor as not.
 */
@Service
class BotNumbers {

    /** Within that time whoever comes again was not helped. */
    static final Duration RETURN = Duration.ofDays(2);

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

    BotNumbersView of(int days) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var all = counts(days, "'ALL'").stream().findFirst().orElse(new BotCount("ALL", 0, 0, 0, 0, 0));
            return new BotNumbersView(days, all, counts(days, "intent"), counts(days, "channel"), reasons(days),
                    clarified(days, "CHOOSE_MATTER"), chosen(days));
        }));
    }

    private List<BotCount> counts(int days, String by) {
        return jdbc.sql("""
                with session as (
                    select s.*, s.ended_at is not null and s.ended_at < :settled as known,
                        exists (select 1 from bot.session n where n.customer_id = s.customer_id and n.opened_at > s.ended_at
                            and n.opened_at <= s.ended_at + interval '48 hours' and n.intent is not distinct from s.intent)
                        or exists (select 1 from desk.contact c where c.customer_id = s.customer_id and c.opened_at > s.ended_at
                            and c.opened_at <= s.ended_at + interval '48 hours') as returned
                    from bot.session s where s.opened_at >= :since)
                select %s as key, count(*) as sessions, count(ended_at) as ended,
                    count(*) filter (where end_kind = 'HANDED_OVER') as handed_over, count(*) filter (where known) as known,
                    count(*) filter (where known and helped and end_kind <> 'HANDED_OVER' and not returned) as contained
                from session group by 1 order by sessions desc, 1
                """.formatted(by)).param("settled", utc(wall.instant().minus(RETURN)))
                .param("since", utc(wall.instant().minus(Duration.ofDays(days)))).query((row, _) -> count(row)).list();
    }

    private List<BotReason> reasons(int days) {
        return jdbc.sql("""
                select reason, count(*) as count from bot.session where opened_at >= :since and reason is not null
                group by reason order by count desc, reason
                """).param("since", utc(wall.instant().minus(Duration.ofDays(days))))
                .query((row, _) -> new BotReason(text(row, "reason"), row.getLong("count"))).list();
    }

    /** How often the bot asked which of two matters was meant. */
    private long clarified(int days, String say) {
        return jdbc.sql("""
                select count(*) from bot.turn t join bot.session s on s.id = t.session_id
                where s.opened_at >= :since and t.did @> cast(:did as jsonb)
                """).param("since", utc(wall.instant().minus(Duration.ofDays(days))))
                .param("did", "[{\"what\": \"%s\"}]".formatted(say)).query(Long.class).single();
    }

    /** How often the next entry of the customer was understood after that. */
    private long chosen(int days) {
        return jdbc.sql("""
                select count(*) from bot.turn t join bot.session s on s.id = t.session_id
                join lateral (select n.did from bot.turn n where n.session_id = t.session_id and n.seq > t.seq order by n.seq limit 1) n
                    on true
                where s.opened_at >= :since and t.did @> '[{"what": "CHOOSE_MATTER"}]'
                    and not n.did @> '[{"what": "CHOOSE_MATTER"}]' and not n.did @> '[{"what": "NOT_UNDERSTOOD"}]'
                    and not n.did @> '[{"what": "HandOver"}]'
                """).param("since", utc(wall.instant().minus(Duration.ofDays(days)))).query(Long.class).single();
    }

    private static BotCount count(ResultSet row) throws SQLException {
        return new BotCount(row.getString("key"), row.getLong("sessions"), row.getLong("ended"),
                row.getLong("handed_over"), row.getLong("known"), row.getLong("contained"));
    }
}

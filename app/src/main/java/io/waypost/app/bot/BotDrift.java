package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.utc;

import io.waypost.core.dialogue.Understanding;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well the bot understands from week to week (漂移): where customers begin to write otherwise, it shows here first. */
@Component
class BotDrift {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Clock wall;

    BotDrift(JdbcClient jdbc, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.wall = wall;
    }

    /**
     * A week, within the caller's reach.
     *
     * @param monday its first day, in Beijing
     * @param messages how many it heard that answered no question of its own
     * @param outside taken for none of our business
     * @param unclear ours, and not clear what
     * @param meanProbability of the likeliest meaning, on average
     */
    record BotWeek(LocalDate monday, long messages, long outside, long unclear, double meanProbability) {}

    private Instant monday(int weeks) {
        var now = wall.instant().atZone(BEIJING);
        return now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weeks - 1L)
                .atStartOfDay(BEIJING).toInstant();
    }

    @Transactional(readOnly = true)
    public List<BotWeek> weeks(int weeks) {
        return jdbc.sql("""
                select date_trunc('week', at at time zone 'Asia/Shanghai')::date as monday, count(*) as messages,
                    count(*) filter (where belonging < :outside) as outside,
                    count(*) filter (where belonging >= :outside and probability < :sure) as unclear,
                    avg(probability) as mean
                from (select at, (heard ->> 'belonging')::float8 as belonging,
                          coalesce((heard -> 'guesses' -> 0 ->> 'probability')::float8, 0) as probability
                      from bot.turn where at >= :since and (heard ->> 'free')::boolean) t
                group by 1 order by 1
                """).param("outside", Understanding.OUTSIDE)
                .param("sure", Understanding.SURE)
                .param("since", utc(monday(weeks)))
                .query((row, _) -> new BotWeek(Objects.requireNonNull(row.getObject("monday", LocalDate.class)),
                        row.getLong("messages"), row.getLong("outside"), row.getLong("unclear"),
                        row.getDouble("mean")))
                .list();
    }
}

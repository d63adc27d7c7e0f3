package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.app.money.PayoutGateway.StatementLine;
import io.waypost.core.ledger.PayoutState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of comparing payouts with statements. */
@Repository
class ReconciliationStore {

    private final JdbcClient jdbc;

    ReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day of a gateway that is compared next. */
    record Next(String gateway, LocalDate day, Instant at) {}

    /** A line that names a payout, and all that statements have under its key so far. */
    record Matched(String key, @Nullable UUID payout, @Nullable PayoutState state, @Nullable Long own, long fen,
            long times, long total) {}

    /** A payout that no statement has. */
    record Unseen(UUID id, long fen) {}

    /** What we have as paid on a day. */
    record Own(int payouts, long fen) {}

    /**
     * A day that was compared.
     *
     * @param fen what the statement sums to
     * @param own how many payouts we have as paid on that day
     * @param found how many differences the comparison found
     * @param open how many of that day's are still to be settled
     */
    record ReconciledDay(String gateway, LocalDate day, Instant comparedAt, int lines, long fen, int own, long ownFen,
            int found, int open) {}

    /**
     * A gateway whose account of what is on its way is not what its payouts sum to.
     *
     * @param booked what the account holds, with the sign turned: what the gateway was told to pay and has not confirmed
     */
    record Gap(String gateway, long booked, long underWay) {}

    /** A gateway that is compared from its first day on. */
    void begin(String gateway, LocalDate day, Instant at) {
        jdbc.sql("""
                insert into money.reconciling (gateway, next_day, next_at) values (:gateway, :day, :at) on conflict do nothing
                """).param("gateway", gateway).param("day", day).param("at", utc(at)).update();
    }

    Optional<Instant> nextAt() {
        return jdbc.sql("select min(next_at) as at from money.reconciling")
                .query((row, _) -> Optional.ofNullable(timeOrNull(row, "at"))).single();
    }

    /** Gateways with a day that is due. */
    List<Next> due(Instant now) {
        return jdbc.sql("select * from money.reconciling where next_at <= :now order by next_at")
                .param("now", utc(now))
                .query((row, _) -> new Next(text(row, "gateway"),
                        Objects.requireNonNull(row.getObject("next_day", LocalDate.class)), time(row, "next_at")))
                .list();
    }

    /** Takes the gateway's day, unless another node is at it or had it meanwhile. */
    boolean claim(Next next) {
        return jdbc.sql("""
                select 1 from money.reconciling where gateway = :gateway and next_day = :day and next_at = :at
                for update skip locked
                """).param("gateway", next.gateway()).param("day", next.day()).param("at", utc(next.at()))
                .query(Integer.class).optional().isPresent();
    }

    void next(String gateway, LocalDate day, Instant at, @Nullable String reason) {
        jdbc.sql(
                "update money.reconciling set next_day = :day, next_at = :at, reason = :reason where gateway = :gateway")
                .param("gateway", gateway).param("day", day).param("at", utc(at)).param("reason", reason).update();
    }

    /** Keeps the statement of a day, in the place of one that was brought before. */
    void keep(String gateway, LocalDate day, List<StatementLine> lines) {
        jdbc.sql("delete from money.statement_line where gateway = :gateway and day = :day").param("gateway", gateway)
                .param("day", day).update();
        var numbers = IntStream.rangeClosed(1, lines.size()).boxed().toList();
        jdbc.sql("""
                insert into money.statement_line (gateway, day, line, key, fen)
                select :gateway, :day, n.line, n.key, n.fen from unnest(:lines, :keys, :fen) as n (line, key, fen)
                """).param("gateway", gateway).param("day", day)
                .param("lines", Columns.ints(numbers, number -> number))
                .param("keys", Columns.texts(lines, StatementLine::key))
                .param("fen", Columns.longs(lines, StatementLine::fen)).update();
    }

    /** Each key of the day's statement with its payout. */
    List<Matched> matched(String gateway, LocalDate day) {
        return jdbc.sql("""
                select l.key, p.id, p.state, p.fen as own, l.fen, s.times, s.total
                from (select key, max(fen) as fen from money.statement_line where gateway = :gateway and day = :day group by key) l
                cross join lateral (select count(*) as times, sum(fen) as total from money.statement_line
                                    where gateway = :gateway and key = l.key) s
                left join money.payout p on p.gateway = :gateway and l.key ~ '^[0-9a-f]{32}$'
                    and p.id = case when l.key ~ '^[0-9a-f]{32}$' then l.key::uuid end
                order by l.key
                """).param("gateway", gateway).param("day", day)
                .query((row, _) -> {
                    var state = row.getString("state");
                    return new Matched(text(row, "key"), row.getObject("id", UUID.class),
                            state == null ? null : PayoutState.valueOf(state), row.getObject("own", Long.class),
                            row.getLong("fen"), row.getLong("times"), row.getLong("total"));
                }).list();
    }

    /**
     * Payouts that no statement has: paid on that day, or sent by then and still unknown.
     *
     * @param from when the day began
     * @param to when it ended
     */
    List<Unseen> unseen(String gateway, Instant from, Instant to) {
        return jdbc.sql("""
                select p.id, p.fen from money.payout p
                where p.gateway = :gateway
                  and ((p.state = 'PAID' and p.since >= :from and p.since < :to)
                       or (p.state = 'UNKNOWN' and p.first_sent_at < :to))
                  and not exists (select 1 from money.statement_line l
                                  where l.gateway = p.gateway and l.key = replace(p.id::text, '-', ''))
                order by p.id
                """).param("gateway", gateway).param("from", utc(from)).param("to", utc(to))
                .query((row, _) -> new Unseen(id(row, "id"), row.getLong("fen"))).list();
    }

    Own own(String gateway, Instant from, Instant to) {
        return jdbc.sql("""
                select count(*) as payouts, coalesce(sum(fen), 0) as fen from money.payout
                where gateway = :gateway and state = 'PAID' and since >= :from and since < :to
                """).param("gateway", gateway).param("from", utc(from)).param("to", utc(to))
                .query((row, _) -> new Own(row.getInt("payouts"), row.getLong("fen"))).single();
    }

    void done(String gateway, LocalDate day, Instant at, int lines, long fen, Own own, int found) {
        jdbc.sql("""
                insert into money.reconciliation (gateway, day, compared_at, lines, fen, own, own_fen, found)
                values (:gateway, :day, :at, :lines, :fen, :own, :ownFen, :found)
                on conflict (gateway, day) do update set compared_at = excluded.compared_at, lines = excluded.lines,
                    fen = excluded.fen, own = excluded.own, own_fen = excluded.own_fen,
                    found = money.reconciliation.found + excluded.found
                """).param("gateway", gateway).param("day", day).param("at", utc(at)).param("lines", lines)
                .param("fen", fen).param("own", own.payouts()).param("ownFen", own.fen()).param("found", found)
                .update();
    }

    /** The newest days first. */
    List<ReconciledDay> days(int most) {
        return jdbc.sql("""
                select r.*, (select count(*) from money.difference d
                             where d.gateway = r.gateway and d.day = r.day and d.state in ('OPEN', 'PROPOSED')) as open
                from money.reconciliation r order by r.day desc, r.gateway limit :most
                """).param("most", most)
                .query((row, _) -> new ReconciledDay(text(row, "gateway"),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)), time(row, "compared_at"),
                        row.getInt("lines"), row.getLong("fen"), row.getInt("own"), row.getLong("own_fen"),
                        row.getInt("found"), row.getInt("open")))
                .list();
    }

    /** Gateways whose account of what is on its way is not what their payouts sum to. */
    List<Gap> gaps() {
        return jdbc.sql("""
                select g.gateway, coalesce(b.fen, 0) as booked, coalesce(u.fen, 0) as under_way
                from (select owner as gateway from money.account where kind = 'IN_TRANSIT'
                      union select distinct gateway from money.payout where due_at is not null) g
                left join lateral (
                    select -(coalesce(max(m.fen), 0) + coalesce(sum(p.fen), 0)) as fen from money.account a
                    left join money.mark m on m.account = a.id and m.system = money.system()
                    left join money.posting p on p.account = a.id and p.xid >= coalesce(m.below, '0'::xid8)
                    where a.kind = 'IN_TRANSIT' and a.owner = g.gateway) b on true
                left join lateral (select sum(fen) as fen from money.payout
                    where gateway = g.gateway and state in ('SENDING', 'TAKEN', 'UNKNOWN')) u on true
                where coalesce(b.fen, 0) <> coalesce(u.fen, 0) order by 1
                """).query((row, _) -> new Gap(text(row, "gateway"), row.getLong("booked"),
                row.getLong("under_way"))).list();
    }
}

package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of marks. */
@Repository
class MarkStore {

    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant nextAt() {
        return jdbc.sql("select next_at from money.marking").query((row, _) -> time(row, "next_at")).single();
    }

    /** Takes the work if it is due and nobody is at it: up to which line busy accounts were looked for. */
    Optional<Long> claim(Instant now) {
        return jdbc.sql("select seen from money.marking where next_at <= :now for update skip locked")
                .param("now", utc(now)).query(Long.class).optional();
    }

    void done(long seen, Instant nextAt) {
        jdbc.sql("update money.marking set seen = greatest(seen, :seen), next_at = :next").param("seen", seen)
                .param("next", utc(nextAt)).update();
    }

    long lastLine() {
        return jdbc.sql("select coalesce(max(number), 0) from money.posting").query(Long.class).single();
    }

    /**
     * Accounts that got lines between those two and have at least so many that no mark holds. Those of claims never have many. A line that
     * is committed late may be overlooked; its account is looked at with its next one.
     */
    List<Long> busy(long after, long upTo, int least) {
        return jdbc.sql("""
                select w.account
                from (select distinct account from money.posting where number > :after and number <= :upTo) w
                join money.account a on a.id = w.account and a.kind <> 'CLAIM_PAYABLE'
                left join money.mark m on m.account = w.account and m.system = (select money.system())
                where (select count(*) from (
                    select 1 from money.posting p where p.account = w.account and p.xid >= coalesce(m.below, '0'::xid8)
                    limit :least) t) >= :least
                order by w.account
                """).param("after", after).param("upTo", upTo).param("least", least)
                .query((row, _) -> row.getLong("account")).list();
    }

    /** Adds to the account's mark whatever has ended by now. One statement, so that the horizon and the lines are seen at one instant. */
    void mark(long account, Instant now) {
        jdbc.sql("""
                with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as below),
                    before as (select below, lines, fen from money.mark where account = :account and system = money.system())
                insert into money.mark as k (account, below, lines, fen, made_at, system)
                select :account, h.below, coalesce((select lines from before), 0) + count(p.fen),
                    coalesce((select fen from before), 0) + coalesce(sum(p.fen), 0), :now, money.system()
                from horizon h
                left join money.posting p on p.account = :account and p.xid < h.below
                    and p.xid >= coalesce((select below from before), '0'::xid8)
                group by h.below
                on conflict (account) do update
                set below = excluded.below, lines = excluded.lines, fen = excluded.fen, made_at = excluded.made_at,
                    system = excluded.system
                where k.system <> excluded.system or k.below < excluded.below
                """).param("account", account).param("now", utc(now)).update();
    }
}

package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;

import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what people see of the ledger, and of holding it against itself. */
@Repository
class LedgerReadStore {

    /** The most faults of one kind that are named. */
    private static final int NAMED = 20;

    private final JdbcClient jdbc;

    LedgerReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account.
     *
     * @param chinese what its kind is called
     * @param fen what it holds: debits above zero
     */
    record AccountRow(AccountKind kind, String chinese, String owner, long fen) {}

    /**
     * A line of an account.
     *
     * @param number grows with the time of writing, not quite in the order in which transactions ended
     * @param order where it stands in the account; opaque
     */
    record PostingRow(long number, String order, UUID transaction, String reference, String note, long fen, Instant at,
            String by, @Nullable UUID reverses) {}

    List<AccountRow> accounts(@Nullable AccountKind kind, @Nullable Account after, int most) {
        return jdbc.sql("""
                select a.kind, a.owner, coalesce(m.fen, 0) + coalesce((
                    select sum(p.fen) from money.posting p where p.account = a.id and p.xid >= coalesce(m.below, '0'::xid8)), 0) as fen
                from (select * from money.account
                      where (cast(:kind as text) is null or kind = :kind)
                        and (cast(:afterKind as text) is null or (kind, owner) > (:afterKind, :afterOwner))
                      order by kind, owner limit :most) a
                left join money.mark m on m.account = a.id and m.system = (select money.system())
                order by a.kind, a.owner
                """).param("kind", kind == null ? null : kind.name())
                .param("afterKind", after == null ? null : after.kind().name())
                .param("afterOwner", after == null ? null : after.owner()).param("most", most)
                .query((row, _) -> {
                    var account = LedgerStore.account(row);
                    return new AccountRow(account.kind(), account.kind().chinese(), account.owner(),
                            row.getLong("fen"));
                }).list();
    }

    Optional<Long> account(Account account) {
        return jdbc.sql("select id from money.account where kind = :kind and owner = :owner")
                .param("kind", account.kind().name()).param("owner", account.owner()).query(Long.class).optional();
    }

    /** The newest first. */
    List<PostingRow> postings(long account, @Nullable String beforeOrder, long beforeNumber, int most) {
        return jdbc.sql("""
                select p.number, p.xid::text as place, p.transaction, t.reference, t.note, p.fen, t.at, t.by, t.reverses
                from (select * from money.posting
                      where account = :account
                        and (cast(:order as text) is null or (xid, number) < (cast(cast(:order as text) as xid8), :number))
                      order by xid desc, number desc limit :most) p
                join money.transaction t on t.id = p.transaction
                order by p.xid desc, p.number desc
                """).param("account", account).param("order", beforeOrder).param("number", beforeNumber)
                .param("most", most)
                .query((row, _) -> new PostingRow(row.getLong("number"), text(row, "place"), id(row, "transaction"),
                        text(row, "reference"), text(row, "note"), row.getLong("fen"), time(row, "at"),
                        text(row, "by"), row.getObject("reverses", UUID.class)))
                .list();
    }

    /** How many transactions and lines there are, and what all lines sum to. */
    record Totals(long transactions, long lines, long fen) {}

    Totals totals() {
        return jdbc.sql("""
                select (select count(*) from money.transaction) as transactions, count(*) as lines, coalesce(sum(fen), 0) as fen
                from money.posting
                """)
                .query((row, _) -> new Totals(row.getLong("transactions"), row.getLong("lines"), row.getLong("fen")))
                .single();
    }

    /** Transactions that do not balance. */
    List<UUID> unbalanced() {
        return jdbc.sql("""
                select t.id from money.transaction t left join money.posting p on p.transaction = t.id
                group by t.id having coalesce(sum(p.fen), 1) <> 0 or count(p.number) < 2 limit :most
                """).param("most", NAMED).query((row, _) -> id(row, "id")).list();
    }

    /** Accounts whose mark is not the sum of the lines it stands for. */
    List<Account> wronglyMarked() {
        return jdbc.sql("""
                select a.kind, a.owner from money.mark m join money.account a on a.id = m.account
                cross join lateral (select count(*) as lines, coalesce(sum(p.fen), 0) as fen from money.posting p
                                    where p.account = m.account and p.xid < m.below) s
                where m.system = money.system() and (m.lines <> s.lines or m.fen <> s.fen) limit :most
                """).param("most", NAMED).query((row, _) -> LedgerStore.account(row)).list();
    }

    /** Claims of which more was paid than was owed. */
    List<Account> overpaid() {
        return jdbc.sql("""
                select a.kind, a.owner from money.account a join money.posting p on p.account = a.id
                where a.kind = 'CLAIM_PAYABLE' group by a.id having sum(p.fen) > 0 limit :most
                """).param("most", NAMED).query((row, _) -> LedgerStore.account(row)).list();
    }
}

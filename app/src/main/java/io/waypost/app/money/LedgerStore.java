package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is booked. Balances are sums over the lines; marks only shorten the way to them. */
@Repository
class LedgerStore {

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A transaction that was booked. */
    record Booked(UUID id, String reference, String note, List<Posting> postings) {

        Booked {
            postings = List.copyOf(postings);
        }
    }

    private record Line(int line, Posting posting) {}

    /** Adds the head of a transaction; false where its reference, or the opposite of what it reverses, was booked before. */
    boolean add(UUID id, Booking booking, @Nullable UUID reverses, Instant at, String by) {
        return jdbc.sql("""
                insert into money.transaction (id, reference, note, reverses, at, by)
                values (:id, :reference, :note, :reverses, :at, :by) on conflict do nothing
                """).param("id", id).param("reference", booking.reference()).param("note", booking.note())
                .param("reverses", reverses).param("at", utc(at)).param("by", by).update() == 1;
    }

    /** Adds its lines, and the accounts that they are the first of. */
    void addLines(UUID id, List<Posting> postings) {
        var owned = postings.stream().map(Posting::account).filter(account -> account.kind().owned()).distinct()
                .toList();
        if (!owned.isEmpty()) {
            jdbc.sql("""
                    insert into money.account (kind, owner)
                    select n.kind, n.owner from unnest(:kinds, :owners) as n (kind, owner)
                    where not exists (select 1 from money.account a where a.kind = n.kind and a.owner = n.owner)
                    order by n.kind, n.owner on conflict do nothing
                    """).param("kinds", Columns.texts(owned, account -> account.kind().name()))
                    .param("owners", Columns.texts(owned, Account::owner)).update();
        }
        var lines = IntStream.range(0, postings.size()).mapToObj(i -> new Line(i + 1, postings.get(i))).toList();
        int added = jdbc.sql("""
                insert into money.posting (transaction, line, account, fen)
                select :id, n.line, a.id, n.fen from unnest(:lines, :kinds, :owners, :fen) as n (line, kind, owner, fen)
                join money.account a on a.kind = n.kind and a.owner = n.owner
                """).param("id", id).param("lines", Columns.ints(lines, Line::line))
                .param("kinds", Columns.texts(lines, line -> line.posting().account().kind().name()))
                .param("owners", Columns.texts(lines, line -> line.posting().account().owner()))
                .param("fen", Columns.longs(lines, line -> line.posting().fen())).update();
        if (added != postings.size()) {
            throw new IllegalStateException("%d of %d lines of %s were booked".formatted(added, postings.size(), id));
        }
    }

    Optional<Booked> byReference(String reference) {
        return head("reference = :key", reference);
    }

    Optional<Booked> byId(UUID id) {
        return head("id = :key", id);
    }

    /** What reverses that one. */
    Optional<Booked> opposite(UUID id) {
        return head("reverses = :key", id);
    }

    private Optional<Booked> head(String condition, Object key) {
        return jdbc.sql("select id, reference, note from money.transaction where " + condition).param("key", key)
                .query((row, _) -> {
                    var id = id(row, "id");
                    return new Booked(id, text(row, "reference"), text(row, "note"), postings(id));
                }).optional();
    }

    private List<Posting> postings(UUID id) {
        return jdbc.sql("""
                select a.kind, a.owner, p.fen from money.posting p join money.account a on a.id = p.account
                where p.transaction = :id order by p.line
                """).param("id", id).query((row, _) -> new Posting(account(row), row.getLong("fen"))).list();
    }

    /** Until the end of the transaction nobody else takes from what that claimant is owed. */
    void lockClaim(String claim) {
        jdbc.sql("select money.lock_claim(:claim)").param("claim", claim).query((_, _) -> true).single();
    }

    /** What the account holds: its mark, and the lines since. */
    long balance(Account account) {
        return jdbc.sql("""
                select coalesce(m.fen, 0) + coalesce((
                    select sum(p.fen) from money.posting p where p.account = a.id and p.xid >= coalesce(m.below, '0'::xid8)), 0)
                from money.account a
                left join money.mark m on m.account = a.id and m.system = (select money.system())
                where a.kind = :kind and a.owner = :owner
                """).param("kind", account.kind().name()).param("owner", account.owner())
                .query((row, _) -> row.getLong(1)).optional().orElse(0L);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(AccountKind.valueOf(text(row, "kind")), text(row, "owner"));
    }
}

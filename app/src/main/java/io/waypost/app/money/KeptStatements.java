package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.core.ledger.Account;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of statements: sums and lines of one account, by when they were booked. */
@Repository
class KeptStatements implements AccountStatements {

    private static final String LINES = """
            from money.account a
            join money.posting p on p.account = a.id
            join money.transaction t on t.id = p.transaction
            where a.kind = :kind and a.owner = :owner
            """;

    private final JdbcClient jdbc;

    KeptStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public AccountStatement of(Account account, Instant from, Instant until, int most) {
        long opening = jdbc.sql("select coalesce(sum(p.fen), 0) " + LINES + " and t.at < :from")
                .param("kind", account.kind().name()).param("owner", account.owner()).param("from", utc(from))
                .query(Long.class).single();
        var lines = jdbc.sql("select t.id, t.reference, t.note, t.at, p.fen " + LINES + """
                and t.at >= :from and t.at < :until order by t.at, p.number limit :most
                """)
                .param("kind", account.kind().name()).param("owner", account.owner()).param("from", utc(from))
                .param("until", utc(until)).param("most", most + 1)
                .query((row, _) -> new Line(id(row, "id"), text(row, "reference"), text(row, "note"),
                        time(row, "at"), row.getLong("fen")))
                .list();
        if (lines.size() > most) {
            throw new IllegalArgumentException("%s has more than %d lines".formatted(account, most));
        }
        return new AccountStatement(account, opening, lines,
                opening + lines.stream().mapToLong(Line::fen).sum());
    }
}

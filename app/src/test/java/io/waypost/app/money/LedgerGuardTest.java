package io.waypost.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.ledger.Booking;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@DisplayName("L5 the database itself refuses what a ledger must not hold")
class LedgerGuardTest {

    private static final String HEAD = """
            insert into money.transaction (id, reference, note, at, by) values ('%1$s', '%1$s', '', now(), 'test');
            """;

    private final Books books;
    private final JdbcClient jdbc;
    private final String url;
    private UUID booked = new UUID(0, 0);

    LedgerGuardTest(Books books, JdbcClient jdbc, @Value("${waypost.database.url}") String url) {
        this.books = books;
        this.jdbc = jdbc;
        this.url = url;
    }

    @BeforeEach
    void somethingIsBooked() {
        booked = books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, Books.BANK, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update money.transaction set note = 'x'", "update money.posting set fen = fen",
            "delete from money.posting", "delete from money.transaction where false", "truncate money.posting",
            "truncate money.transaction cascade", "delete from money.account", "update money.account set owner = 'x'",
            "set session_replication_role = replica; delete from money.posting"})
    void whatIsBookedIsChangedByNobody(String change) {
        long lines = lines();
        // Not by the owner of the tables either.
        assertThatThrownBy(() -> SharedDatabase.owner(url, change)).rootCause()
                .hasMessageContaining("is never changed");
        if (!change.startsWith("truncate") && !change.startsWith("set ")) {
            assertThatThrownBy(() -> books.in(() -> jdbc.sql(change).update())).rootCause()
                    .hasMessageContaining("is never changed");
        }
        assertThat(lines()).isEqualTo(lines);
    }

    @Test
    void noLineIsAddedLater() {
        refused("""
                insert into money.posting (transaction, line, account, fen) values
                ('%1$s', 3, 1, 5), ('%1$s', 4, 2, -5)""".formatted(booked), "was booked before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "('%1$s', 1, 1, 5)", "('%1$s', 1, 1, 5), ('%1$s', 2, 2, -4)",
            "('%1$s', 1, 1, 5), ('%1$s', 2, 2, 5)"})
    void whatDoesNotBalanceIsNotCommitted(String lines) {
        refused(HEAD + (lines.isEmpty()
                ? ""
                : "insert into money.posting (transaction, line, account, fen) values " + lines),
                "lines that sum to");
    }

    @Test
    void noLineComesAfterTheLook() {
        refused(HEAD
                + """
                        insert into money.posting (transaction, line, account, fen) values ('%1$s', 1, 1, 5), ('%1$s', 2, 2, -5);
                        set constraints all immediate; set constraints all deferred;
                        insert into money.posting (transaction, line, account, fen) values ('%1$s', 3, 1, 5)""",
                "3 lines that sum to 5 fen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000000000001", "-1000000000000001"})
    void amountsHaveBounds(String fen) {
        refused(HEAD + "insert into money.posting (transaction, line, account, fen) values ('%1$s', 1, 1, " + fen + ")",
                "posting_fen_check");
    }

    @Test
    void thereIsOneCurrency() {
        refused("""
                insert into money.transaction (id, reference, note, at, by, currency)
                values ('%1$s', '%1$s', '', now(), 'test', 'USD')""", "currency_check");
    }

    @Test
    void anAccountThatIsNoneTakesNoLine() {
        refused(HEAD + "insert into money.posting (transaction, line, account, fen) values ('%1$s', 1, -1, 5)",
                "no account");
    }

    @Test
    void nobodyTakesMoreFromAClaimThanIsOwed() {
        var claim = books.accepted(100);
        refused(HEAD + """
                insert into money.posting (transaction, line, account, fen)
                select cast('%1$s' as uuid), 1, id, 101 from money.account where owner = '""" + claim + """
                ' union all select cast('%1$s' as uuid), 2, 1, -101""", "more than is owed");
    }

    /** Done as the platform does it, in one transaction. */
    private void refused(String sql, String why) {
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> books.in(() -> {
            for (var statement : sql.formatted(id).split(";", -1)) {
                if (!statement.isBlank()) {
                    jdbc.sql(statement).update();
                }
            }
            return true;
        })).rootCause().hasMessageContaining(why);
        assertThat(jdbc.sql("select count(*) from money.transaction where id = :id").param("id", id).query(Long.class)
                .single()).isZero();
    }

    private long lines() {
        return jdbc.sql("select count(*) from money.posting").query(Long.class).single();
    }
}

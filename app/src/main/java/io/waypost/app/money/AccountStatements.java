package io.waypost.app.money;

import io.waypost.core.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Statements of accounts (对账单), read from the ledger's own lines. Safe for threads. */
public interface AccountStatements {

    /**
     * What was booked on the account in that time.
     *
     * @param until not included
     * @param most more lines than these are too many for one statement
     * @throws IllegalArgumentException where there are more
     */
    AccountStatement of(Account account, Instant from, Instant until, int most);

    /**
     * A statement: the opening and all lines together are the closing.
     *
     * @param openingFen what the account held before
     * @param lines in the order in which they were booked
     */
    record AccountStatement(Account account, long openingFen, List<Line> lines, long closingFen) {

        public AccountStatement {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param reference of its transaction
     * @param fen above zero a debit
     */
    record Line(UUID transaction, String reference, String note, Instant at, long fen) {}
}

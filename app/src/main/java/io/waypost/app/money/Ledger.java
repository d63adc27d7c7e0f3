package io.waypost.app.money;

import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.Booking;
import java.util.UUID;

/** Where money is booked (总账). What is booked never changes and always balances; the database itself sees to both. Safe for threads. */
public interface Ledger {

    /**
     * Books it in the caller's transaction.
     *
     * @return the transaction's id; the earlier one's where the same reference was booked with the same postings before
     * @throws IllegalStateException where the reference was booked with other postings
     */
    UUID book(Booking booking);

    /** Books the opposite of a transaction, once however often it is asked. */
    UUID reverse(UUID transaction, String reference, String note);

    /** What the account holds, in fen: debits above zero. */
    long balance(Account account);
}

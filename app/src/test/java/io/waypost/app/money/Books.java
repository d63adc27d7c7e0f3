package io.waypost.app.money;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books for tests, each in a transaction of its own, on accounts that are nobody else's. */
@Component
class Books {

    static final Account BANK = Account.of(AccountKind.BANK);
    static final Account EXPENSE = Account.of(AccountKind.CLAIM_EXPENSE);

    private final Ledger ledger;
    private final TransactionTemplate transaction;

    Books(Ledger ledger, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** A name that no other test has. */
    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    static Account claim(String number) {
        return Account.of(AccountKind.CLAIM_PAYABLE, number);
    }

    static Account unit(String code) {
        return Account.of(AccountKind.UNIT_RECEIVABLE, code);
    }

    UUID book(Booking booking) {
        return in(() -> ledger.book(booking));
    }

    /** A claim of which so much is owed. */
    String accepted(long fen) {
        var number = fresh("C");
        book(Booking.move("claim/" + number + "/accepted", "理赔成立", claim(number), EXPENSE, fen));
        return number;
    }

    long balance(Account account) {
        return ledger.balance(account);
    }

    <T> T in(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}

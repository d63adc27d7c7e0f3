package io.waypost.app.money;

import static io.waypost.core.ledger.AccountKind.BANK;
import static io.waypost.core.ledger.AccountKind.CLAIM_EXPENSE;
import static io.waypost.core.ledger.AccountKind.CLAIM_PAYABLE;
import static io.waypost.core.ledger.AccountKind.IN_TRANSIT;

import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.PayoutEffect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books the steps of a payout, in the transaction of the step. */
@Component
class PayoutBooking {

    private final Ledger ledger;
    private final LedgerStore store;

    PayoutBooking(Ledger ledger, LedgerStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /** Whether so much is owed to the claimant; nobody takes from it until the end of the transaction. */
    boolean isOwed(KeptPayout kept) {
        store.lockClaim(kept.claim());
        return -ledger.balance(payable(kept)) >= kept.fen();
    }

    /** Books what the effect moves, if it moves something. The event's number makes the reference its own. */
    void book(KeptPayout kept, PayoutEffect effect, long event) {
        var transit = Account.of(IN_TRANSIT, kept.gateway());
        var bank = Account.of(BANK);
        var booking = switch (effect) {
            case BOOK_SENT -> move(kept, event, "sent", "理赔款转出", transit, payable(kept));
            case BOOK_BACK -> move(kept, event, "back", "打款未成退回", payable(kept), transit);
            case BOOK_PAID -> move(kept, event, "paid", "理赔款到账", bank, transit);
            case BOOK_LATE -> move(kept, event, "late", "判失败后到账，人工核定", bank,
                    isOwed(kept) ? payable(kept) : Account.of(CLAIM_EXPENSE));
            case BOOK_RETURNED -> move(kept, event, "returned", "到账后退票，人工核定", payable(kept), bank);
            case SEND, ASK, TELL_PAID, TELL_FAILED, DIFFER_PAID_AFTER_FAILURE, DIFFER_FAILED_AFTER_PAYMENT -> null;
        };
        book(booking);
    }

    private void book(@Nullable Booking booking) {
        if (booking != null) {
            ledger.book(booking);
        }
    }

    private static Booking move(KeptPayout kept, long event, String step, String words, Account credited,
            Account debited) {
        return Booking.move("payout/%s/%d/%s".formatted(kept.id(), event, step), "%s %s".formatted(words, kept.claim()),
                credited, debited, kept.fen());
    }

    private static Account payable(KeptPayout kept) {
        return Account.of(CLAIM_PAYABLE, kept.claim());
    }
}

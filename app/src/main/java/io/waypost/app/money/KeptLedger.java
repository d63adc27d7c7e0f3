package io.waypost.app.money;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.money.LedgerStore.Booked;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.Posting;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in PostgreSQL. Nobody waits for another who books on the same account; only takers from one claim go one by one. */
@Service
class KeptLedger implements Ledger {

    private final LedgerStore store;
    private final Clock clock;

    KeptLedger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID book(Booking booking) {
        return book(booking, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID reverse(UUID transaction, String reference, String note) {
        var earlier = store.byId(transaction).orElseThrow(
                () -> new IllegalStateException("There is no transaction %s to be reversed".formatted(transaction)));
        var opposite = earlier.postings().stream().map(line -> new Posting(line.account(), -line.fen())).toList();
        return store.opposite(transaction).map(Booked::id)
                .orElseGet(() -> book(new Booking(reference, note, opposite), transaction));
    }

    @Override
    @Transactional(readOnly = true)
    public long balance(Account account) {
        return store.balance(account);
    }

    private UUID book(Booking booking, @Nullable UUID reverses) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Ids.next(at);
        if (!store.add(id, booking, reverses, at, Acting.current().name())) {
            return earlier(booking, reverses);
        }
        var debited = booking.postings().stream().filter(line -> line.fen() > 0).map(Posting::account)
                .filter(account -> account.kind() == AccountKind.CLAIM_PAYABLE).distinct().toList();
        debited.forEach(account -> store.lockClaim(account.owner()));
        store.addLines(id, booking.postings());
        for (var account : debited) {
            long left = store.balance(account);
            if (left > 0) {
                // The database would say so too, but only at the end.
                throw new IllegalStateException("%s would take %d fen more from claim %s than is owed"
                        .formatted(booking.reference(), left, account.owner()));
            }
        }
        return id;
    }

    /** It stands there already: the same reference, or another opposite of the same transaction. */
    private UUID earlier(Booking booking, @Nullable UUID reverses) {
        var same = store.byReference(booking.reference());
        if (same.isEmpty() && reverses != null) {
            return store.opposite(reverses).map(Booked::id).orElseThrow();
        }
        var earlier = same.orElseThrow();
        if (!sums(earlier.postings()).equals(sums(booking.postings()))) {
            throw new IllegalStateException("%s was booked with other postings".formatted(booking.reference()));
        }
        return earlier.id();
    }

    /** The lines in whatever order. */
    private static Map<Posting, Long> sums(List<Posting> postings) {
        return postings.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}

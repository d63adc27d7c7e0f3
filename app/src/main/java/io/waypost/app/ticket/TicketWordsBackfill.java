package io.waypost.app.ticket;

import io.waypost.app.kernel.DueWork;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cuts texts that were written before there was an index, a thousand at a time; how far it came moves in the transaction that indexes them,
 * so that it goes on there after any stop.
 */
@Component
class TicketWordsBackfill implements DueWork {

    private static final int PIECE = 1_000;

    private final TicketSearchStore store;
    private final TicketWords words;
    private final TransactionTemplate transaction;

    TicketWordsBackfill(TicketSearchStore store, TicketWords words, PlatformTransactionManager transactions) {
        this.store = store;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "ticket-words";
    }

    @Override
    public Optional<Instant> nextDue() {
        boolean unfinished = Objects.requireNonNull(transaction.execute(_ -> store.unfinished()));
        return unfinished ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var stretch = store.claim();
            if (stretch.isEmpty()) {
                return 0;
            }
            var old = store.old(stretch.get(), PIECE);
            words.index(old.stream().map(TicketSearchStore.Old::text).toList());
            store.advance(stretch.get(), old.size() < PIECE ? stretch.get().until() : old.getLast().seq());
            return 1;
        }));
    }

    @Override
    public boolean punctual() {
        return false;
    }
}

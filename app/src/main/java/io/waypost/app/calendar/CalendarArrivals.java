package io.waypost.app.calendar;

import io.waypost.app.kernel.DueWork;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the others when an approved version comes into force: once, on one node, also after all were down. */
@Component
class CalendarArrivals implements DueWork {

    private final CalendarDesk desk;
    private final CalendarVersionStore store;
    private final TransactionTemplate transaction;

    CalendarArrivals(CalendarDesk desk, CalendarVersionStore store, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "calendar-arrivals";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextToAnnounce();
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> desk.announce(now)));
    }
}

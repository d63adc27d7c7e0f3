package io.waypost.app.calendar;

import io.waypost.core.calendar.DefaultCalendars;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the calendars that the software brings along, once, on whichever node starts first. */
@Component
class CalendarSeed {

    private final CalendarStore store;
    private final TransactionTemplate transactions;

    CalendarSeed(CalendarStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    void sow() {
        transactions.executeWithoutResult(_ -> {
            store.lock();
            int added = 0;
            int position = 0;
            for (var calendar : DefaultCalendars.all()) {
                var id = calendar.draft().id();
                position += 10;
                store.addCalendar(id.code(), calendar.nameZh(), calendar.nameEn(), position);
                added += store.addPackaged(id, CalendarBody.of(calendar.draft()), Instant.EPOCH);
            }
            if (added > 0) {
                store.nextRevision();
            }
        });
    }
}

package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables of the months to come for the text index. Texts of a month without a table are kept and found all the same, and moved
 * into the table when it is made. On every node: a second one finds nothing to make.
 */
@Component
class TicketSearchMonths {

    private static final Logger LOG = LoggerFactory.getLogger(TicketSearchMonths.class);
    /** So long may no node run without a month lacking its table. */
    private static final Duration AHEAD = Duration.ofDays(92);

    private final TicketSearchStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TicketSearchMonths(TicketSearchStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void make() {
        var now = clock.instant();
        var made = Acting.as(new Actor.Internal("search-months"),
                () -> transaction.execute(_ -> store.months(now, now.plus(AHEAD))));
        if (made != null && made > 0) {
            LOG.info("{} months of the text index of tickets were made", made);
        }
    }
}

package io.waypost.app.calendar;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.Holidays;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the calendars in memory and follows their revision number in the database.
 *
 * <p>A transaction that changes them reads its own picture, so that whoever hears of the change inside of it counts by the new
 * hours; everybody else goes on with the old picture until it has committed.
 */
@Service
class CalendarIndex implements Calendars {

    private final CalendarStore store;
    private final Network network;
    private final TransactionTemplate fresh;
    private volatile CalendarPicture picture;

    CalendarIndex(CalendarStore store, CalendarSeed seed, Network network, PlatformTransactionManager transactions) {
        this.store = store;
        this.network = network;
        this.fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        fresh.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        fresh.setReadOnly(true);
        seed.sow();
        this.picture = load();
    }

    /** Looks whether another node has changed something. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        if (store.revision() != picture.revision()) {
            refresh();
        }
    }

    /** Reads everything again. */
    synchronized void refresh() {
        picture = load();
    }

    /** Shows the running transaction what it has written, and everybody else as soon as it has committed. */
    void changed() {
        store.nextRevision();
        var own = store.picture();
        if (TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.unbindResource(this);
        } else {
            TransactionSynchronizationManager.registerSynchronization(new Following());
        }
        TransactionSynchronizationManager.bindResource(this, own);
    }

    CalendarPicture current() {
        var own = (CalendarPicture) TransactionSynchronizationManager.getResource(this);
        return own == null ? picture : own;
    }

    private CalendarPicture load() {
        return Objects.requireNonNull(fresh.execute(_ -> store.picture()));
    }

    @Override
    public CalendarBook book() {
        return id -> current().calendar(id);
    }

    @Override
    public CalendarId inForce(String code, Instant at) {
        return current().inForce(code, at);
    }

    @Override
    public CalendarId ofUnit(String unitCode, Instant at) {
        var now = current();
        return now.inForce(codeOf(now, unitCode, at), at);
    }

    String codeOf(CalendarPicture now, String unitCode, Instant at) {
        return now.codeOf(unitCode, network.ancestors(unitCode).reversed().stream().map(Unit::code).toList(), at);
    }

    @Override
    public boolean known(String code) {
        return current().known(code);
    }

    @Override
    public Holidays holidays() {
        return current().holidays();
    }

    /** Lets go of the transaction's own picture when it ends; the picture of all follows a commit. */
    private final class Following implements TransactionSynchronization {

        private @Nullable CalendarPicture set;

        @Override
        public void suspend() {
            set = (CalendarPicture) TransactionSynchronizationManager.unbindResourceIfPossible(CalendarIndex.this);
        }

        @Override
        public void resume() {
            if (set != null) {
                TransactionSynchronizationManager.bindResource(CalendarIndex.this, set);
            }
        }

        @Override
        public void afterCommit() {
            refresh();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CalendarIndex.this);
        }
    }
}

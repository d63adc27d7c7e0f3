package io.waypost.app.sop;

import io.waypost.core.sop.KindCatalogue;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
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
 * Keeps kinds and approved SOPs in memory and follows their revision number in the database. A transaction that changes them
 * reads its own picture; everybody else goes on with the old one until it has committed.
 */
@Service
class SopIndex implements Sops {

    private final SopPictureStore store;
    private final TransactionTemplate fresh;
    private volatile SopPicture picture;

    SopIndex(SopPictureStore store, SopSeed seed, PlatformTransactionManager transactions) {
        this.store = store;
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
    synchronized SopPicture refresh() {
        picture = load();
        return picture;
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

    SopPicture current() {
        var own = (SopPicture) TransactionSynchronizationManager.getResource(this);
        return own == null ? picture : own;
    }

    private SopPicture load() {
        return Objects.requireNonNull(fresh.execute(_ -> store.picture()));
    }

    @Override
    public KindCatalogue kinds() {
        return current().kinds();
    }

    @Override
    public Sop inForce(TicketKind kind, Instant at) {
        return current().inForce(kind, at).orElseThrow(
                () -> new IllegalStateException("No SOP of the kind %s is in force at %s.".formatted(kind, at)));
    }

    @Override
    public Sop of(SopId id) {
        return current().find(id)
                // A version that another node approved a moment ago.
                .or(() -> refresh().find(id))
                .orElseThrow(() -> new IllegalStateException("The SOP %s is unknown.".formatted(id)));
    }

    /** Lets go of the transaction's own picture when it ends; the picture of all follows a commit. */
    private final class Following implements TransactionSynchronization {

        private @Nullable SopPicture set;

        @Override
        public void suspend() {
            set = (SopPicture) TransactionSynchronizationManager.unbindResourceIfPossible(SopIndex.this);
        }

        @Override
        public void resume() {
            if (set != null) {
                TransactionSynchronizationManager.bindResource(SopIndex.this, set);
            }
        }

        @Override
        public void afterCommit() {
            refresh();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(SopIndex.this);
        }
    }
}

package io.waypost.app.triage;

import io.waypost.core.triage.Triage;
import io.waypost.core.triage.TriageDecision;
import io.waypost.core.triage.TriageFacts;
import io.waypost.core.triage.TriageRule;
import io.waypost.core.triage.Workload.WorkSharing;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the rules in memory and follows their revision number in the database. */
@Service
class TriageIndex implements Triages {

    private final TriageStore store;
    private final TransactionTemplate fresh;
    private volatile Read read;

    TriageIndex(TriageStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        fresh.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        fresh.setReadOnly(true);
        this.read = load();
    }

    /** What was read, and what is asked of it for every ticket. */
    private record Read(TriagePicture picture, List<TriageRule> rules, boolean askParcel) {}

    /** Looks whether another node has changed something. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        if (store.number() != read.picture().number()) {
            refresh();
        }
    }

    /** Reads everything again as soon as the running transaction has committed. */
    void changed(boolean rules) {
        store.changed(rules);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    @Override
    public TriageDecision decide(TriageFacts facts) {
        return Triage.decide(facts, read.rules());
    }

    @Override
    public boolean askParcel() {
        return read.askParcel();
    }

    @Override
    public WorkSharing sharing(String unitCode) {
        return read.picture().sharing().getOrDefault(unitCode, WorkSharing.DEFAULT);
    }

    private synchronized void refresh() {
        read = load();
    }

    private Read load() {
        var picture = Objects.requireNonNull(fresh.execute(_ -> store.picture()));
        var rules = picture.asked();
        return new Read(picture, rules, Triage.askParcel(rules));
    }
}

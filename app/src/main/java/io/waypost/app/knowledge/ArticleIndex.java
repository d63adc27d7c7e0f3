package io.waypost.app.knowledge;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.knowledge.ArticleStore.Published;
import io.waypost.app.live.LiveFeed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is and will be in force, in memory and ready to be searched. Read anew in the background where this node or another one tells that
 * it has changed, and every second it is looked whether a word was lost; until then the one before answers.
 */
@Component
class ArticleIndex {

    private static final String TOPIC = "knowledge-edition";

    private final ArticleStore store;
    private final Nearness nearness;
    private final LiveFeed live;
    private final TransactionTemplate reading;
    private final ReentrantLock building = new ReentrantLock();
    /** Whether anybody has asked yet: a node on which nobody does needs no language model. */
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Edition edition;

    ArticleIndex(ArticleStore store, Nearness nearness, LiveFeed live, KnowledgeSeed seed,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.nearness = nearness;
        this.live = live;
        this.reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        seed.sow();
        this.edition = load();
        live.hear(TOPIC, _ -> Thread.startVirtualThread(this::follow));
    }

    /** One state of what is and will be in force. */
    record Edition(long number, List<Published> published, Nearness.Scorer scorer) {}

    /** What is searched: by words until the language model is there, which is loaded once somebody asks. */
    Edition searched() {
        if (asked.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::understand);
        }
        return edition;
    }

    private void understand() {
        building.lock();
        try {
            edition = load();
        } finally {
            building.unlock();
        }
    }

    /** Something else is or will be in force once the running transaction has committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.startVirtualThread(ArticleIndex.this::follow);
                live.tellNodes(TOPIC, Map.of());
            }
        });
    }

    /** Reads everything again where it has changed; one at a time. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        building.lock();
        try {
            if (store.edition() != edition.number()) {
                edition = load();
            }
        } finally {
            building.unlock();
        }
    }

    private Edition load() {
        record Read(long number, List<Published> published) {}
        var read = Acting.as(new Actor.Internal("knowledge"),
                () -> Objects.requireNonNull(
                        reading.execute(_ -> new Read(store.edition(), store.published()))));
        var articles = read.published().stream().map(one -> one.version().body().draft().sought()).toList();
        return new Edition(read.number(), read.published(),
                asked.get() ? nearness.byMeaning(articles) : nearness.byWords(articles));
    }
}

package io.waypost.app.knowledge;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.knowledge.ArticleStore.Published;
import io.waypost.app.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ArticleStore store;
    private final Nearness nearness;
    private final LiveFeed live;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Clock wall;
    private final ReentrantLock building = new ReentrantLock();
    /** Whether anybody has asked yet: a node on which nobody does needs no language model. */
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Whether the model has read everything once, or failed to. */
    private volatile boolean understood;
    private volatile Edition edition;

    ArticleIndex(ArticleStore store, Nearness nearness, LiveFeed live, KnowledgeSeed seed,
            PlatformTransactionManager transactions, Clock clock, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.nearness = nearness;
        this.live = live;
        this.reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        this.clock = clock;
        this.wall = wall;
        seed.sow();
        this.edition = load(null, false);
        live.hear(TOPIC, _ -> Thread.startVirtualThread(this::follow));
    }

    /** One state of what is and will be in force. */
    record Edition(long number, List<Published> published, Nearness.Scorer scorer, Instant madeAt) {}

    /** What is searched: by words until the language model is there, which is loaded once somebody asks. */
    Edition searched() {
        if (asked.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::understand);
        }
        return edition;
    }

    /** Nobody waits for the model: until it has read everything, what changes is read anew by its words. */
    private void understand() {
        try {
            var first = load(null, true);
            building.lock();
            try {
                understood = true;
                edition = store.edition() == first.number() ? first : load(first.scorer(), true);
            } finally {
                building.unlock();
            }
        } finally {
            // Whoever asks next tries again where the database failed.
            asked.set(understood);
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
            if (store.edition() != edition.number() || worthAnotherTry()) {
                edition = load(edition.scorer(), understood);
            }
        } finally {
            building.unlock();
        }
    }

    /** Each minute where the model is there and what is searched was made without it. */
    private boolean worthAnotherTry() {
        return understood && wall.instant().isAfter(edition.madeAt().plus(AGAIN))
                && nearness.mayDoBetter(edition.scorer());
    }

    private Edition load(Nearness.@Nullable Scorer before, boolean byMeaning) {
        record Read(long number, List<Published> published) {}
        var read = Acting.as(new Actor.Internal("knowledge"),
                () -> Objects.requireNonNull(
                        reading.execute(_ -> new Read(store.edition(), store.published()))));
        var living = living(read.published(), clock.instant());
        var articles = living.stream().map(one -> one.version().body().draft().sought()).toList();
        return new Edition(read.number(), living,
                byMeaning ? nearness.byMeaning(articles, before) : nearness.byWords(articles), wall.instant());
    }

    /** Of each article the last version that has begun, unless it is over, and those to come. */
    static List<Published> living(List<Published> published, Instant now) {
        var last = new HashMap<UUID, Integer>();
        published.stream().filter(one -> one.version().counts(now))
                .forEach(one -> last.merge(one.article().id(), one.version().version(), Math::max));
        return published.stream().filter(one -> {
            int begun = last.getOrDefault(one.article().id(), 0);
            var until = one.version().until();
            return one.version().version() >= begun && (until == null || until.isAfter(now));
        }).toList();
    }
}

package io.waypost.app.knowledge;

import io.waypost.app.kernel.DueWork;
import io.waypost.core.knowledge.ArticleLife;
import io.waypost.core.knowledge.ArticleLife.End;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins versions on their day, takes them out of force after their last one, and has those who keep them told, before and then. */
@Component
class ArticleDues implements DueWork {

    /** How many at once, each in a transaction of its own. */
    private static final int BATCH = 50;

    private final ArticleStore store;
    private final KnowledgeDesk desk;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ArticleDues(ArticleStore store, KnowledgeDesk desk, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.desk = desk;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "knowledge";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        while (done < BATCH && Boolean.TRUE.equals(transaction.execute(_ -> one(now)))) {
            done++;
        }
        return done;
    }

    /** The next one, under its article's lock: until then somebody may have taken it out. */
    private boolean one(Instant now) {
        var article = store.lockDue(now);
        article.flatMap(locked -> store.due(locked.id(), now)).ifPresent(version -> {
            act(version, now);
            desk.changed(article.orElseThrow());
        });
        return article.isPresent();
    }

    private void act(KeptVersion version, Instant now) {
        var until = version.until();
        if (!version.begun()) {
            desk.begin(version, now);
        } else if (until != null && !until.isAfter(now)) {
            if (store.end(version, End.EXPIRED, until, "")) {
                tell(version, ArticleNews.Kind.EXPIRED, until, now);
            }
        } else if (until != null && !until.minus(ArticleLife.NOTICE).isAfter(now)) {
            store.follow(version.with(true, true));
            tell(version, ArticleNews.Kind.ENDS_SOON, until, now);
        } else {
            store.follow(version);
        }
    }

    private void tell(KeptVersion version, ArticleNews.Kind kind, Instant until, Instant now) {
        var article = store.find(version.article()).orElseThrow();
        var to = new HashSet<>(version.editors());
        Optional.ofNullable(version.approverId()).ifPresent(to::add);
        events.publishEvent(new ArticleNews(article.id(), article.number(), version.body().title(), kind, to,
                article.unitCode(), until, now));
    }
}

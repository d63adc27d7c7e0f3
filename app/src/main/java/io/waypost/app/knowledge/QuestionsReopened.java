package io.waypost.app.knowledge;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens questions again whose answer came to nothing, as the platform: they may have been asked outside of the reach of whoever dropped it.
 */
@Component
class QuestionsReopened {

    private final QuestionStore store;
    private final TransactionTemplate fresh;

    QuestionsReopened(QuestionStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void on(DraftDropped dropped) {
        Acting.as(new Actor.Internal("knowledge"),
                () -> fresh.executeWithoutResult(_ -> store.reopen(dropped.article(), dropped.version())));
    }
}

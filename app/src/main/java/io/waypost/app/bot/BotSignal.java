package io.waypost.app.bot;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells whoever answers on this node that a customer has written. Safe for threads. */
@Component
class BotSignal {

    private volatile @Nullable Consumer<UUID> answers;

    void hear(Consumer<UUID> consumer) {
        answers = consumer;
    }

    /** After the running transaction has committed. */
    void afterCommit(UUID conversation) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var consumer = answers;
                if (consumer != null) {
                    consumer.accept(conversation);
                }
            }
        });
    }
}

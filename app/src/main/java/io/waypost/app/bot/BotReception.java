package io.waypost.app.bot;

import io.waypost.app.bot.BotReceptionStore.KeptReception;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Entry;
import io.waypost.app.desk.Receptionist;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.contact.ContactChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives customers where the bot is switched on: at their desk, or at the nearest one above that says something about the channel. On every
 * node what one has changed counts within two seconds.
 */
@Component
class BotReception implements Receptionist {

    private static final Actor BOT = new Actor.Internal("bot");
    private static final String CHANGED = "bot-reception";
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final BotReceptionStore store;
    private final BotSessionStore sessions;
    private final BotSignal signal;
    private final LiveFeed live;
    private final TransactionTemplate transaction;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(List.of(), 0);
    private volatile boolean told = true;

    BotReception(BotReceptionStore store, BotSessionStore sessions, BotSignal signal, LiveFeed live,
            TransactionTemplate transaction) {
        this.store = store;
        this.sessions = sessions;
        this.signal = signal;
        this.live = live;
        this.transaction = transaction;
        live.hear(CHANGED, _ -> told = true);
    }

    @Override
    public boolean receives(Conversation conversation, Entry entry) {
        if (!active(conversation.unitPath(), conversation.channel())) {
            return false;
        }
        sessions.asked(conversation, entry);
        signal.afterCommit(conversation.id());
        return true;
    }

    @Override
    public boolean attends(UUID conversation) {
        return sessions.open(conversation);
    }

    boolean active(String unitPath, ContactChannel channel) {
        return all().stream().filter(each -> each.channel() == channel && unitPath.startsWith(each.unitPath()))
                .max(Comparator.comparingInt(each -> each.unitPath().length())).map(KeptReception::active)
                .orElse(false);
    }

    /** What is known will have changed once the running transaction has committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told = true;
                live.tellNodes(CHANGED, Map.of());
            }
        });
    }

    /** Looks again every two seconds: hints between nodes may be lost. */
    private List<KeptReception> all() {
        if ((told || System.nanoTime() - known.readAt() > LOOK_EVERY) && looking.tryLock()) {
            try {
                told = false;
                known = new Known(Acting.as(BOT, () -> Objects.requireNonNull(transaction.execute(_ -> store.all()))),
                        System.nanoTime());
            } finally {
                looking.unlock();
            }
        }
        return known.all();
    }

    private record Known(List<KeptReception> all, long readAt) {

        Known {
            all = List.copyOf(all);
        }
    }
}

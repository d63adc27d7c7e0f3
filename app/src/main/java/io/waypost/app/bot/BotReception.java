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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives customers where the bot is switched on: at their desk, or at the nearest one above that says something about the channel. On every
 * node what one has changed counts at once.
 */
@Component
class BotReception implements Receptionist {

    private static final Actor BOT = new Actor.Internal("bot");
    private static final String CHANGED = "bot-reception";

    private final BotReceptionStore store;
    private final BotSessionStore sessions;
    private final BotSignal signal;
    private final LiveFeed live;
    private final TransactionTemplate transaction;
    private volatile @Nullable List<KeptReception> known;

    BotReception(BotReceptionStore store, BotSessionStore sessions, BotSignal signal, LiveFeed live,
            TransactionTemplate transaction) {
        this.store = store;
        this.sessions = sessions;
        this.signal = signal;
        this.live = live;
        this.transaction = transaction;
        live.hear(CHANGED, _ -> known = null);
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

    boolean active(String unitPath, ContactChannel channel) {
        return all().stream().filter(each -> each.channel() == channel && unitPath.startsWith(each.unitPath()))
                .max(Comparator.comparingInt(each -> each.unitPath().length())).map(KeptReception::active)
                .orElse(false);
    }

    /** Whether it is switched on anywhere at all. */
    boolean anywhere() {
        return all().stream().anyMatch(KeptReception::active);
    }

    /** What is known has changed. */
    void changed() {
        known = null;
        live.tellNodes(CHANGED, Map.of());
    }

    private List<KeptReception> all() {
        var now = known;
        if (now == null) {
            now = Acting.as(BOT,
                    () -> List.copyOf(java.util.Objects.requireNonNull(transaction.execute(_ -> store.all()))));
            known = now;
        }
        return now;
    }
}

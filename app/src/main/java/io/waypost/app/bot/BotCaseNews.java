package io.waypost.app.bot;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.ticket.CustomerTold;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells customers what becomes of the cases that the bot opened for them, where they asked; once, by the number of the news. */
@Component
class BotCaseNews {

    private static final Actor BOT = new Actor.Internal("bot");

    private final BotSessionStore sessions;
    private final Conversations conversations;
    private final TransactionTemplate transaction;

    BotCaseNews(BotSessionStore sessions, Conversations conversations, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.conversations = conversations;
        this.transaction = transaction;
    }

    @Async
    @TransactionalEventListener
    void told(CustomerTold news) {
        Acting.as(BOT, () -> transaction.execute(_ -> conversations.writeNow(
                sessions.conversationsOf(news.ticket()).stream()
                        .map(conversation -> new NewEntry(conversation, Author.BOT,
                                null, "进度通知", EntryKind.TEXT, "【%s】%s".formatted(news.number(), news.text()), null,
                                news.key()))
                        .toList())));
    }
}

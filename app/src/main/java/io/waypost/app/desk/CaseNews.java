package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.ticket.CustomerTold;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells customers what becomes of a case where they raised it: in every conversation in which somebody linked it to a contact. After the
 * step's own commit; what a crash comes between is told after the next start, and once, by the number of the news.
 */
@Component
class CaseNews {

    private final StepStore steps;
    private final Conversations conversations;
    private final DeskWork work;

    CaseNews(StepStore steps, Conversations conversations, DeskWork work) {
        this.steps = steps;
        this.conversations = conversations;
        this.work = work;
    }

    @Async
    @TransactionalEventListener
    void told(CustomerTold news) {
        work.whole(() -> conversations.writeNow(steps.conversations(LinkKind.TICKET, news.ticket().toString()).stream()
                .map(conversation -> new NewEntry(conversation, Author.BOT, null, "进度通知", EntryKind.TEXT,
                        "【%s】%s".formatted(news.number(), news.text()), null, news.key()))
                .toList()));
    }
}

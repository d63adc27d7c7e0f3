package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.ticket.CustomerTold;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells customers what becomes of a case where they raised it: in every conversation in which somebody linked it to a contact or
 * raised it without one. After the
 * step's own commit; what a crash comes between is told after the next start, and once, by the number of the news.
 */
@Component
class CaseNews {

    private final StepStore steps;
    private final Conversations conversations;
    private final DeskWork work;
    private final List<RaisedCases> elsewhere;

    CaseNews(StepStore steps, Conversations conversations, DeskWork work, List<RaisedCases> elsewhere) {
        this.steps = steps;
        this.conversations = conversations;
        this.work = work;
        this.elsewhere = elsewhere;
    }

    @Async
    @TransactionalEventListener
    void told(CustomerTold news) {
        work.whole(() -> conversations.writeNow(raisedIn(news.ticket()).map(conversation -> new NewEntry(conversation,
                Author.BOT, null, "进度通知", EntryKind.TEXT, "【%s】%s".formatted(news.number(), news.text()), null,
                news.key())).toList()));
    }

    private Stream<UUID> raisedIn(UUID ticket) {
        return Stream.concat(steps.conversations(LinkKind.TICKET, ticket.toString()).stream(),
                elsewhere.stream().flatMap(each -> each.conversations(ticket).stream())).distinct();
    }
}

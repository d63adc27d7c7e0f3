package io.waypost.app.ticket;

import io.waypost.app.kernel.Ids;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.ticket.CustomerMessages.Direction;
import io.waypost.app.ticket.CustomerMessages.Message;
import io.waypost.core.outbox.MessageClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells customers what happens with their cases: a message on their page and, where their phone is known, a short message.
 *
 * <p>It writes at the end of the transaction of the step, which keeps who came with a case only after the case itself.
 */
@Component
class CustomerNewsWriter {

    private final CustomerSentences sentences;
    private final CustomerMessages messages;
    private final ContactStore contacts;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    CustomerNewsWriter(CustomerSentences sentences, CustomerMessages messages, ContactStore contacts, Outbox outbox,
            ApplicationEventPublisher events) {
        this.sentences = sentences;
        this.messages = messages;
        this.contacts = contacts;
        this.outbox = outbox;
        this.events = events;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TicketCustomerNews news) {
        var kept = news.kept();
        if (!CustomerCases.ofCustomer(kept)) {
            return;
        }
        var text = sentences.message(news);
        messages.add(kept.id(), new Message(Ids.next(news.at()), news.at(), Direction.OUT, By.PLATFORM, text));
        events.publishEvent(new CustomerTold(kept.id(), kept.number(), key(news), text, news.at()));
        contacts.phone(kept.id()).ifPresent(phone -> outbox.add(OutgoingMessage
                .sms(key(news), MessageClass.SERVICE, phone, sentences.sms(news))
                .about("TICKET", kept.id()).template("CUSTOMER_" + news.news().name())));
    }

    /** The same news about the same step is one message, however often it is told. */
    private static String key(TicketCustomerNews news) {
        return "ticket customer %s %s %s".formatted(news.kept().id(), news.news(), news.at());
    }
}

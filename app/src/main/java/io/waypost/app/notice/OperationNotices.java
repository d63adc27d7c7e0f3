package io.waypost.app.notice;

import io.waypost.app.identity.People;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.outlet.AbnormalityNews;
import io.waypost.core.outbox.MessageClass;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the duty person of a region that a site of theirs does not work as usual: in the console, and by message. */
@Component
class OperationNotices {

    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final People people;
    private final LiveFeed live;

    OperationNotices(NoticeStore notices, NoticeTexts texts, Outbox outbox, People people, LiveFeed live) {
        this.notices = notices;
        this.texts = texts;
        this.outbox = outbox;
        this.people = people;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AbnormalityNews news) {
        var person = news.to().id();
        var notice = new Notice(Ids.next(news.at()), news.at(), NoticeTexts.kind(news), null, null,
                Map.of("abnormalityId", news.id().toString(), "site", news.site().code(), "siteName",
                        news.site().name(), "cause", news.cause().name(), "dueAt", news.dueAt().toString()),
                null);
        notices.add(List.of(new Addressed(person, notice)));
        live.tellPerson(person, "notice", Map.of("id", notice.id().toString()));
        people.phone(person).ifPresent(phone -> outbox.add(
                OutgoingMessage.sms("abnormality %s %s %s".formatted(news.id(), news.kind(), person),
                        MessageClass.SERVICE, phone, texts.sms(news))
                        .about("ABNORMALITY", news.id()).template(NoticeTexts.kind(news))));
    }
}

package io.waypost.app.notice;

import io.waypost.app.appeal.AppealNews;
import io.waypost.app.identity.People;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.outbox.MessageClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what happened to their appeals: always in the console, and by message where they must act. */
@Component
class AppealNotices {

    private static final Set<AppealNews.Kind> BY_MESSAGE = EnumSet.of(AppealNews.Kind.ASSIGNED,
            AppealNews.Kind.EVIDENCE_ASKED, AppealNews.Kind.REOPENED, AppealNews.Kind.ONE_DAY_LEFT,
            AppealNews.Kind.OVERDUE);

    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final People people;
    private final LiveFeed live;

    AppealNotices(NoticeStore notices, NoticeTexts texts, Outbox outbox, People people, LiveFeed live) {
        this.notices = notices;
        this.texts = texts;
        this.outbox = outbox;
        this.people = people;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppealNews news) {
        var person = news.to().id();
        var notice = new Notice(Ids.next(news.at()), news.at(), NoticeTexts.kind(news), null, news.waybill(),
                Map.of("number", news.number(), "appealId", news.appealId().toString(), "dueAt",
                        news.dueAt().toString()),
                null);
        notices.add(List.of(new Addressed(person, notice)));
        live.tellPerson(person, "notice", Map.of("id", notice.id().toString()));
        if (BY_MESSAGE.contains(news.kind())) {
            people.phone(person).ifPresent(phone -> outbox.add(
                    OutgoingMessage.sms("appeal %s %s %s %s".formatted(news.appealId(), news.kind(), news.at(), person),
                            MessageClass.SERVICE, phone, texts.sms(news))
                            .about("APPEAL", news.appealId()).template(NoticeTexts.kind(news))));
        }
    }
}

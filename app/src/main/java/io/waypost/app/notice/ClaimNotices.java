package io.waypost.app.notice;

import io.waypost.app.claim.ClaimNews;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Ids;
import io.waypost.app.liability.ChargeNews;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.outbox.MessageClass;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of claims that are overdue and of charges against their units: always in the console, and by message where they must act. */
@Component
class ClaimNotices {

    static final String OVERDUE = "CLAIM_OVERDUE";
    private static final Set<ChargeNews.Kind> BY_MESSAGE = EnumSet.of(ChargeNews.Kind.CHARGED, ChargeNews.Kind.STANDS);

    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final People people;
    private final LiveFeed live;

    ClaimNotices(NoticeStore notices, NoticeTexts texts, Outbox outbox, People people, LiveFeed live) {
        this.notices = notices;
        this.texts = texts;
        this.outbox = outbox;
        this.people = people;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClaimNews news) {
        tell(news.to(), new Notice(Ids.next(news.at()), news.at(), OVERDUE, null, news.waybill(), Map.of("number",
                news.number(), "claimId", news.claimId().toString(), "dueAt", news.dueAt().toString()), null));
        people.phone(news.to().id()).ifPresent(phone -> outbox.add(OutgoingMessage
                .sms("claim-overdue %s %s".formatted(news.claimId(), news.dueAt()), MessageClass.SERVICE, phone,
                        texts.sms(news))
                .about("CLAIM", news.claimId()).template(OVERDUE)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ChargeNews news) {
        var kind = NoticeTexts.kind(news);
        var params = new HashMap<String, Object>(Map.of("number", news.number(), "chargeId",
                news.chargeId().toString(), "unit", Map.of("code", news.unit().code(), "name", news.unit().name()),
                "fen", news.fen()));
        if (news.dueAt() != null) {
            params.put("dueAt", news.dueAt().toString());
        }
        tell(news.to(), new Notice(Ids.next(news.at()), news.at(), kind, null, news.waybill(), params, null));
        if (BY_MESSAGE.contains(news.kind())) {
            people.phone(news.to().id()).ifPresent(phone -> outbox.add(OutgoingMessage
                    .sms("charge %s %s %s %s".formatted(news.chargeId(), news.kind(), news.unit().code(), news.at()),
                            MessageClass.SERVICE, phone, texts.sms(news))
                    .about("CHARGE", news.chargeId()).template(kind)));
        }
    }

    private void tell(PersonRef to, Notice notice) {
        notices.add(List.of(new Addressed(to.id(), notice)));
        live.tellPerson(to.id(), "notice", Map.of("id", notice.id().toString()));
    }
}

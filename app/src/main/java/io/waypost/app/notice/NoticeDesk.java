package io.waypost.app.notice;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.ticket.TicketMention;
import io.waypost.app.ticket.TicketNews;
import io.waypost.app.ticket.TicketNewsTold;
import io.waypost.core.outbox.MessageClass;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what happened to their tickets: a notice and a message in the transaction of the step itself. */
@Service
class NoticeDesk {

    private final NoticeStore notices;
    private final Outbox outbox;
    private final NoticeTexts texts;
    private final LiveFeed live;
    private final Clock clock;
    private final SilentNotices silent;

    NoticeDesk(NoticeStore notices, Outbox outbox, NoticeTexts texts, LiveFeed live, Clock clock,
            SilentNotices silent) {
        this.notices = notices;
        this.outbox = outbox;
        this.texts = texts;
        this.live = live;
        this.clock = clock;
        this.silent = silent;
    }

    record Listed(List<Notice> items, long unread, long total) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TicketNewsTold told) {
        var now = silent.within(told.all());
        var addressed = now.stream()
                .map(news -> new Addressed(person(news), new Notice(Ids.next(news.at()), news.at(),
                        NoticeTexts.kind(news), news.ticketId(), news.waybill(), params(news), null)))
                .toList();
        notices.add(addressed);
        addressed.forEach(one -> live.tellPerson(one.person(), "notice", Map.of("id", one.notice().id().toString())));
        outbox.addAll(now.stream().flatMap(news -> sms(news).stream()).toList());
    }

    private Optional<OutgoingMessage> sms(TicketNews news) {
        return Optional.ofNullable(news.to().phone())
                .map(phone -> OutgoingMessage.sms(key(news), MessageClass.SERVICE, phone, texts.sms(news))
                        .about("TICKET", news.ticketId()).template(NoticeTexts.kind(news)));
    }

    private static UUID person(TicketNews news) {
        return news.to().person().id();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TicketMention mention) {
        var notice = new Notice(Ids.next(mention.at()), mention.at(), "TICKET_MENTIONED", mention.ticketId(),
                mention.waybill(), Map.of("number", mention.number(), "by", mention.by().name()), null);
        notices.add(List.of(new Addressed(mention.to().id(), notice)));
        live.tellPerson(mention.to().id(), "notice", Map.of("id", notice.id().toString()));
    }

    @Transactional(readOnly = true)
    Listed list(boolean unreadOnly, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
        var person = me();
        return new Listed(notices.list(person, unreadOnly, beforeAt, beforeId, limit), notices.count(person, true),
                notices.count(person, unreadOnly));
    }

    @Transactional
    void read(Collection<UUID> ids) {
        notices.read(me(), ids, clock.instant());
    }

    @Transactional
    void readAll() {
        notices.readAll(me(), clock.instant());
    }

    private static UUID me() {
        return switch (Acting.current()) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _ -> throw Refusal.forbidden("FORBIDDEN", "Notices are for people who are signed in.");
            case Actor.Internal _ -> throw Refusal.forbidden("FORBIDDEN", "The platform has no notices of its own.");
        };
    }

    /** The same news about the same step to the same person is one message, however often it is told. */
    private static String key(TicketNews news) {
        return "ticket " + news.ticketId() + ' ' + news.news() + ' ' + news.at() + ' ' + person(news);
    }

    private static Map<String, Object> params(TicketNews news) {
        var params = new HashMap<String, Object>();
        params.put("number", news.number());
        params.put("ticketKind", news.kind().code());
        params.put("urgent", news.urgent());
        params.put("level", news.level().name());
        params.put("unit", Map.of("code", news.unit().code(), "name", news.unit().name()));
        if (news.dueAt() != null) {
            params.put("dueAt", news.dueAt().toString());
        }
        return params;
    }
}

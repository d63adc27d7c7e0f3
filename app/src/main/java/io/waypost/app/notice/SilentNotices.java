package io.waypost.app.notice;

import io.waypost.app.identity.People;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.HeldStore.Held;
import io.waypost.app.notice.HeldStore.Sum;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.ticket.TicketNews;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.News;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bounds how often one person is told about silent parcels (通知限流): so many an hour one by one, the rest in one notice when the hour
 * is over. Nobody reads the four hundredth message, and the first twenty drown in it. What is urgent is always told at once.
 *
 * <p>Two transactions at once may each find room for the last one, so that a few more are told; none is lost.
 */
@Service
class SilentNotices implements DueWork {

    private static final String KIND = "SILENT_MORE";
    private static final Duration HOUR = Duration.ofHours(1);
    /** What the clocks bring about, for many parcels at once; what a person does about one is always told. */
    private static final Set<News> BOUNDED = Set.of(News.OPENED, News.DUE_SOON, News.OVERDUE, News.ESCALATED,
            News.NOT_MOVED, News.RESUMED, News.PARCEL_MOVED);
    /** News that mean that time ran out. */
    private static final Set<String> LATE = Set.of(News.OVERDUE.name(), News.ESCALATED.name());

    private final HeldStore held;
    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final NoticeSettings settings;
    private final People people;
    private final Outbox outbox;
    private final LiveFeed live;
    private final TransactionTemplate transaction;

    SilentNotices(HeldStore held, NoticeStore notices, NoticeTexts texts, NoticeSettings settings, People people,
            Outbox outbox, LiveFeed live, PlatformTransactionManager transactions) {
        this.held = held;
        this.notices = notices;
        this.texts = texts;
        this.settings = settings;
        this.people = people;
        this.outbox = outbox;
        this.live = live;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Those of the news that are told one by one; the others are held back. Joins the caller's transaction. */
    List<TicketNews> within(List<TicketNews> all) {
        var bounded = all.stream().filter(SilentNotices::bounded).toList();
        if (bounded.isEmpty()) {
            return all;
        }
        var since = bounded.stream().map(news -> hour(news.at())).min(Instant::compareTo).orElseThrow();
        Map<UUID, Long> told = new HashMap<>(held.told(
                bounded.stream().map(SilentNotices::person).distinct().toList(), TicketKind.SILENT_PARCEL.code(),
                since));
        var now = new ArrayList<TicketNews>();
        var later = new ArrayList<Held>();
        for (var news : all) {
            if (!bounded(news) || told.merge(person(news), 1L, Long::sum) <= settings.silentAnHour()) {
                now.add(news);
            } else {
                later.add(new Held(Ids.next(news.at()), person(news), hour(news.at()), news.news().name(),
                        news.ticketId()));
            }
        }
        held.hold(later);
        return now;
    }

    @Override
    public String name() {
        return "held-notices";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> held.oldest())).map(hour -> hour.plus(HOUR));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var sums = held.take(now.minus(HOUR).plus(1, ChronoUnit.MICROS), LATE);
            sums.forEach(sum -> tell(sum, now));
            return sums.size();
        }));
    }

    private void tell(Sum sum, Instant now) {
        var notice = new Notice(Ids.next(now), now, KIND, null, null,
                Map.of("count", sum.count(), "late", sum.late(), "since", sum.hour().toString()), null);
        notices.add(List.of(new Addressed(sum.person(), notice)));
        live.tellPerson(sum.person(), "notice", Map.of("id", notice.id().toString()));
        people.phone(sum.person()).ifPresent(phone -> outbox.add(OutgoingMessage
                .sms("silent %s %s".formatted(sum.person(), sum.hour()), MessageClass.SERVICE, phone,
                        texts.silentMore(sum.count(), sum.late()))
                .about("NOTICE", notice.id()).template(KIND)));
    }

    private static boolean bounded(TicketNews news) {
        return news.kind().equals(TicketKind.SILENT_PARCEL) && !news.urgent() && news.waybill() != null
                && BOUNDED.contains(news.news());
    }

    private static UUID person(TicketNews news) {
        return news.to().person().id();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}

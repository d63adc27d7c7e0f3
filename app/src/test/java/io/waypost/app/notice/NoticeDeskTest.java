package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.UnitRef;
import io.waypost.app.notice.NoticeDesk.Listed;
import io.waypost.app.outbox.WrittenMessages;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketNews;
import io.waypost.app.ticket.TicketNewsTold;
import io.waypost.core.network.UnitKind;
import io.waypost.core.outbox.SmsLength;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("P8 O1 people are told in the console and by message, with the step itself or not at all")
class NoticeDeskTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");

    private final NoticeDesk desk;
    private final WrittenMessages outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Actor.Person me = person();

    NoticeDeskTest(NoticeDesk desk, ApplicationContext context, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.outbox = new WrittenMessages(context);
        this.events = events;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void whoIsToldFindsANoticeAndGetsAMessage() {
        var news = news(News.OPENED, "13812345678");
        tell(news);
        assertThat(list(me, true)).satisfies(listed -> {
            assertThat(listed.unread()).isEqualTo(1);
            assertThat(listed.items().getFirst().kind()).isEqualTo("TICKET_OPENED");
            assertThat(listed.items().getFirst().params()).containsEntry("number", "T261121-00427-6");
        });
        assertThat(messages(news)).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("138****5678");
            assertThat(message.text()).isEqualTo("【驿路】新工单T261121-00427-6：运单YT7由广州转运中心负责，请于11:00前查找并答复。");
        });
        assertThat(list(person(), true).items()).as("nobody else").isEmpty();
    }

    @Test
    void theSameNewsIsOneMessage() {
        var news = news(News.ESCALATED, "13812345679");
        tell(news);
        tell(news);
        assertThat(messages(news)).hasSize(1);
    }

    @Test
    void whoHasNoPhoneIsToldInTheConsole() {
        var news = news(News.OPENED, null);
        tell(news);
        assertThat(list(me, true).items()).hasSize(1);
        assertThat(messages(news)).isEmpty();
    }

    @Test
    void nothingIsToldOfAStepThatWasRolledBack() {
        var news = news(News.OPENED, "13812345670");
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new TicketNewsTold(List.of(news)));
            status.setRollbackOnly();
        });
        assertThat(list(me, false).items()).isEmpty();
        assertThat(messages(news)).isEmpty();
        assertThatThrownBy(() -> events.publishEvent(new TicketNewsTold(List.of(news))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void noticesAreReadOneByOneOrAllByTheirOwner() {
        tell(news(News.OPENED, null));
        tell(news(News.URGED, null));
        tell(news(News.DUE_SOON, null));
        var first = list(me, false).items().getFirst();
        Acting.as(person(), () -> desk.read(List.of(first.id())));
        assertThat(list(me, true).unread()).isEqualTo(3);
        Acting.as(me, () -> desk.read(List.of(first.id())));
        assertThat(list(me, true).items()).hasSize(2);
        Acting.as(me, desk::readAll);
        assertThat(list(me, true).unread()).isZero();
        assertThat(list(me, false).total()).isEqualTo(3);
        var page = Acting.as(me, () -> desk.list(false, first.at(), first.id(), 10));
        assertThat(page.items()).hasSize(2);
        assertThatThrownBy(() -> list(new Actor.Visitor("1.2.3.4"), false)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @EnumSource(News.class)
    void everyNewsHasATextInBothLanguagesThatFitsTwoMessages(News kind) {
        for (var locale : List.of(Locale.forLanguageTag("zh-CN"), Locale.ENGLISH)) {
            var text = new NoticeTexts(new NoticeSettings(locale, 10)).sms(news(kind, null));
            assertThat(text).contains("T261121-00427-6", "YT7").doesNotContain("{");
            assertThat(text).startsWith(locale.equals(Locale.ENGLISH) ? "[Waypost]" : "【驿路】");
            assertThat(SmsLength.segments(text)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aDueOnAnotherDayNamesTheDay() {
        var news = new TicketNews(UUID.randomUUID(), "T261121-00427-6", "YT7", TicketKind.QUERY, false, News.OPENED,
                TicketLevel.OUTLET, new UnitRef("H4401", "广州转运中心", UnitKind.HUB), onDuty(null),
                NINE.plus(Duration.ofDays(1)),
                NINE);
        assertThat(new NoticeTexts(new NoticeSettings(Locale.CHINA, 10)).sms(news)).contains("11-22 09:00");
    }

    private void tell(TicketNews news) {
        transaction.executeWithoutResult(_ -> events.publishEvent(new TicketNewsTold(List.of(news))));
    }

    private Listed list(Actor by, boolean unread) {
        return Acting.as(by, () -> desk.list(unread, null, null, 50));
    }

    private List<WrittenMessages.Seen> messages(TicketNews news) {
        return outbox.about("TICKET", news.ticketId());
    }

    private TicketNews news(News kind, @Nullable String phone) {
        return new TicketNews(UUID.randomUUID(), "T261121-00427-6", "YT7", TicketKind.SILENT_PARCEL, false, kind,
                TicketLevel.OUTLET, new UnitRef("H4401", "广州转运中心", UnitKind.HUB), onDuty(phone),
                NINE.plus(Duration.ofHours(2)), NINE);
    }

    private OnDuty onDuty(@Nullable String phone) {
        return new OnDuty(new PersonRef(me.id(), me.name()), "H4401", phone);
    }

    private static Actor.Person person() {
        return new Actor.Person(UUID.randomUUID(), "wang", "王小明", "H4401", "/HQ/R05/H4401/", Set.of());
    }
}

package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.UnitRef;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketNews;
import io.waypost.app.ticket.TicketNewsTold;
import io.waypost.core.network.UnitKind;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.notice.silent-an-hour=3")
@DisplayName("P8 Nobody is told about more silent parcels than they can look at; the rest comes as one notice")
class SilentNoticesTest {

    /** Far ahead, so that the platform's own thread finds nothing due of what this test lets fall due itself. */
    private static final Instant NINE = Instant.parse("2096-11-21T01:00:00Z");

    private final NoticeDesk desk;
    private final SilentNotices silent;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Actor.Person me = new Actor.Person(UUID.randomUUID(), "wang", "王小明", "H4401", "/HQ/R05/H4401/",
            Set.of());

    SilentNoticesTest(NoticeDesk desk, SilentNotices silent, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.silent = silent;
        this.events = events;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void theRestOfAnHourIsOneNoticeAndNothingIsLost() {
        var first = new ArrayList<TicketNews>();
        for (int i = 0; i < 5; i++) {
            first.add(news(News.OPENED, false, i));
        }
        tell(first);
        assertThat(kinds()).as("three of five").hasSize(3).containsOnly("TICKET_OPENED");
        tell(List.of(news(News.ESCALATED, false, 30)));
        assertThat(kinds()).as("the hour is full").hasSize(3);
        tell(List.of(news(News.OPENED, true, 31), news(News.URGED, false, 32)));
        assertThat(kinds()).as("urgent news and what a person does are told at once")
                .contains("TICKET_URGED").hasSize(5);
        silent.runDue(NINE.plus(Duration.ofMinutes(59)));
        assertThat(kinds()).as("the hour is not over").doesNotContain("SILENT_MORE");
        assertThat(silent.nextDue()).contains(NINE.plus(Duration.ofHours(1)));
        silent.runDue(NINE.plus(Duration.ofHours(1)));
        assertThat(notices().getFirst()).satisfies(more -> {
            assertThat(more.kind()).isEqualTo("SILENT_MORE");
            assertThat(more.params()).containsEntry("count", 3).containsEntry("late", 1);
        });
        silent.runDue(NINE.plus(Duration.ofHours(2)));
        assertThat(kinds()).as("told once").hasSize(6);
        tell(List.of(news(News.OPENED, false, 61)));
        assertThat(kinds()).as("a new hour has room").hasSize(7);
        assertThat(silent.nextDue()).isEmpty();
    }

    private List<String> kinds() {
        return notices().stream().map(Notice::kind).toList();
    }

    private List<Notice> notices() {
        return Acting.as(me, () -> desk.list(false, null, null, 50)).items();
    }

    private void tell(List<TicketNews> all) {
        transaction.executeWithoutResult(_ -> events.publishEvent(new TicketNewsTold(all)));
    }

    private TicketNews news(News kind, boolean urgent, int minute) {
        return new TicketNews(UUID.randomUUID(), "T261121-00427-6", "YT7", TicketKind.SILENT_PARCEL, urgent, kind,
                TicketLevel.OUTLET, new UnitRef("H4401", "广州转运中心", UnitKind.HUB),
                new OnDuty(new PersonRef(me.id(), me.name()), "H4401", null), NINE.plus(Duration.ofHours(2)),
                NINE.plus(Duration.ofMinutes(minute)));
    }
}

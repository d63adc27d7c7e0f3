package io.waypost.app.notice;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.TicketNews;
import io.waypost.app.ticket.TicketNewsTold;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitKind;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P8 N2 notices over HTTP are their person's own")
class NoticeHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeHttpTest(MockMvc mvc, Organisation organisation, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void aPersonReadsTheirOwnNoticesPageByPage() throws Exception {
        var clerk = clerk();
        var browser = Browser.of(mvc, clerk);
        browser.get("/api/v1/notices").andExpect(status().isOk()).andExpect(jsonPath("$.items.length()").value(0))
                .andExpect(jsonPath("$.unread").value(0));
        tell(clerk, News.OPENED);
        tell(clerk, News.DUE_SOON);
        var first = browser.get("/api/v1/notices?limit=1")
                .andExpect(jsonPath("$.items[0].kind").value("TICKET_DUE_SOON"))
                .andExpect(jsonPath("$.unread").value(2)).andExpect(jsonPath("$.total").value(2)).andReturn();
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.nextCursor");
        browser.get("/api/v1/notices?limit=1&cursor=" + next)
                .andExpect(jsonPath("$.items[0].kind").value("TICKET_OPENED"))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        browser.get("/api/v1/notices?cursor=nonsense").andExpect(status().isUnprocessableContent());
    }

    @Test
    void nobodySeesOrReadsAnotherPersonsNotices() throws Exception {
        var clerk = clerk();
        var browser = Browser.of(mvc, clerk);
        var colleague = Browser.of(mvc, clerk());
        tell(clerk, News.OPENED);
        String id = JsonPath.read(browser.get("/api/v1/notices").andReturn().getResponse().getContentAsString(),
                "$.items[0].id");
        colleague.get("/api/v1/notices").andExpect(jsonPath("$.items.length()").value(0));
        colleague.post("/api/v1/notices/read", "{\"ids\":[\"%s\"]}".formatted(id)).andExpect(status().isNoContent());
        colleague.post("/api/v1/notices/read", "{\"all\":true}").andExpect(status().isNoContent());
        browser.get("/api/v1/notices?unread=true").andExpect(jsonPath("$.unread").value(1));
        browser.post("/api/v1/notices/read", "{\"ids\":[\"%s\"]}".formatted(id)).andExpect(status().isNoContent());
        browser.get("/api/v1/notices?unread=true").andExpect(jsonPath("$.unread").value(0));
        browser.post("/api/v1/notices/read", "{}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("ids"));
    }

    private PersonRef clerk() {
        return organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
    }

    private void tell(PersonRef person, News kind) {
        var now = clock.instant();
        var news = new TicketNews(UUID.randomUUID(), "T261121-00427-6", "YT7", TicketKind.SILENT_PARCEL, false, kind,
                TicketLevel.OUTLET, new UnitRef(Organisation.TIANHE, "天河网点", UnitKind.OUTLET),
                new OnDuty(person, Organisation.TIANHE, "13812345678"), now.plus(Duration.ofHours(2)), now);
        transaction.executeWithoutResult(_ -> events.publishEvent(new TicketNewsTold(List.of(news))));
    }
}

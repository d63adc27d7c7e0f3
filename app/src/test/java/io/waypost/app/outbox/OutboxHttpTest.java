package io.waypost.app.outbox;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.outbox.MessageClass;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("O1 N2 messages over HTTP are the headquarters' alone")
class OutboxHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    OutboxHttpTest(MockMvc mvc, Organisation organisation, Outbox outbox, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Test
    void theOutboxOfTheWholeNetworkIsShownToTheHeadquartersOnly() throws Exception {
        transaction.executeWithoutResult(_ -> outbox.add(OutgoingMessage.sms("http " + UUID.randomUUID(),
                MessageClass.SERVICE, "13812345678", "【驿路】请答复")));
        Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.HEADQUARTERS)).get("/api/v1/outbox")
                .andExpect(status().isOk()).andExpect(jsonPath("$[*].to", hasItem("138****5678")));
        Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH)).get("/api/v1/outbox")
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("HEADQUARTERS_ONLY"));
    }
}

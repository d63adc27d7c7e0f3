package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Organisation;
import io.waypost.core.partner.RepeatRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T6 a request that is sent twice is done once")
class RepeatedHttpTest {

    private static final String TICKETS = "/open/v1/tickets";

    private final MockMvc mvc;
    private final PartnerScene scene;
    private final PartnerScene.Partner partner;
    private final OpenClient client;
    private final Owner owner;
    private final Housekeeping housekeeping;
    private final JdbcClient jdbc;
    private final Clock wall;

    RepeatedHttpTest(MockMvc mvc, PartnerScene scene, Owner owner, Housekeeping housekeeping, JdbcClient jdbc,
            @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.scene = scene;
        this.partner = scene.partner(Organisation.SOUTH);
        this.client = OpenClient.of(mvc, partner);
        this.owner = owner;
        this.housekeeping = housekeeping;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @Test
    void everyChangeNeedsAKey() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        client.post(TICKETS, null, draft).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_MISSING"));
        client.post(TICKETS, "键", draft).andExpect(status().isBadRequest());
    }

    @Test
    void theSecondTimeTheSameIsAnswered() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        var key = UUID.randomUUID().toString();
        var first = OpenClient.text(client.post(TICKETS, key, draft).andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed")));
        var again = client.post(TICKETS, key, draft.replace(",", " , ")).andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().string("Location", TICKETS + "/" + JsonPath.read(first, "$.id")));
        assertThat(OpenClient.text(again)).isEqualTo(first);
    }

    @Test
    void oneKeyIsForOneRequest() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        var key = UUID.randomUUID().toString();
        client.post(TICKETS, key, draft).andExpect(status().isCreated());
        client.post(TICKETS, key, OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_REUSED"));
        var other = OpenClient.of(mvc, scene.partner(Organisation.SOUTH));
        other.post(TICKETS, key, OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated());
    }

    @Test
    void fiftyAtOnceOpenOneTicket() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        var key = UUID.randomUUID().toString();
        var ids = new HashSet<String>();
        for (var answer : atOnce(50, draft, () -> key)) {
            assertThat(answer.getStatus()).isIn(201, 409);
            if (answer.getStatus() == 201) {
                ids.add(JsonPath.read(OpenClient.text(answer), "$.id"));
            } else {
                assertThat(OpenClient.text(answer)).contains("IN_FLIGHT");
                assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
            }
        }
        ids.add(JsonPath.read(OpenClient.text(client.post(TICKETS, key, draft).andExpect(status().isCreated())),
                "$.id"));
        assertThat(ids).hasSize(1);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void fiftyAtOnceWithKeysOfTheirOwnStillOpenOneTicketForOneNumber() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        var ids = new HashSet<String>();
        int created = 0;
        for (var answer : atOnce(50, draft, () -> UUID.randomUUID().toString())) {
            assertThat(answer.getStatus()).isIn(200, 201);
            created += answer.getStatus() == 201 ? 1 : 0;
            ids.add(JsonPath.read(OpenClient.text(answer), "$.id"));
        }
        assertThat(ids).hasSize(1);
        assertThat(created).isEqualTo(1);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void aNumberIsForOneMatter() throws Exception {
        var externalId = PartnerScene.externalId();
        client.post(TICKETS, OpenClient.draft(externalId, scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated());
        client.post(TICKETS, OpenClient.draft(externalId, scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("EXTERNAL_ID_TAKEN"))
                .andExpect(jsonPath("$.ticket_id").exists());
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        var waybill = "YT7%s"
                .formatted(UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        var draft = OpenClient.draft(PartnerScene.externalId(), waybill);
        var key = UUID.randomUUID().toString();
        client.post(TICKETS, key, draft).andExpect(status().isUnprocessableContent());
        scene.scan(waybill, PartnerScene.HUB);
        client.post(TICKETS, key, draft).andExpect(status().isCreated());
    }

    @Test
    void answersAreForgottenAfterADay() throws Exception {
        var draft = OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB));
        client.post(TICKETS, "forgotten", draft).andExpect(status().isCreated());
        housekeeping.sweep(wall.instant().plus(RepeatRules.KEPT).minusSeconds(60));
        assertThat(answers()).isEqualTo(1);
        housekeeping.sweep(wall.instant().plus(RepeatRules.KEPT).plusSeconds(60));
        assertThat(answers()).isZero();
        client.post(TICKETS, "forgotten", draft).andExpect(status().isOk());
    }

    private List<MockHttpServletResponse> atOnce(int times, String draft,
            java.util.function.Supplier<String> keys) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<MockHttpServletResponse>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<MockHttpServletResponse>>();
            for (int i = 0; i < times; i++) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return client.post(TICKETS, keys.get(), draft).andReturn().getResponse();
                }));
            }
            start.countDown();
            for (var each : asked) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private int tickets() {
        return owner.inOne(() -> jdbc.sql("select count(*) from partner.ticket where key_id = :key")
                .param("key", partner.keyId()).query(Integer.class).single());
    }

    private int answers() {
        return owner.inOne(() -> jdbc.sql("select count(*) from partner.answer where key_id = :key")
                .param("key", partner.keyId()).query(Integer.class).single());
    }
}

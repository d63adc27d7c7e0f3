package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T6 partners open tickets and follow them, each their own")
class OpenTicketHttpTest {

    private static final String TICKETS = "/open/v1/tickets";

    private final MockMvc mvc;
    private final PartnerScene scene;
    private final OpenClient client;
    private final Batches batches;
    private final Owner owner;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenTicketHttpTest(MockMvc mvc, PartnerScene scene, Batches batches, Owner owner, JdbcClient jdbc, Clock clock) {
        this.mvc = mvc;
        this.scene = scene;
        this.client = OpenClient.of(mvc, scene.partner(Organisation.SOUTH));
        this.batches = batches;
        this.owner = owner;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void aTicketIsFoundByEveryNumberItHas() throws Exception {
        var externalId = PartnerScene.externalId();
        var ticket = OpenClient.text(client.post(TICKETS, OpenClient.draft(externalId, scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.state").value("RECEIVED"))
                .andExpect(jsonPath("$.version").value(1)));
        String id = JsonPath.read(ticket, "$.id");
        String number = JsonPath.read(ticket, "$.number");
        for (var path : List.of("/" + id, "/by-external-id/" + externalId, "/by-number/" + number)) {
            assertThat(OpenClient.text(client.get(TICKETS + path).andExpect(status().isOk()))).isEqualTo(ticket);
        }
        client.get(TICKETS + "/" + id + "/messages").andExpect(jsonPath("$[0].text").value("买家问包裹到哪了"))
                .andExpect(jsonPath("$[0].side").value("PARTNER"));
    }

    @Test
    void theSameMatterUnderAnotherNumberIsTheSameTicket() throws Exception {
        var waybill = scene.parcel(PartnerScene.HUB);
        var first = PartnerScene.externalId();
        var second = PartnerScene.externalId();
        client.post(TICKETS, OpenClient.draft(first, waybill)).andExpect(status().isCreated());
        client.post(TICKETS, OpenClient.draft(second, waybill)).andExpect(status().isOk())
                .andExpect(jsonPath("$.external_id").value(first))
                .andExpect(jsonPath("$.external_ids[1]").value(second));
    }

    @Test
    void everythingThatIsWrongIsSaidWithItsPlace() throws Exception {
        client.post(TICKETS, """
                {"external_id":"坏","kind":"LATE","waybill":"x","contact":{"phone":"call me"}}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.errors[*].pointer").value(org.hamcrest.Matchers.contains("/external_id", "/kind",
                        "/waybill", "/contact/phone")))
                .andExpect(jsonPath("$.errors[3].value").isEmpty());
        client.post(TICKETS, "{\"external_id\":1,\"colour\":\"red\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/colour"));
        client.get(TICKETS + "?state=GONE").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/state"));
        client.get(TICKETS + "?limit=201").andExpect(status().isUnprocessableContent());
    }

    @Test
    void aParcelOutOfReachDoesNotExist() throws Exception {
        var waybill = scene.parcel(PartnerScene.HUB);
        client.get("/open/v1/parcels/" + waybill).andExpect(status().isOk())
                .andExpect(jsonPath("$.timeline[0].site.code").value(PartnerScene.HUB));
        var north = OpenClient.of(mvc, scene.partner(Organisation.NORTH));
        north.get("/open/v1/parcels/" + waybill).andExpect(status().isNotFound());
        north.post(TICKETS, OpenClient.draft(PartnerScene.externalId(), waybill))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/waybill"));
    }

    @Test
    void anotherPartnersTicketDoesNotExist() throws Exception {
        var externalId = PartnerScene.externalId();
        var id = opened(externalId);
        // Of the headquarters, so that it reaches every unit and every parcel.
        var other = OpenClient.of(mvc, scene.partner(Organisation.HEADQUARTERS));
        for (var path : List.of("/" + id, "/" + id + "/messages", "/by-external-id/" + externalId)) {
            other.get(TICKETS + path).andExpect(status().isNotFound());
        }
        for (var action : List.of("messages", "urge", "withdraw")) {
            other.post(TICKETS + "/" + id + "/" + action, "{\"text\":\"?\"}").andExpect(status().isNotFound());
        }
        other.get(TICKETS).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void aListIsWalkedToItsEndWithoutGapsWhileItGrows() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            ids.add(opened(PartnerScene.externalId()));
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = OpenClient.text(client.get(TICKETS + "?limit=3" + (cursor == null ? "" : "&cursor=" + cursor))
                    .andExpect(status().isOk()));
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            cursor = next(page);
            if (seen.size() == 3) {
                ids.add(opened(PartnerScene.externalId()));
            }
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void aCursorIsOursAndThePartnersOwn() throws Exception {
        opened(PartnerScene.externalId());
        opened(PartnerScene.externalId());
        var cursor = Objects.requireNonNull(next(OpenClient.text(client.get(TICKETS + "?limit=1"))));
        client.get(TICKETS + "?cursor=" + cursor).andExpect(status().isOk());
        for (int i = 0; i < cursor.length(); i += 7) {
            var changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            client.get(TICKETS + "?cursor=" + changed).andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("BAD_CURSOR"));
        }
        client.get(TICKETS + "?cursor=x").andExpect(status().isBadRequest());
        OpenClient.of(mvc, scene.partner(Organisation.SOUTH)).get(TICKETS + "?cursor=" + cursor)
                .andExpect(status().isBadRequest());
    }

    @Test
    void aListIsNarrowedByStateWaybillAndTime() throws Exception {
        var id = opened(PartnerScene.externalId());
        var other = opened(PartnerScene.externalId());
        client.post(TICKETS + "/" + other + "/withdraw", "{\"text\":\"已收到\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CLOSED"));
        var ticket = OpenClient.text(client.get(TICKETS + "/" + id));
        client.get(TICKETS + "?state=RECEIVED").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(id));
        client.get(TICKETS + "?waybill=" + JsonPath.<String>read(ticket, "$.waybill"))
                .andExpect(jsonPath("$.items.length()").value(1));
        client.get(TICKETS + "?updated_since=" + clock.instant().plusSeconds(60))
                .andExpect(jsonPath("$.items").isEmpty());
        client.get(TICKETS + "?updated_since=" + clock.instant().minusSeconds(600))
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void aTicketIsUrgedTalkedAboutAndTakenBack() throws Exception {
        var id = opened(PartnerScene.externalId());
        client.post(TICKETS + "/" + id + "/messages", "{\"text\":\"  买家在家 \"}").andExpect(status().isCreated())
                .andExpect(jsonPath("$.text").value("买家在家"));
        client.post(TICKETS + "/" + id + "/messages", "{\"text\":\" \"}").andExpect(status().isUnprocessableContent());
        client.post(TICKETS + "/" + id + "/urge", "{}").andExpect(status().isOk());
        client.get(TICKETS + "/" + id + "/messages").andExpect(jsonPath("$.length()").value(3));
        client.get(TICKETS + "/" + id).andExpect(jsonPath("$.version").value(2));
        client.post(TICKETS + "/" + id + "/withdraw", "{}").andExpect(status().isOk())
                .andExpect(jsonPath("$.closed_at").isNotEmpty()).andExpect(jsonPath("$.version").value(3));
        client.post(TICKETS + "/" + id + "/withdraw", "{}").andExpect(status().isConflict());
    }

    @Test
    void whatCustomersSayIsSealed() throws Exception {
        client.post(TICKETS, """
                {"external_id":"%s","kind":"QUERY","waybill":"%s","description":"机密内容","contact":{"name":"欧阳客户","phone":"13900001111"}}
                """.formatted(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated());
        var kept = owner.inOne(() -> jdbc.sql("""
                select (select json_agg(t)::text from partner.ticket t) || (select json_agg(m)::text from partner.message m)
                    || (select json_agg(a)::text from partner.answer a)
                """).query(String.class).single());
        assertThat(kept).doesNotContain("机密内容").doesNotContain("欧阳客户").doesNotContain("13900001111");
    }

    @Test
    void theRateIsToldAndKept() throws Exception {
        var hasty = OpenClient.of(mvc, scene.partner(Organisation.SOUTH, 2, Set.of(Permission.OPEN_TICKETS_READ)));
        hasty.get(TICKETS).andExpect(header().string("RateLimit-Policy", "\"default\";q=2;w=60"))
                .andExpect(header().string("RateLimit", org.hamcrest.Matchers.startsWith("\"default\";r=1;t=")));
        hasty.get(TICKETS).andExpect(status().isOk());
        hasty.get(TICKETS).andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    void aBatchIsWorkedOnRowByRow() throws Exception {
        var good = PartnerScene.externalId();
        var body = "{\"tickets\":[%s,%s,{\"kind\":\"QUERY\"}]}".formatted(
                OpenClient.draft(good, scene.parcel(PartnerScene.HUB)),
                OpenClient.draft(PartnerScene.externalId(), "NOSUCH0001"));
        var taken = client.post(TICKETS + "/batch", "batch-1", body).andExpect(status().isAccepted())
                .andExpect(jsonPath("$.rows").value(3));
        var location = Objects.requireNonNull(taken.andReturn().getResponse().getHeader("Location"));
        client.post(TICKETS + "/batch", "batch-1", body).andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().string("Location", location));
        var job = finished(location);
        assertThat(JsonPath.<List<Integer>>read(job, "$.results[*].status")).containsExactly(201, 422, 422);
        assertThat(JsonPath.<String>read(job, "$.results[1].problem.errors[0].pointer")).isEqualTo("/waybill");
        client.get(TICKETS + "/" + JsonPath.read(job, "$.results[0].ticket_id"))
                .andExpect(jsonPath("$.external_id").value(good));
        OpenClient.of(mvc, scene.partner(Organisation.SOUTH)).get(location).andExpect(status().isNotFound());
        client.post(TICKETS + "/batch", "{\"tickets\":[]}").andExpect(status().isUnprocessableContent());
    }

    private String finished(String location) throws Exception {
        var job = OpenClient.text(client.get(location));
        // The platform's own thread may have claimed a row: it is done when that thread has committed.
        while (!JsonPath.<String>read(job, "$.state").equals("DONE")) {
            batches.runDue(clock.instant());
            Thread.onSpinWait();
            job = OpenClient.text(client.get(location));
        }
        return job;
    }

    private String opened(String externalId) throws Exception {
        return JsonPath.read(OpenClient.text(client.post(TICKETS, OpenClient.draft(externalId,
                scene.parcel(PartnerScene.HUB))).andExpect(status().isCreated())), "$.id");
    }

    private static @Nullable String next(String page) {
        return JsonPath.read(page, "$.next_cursor");
    }
}

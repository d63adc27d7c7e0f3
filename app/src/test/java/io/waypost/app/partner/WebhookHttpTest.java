package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.outbox.MessageOutcome;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageState;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T6 partners are told by webhook, and can see and repeat what they were told")
class WebhookHttpTest {

    private static final String WEBHOOKS = "/open/v1/webhooks";
    private static final String ALL = """
            {"url":"https://shop.example/hook","events":["ticket.opened","ticket.updated","ticket.closed","message.added"]}""";

    private final MockMvc mvc;
    private final PartnerScene scene;
    private final Organisation organisation;
    private final PartnerScene.Partner partner;
    private final OpenClient client;
    private final Owner owner;
    private final WebhookTargets targets;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookHttpTest(MockMvc mvc, PartnerScene scene, Organisation organisation, Owner owner, WebhookTargets targets,
            ApplicationEventPublisher events, JdbcClient jdbc, Clock clock,
            @Qualifier("outboxRunner") SmartLifecycle runner) {
        // These tests say themselves what became of a message; the runner would claim it in between.
        runner.stop();
        this.mvc = mvc;
        this.scene = scene;
        this.organisation = organisation;
        this.partner = scene.partner(Organisation.SOUTH);
        this.client = OpenClient.of(mvc, partner);
        this.owner = owner;
        this.targets = targets;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The runner of another test's context would claim the messages, too. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void theSecretIsShownOnceAndTwoSignWhileItIsChanged() throws Exception {
        var added = OpenClient.text(client.post(WEBHOOKS, ALL).andExpect(status().isCreated()));
        String first = JsonPath.read(added, "$.secret");
        String id = JsonPath.read(added, "$.id");
        assertThat(first).matches("whsec_[A-Za-z0-9+/]{43}=");
        client.get(WEBHOOKS).andExpect(jsonPath("$[0].secret").isEmpty());
        assertThat(targets.find(id).orElseThrow().secrets()).containsExactly(first);
        String second = JsonPath.read(OpenClient.text(client.post(WEBHOOKS + "/" + id + "/secret", "")
                .andExpect(status().isOk())), "$.secret");
        assertThat(targets.find(id).orElseThrow().secrets()).containsExactly(second, first);
        var kept = owner.inOne(() -> jdbc.sql("select json_agg(w)::text from partner.webhook w").query(String.class)
                .single());
        assertThat(kept).doesNotContain(first).doesNotContain(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/", "https://127.0.0.1/", "https://localhost/",
            "https://u:p@shop.example/",
            "ftp://shop.example/", "no address"})
    void anAddressThatLeadsInsideIsRefused(String url) throws Exception {
        client.post(WEBHOOKS, "{\"url\":\"%s\",\"events\":[\"ticket.closed\"]}".formatted(url))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/url"));
    }

    @Test
    void onlyWhatThereIsCanBeSubscribedTo() throws Exception {
        for (var event : List.of("[]", "[\"ticket.eaten\"]", "[\"ping\"]")) {
            client.post(WEBHOOKS, "{\"url\":\"https://shop.example/\",\"events\":%s}".formatted(event))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].pointer").value("/events"));
        }
    }

    @Test
    void everyChangeIsTold() throws Exception {
        var id = added();
        var ticket = OpenClient.text(client.post("/open/v1/tickets",
                OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB))));
        var path = "/open/v1/tickets/" + JsonPath.<String>read(ticket, "$.id");
        client.post(path + "/messages", "{\"text\":\"买家在家\"}").andExpect(status().isCreated());
        client.post(path + "/withdraw", "{}").andExpect(status().isOk());
        var log = OpenClient.text(client.get(WEBHOOKS + "/" + id + "/deliveries"));
        assertThat(JsonPath.<List<String>>read(log, "$[*].event")).first().isEqualTo("ticket.closed");
        assertThat(JsonPath.<List<String>>read(log, "$[*].event")).contains("message.added").last()
                .isEqualTo("ticket.opened");
        assertThat(JsonPath.<List<Integer>>read(log, "$[*].version")).isSortedAccordingTo((a, b) -> b - a);
        var payloads = owner
                .inOne(() -> jdbc.sql("select string_agg(payload, ' ') from partner.delivery where key_id = :key")
                        .param("key", partner.keyId()).query(String.class).single());
        assertThat(payloads).contains(JsonPath.<String>read(ticket, "$.number")).doesNotContain("买家在家");
    }

    @Test
    void nobodyElseIsTold() throws Exception {
        var other = OpenClient.of(mvc, scene.partner(Organisation.HEADQUARTERS));
        var id = JsonPath.<String>read(OpenClient.text(other.post(WEBHOOKS, ALL)), "$.id");
        client.post("/open/v1/tickets", OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated());
        other.get(WEBHOOKS + "/" + id + "/deliveries").andExpect(jsonPath("$").isEmpty());
        client.get(WEBHOOKS + "/" + id + "/deliveries").andExpect(status().isNotFound());
        client.post(WEBHOOKS + "/" + id + "/ping", "").andExpect(status().isNotFound());
    }

    @Test
    void whatDidNotArriveIsToldAgainOneOrAll() throws Exception {
        var id = added();
        client.post(WEBHOOKS + "/" + id + "/ping", "").andExpect(status().isOk());
        client.post(WEBHOOKS + "/" + id + "/replay", "{\"delivery_id\":\"%s\"}".formatted(delivery()))
                .andExpect(jsonPath("$.deliveries").value(0));
        became(MessageState.FAILED);
        client.get(WEBHOOKS + "/" + id + "/deliveries").andExpect(jsonPath("$[0].state").value("FAILED"))
                .andExpect(jsonPath("$[0].code").value("HTTP_500"));
        client.post(WEBHOOKS + "/" + id + "/replay", "{}").andExpect(jsonPath("$.deliveries").value(1));
        client.get(WEBHOOKS + "/" + id + "/deliveries").andExpect(jsonPath("$[0].state").value("PENDING"));
        client.post(WEBHOOKS + "/" + id + "/replay", "{\"from\":\"2099-01-01T00:00:00Z\"}")
                .andExpect(jsonPath("$.deliveries").value(0));
        client.post(WEBHOOKS + "/" + id + "/replay", "{\"delivery_id\":\"%s\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoeverWantsNoMoreIsToldNothing() throws Exception {
        var id = added();
        targets.disable(id, "GONE");
        assertThat(targets.find(id)).isEmpty();
        client.get(WEBHOOKS).andExpect(jsonPath("$[0].disabled_code").value("GONE"));
        client.post(WEBHOOKS + "/" + id + "/ping", "").andExpect(status().isConflict());
        client.post("/open/v1/tickets", OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))
                .andExpect(status().isCreated());
        client.get(WEBHOOKS + "/" + id + "/deliveries").andExpect(jsonPath("$").isEmpty());
        var administrator = Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH));
        administrator.put("/api/v1/webhooks/" + id, ALL.replace("}", ",\"enabled\":true}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.disabledCode").isEmpty());
        assertThat(targets.find(id)).isPresent();
        administrator.delete("/api/v1/webhooks/" + id, null).andExpect(status().isNoContent());
        assertThat(targets.find(id)).isEmpty();
    }

    private String added() throws Exception {
        return JsonPath.read(OpenClient.text(client.post(WEBHOOKS, ALL).andExpect(status().isCreated())), "$.id");
    }

    private UUID delivery() {
        return owner
                .inOne(() -> jdbc.sql("select id from partner.delivery where key_id = :key order by at desc limit 1")
                        .param("key", partner.keyId()).query((row, _) -> row.getObject(1, UUID.class)).single());
    }

    /** What the outbox says when it has tried. */
    private void became(MessageState state) {
        var key = "partner " + delivery();
        owner.inOne(() -> {
            var message = jdbc.sql("update outbox.message set state = :state where idempotency_key = :key returning id")
                    .param("state", state.name()).param("key", key).query((row, _) -> row.getObject(1, UUID.class))
                    .single();
            jdbc.sql("delete from outbox.waiting where message_id = :id").param("id", message).update();
            events.publishEvent(new MessageOutcome(message, key, Channel.WEBHOOK,
                    new OutgoingMessage.Subject(WebhookNews.SUBJECT, delivery().toString()), state, "HTTP_500", 10,
                    clock.instant()));
            return true;
        });
    }
}

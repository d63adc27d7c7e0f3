package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.DeliveryStore.Delivery;
import io.waypost.app.partner.DeliveryStore.Query;
import io.waypost.app.partner.Once.Done;
import io.waypost.app.partner.WebhookController.ReplayRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A partner's webhooks, for its own program. */
@RestController
@RequestMapping("/open/v1/webhooks")
class OpenWebhookController {

    private static final String KEY = "Idempotency-Key";
    private static final int MOST = 200;

    private final Webhooks webhooks;
    private final WebhookNews news;
    private final Once once;

    OpenWebhookController(Webhooks webhooks, WebhookNews news, Once once) {
        this.webhooks = webhooks;
        this.news = news;
        this.once = once;
    }

    /**
     * An endpoint.
     *
     * @param secret only in the answer that made it or changed it
     */
    record PartnerWebhook(UUID id, String url, List<String> events, boolean enabled,
            @JsonProperty("disabled_code") @Nullable String disabledCode,
            @JsonProperty("previous_secret_until") @Nullable Instant previousUntil, @Nullable String secret) {

        static PartnerWebhook of(Webhook webhook, @Nullable String secret) {
            return new PartnerWebhook(webhook.id(), webhook.url(), webhook.events(), webhook.enabled(),
                    webhook.disabledCode(), webhook.previousUntil(), secret);
        }
    }

    record PartnerWebhookDraft(@Nullable String url, @Nullable List<String> events, @Nullable Boolean enabled) {}

    record PartnerDelivery(UUID id, String event, @JsonProperty("ticket_id") @Nullable UUID ticketId,
            @Nullable Integer version, Instant at, String state, @Nullable String code, int attempts,
            @JsonProperty("webhook_id") @Nullable UUID webhookId) {

        static PartnerDelivery of(Delivery delivery) {
            return new PartnerDelivery(delivery.id(), delivery.event(), delivery.ticketId(), delivery.version(),
                    delivery.at(), delivery.state(), delivery.code(), delivery.attempts(), delivery.messageId());
        }
    }

    record PartnerReplay(@JsonProperty("delivery_id") @Nullable UUID deliveryId, @Nullable Instant from,
            @Nullable Instant until, @JsonProperty("only_failed") @Nullable Boolean onlyFailed) {}

    record PartnerReplayed(int deliveries) {}

    @GetMapping
    List<PartnerWebhook> list() {
        return webhooks.list(Owner.current().keyId()).stream().map(webhook -> PartnerWebhook.of(webhook, null))
                .toList();
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "It was added; the secret is shown only now.")
    ResponseEntity<PartnerWebhook> add(@RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody PartnerWebhookDraft body) {
        var keyId = Owner.current().keyId();
        return once(key, "", body, PartnerWebhook.class, partner -> {
            var issued = Acting.as(partner, () -> webhooks.add(keyId, url(body), events(body)));
            return new Done<>(HttpStatus.CREATED, null, PartnerWebhook.of(issued.webhook(), issued.secret()));
        });
    }

    @PutMapping("/{id}")
    PartnerWebhook change(@PathVariable UUID id, @RequestBody PartnerWebhookDraft body) {
        return PartnerWebhook.of(
                webhooks.change(id, url(body), events(body), !Boolean.FALSE.equals(body.enabled())), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        webhooks.remove(id);
    }

    @PostMapping("/{id}/secret")
    ResponseEntity<PartnerWebhook> rotate(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return once(key, id + "/secret", null, PartnerWebhook.class, partner -> {
            var issued = Acting.as(partner, () -> webhooks.rotate(id));
            return new Done<>(HttpStatus.OK, null, PartnerWebhook.of(issued.webhook(), issued.secret()));
        });
    }

    @PostMapping("/{id}/ping")
    ResponseEntity<PartnerDelivery> ping(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return once(key, id + "/ping", null, PartnerDelivery.class,
                partner -> new Done<>(HttpStatus.OK, null,
                        PartnerDelivery.of(Acting.as(partner, () -> news.ping(id)))));
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<PartnerReplayed> replay(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody PartnerReplay body) {
        var request = new ReplayRequest(body.deliveryId(), body.from(), body.until(), body.onlyFailed());
        return once(key, id + "/replay", body, PartnerReplayed.class,
                partner -> new Done<>(HttpStatus.OK, null, new PartnerReplayed(
                        Acting.as(partner, () -> WebhookController.replayed(news, id, request)))));
    }

    @GetMapping("/{id}/deliveries")
    List<PartnerDelivery> deliveries(@PathVariable UUID id, @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        return news.log(new Query(id, null, from, until, null, null), MOST).stream().map(PartnerDelivery::of).toList();
    }

    private <T> ResponseEntity<T> once(@Nullable String key, String what, @Nullable Object body, Class<T> type,
            Function<Actor, Done<T>> work) {
        var partner = Owner.current();
        return once.answer(new Once.Request(partner.keyId(), key, "POST /open/v1/webhooks/" + what, body), type,
                () -> {}, () -> work.apply(partner));
    }

    private static String url(PartnerWebhookDraft body) {
        if (body.url() == null) {
            throw Refusal.invalid("url", null, "MISSING", "Say where to call.");
        }
        return body.url();
    }

    private static List<String> events(PartnerWebhookDraft body) {
        return body.events() == null ? List.of() : body.events();
    }
}

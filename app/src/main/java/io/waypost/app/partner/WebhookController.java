package io.waypost.app.partner;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.DeliveryStore.Delivery;
import io.waypost.app.partner.DeliveryStore.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of a partner, for whoever looks after its key. */
@RestController
@RequestMapping("/api/v1")
class WebhookController {

    private final Webhooks webhooks;
    private final WebhookNews news;

    WebhookController(Webhooks webhooks, WebhookNews news) {
        this.webhooks = webhooks;
        this.news = news;
    }

    record WebhookView(UUID id, String url, List<String> events, boolean enabled, @Nullable String disabledCode,
            @Nullable Instant previousUntil, Instant createdAt, String createdBy) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(webhook.id(), webhook.url(), webhook.events(), webhook.enabled(),
                    webhook.disabledCode(), webhook.previousUntil(), webhook.createdAt(), webhook.createdBy());
        }
    }

    record NewWebhook(@NotNull String url, @NotNull List<@NotNull String> events) {}

    record ChangedWebhook(@NotNull String url, @NotNull List<@NotNull String> events, boolean enabled) {}

    /** Shown once. */
    record IssuedWebhook(WebhookView webhook, String secret) {}

    /** What is to be told again: one telling, or all of a span. */
    record ReplayRequest(@Nullable UUID deliveryId, @Nullable Instant from, @Nullable Instant until,
            @Nullable Boolean onlyFailed) {}

    record WebhookReplayed(int deliveries) {}

    @GetMapping("/keys/{id}/webhooks")
    List<WebhookView> list(@PathVariable UUID id) {
        return webhooks.list(id).stream().map(WebhookView::of).toList();
    }

    @PostMapping("/keys/{id}/webhooks")
    IssuedWebhook add(@PathVariable UUID id, @RequestBody @Valid NewWebhook body) {
        var issued = webhooks.add(id, body.url(), body.events());
        return new IssuedWebhook(WebhookView.of(issued.webhook()), issued.secret());
    }

    @PutMapping("/webhooks/{id}")
    WebhookView change(@PathVariable UUID id, @RequestBody @Valid ChangedWebhook body) {
        return WebhookView.of(webhooks.change(id, body.url(), body.events(), body.enabled()));
    }

    @DeleteMapping("/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        webhooks.remove(id);
    }

    @PostMapping("/webhooks/{id}/secret")
    IssuedWebhook rotate(@PathVariable UUID id) {
        var issued = webhooks.rotate(id);
        return new IssuedWebhook(WebhookView.of(issued.webhook()), issued.secret());
    }

    @PostMapping("/webhooks/{id}/ping")
    Delivery ping(@PathVariable UUID id) {
        return news.ping(id);
    }

    @GetMapping("/webhooks/{id}/deliveries")
    Page<Delivery> deliveries(@PathVariable UUID id, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var after = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        var found = news.log(query(id, state, after), most + 1);
        var items = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(items,
                found.size() > most ? Cursor.of(items.getLast().at(), items.getLast().id()) : null, null);
    }

    @PostMapping("/webhooks/{id}/replay")
    WebhookReplayed replay(@PathVariable UUID id, @RequestBody ReplayRequest body) {
        return new WebhookReplayed(replayed(news, id, body));
    }

    static int replayed(WebhookNews news, UUID id, ReplayRequest body) {
        if (body.deliveryId() != null) {
            return news.replay(id, body.deliveryId()) ? 1 : 0;
        }
        return news.replay(id, body.from(), body.until(), !Boolean.FALSE.equals(body.onlyFailed()));
    }

    private static Query query(UUID id, @Nullable String state, List<String> after) {
        try {
            return after.isEmpty()
                    ? new Query(id, state, null, null, null, null)
                    : new Query(id, state, null, null, Instant.parse(after.getFirst()),
                            UUID.fromString(after.getLast()));
        } catch (RuntimeException changed) {
            throw Refusal.invalid("cursor", null, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }
}

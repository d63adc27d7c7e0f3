package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.MessageOutcome;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.partner.DeliveryStore.Delivery;
import io.waypost.core.partner.PartnerEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells endpoints by way of the outbox: written in the transaction of the step, sent after it, and written down here what became of it.
 * The order of arrival is not promised; each telling carries the version of the ticket.
 */
@Service
class WebhookNews implements PartnerNews {

    /** What the outbox's messages are about. */
    static final String SUBJECT = "WEBHOOK_DELIVERY";

    private static final String PENDING = "PENDING";
    private static final int MOST_REPLAYED = 1_000;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Webhooks desk;
    private final Outbox outbox;
    private final Owner owner;
    private final JsonMapper json;
    private final Clock wall;

    WebhookNews(WebhookStore webhooks, DeliveryStore deliveries, Webhooks desk, Outbox outbox, Owner owner,
            JsonMapper json, @Qualifier("wallClock") Clock wall) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.desk = desk;
        this.outbox = outbox;
        this.owner = owner;
        this.json = json;
        this.wall = wall;
    }

    /** The body of a webhook. Names no person: whoever wants to know more asks. */
    record Payload(String type, Instant timestamp, Data data) {}

    record Data(@JsonProperty("ticket") @Nullable PartnerTicket ticket) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID keyId, PartnerEvent event, PartnerTicket ticket, Instant at) {
        for (var webhook : webhooks.subscribed(keyId, event.code())) {
            send(keyId, webhook, event, ticket, at);
        }
    }

    /** Tries the endpoint with an event that says nothing. */
    Delivery ping(UUID webhookId) {
        var webhook = desk.get(webhookId);
        if (!webhook.enabled()) {
            throw Refusal.conflict("DISABLED", "Enable the webhook first.");
        }
        return owner.inOne(() -> send(webhook.keyId(), webhookId, PartnerEvent.PING, null, wall.instant()));
    }

    /** Tells one again; false where it has not been tried yet. */
    boolean replay(UUID webhookId, UUID deliveryId) {
        desk.get(webhookId);
        return owner.inOne(() -> {
            var found = deliveries.find(webhookId, deliveryId);
            if (found.isEmpty()) {
                throw Refusal.notFound("delivery", deliveryId);
            }
            return again(found.getFirst());
        });
    }

    /** Tells everything of that span again, or only what did not arrive; gives back how many. */
    int replay(UUID webhookId, @Nullable Instant from, @Nullable Instant until, boolean onlyFailed) {
        desk.get(webhookId);
        return owner.inOne(() -> {
            var span = deliveries.page(new DeliveryStore.Query(webhookId, null, from, until, null, null),
                    MOST_REPLAYED);
            return (int) span.reversed().stream()
                    .filter(each -> !onlyFailed || !arrived(each))
                    .filter(this::again)
                    .count();
        });
    }

    List<Delivery> log(DeliveryStore.Query query, int most) {
        desk.get(query.webhookId());
        return owner.inOne(() -> deliveries.page(query, most));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MessageOutcome outcome) {
        if (outcome.subject().kind().equals(SUBJECT)) {
            deliveries.finish(UUID.fromString(outcome.subject().id()), outcome.id(), outcome.state().name(),
                    outcome.code(), outcome.attempts(), wall.instant());
        }
    }

    private Delivery send(UUID keyId, UUID webhookId, PartnerEvent event, @Nullable PartnerTicket ticket, Instant at) {
        var now = wall.instant();
        var delivery = new Delivery(Ids.next(now), webhookId, event.code(), ticket == null ? null : ticket.id(),
                ticket == null ? null : ticket.version(),
                json.writeValueAsString(new Payload(event.code(), at, new Data(ticket))), now, PENDING, null, 0, null,
                null);
        deliveries.insert(keyId, delivery);
        outbox.add(OutgoingMessage.event("partner " + delivery.id(), webhookId.toString(), event.code(),
                delivery.payload()).about(SUBJECT, delivery.id()));
        return delivery;
    }

    private boolean again(Delivery delivery) {
        boolean again = delivery.messageId() != null && outbox.replay(delivery.messageId());
        if (again) {
            deliveries.again(delivery.id());
        }
        return again;
    }

    private static boolean arrived(Delivery delivery) {
        return delivery.state().equals("DELIVERED") || delivery.state().equals("SENT");
    }
}

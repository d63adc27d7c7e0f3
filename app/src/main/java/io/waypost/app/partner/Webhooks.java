package io.waypost.app.partner;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.partner.PartnerEvent;
import io.waypost.core.partner.WebhookRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the endpoints of partners, for the partner itself and for whoever looks after its key. */
@Service
class Webhooks {

    private static final int MOST = 10;
    private static final int SECRET_BYTES = 32;

    private final WebhookStore store;
    private final Credentials credentials;
    private final AuditTrail audit;
    private final boolean trusted;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();

    Webhooks(WebhookStore store, Credentials credentials, AuditTrail audit,
            @Value("${waypost.outbox.webhook.allow-loopback:false}") boolean trusted,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.credentials = credentials;
        this.audit = audit;
        this.trusted = trusted;
        this.wall = wall;
    }

    /** An endpoint with its newest secret, which is shown only now. */
    record Issued(Webhook webhook, String secret) {

        @Override
        public String toString() {
            return "Issued[%s]".formatted(webhook.id());
        }
    }

    @Transactional(readOnly = true)
    List<Webhook> list(UUID keyId) {
        credentials.reachable(keyId);
        return store.list(keyId);
    }

    /** The endpoint, where the actor is its partner or reaches the unit of its key. */
    @Transactional(readOnly = true)
    Webhook get(UUID id) {
        var webhook = store.find(id).orElseThrow(() -> Refusal.notFound("webhook", id));
        if (!credentials.isReachable(webhook.keyId())) {
            throw Refusal.notFound("webhook", id);
        }
        return webhook;
    }

    @Transactional
    Issued add(UUID keyId, String url, List<String> events) {
        credentials.reachable(keyId);
        check(url, events);
        if (store.list(keyId).size() >= MOST) {
            throw Refusal.conflict("TOO_MANY", "A partner has at most %d webhooks; remove one first.".formatted(MOST));
        }
        var now = wall.instant();
        var webhook = new Webhook(Ids.next(now), keyId, url, events.stream().distinct().sorted().toList(), true, null,
                null, now, Acting.current().name());
        var secret = secret();
        store.insert(webhook, secret);
        record("WEBHOOK_ADDED", webhook);
        return new Issued(webhook, secret);
    }

    @Transactional
    Webhook change(UUID id, String url, List<String> events, boolean enabled) {
        var webhook = get(id);
        check(url, events);
        store.change(id, url, events.stream().distinct().sorted().toList(), enabled);
        record(enabled == webhook.enabled() ? "WEBHOOK_CHANGED" : enabled ? "WEBHOOK_ENABLED" : "WEBHOOK_DISABLED",
                webhook);
        return get(id);
    }

    @Transactional
    void remove(UUID id) {
        var webhook = get(id);
        store.remove(id, wall.instant());
        record("WEBHOOK_REMOVED", webhook);
    }

    /** Gives it another secret; the one before signs too for a day. */
    @Transactional
    Issued rotate(UUID id) {
        var webhook = get(id);
        var secret = secret();
        store.rotate(id, secret, wall.instant().plus(WebhookRules.OVERLAP));
        record("WEBHOOK_SECRET_CHANGED", webhook);
        return new Issued(get(id), secret);
    }

    private void check(String url, List<String> events) {
        WebhookRules.flaw(url, trusted).ifPresent(flaw -> {
            throw Refusal.invalid("url", url, flaw.name(), "Use https:// and a public name.");
        });
        if (events.isEmpty()) {
            throw Refusal.invalid("events", null, "EMPTY", "Name at least one event.");
        }
        for (var event : events) {
            if (PartnerEvent.of(event).filter(PartnerEvent::subscribable).isEmpty()) {
                throw Refusal.invalid("events", event, "UNKNOWN", "There is no such event.");
            }
        }
    }

    private void record(String what, Webhook webhook) {
        audit.record(what, "KEY", webhook.keyId().toString(), credentials.unitPath(webhook.keyId()),
                Map.of("webhook", webhook.id().toString(), "url", webhook.url()));
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}

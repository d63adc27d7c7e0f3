package io.waypost.app.partner;

import io.waypost.app.identity.Partners;
import io.waypost.app.outbox.WebhookEndpoints;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells the outbox where partners want to be called. */
@Component
class WebhookTargets implements WebhookEndpoints {

    private final WebhookStore store;
    private final Partners partners;
    private final Owner owner;
    private final Clock wall;

    WebhookTargets(WebhookStore store, Partners partners, Owner owner, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.partners = partners;
        this.owner = owner;
        this.wall = wall;
    }

    @Override
    public Optional<Endpoint> find(String id) {
        return owner.inOne(() -> store.target(UUID.fromString(id), wall.instant()))
                .filter(target -> partners.find(target.keyId()).isPresent())
                .map(target -> new Endpoint(URI.create(target.url()), target.secrets()));
    }

    @Override
    public void disable(String id, String code) {
        owner.inOne(() -> store.disable(UUID.fromString(id), code));
    }
}

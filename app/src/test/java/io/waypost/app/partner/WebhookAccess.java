package io.waypost.app.partner;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;

/** The webhooks of a unit's key, for whoever looks after keys. */
@Fixture
class WebhookAccess implements AccessFixture {

    private static final String ONE = "{\"url\":\"https://shop.example/hook\",\"events\":[\"ticket.closed\"]%s}";

    private final PartnerScene scene;
    private final Webhooks webhooks;

    WebhookAccess(PartnerScene scene, Webhooks webhooks) {
        this.scene = scene;
        this.webhooks = webhooks;
    }

    @Override
    public List<Request> about(String unitCode) {
        var key = scene.partner(unitCode).keyId();
        var webhook = Acting.as(new Actor.Internal("test"),
                () -> webhooks.add(key, "https://shop.example/hook", List.of("ticket.closed"))).webhook().id();
        return List.of(
                Request.get("/api/v1/keys/{id}/webhooks", key),
                Request.of(POST, "/api/v1/keys/{id}/webhooks", key, ONE.formatted("")),
                Request.of(PUT, "/api/v1/webhooks/{id}", webhook, ONE.formatted(",\"enabled\":true")),
                Request.of(POST, "/api/v1/webhooks/{id}/ping", webhook, null),
                Request.get("/api/v1/webhooks/{id}/deliveries", webhook),
                Request.of(POST, "/api/v1/webhooks/{id}/replay", webhook, "{}"),
                Request.of(POST, "/api/v1/webhooks/{id}/secret", webhook, null),
                Request.of(DELETE, "/api/v1/webhooks/{id}", webhook, null));
    }
}

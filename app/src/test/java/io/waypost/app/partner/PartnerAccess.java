package io.waypost.app.partner;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.core.partner.TicketDraft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A partner's ticket, batch and parcel, tried by its own key and by a foreign partner's. */
@Fixture
class PartnerAccess implements AccessFixture {

    private static final String PDF = "%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

    private final PartnerScene scene;
    private final PartnerDesk desk;
    private final Batches batches;
    private final Webhooks webhooks;
    private final Owner owner;
    private final PartnerScene.Partner own;
    private final PartnerScene.Partner foreign;

    PartnerAccess(PartnerScene scene, PartnerDesk desk, Batches batches, Webhooks webhooks, Owner owner) {
        this.scene = scene;
        this.desk = desk;
        this.batches = batches;
        this.webhooks = webhooks;
        this.owner = owner;
        this.own = scene.partner(Organisation.SOUTH);
        this.foreign = scene.partner(Organisation.NORTH);
    }

    @Override
    public Optional<Keys> keys() {
        return Optional.of(new Keys(own.key(), foreign.key()));
    }

    @Override
    public List<Request> about(String unitCode) {
        var partner = new Actor.Partner(own.keyId(), "own", scene.scope(Organisation.SOUTH), PartnerScene.programs());
        var draft = new TicketDraft(PartnerScene.externalId(), "QUERY", null, scene.parcel(unitCode), "?",
                Optional.empty());
        var ticket = owner.inOne(() -> desk.open(partner, draft)).ticket();
        var file = desk.upload(partner, ticket.id(), "y.pdf",
                new ByteArrayInputStream(PDF.getBytes(StandardCharsets.US_ASCII)));
        owner.inOne(() -> desk.file(partner, ticket.id(), file));
        var job = owner.inOne(() -> batches.take(own.keyId(),
                List.of(new PartnerTicketDraft(null, null, null, null, null, null))));
        var webhook = Acting.as((Actor) partner,
                () -> webhooks.add(own.keyId(), "https://shop.example/", List.of("ticket.closed"))).webhook().id();
        var hook = "/open/v1/webhooks/{id}";
        var path = "/open/v1/tickets/{id}";
        return List.of(
                Request.get(path, ticket.id()),
                Request.get("/open/v1/tickets/by-external-id/{externalId}", draft.externalId()),
                Request.get("/open/v1/tickets/by-number/{number}", ticket.number()),
                Request.of(GET, path + "/messages", ticket.id(), null),
                Request.of(POST, path + "/messages", ticket.id(), "{\"text\":\"在吗\"}"),
                new Request(POST, path + "/attachments",
                        "/open/v1/tickets/%s/attachments?name=x.pdf".formatted(ticket.id()), PDF,
                        Optional.empty(), AccessFixture.Foreign.REFUSED),
                Request.of(GET, path + "/attachments", ticket.id(), null),
                new Request(GET, path + "/attachments/{attachmentId}",
                        "/open/v1/tickets/%s/attachments/%s".formatted(ticket.id(), file.id()), null, Optional.empty(),
                        AccessFixture.Foreign.REFUSED),
                Request.of(POST, path + "/urge", ticket.id(), "{}"),
                Request.of(POST, path + "/withdraw", ticket.id(), "{}"),
                Request.of(PUT, hook, webhook, "{\"url\":\"https://shop.example/\",\"events\":[\"ticket.closed\"]}"),
                Request.of(POST, hook + "/ping", webhook, null),
                Request.get(hook + "/deliveries", webhook),
                Request.of(POST, hook + "/replay", webhook, "{}"),
                Request.of(POST, hook + "/secret", webhook, null),
                Request.of(DELETE, hook, webhook, null),
                Request.get("/open/v1/jobs/{id}", job.id()),
                Request.get("/open/v1/parcels/{waybill}", draft.waybill()));
    }
}

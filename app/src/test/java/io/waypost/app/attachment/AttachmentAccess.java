package io.waypost.app.attachment;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;

/** A thing of a unit with a file that was used and one that was not. */
@Fixture
class AttachmentAccess implements AccessFixture {

    private final Organisation organisation;
    private final TestThings things;
    private final AttachmentDesk desk;
    private final TransactionTemplate transaction;

    AttachmentAccess(Organisation organisation, TestThings things, AttachmentDesk desk,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.things = things;
        this.desk = desk;
        this.transaction = transaction;
    }

    @Override
    public List<Request> about(String unitCode) {
        var thing = things.thing(organisation.path(unitCode));
        var actor = organisation.actor(unitCode, Permission.ATTACHMENT_READ);
        var file = add(actor, thing);
        Acting.as(actor, () -> transaction.execute(_ -> desk.use(thing, List.of(file), "TEST")));
        var unused = add(actor, thing);
        var path = "/api/v1/attachments/%s/%s".formatted(thing.kind(), thing.id());
        return List.of(
                new Request(HttpMethod.POST, "/api/v1/attachments/{kind}/{subject}", path, null,
                        Optional.of(new Upload(Base64.getEncoder().encodeToString(HostileFiles.jpeg()))),
                        Foreign.REFUSED),
                new Request(HttpMethod.GET, "/api/v1/attachments/{kind}/{subject}", path, null, Optional.empty(),
                        Foreign.EMPTY_LIST),
                Request.get("/api/v1/attachments/{id}", file),
                Request.of(HttpMethod.DELETE, "/api/v1/attachments/{id}", unused, null));
    }

    private UUID add(Actor actor, Subject thing) {
        return Acting.as(actor, () -> desk.add(thing, "x.jpg", new ByteArrayInputStream(HostileFiles.jpeg()))).id();
    }
}

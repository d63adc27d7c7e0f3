package io.waypost.app.ticket;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.TicketBulk.Doing;
import io.waypost.app.ticket.TicketBulk.Picked;
import java.util.List;
import java.util.UUID;

/** An action on many tickets that somebody of a unit took. */
@Fixture
class BulkAccess implements AccessFixture {

    private final Organisation organisation;
    private final TicketBulk bulk;

    BulkAccess(Organisation organisation, TicketBulk bulk) {
        this.organisation = organisation;
        this.bulk = bulk;
    }

    @Override
    public List<Request> about(String unitCode) {
        var report = Acting.as(organisation.actor(unitCode, Permission.TICKET_NOTE),
                () -> bulk.begin(Doing.NOTE, List.of(new Picked(new UUID(0, 7), null)), "x", null));
        return List.of(Request.get("/api/v1/tickets/bulk/{id}", report.id()),
                Request.get("/api/v1/tickets/bulk/{id}/rows", report.id()));
    }
}

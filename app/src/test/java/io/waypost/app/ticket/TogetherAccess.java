package io.waypost.app.ticket;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A ticket of a unit that several people look at. */
@Fixture
class TogetherAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final ScanIntake intake;
    private final TicketCounter counter;
    private final TicketPresence presence;
    private final Clock clock;

    TogetherAccess(Organisation organisation, ScanIntake intake, TicketCounter counter, TicketPresence presence,
            Clock clock) {
        this.presence = presence;
        this.organisation = organisation;
        this.intake = intake;
        this.counter = counter;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var waybill = "YT63%011d".formatted(NUMBER.incrementAndGet());
        var now = clock.instant();
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, now, unitCode)), "test", now);
        // Somebody who may be found among those who may be mentioned.
        organisation.person(Role.OUTLET_CLERK, unitCode);
        var somebody = organisation.actor(unitCode, Permission.TICKET_OPEN);
        var ticket = Acting.as(somebody,
                () -> counter.open(TicketCounter.Matter.of(waybill, TicketKind.QUERY, "x", null)).kept());
        Acting.as(somebody, () -> presence.tell(ticket.id(), TicketPresence.Doing.VIEWING));
        return List.of(
                Request.of(POST, "/api/v1/tickets/{id}/presence", ticket.id(), "{\"doing\":\"VIEWING\"}"),
                Request.get("/api/v1/tickets/{id}/people", ticket.id()),
                Request.of(POST, "/api/v1/tickets/{id}/mentions", ticket.id(), "{\"text\":\"x\",\"people\":[]}"));
    }
}

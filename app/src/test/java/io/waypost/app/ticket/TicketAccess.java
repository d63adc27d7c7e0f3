package io.waypost.app.ticket;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.ticket.TicketKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Tickets about parcels that lie at a unit, one for each thing that can be done with one. */
@Fixture
class TicketAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final ScanIntake intake;
    private final TicketCounter counter;
    private final Photos photos;
    private final Clock clock;

    TicketAccess(Organisation organisation, ScanIntake intake, TicketCounter counter, Photos photos, Clock clock) {
        this.organisation = organisation;
        this.intake = intake;
        this.counter = counter;
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var read = ticket(unitCode);
        var answered = ticket(unitCode);
        var closed = ticket(unitCode);
        var picture = picture();
        return List.of(
                Request.asking("/api/v1/tickets", "unit=" + unitCode),
                Request.get("/api/v1/tickets/{id}", read.id()),
                Request.get("/api/v1/parcels/{waybill}/tickets", read.waybill()).emptyForForeign(),
                Request.upload("/api/v1/tickets/{id}/photos", read.id(), new Upload(picture)),
                Request.get("/api/v1/photos/{id}", photo(unitCode, read, picture)),
                Request.of(POST, "/api/v1/tickets/{id}/notes", read.id(), "{\"text\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/urge", read.id(), "{\"note\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/urgent", read.id(), "{\"reason\":\"OTHER\",\"note\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/answer", answered.id(),
                        "{\"kind\":\"FOUND_FORWARDED\",\"remark\":\"x\",\"version\":%d}".formatted(answered.version())),
                Request.of(POST, "/api/v1/tickets/{id}/close", closed.id(),
                        "{\"reason\":\"MISTAKE\",\"note\":\"x\",\"version\":%d}".formatted(closed.version())));
    }

    private KeptTicket ticket(String unitCode) {
        var waybill = "YT62%011d".formatted(NUMBER.incrementAndGet());
        var now = clock.instant();
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, now, unitCode)), "test", now);
        return Acting.as(organisation.actor(unitCode, Permission.TICKET_OPEN),
                () -> counter.open(new TicketCounter.Matter(waybill, TicketKind.QUERY, "x", null)).kept());
    }

    private UUID photo(String unitCode, KeptTicket ticket, String picture) {
        return Acting.as(organisation.actor(unitCode, Permission.TICKET_ANSWER),
                () -> photos.add(ticket.id(), Base64.getDecoder().decode(picture))).id();
    }

    private static String picture() {
        try {
            return Base64.getEncoder()
                    .encodeToString(PhotoImagesTest.jpeg(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

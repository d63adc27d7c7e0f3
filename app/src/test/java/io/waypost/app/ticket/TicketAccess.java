package io.waypost.app.ticket;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets about parcels that lie at a unit, one for each thing that can be done with one. */
@Fixture
class TicketAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final ScanIntake intake;
    private final TicketCounter counter;
    private final Clock clock;

    TicketAccess(Organisation organisation, ScanIntake intake, TicketCounter counter, Clock clock) {
        this.organisation = organisation;
        this.intake = intake;
        this.counter = counter;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var read = ticket(unitCode);
        var answered = ticket(unitCode);
        var closed = ticket(unitCode);
        return Stream.of(about(unitCode, read, answered, closed), life(unitCode), ends(unitCode), joined(unitCode))
                .flatMap(List::stream).toList();
    }

    private List<Request> about(String unitCode, KeptTicket read, KeptTicket answered, KeptTicket closed) {
        return List.of(
                Request.asking("/api/v1/tickets", "unit=" + unitCode),
                Request.asking("/api/v1/tickets/green", "unit=" + unitCode),
                Request.asking("/api/v1/tickets/green/summary", "unit=" + unitCode),
                Request.asking("/api/v1/tickets/green/use", "unit=" + unitCode),
                Request.asking("/api/v1/tickets/green/people", "waybill=" + read.waybill()),
                Request.get("/api/v1/tickets/{id}", read.id()),
                Request.get("/api/v1/parcels/{waybill}/tickets", read.parcel()).emptyForForeign(),
                Request.upload("/api/v1/tickets/{id}/files", read.id(),
                        new Upload(Base64.getEncoder().encodeToString(Camera.photo()))),
                Request.of(POST, "/api/v1/tickets/{id}/notes", read.id(), "{\"text\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/urge", read.id(), "{\"note\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/urgent", read.id(), "{\"reason\":\"OTHER\",\"note\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/lower-urgent", read.id(), "{\"note\":\"x\"}"),
                Request.of(POST, "/api/v1/tickets/{id}/answer", answered.id(),
                        "{\"kind\":\"FOUND_FORWARDED\",\"remark\":\"x\",\"version\":%d}".formatted(answered.version())),
                step(answered, "return", "\"note\":\"x\"", answered.version() + 1),
                Request.of(POST, "/api/v1/tickets/{id}/close", closed.id(),
                        "{\"reason\":\"MISTAKE\",\"note\":\"x\",\"version\":%d}".formatted(closed.version())));
    }

    /** The whole life of a complaint, each step with the version that the one before it leaves. */
    private List<Request> life(String unitCode) {
        var kept = complaint(unitCode);
        int version = kept.version();
        var until = clock.instant().plus(Duration.ofDays(1));
        return List.of(
                step(kept, "triage", "\"kind\":\"ATTITUDE.COURIER\"", version),
                step(kept, "dispatch", "\"to\":\"%s\"".formatted(unitCode), version + 1),
                step(kept, "accept", "\"note\":\"x\"", version + 2),
                step(kept, "start", "\"note\":\"x\"", version + 3),
                step(kept, "wait", "\"reason\":\"EVIDENCE\",\"until\":\"%s\"".formatted(until), version + 4),
                step(kept, "go-on", "\"note\":\"x\"", version + 5),
                step(kept, "apply-close", "\"note\":\"x\"", version + 6),
                step(kept, "withdraw-close", "\"note\":\"x\"", version + 7),
                step(kept, "apply-close", "\"note\":\"x\"", version + 8),
                step(kept, "check", "\"passed\":true,\"liability\":\"LIABLE\",\"causeCode\":\"SERVICE.RUDE\"",
                        version + 9),
                step(kept, "call-back", "\"verdict\":\"NOT_SETTLED\"", version + 10),
                step(kept, "hand-over", "\"to\":\"%s\",\"note\":\"x\"".formatted(unitCode), version + 11),
                step(kept, "carry-up", "\"note\":\"x\"", version + 12));
    }

    private List<Request> ends(String unitCode) {
        var rejected = complaint(unitCode);
        var invalid = complaint(unitCode);
        return List.of(
                step(rejected, "reject", "\"reason\":\"NOT_JUSTIFIED\",\"note\":\"x\"", rejected.version()),
                step(rejected, "reopen", "\"note\":\"x\"", rejected.version() + 1),
                step(invalid, "invalidate", "\"reason\":\"MISTAKE\"", invalid.version()));
    }

    private List<Request> joined(String unitCode) {
        var kept = complaint(unitCode);
        var into = complaint(unitCode);
        var person = organisation.person(Role.TEAM_LEAD, unitCode);
        return List.of(
                step(kept, "appoint", "\"personId\":\"%s\"".formatted(person.id()), kept.version()),
                step(kept, "merge", "\"into\":\"%s\"".formatted(into.id()), kept.version()),
                step(kept, "unmerge", "\"note\":\"x\"", kept.version() + 1),
                Request.of(POST, "/api/v1/tickets/{id}/gather", kept.id(),
                        "{\"parentId\":\"%s\"}".formatted(into.id())));
    }

    private static Request step(KeptTicket kept, String step, String body, int version) {
        return Request.of(POST, "/api/v1/tickets/{id}/" + step, kept.id(),
                "{%s,\"version\":%d}".formatted(body, version));
    }

    private KeptTicket ticket(String unitCode) {
        var waybill = "YT62%011d".formatted(NUMBER.incrementAndGet());
        var now = clock.instant();
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, now, unitCode)), "test", now);
        return open(unitCode, waybill, "QUERY");
    }

    private KeptTicket open(String unitCode, @Nullable String waybill, String kind) {
        return Acting.as(organisation.actor(unitCode, Permission.TICKET_OPEN), () -> counter.open(
                new TicketCounter.Matter(waybill, new TicketKind(kind), "x", null, null, null)).kept());
    }

    /** A complaint without a parcel, so that any number may be open. */
    private KeptTicket complaint(String unitCode) {
        return open(unitCode, null, "ATTITUDE");
    }
}

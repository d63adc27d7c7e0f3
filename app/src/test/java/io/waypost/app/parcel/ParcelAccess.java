package io.waypost.app.parcel;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A parcel from a unit to itself. */
@Fixture
class ParcelAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Registry registry;
    private final ScanIntake intake;
    private final Clock clock;

    ParcelAccess(Registry registry, ScanIntake intake, Clock clock) {
        this.registry = registry;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var waybill = "YT61%011d".formatted(NUMBER.incrementAndGet());
        var now = clock.instant();
        var recipient = new Party("欧阳娜娜", "13700001111", "440106", "广州市天河区体育西路1号");
        registry.register(
                List.of(new Registration(waybill, "STANDARD", now.plus(Duration.ofDays(2)), unitCode, unitCode,
                        1500, 9900L, Party.UNKNOWN, recipient)),
                now);
        intake.take(List.of(Scan.of(waybill, ScanType.PICKED_UP, now.minus(Duration.ofHours(1)), unitCode)), "test",
                now);
        return List.of(
                Request.get("/api/v1/parcels/{waybill}", waybill),
                Request.of(POST, "/api/v1/parcels/{waybill}/unmask", waybill,
                        "{\"field\":\"recipient.phone\",\"reason\":\"客户来电\"}"),
                Request.of(POST, "/api/v1/parcels/{waybill}/notes", waybill, "{\"text\":\"x\"}"),
                Request.of(POST, "/api/v1/parcels/{waybill}/pauses", waybill,
                        "{\"reason\":\"CUSTOMER_HOLD\",\"until\":\"%s\"}".formatted(now.plus(Duration.ofDays(1)))));
    }
}

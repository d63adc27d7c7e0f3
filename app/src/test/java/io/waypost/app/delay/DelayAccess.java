package io.waypost.app.delay;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The lists of a unit's promises in danger, and a parcel that lies there. */
@Fixture
class DelayAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanIntake intake;
    private final Clock clock;

    DelayAccess(ScanIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var waybill = "YT65%011d".formatted(NUMBER.incrementAndGet());
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, clock.instant(), unitCode)), "test", clock.instant());
        return List.of(
                Request.asking("/api/v1/delays", "unit=" + unitCode),
                Request.asking("/api/v1/delays/board", "unit=" + unitCode),
                Request.get("/api/v1/parcels/{waybill}/forecast", waybill));
    }
}

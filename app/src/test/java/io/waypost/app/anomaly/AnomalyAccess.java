package io.waypost.app.anomaly;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.parcel.ScanFeed.Fed;
import io.waypost.app.parcel.ScanFeed.Grown;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** A parcel that was signed for in a doubtful way. */
@Fixture
class AnomalyAccess implements AccessFixture {

    private final Anomalies anomalies;
    private final ScanIntake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnomalyAccess(Anomalies anomalies, ScanIntake intake, TransactionTemplate transaction, Clock clock) {
        this.anomalies = anomalies;
        this.intake = intake;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var waybill = AnomalyFixture.waybill();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var arrived = now.minus(Duration.ofHours(6));
        var signed = now.minus(Duration.ofHours(5));
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, arrived, unitCode),
                Scan.of(waybill, ScanType.SIGNED, signed, unitCode)), "test", now);
        Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> {
            anomalies.look(List.of(new Grown(waybill, null, List.of(),
                    List.of(new Fed(ScanType.ARRIVED, arrived, unitCode, null, false, false),
                            new Fed(ScanType.SIGNED, signed, unitCode, null, false, false)))),
                    now);
            return waybill;
        }));
        return List.of(
                Request.asking("/api/v1/anomalies", "unit=" + unitCode),
                Request.asking("/api/v1/anomalies/board", "unit=" + unitCode),
                Request.get("/api/v1/parcels/{waybill}/anomalies", waybill).emptyForForeign());
    }
}

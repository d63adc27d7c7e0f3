package io.waypost.app.outlet;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.Deviation;
import io.waypost.core.outlet.Usual;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;

/** A site and what is abnormal there. */
@Fixture
class OutletAccess implements AccessFixture {

    private final Abnormalities abnormalities;
    private final AbnormalityStore store;
    private final Network network;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutletAccess(Abnormalities abnormalities, AbnormalityStore store, Network network, TransactionTemplate transaction,
            Clock clock) {
        this.abnormalities = abnormalities;
        this.store = store;
        this.network = network;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var id = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> {
            var unit = network.unit(unitCode).orElseThrow();
            abnormalities.clear(unit, AbnormalCause.BACKLOG, clock.instant());
            abnormalities.raise(unit, new Deviation(AbnormalCause.BACKLOG, 400,
                    new Usual(100, 65, 135, 10, 8, Usual.Basis.WEEKDAY), 30), clock.instant(), clock.instant());
            return store.ofSite(unitCode, 1).getFirst().id();
        }));
        return List.of(
                Request.asking("/api/v1/operations", "unit=" + unitCode),
                Request.asking("/api/v1/operations/abnormalities", "unit=" + unitCode),
                Request.asking("/api/v1/operations/abnormalities/past", "unit=" + unitCode),
                Request.asking("/api/v1/operations/sites", "unit=" + unitCode),
                Request.get("/api/v1/operations/sites/{code}", unitCode),
                Request.get("/api/v1/operations/abnormalities/{id}", id),
                Request.of(HttpMethod.POST, "/api/v1/operations/abnormalities/{id}/answers", id,
                        "{\"step\":\"EXPLAIN\",\"note\":\"x\",\"version\":1}"));
    }
}

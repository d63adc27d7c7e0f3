package io.waypost.app.watch;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import java.util.List;

/** The parcels under way to a unit, its findings, and how often those were right. */
@Fixture
class WatchAccess implements AccessFixture {

    @Override
    public List<Request> about(String unitCode) {
        return List.of(Request.asking("/api/v1/watch/parcels", "unit=" + unitCode),
                Request.asking("/api/v1/watch/events", "unit=" + unitCode),
                Request.asking("/api/v1/boards/precision", "unit=" + unitCode));
    }
}

package io.waypost.app.insight;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import java.util.List;

/** The boards of a unit. */
@Fixture
class BoardAccess implements AccessFixture {

    @Override
    public List<Request> about(String unitCode) {
        return List.of(Request.asking("/api/v1/boards/network", "unit=" + unitCode),
                Request.asking("/api/v1/boards/freshness", "unit=" + unitCode));
    }
}

package io.waypost.app.delay;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import java.util.List;

/** The lists of a unit's promises in danger. */
@Fixture
class DelayAccess implements AccessFixture {

    @Override
    public List<Request> about(String unitCode) {
        return List.of(
                Request.asking("/api/v1/delays", "unit=" + unitCode),
                Request.asking("/api/v1/delays/board", "unit=" + unitCode));
    }
}

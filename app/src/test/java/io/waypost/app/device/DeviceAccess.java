package io.waypost.app.device;

import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A scanner of a unit. */
@Fixture
class DeviceAccess implements AccessFixture {

    private final ScannerDesk desk;

    DeviceAccess(ScannerDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Request> about(String unitCode) {
        var code = "D" + UUID.randomUUID();
        Acting.as(new Actor.Internal("test"),
                () -> desk.put(code, 0, Map.of("model", "M1", "unit", unitCode, "state", "IN_USE")));
        return List.of(Request.asking("/api/v1/devices", "unit=" + unitCode),
                Request.asking("/api/v1/devices/lags", "by=MODEL&unit=" + unitCode),
                Request.of(PUT, "/api/v1/devices/{code}", code,
                        "{\"model\":\"M2\",\"unit\":\"%s\",\"state\":\"RETIRED\",\"version\":1}".formatted(unitCode)));
    }
}

package io.waypost.app.device;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** A scanner of a unit. */
@Fixture
class DeviceAccess implements AccessFixture {

    private static final LocalDate DUE = LocalDate.parse("2199-12-31");

    private final ScannerDesk desk;
    private final PlanDesk plans;
    private final Organisation organisation;

    DeviceAccess(ScannerDesk desk, PlanDesk plans, Organisation organisation) {
        this.desk = desk;
        this.plans = plans;
        this.organisation = organisation;
    }

    @Override
    public List<Request> about(String unitCode) {
        var code = "D" + UUID.randomUUID();
        Acting.as(new Actor.Internal("test"),
                () -> desk.put(code, 0, Map.of("model", "M1", "unit", unitCode, "state", "IN_USE")));
        var person = organisation.person(Role.OUTLET_CLERK, unitCode).id();
        var plan = Acting.as(new Actor.Internal("test"),
                () -> plans.open(code, new PlanDesk.Wish(DevicePlan.Action.REPAIR, "", person, DUE)));
        var body = "{\"action\":\"REPLACE\",\"note\":\"n\",\"personId\":\"%s\",\"due\":\"%s\",\"version\":1}"
                .formatted(person, DUE);
        var one = "/api/v1/devices/{code}/plans/{id}";
        return List.of(Request.asking("/api/v1/devices", "unit=" + unitCode),
                Request.asking("/api/v1/devices/lags", "by=MODEL&unit=" + unitCode),
                Request.asking("/api/v1/devices/board", "unit=" + unitCode),
                Request.get("/api/v1/devices/{code}", code),
                at(PUT, one, "/api/v1/devices/%s/plans/%s".formatted(code, plan), body),
                at(DELETE, one, "/api/v1/devices/%s/plans/%s?version=2".formatted(code, plan), null),
                Request.of(POST, "/api/v1/devices/{code}/plans", code, body),
                Request.of(PUT, "/api/v1/devices/{code}", code,
                        "{\"model\":\"M2\",\"unit\":\"%s\",\"state\":\"RETIRED\",\"version\":1}".formatted(unitCode)));
    }

    private static Request at(HttpMethod method, String route, String path, @Nullable String body) {
        return new Request(method, route, path, body, Optional.empty(), Foreign.REFUSED);
    }
}

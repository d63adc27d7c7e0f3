package io.waypost.app.network;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A unit below another, and a closure of it. */
@Fixture
class NetworkAccess implements AccessFixture {

    private final Units units;
    private final ClosureDesk closures;
    private final Clock clock;

    NetworkAccess(Units units, ClosureDesk closures, Clock clock) {
        this.units = units;
        this.closures = closures;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var code = "A-" + UUID.randomUUID().toString().substring(0, 8);
        var now = clock.instant();
        var report = asPlatform(() -> units.put(List.of(new UnitDraft(code, "部门", UnitKind.DEPARTMENT, unitCode, null,
                null, null, null, null, null, true))));
        var closure = asPlatform(() -> closures.announce(new ClosureController.Announcement(code,
                Closure.Reason.ROAD, null, now, now.plus(Duration.ofDays(2)))));
        var body = """
                {"code":"%s","name":"新名","kind":"DEPARTMENT","parentCode":"%s","version":%d}
                """;
        return List.of(
                Request.get("/api/v1/network/units/{code}", code),
                Request.of(PUT, "/api/v1/network/units/{code}", code, body.formatted(code, unitCode, report.created())),
                Request.of(POST, "/api/v1/network/units", "", body.formatted(code + "-2", unitCode, 1)),
                Request.of(PUT, "/api/v1/network/closures/{id}", closure.closure().id(),
                        "{\"until\":\"%s\"}".formatted(now.plus(Duration.ofDays(1)))));
    }

    private static <R> R asPlatform(ScopedValue.CallableOp<R, RuntimeException> work) {
        return Acting.as(new Actor.Internal("test"), work);
    }
}

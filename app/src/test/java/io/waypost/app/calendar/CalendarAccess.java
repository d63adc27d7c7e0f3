package io.waypost.app.calendar;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.calendar.DefaultCalendars;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** Calendars, which all see and the headquarters changes, and what a unit keeps. */
@Fixture
class CalendarAccess implements AccessFixture {

    private final CalendarDesk desk;
    private final JsonMapper json;

    CalendarAccess(CalendarDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public List<Request> about(String unitCode) {
        var code = "a-" + UUID.randomUUID().toString().substring(0, 8);
        var dropped = code + "-dropped";
        var body = CalendarBody.of(DefaultCalendars.all().getLast().draft());
        Acting.as(new Actor.Internal("test"), () -> {
            desk.begin(code, "试验", "Tried", body, null, "test");
            desk.begin(dropped, "试验", "Tried", body, null, "test");
        });
        return List.of(
                of(GET, code, "/versions", null).sharedByAll(),
                of(POST, code, "/versions/{version}/approve", null).byHeadquarters(),
                of(POST, dropped, "/versions/{version}/withdraw", null).byHeadquarters(),
                of(GET, "office", "/days?year=2026", null).sharedByAll(),
                of(GET, "office", "/working-time?from=2026-01-01T00:00:00Z&minutes=5", null).sharedByAll(),
                of(POST, code, "/versions", json.writeValueAsString(
                        new CalendarController.ProposedHours(null, "test", body))).byHeadquarters(),
                Request.of(GET, "/api/v1/calendar-units/{code}", unitCode, null),
                Request.of(PUT, "/api/v1/calendar-units/{code}", unitCode, "{\"calendar\":null}"));
    }

    private static Request of(HttpMethod method, String code, String rest, @Nullable String body) {
        var route = "/api/v1/calendars/{code}" + rest.replaceAll("\\?.*", "");
        var path = ("/api/v1/calendars/{code}" + rest).replace("{code}", code).replace("{version}", "1");
        return new Request(method, route, path, body, Optional.empty(), Foreign.REFUSED);
    }
}

package io.waypost.app.improvement;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.improvement.Improvements.Proposal;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.Department;
import io.waypost.core.improvement.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An item about a unit, and causes that hold for all. */
@Fixture
class ImprovementAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final Improvements improvements;
    private final Causes causes;

    ImprovementAccess(Organisation organisation, Improvements improvements, Causes causes) {
        this.organisation = organisation;
        this.improvements = improvements;
        this.causes = causes;
    }

    @Override
    public List<Request> about(String unitCode) {
        var owner = organisation.person(Role.OUTLET_CLERK, unitCode);
        var all = organisation.actor(Organisation.HEADQUARTERS, Permission.values());
        var item = Acting.as(all, () -> improvements.propose(new Proposal("TRANSIT.BACKLOG", unitCode, "x", "x",
                owner.id(), LocalDate.of(2030, 1, 1), Measure.SHARE)));
        var code = "TRANSIT.TRIED_" + letters(NUMBER.incrementAndGet());
        Acting.as(all, () -> causes.add(new Cause(code, "试", "tried", Department.TRANSIT, true)));
        return List.of(
                Request.asking("/api/v1/causes/figures", "unit=" + unitCode),
                new Request(org.springframework.http.HttpMethod.GET, "/api/v1/causes/{code}/places",
                        "/api/v1/causes/TRANSIT.BACKLOG/places?unit=" + unitCode, null, java.util.Optional.empty(),
                        Foreign.REFUSED),
                Request.of(PUT, "/api/v1/causes/{code}", code,
                        "{\"revision\":1,\"nameZh\":\"试\",\"nameEn\":\"t\",\"department\":\"TRANSIT\",\"active\":false}")
                        .byHeadquarters(),
                Request.get("/api/v1/improvements/{id}", item),
                Request.of(POST, "/api/v1/improvements", "", """
                        {"cause":"TRANSIT.BACKLOG","unit":"%s","title":"x","plan":"x","ownerId":"%s","due":"2030-01-01",
                         "measure":"SHARE"}""".formatted(unitCode, owner.id())),
                Request.of(POST, "/api/v1/improvements/{id}/steps", item, "{\"step\":\"ACCEPT\",\"version\":1}"));
    }

    private static String letters(int number) {
        return String.valueOf((char) ('A' + number / 26 % 26)) + (char) ('A' + number % 26);
    }
}

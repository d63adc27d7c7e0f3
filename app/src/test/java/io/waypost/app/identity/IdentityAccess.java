package io.waypost.app.identity;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.util.List;
import java.util.Set;

/** People, duties and keys of a unit. */
@Fixture
class IdentityAccess implements AccessFixture {

    private final Organisation organisation;
    private final Partners partners;

    IdentityAccess(Organisation organisation, Partners partners) {
        this.organisation = organisation;
        this.partners = partners;
    }

    @Override
    public List<Request> about(String unitCode) {
        var person = organisation.person(Role.OUTLET_CLERK, unitCode);
        var key = Acting.as(new Actor.Internal("test"),
                () -> partners.issue("own", Set.of(Permission.NETWORK_READ), unitCode, 10));
        var changed = """
                {"name":"改名","roles":["COURIER"],"unitCode":"%s","active":true,"version":1}""".formatted(unitCode);
        var duties = "[{\"kind\":\"URGE\",\"personId\":\"%s\"}]".formatted(person.id());
        return List.of(
                Request.of(PUT, "/api/v1/people/{id}", person.id(), changed),
                Request.of(POST, "/api/v1/people/{id}/password-reset", person.id(), null),
                Request.of(POST, "/api/v1/people/{id}/sign-out", person.id(), null),
                Request.of(PUT, "/api/v1/units/{code}/duties", unitCode, duties),
                Request.get("/api/v1/units/{code}/duties", unitCode),
                Request.of(DELETE, "/api/v1/keys/{id}", key.id(), null));
    }
}

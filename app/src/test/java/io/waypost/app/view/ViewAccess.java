package io.waypost.app.view;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.app.view.SavedView.Sharing;
import io.waypost.app.view.ViewDesk.Wish;
import java.util.List;
import java.util.Map;

/** A view that is shared with the people of a unit. */
@Fixture
class ViewAccess implements AccessFixture {

    private final Organisation organisation;
    private final ViewDesk desk;

    ViewAccess(Organisation organisation, ViewDesk desk) {
        this.organisation = organisation;
        this.desk = desk;
    }

    @Override
    public List<Request> about(String unitCode) {
        var view = Acting.as(organisation.actor(unitCode, Permission.TICKET_READ, Permission.VIEW_SHARE),
                () -> desk.keep("tickets",
                        new Wish("加急", Map.of("urgent", "true"), null, Sharing.UNIT, unitCode, null, 1)));
        return List.of(
                Request.of(PUT, "/api/v1/views/{id}", view.id(),
                        "{\"name\":\"x\",\"shared\":\"UNIT\",\"unitCode\":\"%s\",\"version\":1}".formatted(unitCode)),
                Request.of(DELETE, "/api/v1/views/{id}", view.id(), null));
    }
}

package io.waypost.app.chat;

import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;
import java.util.UUID;

/** A site whose customers a unit's desk answers. */
@Fixture
class ChatSiteAccess implements AccessFixture {

    private final ChatSites sites;

    ChatSiteAccess(ChatSites sites) {
        this.sites = sites;
    }

    @Override
    public List<Request> about(String unitCode) {
        var key = "tried-" + UUID.randomUUID().toString().substring(0, 8);
        Acting.as(new Actor.Internal("test"),
                () -> sites.add(new ChatSite(key, "试", unitCode, "", List.of("https://shop.example"), "您好", true, 1)));
        return List.of(Request.of(PUT, "/api/v1/chat/sites/{key}", key, """
                {"version":1,"name":"试","unit":"%s","origins":[],"welcome":"您好","active":false}"""
                .formatted(unitCode)));
    }
}

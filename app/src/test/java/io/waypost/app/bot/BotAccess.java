package io.waypost.app.bot;

import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import java.util.List;

/** Sessions with the bot, and where it receives: within the reach of whoever looks. */
@Fixture
class BotAccess implements AccessFixture {

    private final BotScene scene;

    BotAccess(BotScene scene) {
        this.scene = scene;
    }

    @Override
    public List<Request> about(String unitCode) {
        var session = scene.session(scene.talk(unitCode, null));
        return List.of(Request.get("/api/v1/bot/sessions/{id}", session),
                Request.of(PUT, "/api/v1/bot/receptions/{channel}", "WECHAT",
                        "{\"unit\":\"%s\",\"active\":false,\"version\":0}".formatted(unitCode)));
    }
}

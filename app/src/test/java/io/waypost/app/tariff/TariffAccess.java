package io.waypost.app.tariff;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.tariff.TariffController.TariffSave;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of the tariff: seen by all who quote, written and approved by the headquarters. */
@Fixture
class TariffAccess implements AccessFixture {

    private static final String ALL = "/api/v1/tariffs";
    private static final String VERSION = "/api/v1/tariffs/{version}";

    private final TariffDesk desk;
    private final TariffScene scene;
    private final JsonMapper json;

    TariffAccess(TariffDesk desk, TariffScene scene, JsonMapper json) {
        this.desk = desk;
        this.scene = scene;
        this.json = json;
    }

    @Override
    public List<Request> about(String unitCode) {
        scene.inForce();
        return Acting.as(new Actor.Internal("test"), () -> {
            int written = desk.begin(1, "");
            int dropped = desk.begin(1, "");
            int approved = desk.begin(1, "");
            var body = json.writeValueAsString(new TariffSave(1, "", desk.kept(1).body()));
            return List.of(Request.get(VERSION, written).sharedByAll(), Request.get(ALL, "").sharedByAll(),
                    Request.get(ALL + "/advice", "").sharedByAll(),
                    Request.of(POST, ALL, "", "{\"from\":1,\"note\":\"\"}").byHeadquarters(),
                    Request.of(PUT, VERSION, written, body).byHeadquarters(),
                    Request.of(POST, VERSION + "/drop", dropped, "{\"revision\":1,\"reason\":\"x\"}").byHeadquarters(),
                    // Far ahead, so that other tests are not priced by it.
                    Request.of(POST, VERSION + "/approve", approved,
                            "{\"revision\":1,\"from\":\"2034-01-01T00:00:00Z\"}").byHeadquarters(),
                    Request.of(POST, "/api/v1/quotes", "", "{\"from\":\"440106\",\"to\":\"110105\"}").sharedByAll());
        });
    }
}

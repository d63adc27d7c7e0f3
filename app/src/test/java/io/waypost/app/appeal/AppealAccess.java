package io.waypost.app.appeal;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.network.Network;
import io.waypost.app.testing.Organisation;
import io.waypost.core.appeal.Liability;
import io.waypost.core.network.UnitKind;
import java.util.List;
import java.util.UUID;

/** Appeals about parcels of a unit, one in each state that some step needs. */
@Fixture
class AppealAccess implements AccessFixture {

    private final AppealScene scene;
    private final Organisation organisation;
    private final Network network;

    AppealAccess(AppealScene scene, Organisation organisation, Network network) {
        this.scene = scene;
        this.organisation = organisation;
        this.network = network;
    }

    @Override
    public List<Request> about(String unitCode) {
        var region = network.atOrAbove(unitCode, UnitKind.REGION).orElseThrow().code();
        var author = organisation.actor(region, Permission.values());
        var second = organisation.actor(region, Permission.values());
        var read = scene.received(author, unitCode, region);
        var refused = scene.received(author, unitCode, region);
        var worked = scene.received(author, unitCode, region);
        var drafted = drafted(author, unitCode, region);
        var checked = drafted(author, unitCode, region);
        Acting.as(second, () -> scene.desk.check(checked, scene.version(checked)));
        var sent = scene.received(author, unitCode, region);
        scene.sent(author, second, sent);
        var proved = scene.received(author, unitCode, region);
        scene.investigated(author, proved);
        scene.drafted(author, proved, Liability.LIABLE);
        Acting.as(author, () -> scene.desk.sendBack(proved, scene.version(proved), "x"));
        int version = scene.version(proved);
        var steps = "/api/v1/appeals/{id}/";
        return List.of(
                Request.asking("/api/v1/appeals", "unit=" + region),
                Request.get("/api/v1/appeals/{id}", read),
                Request.of(POST, steps + "unmask", read, "{\"field\":\"phone\",\"reason\":\"x\"}"),
                Request.of(PUT, "/api/v1/appeals/volumes", "",
                        "{\"month\":\"2020-01\",\"region\":\"%s\",\"parcels\":1}".formatted(region)),
                Request.of(POST, steps + "refuse", refused, body("\"reason\":\"NOT_OURS\"", 1)),
                Request.of(POST, steps + "assign", worked, body("\"personId\":null", 1)),
                Request.of(POST, steps + "investigate", worked, "{\"version\":2}"),
                Request.of(POST, steps + "evidence-requests", worked,
                        body("\"units\":[\"%s\"],\"note\":\"x\"".formatted(unitCode), 3)),
                Request.of(POST, steps + "evidence", worked, "{\"text\":\"x\",\"attachmentIds\":[]}"),
                Request.of(POST, steps + "stop-waiting", worked, "{\"version\":5}"),
                Request.of(POST, steps + "reply", proved,
                        body("\"liability\":\"PARTLY\",\"text\":\"x\",\"attachmentIds\":[]", version)),
                Request.of(POST, steps + "send-back", proved, body("\"note\":\"x\"", version + 1)),
                Request.of(POST, steps + "check", drafted, "{\"version\":%d}".formatted(scene.version(drafted))),
                Request.of(POST, steps + "send", checked, "{\"version\":%d}".formatted(scene.version(checked))),
                Request.of(POST, steps + "close", sent, body("\"finding\":\"LIABLE\"", scene.version(sent))),
                Request.of(POST, steps + "reopen", sent,
                        body("\"forwardedOn\":\"%s\"".formatted(scene.today()), scene.version(sent) + 1)));
    }

    private UUID drafted(Actor author, String unitCode, String region) {
        var drafted = scene.received(author, unitCode, region);
        scene.investigated(author, drafted);
        scene.drafted(author, drafted, Liability.NOT_LIABLE);
        return drafted;
    }

    private static String body(String fields, int version) {
        return "{%s,\"version\":%d}".formatted(fields, version);
    }
}

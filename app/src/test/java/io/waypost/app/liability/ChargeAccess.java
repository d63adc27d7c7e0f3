package io.waypost.app.liability;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import java.util.List;
import java.util.UUID;

/** Charges against an outlet, one in each state that some step needs. */
@Fixture
class ChargeAccess implements AccessFixture {

    private final ChargeScene scene;

    ChargeAccess(ChargeScene scene) {
        this.scene = scene;
    }

    /** Blame is decided by people. */
    @Override
    public boolean forPeopleAlone() {
        return true;
    }

    @Override
    public List<Request> about(String unitCode) {
        var judged = charged();
        var answered = charged();
        scene.evidence(scene.clerk, answered, Kind.NOT_RECEIVED);
        var standing = standing();
        var appealed = standing();
        scene.appeal(scene.clerk, appealed);
        var unclear = scene.paid("YT96000000001", ClaimKind.LOSS, 5_000);
        var charges = "/api/v1/charges";
        var one = charges + "/{id}";
        return List.of(
                Request.asking(charges, "unit=" + unitCode),
                Request.asking(charges + "/statement", "unit=" + unitCode + "&from=2026-11-01&to=2026-11-30"),
                Request.asking(charges + "/figures", "unit=" + unitCode + "&from=2026-11-01&to=2026-11-30"),
                Request.get(one, judged),
                Request.of(POST, one + "/evidence", judged,
                        body(judged, "\"kind\":\"NOT_RECEIVED\",\"text\":\"x\",\"attachmentIds\":[]")),
                Request.of(POST, one + "/rebuttal", answered, body(answered, "\"text\":\"x\",\"attachmentIds\":[]")),
                Request.of(POST, one + "/appeal", standing, body(standing, "\"text\":\"x\",\"attachmentIds\":[]")),
                Request.of(POST, one + "/arbitration", appealed,
                        body(appealed, "\"decision\":\"LIFT\",\"text\":\"x\"")),
                Request.of(POST, one + "/settlement", unclear, body(unclear,
                        "\"shares\":[{\"unit\":\"%s\",\"perMille\":1000}],\"text\":\"x\"".formatted(unitCode)))
                        .byHeadquarters());
    }

    private UUID charged() {
        return scene.paid(scene.lostByTheCourier(), ClaimKind.LOSS, 10_000);
    }

    /** Its evidence was spoken against by the hub. */
    private UUID standing() {
        var id = charged();
        scene.evidence(scene.clerk, id, Kind.NOT_RECEIVED);
        scene.rebut(scene.hub, id, null);
        return id;
    }

    private String body(UUID id, String fields) {
        return "{%s,\"version\":%d}".formatted(fields, scene.version(id));
    }
}

package io.waypost.app.claim;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.claim.ClaimBookController.ClaimStandardSave;
import io.waypost.app.claim.ClaimController.ClaimEnter;
import io.waypost.app.claim.ClaimController.ClaimFactsStep;
import io.waypost.app.claim.ClaimController.ClaimTry;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.network.Network;
import io.waypost.core.network.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Claims of a region, one in each state that some step needs; and drafts of the standard, which headquarters write. */
@Fixture
class ClaimAccess implements AccessFixture {

    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final String CLAIM = "/api/v1/claims/{id}";
    private static final String STANDARDS = "/api/v1/claim-standards";
    private static final String STANDARD = STANDARDS + "/{version}";

    private final ClaimScene scene;
    private final ClaimBooks books;
    private final Network network;
    private final JsonMapper json;

    ClaimAccess(ClaimScene scene, ClaimBooks books, Network network, JsonMapper json) {
        this.scene = scene;
        this.books = books;
        this.network = network;
        this.json = json;
    }

    @Override
    public boolean forPeopleAlone() {
        return true;
    }

    @Override
    public List<Request> about(String unitCode) {
        var region = network.atOrAbove(unitCode, UnitKind.REGION).orElseThrow().code();
        var author = scene.somebody(region);
        var second = scene.somebody(region, Permission.CLAIM_APPROVE);
        var requests = new ArrayList<Request>();
        requests.addAll(reading(author, unitCode, region));
        requests.addAll(steps(author, second, unitCode));
        requests.addAll(standards());
        return requests;
    }

    private List<Request> reading(Actor.Person author, String unit, String region) {
        var id = claim(author, unit);
        var waybill = scene.lostAt(phone(), unit);
        var fresh = scene.lostAt(phone(), unit);
        return List.of(Request.asking("/api/v1/claims", "view=ALL&unit=" + region),
                Request.get("/api/v1/claims/counts", "").sharedByAll(),
                Request.get("/api/v1/claims/figures", "").sharedByAll(),
                Request.get(CLAIM, id),
                Request.of(POST, "/api/v1/claims/assess", "",
                        json.writeValueAsString(new ClaimTry(waybill, ClaimScene.loss(100)))),
                Request.of(POST, "/api/v1/claims", "", json.writeValueAsString(
                        new ClaimEnter(fresh, true, ClaimScene.loss(9_000), "", ""))),
                Request.of(POST, CLAIM + "/unmask", id, "{\"field\":\"phone\",\"reason\":\"x\"}"));
    }

    private List<Request> steps(Actor.Person author, Actor.Person second, String unit) {
        var worked = claim(author, unit);
        var quick = claim(author, unit);
        var refused = claim(author, unit);
        var asked = claim(author, unit);
        var proposed = claim(author, unit);
        var approved = proposed(author, unit);
        var sentBack = proposed(author, unit);
        var answered = claim(author, unit);
        Acting.as(second, () -> scene.desk.propose(answered, scene.version(answered), 9_000, "x"));
        var upheld = claim(author, unit);
        Acting.as(second, () -> scene.desk.refuse(upheld, scene.version(upheld), "x"));
        Acting.as(Actor.Internal.FOR_CUSTOMER, () -> scene.desk.reply(upheld, scene.version(upheld),
                ClaimDesk.Reply.APPEAL, null, "x"));
        int before = scene.version(worked);
        return List.of(step("/take", worked, "{\"version\":%d}".formatted(before)),
                Request.of(PUT, CLAIM + "/facts", worked, json.writeValueAsString(
                        new ClaimFactsStep(before + 1, ClaimScene.loss(8_000), "鞋"))),
                Request.of(PUT, CLAIM + "/payee", worked,
                        "{\"way\":\"ALIPAY\",\"account\":\"13800000000\",\"name\":\"x\"}"),
                step("/evidence", worked, "{\"shown\":[],\"words\":\"x\"}"),
                step("/quick", quick, body(quick, "\"provenFen\":9000")),
                step("/refuse", refused, body(refused, "\"words\":\"x\"")),
                step("/ask-evidence", asked, body(asked, "\"words\":\"x\"")),
                step("/propose", proposed, body(proposed, "\"fen\":100,\"words\":\"x\"")),
                step("/approve", approved, body(approved, "\"words\":\"x\"")),
                step("/send-back", sentBack, body(sentBack, "\"words\":\"x\"")),
                step("/answer", answered, body(answered, "\"reply\":\"WITHDRAW\"")),
                step("/uphold", upheld, body(upheld, "\"words\":\"x\"")));
    }

    private List<Request> standards() {
        return Acting.as(new Actor.Internal("test"), () -> {
            var versions = books.versions();
            int written = versions.begin(1, "");
            int dropped = versions.begin(1, "");
            int approved = versions.begin(1, "");
            var save = json.writeValueAsString(new ClaimStandardSave(1, "", versions.get(1).body()));
            return List.of(Request.get(STANDARD, written).sharedByAll(), Request.get(STANDARDS, "").sharedByAll(),
                    Request.get(STANDARD + "/trial", written).sharedByAll(),
                    Request.of(POST, STANDARDS, "", "{\"from\":1,\"note\":\"\"}").byHeadquarters(),
                    Request.of(PUT, STANDARD, written, save).byHeadquarters(),
                    Request.of(POST, STANDARD + "/drop", dropped, "{\"revision\":1,\"reason\":\"x\"}").byHeadquarters(),
                    // Far ahead, so that other tests are not decided by it.
                    Request.of(POST, STANDARD + "/approve", approved,
                            "{\"revision\":1,\"from\":\"2034-01-01T00:00:00Z\"}").byHeadquarters());
        });
    }

    /** A small loss that somebody of the region wrote down; where the money goes the claimant said. */
    private UUID claim(Actor.Person author, String unit) {
        return scene.payable(author, scene.lostAt(phone(), unit), ClaimScene.loss(9_000),
                "T%d@pay.example".formatted(PHONES.incrementAndGet()));
    }

    private UUID proposed(Actor.Person author, String unit) {
        var id = claim(author, unit);
        Acting.as(author, () -> scene.desk.propose(id, scene.version(id), 9_000, "x"));
        return id;
    }

    private Request step(String step, UUID id, String body) {
        return Request.of(POST, CLAIM + step, id, body);
    }

    private String body(UUID id, String rest) {
        return "{\"version\":%d,%s}".formatted(scene.version(id), rest);
    }

    private static String phone() {
        return "1366%07d".formatted(PHONES.incrementAndGet());
    }
}

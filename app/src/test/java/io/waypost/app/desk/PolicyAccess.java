package io.waypost.app.desk;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.desk.PolicyTrial.State;
import io.waypost.app.desk.PolicyTrial.TooLittle;
import io.waypost.app.desk.PolicyTrial.TrialResult;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of the routing policy: seen by all who lead a desk, written and put into force by the headquarters. */
@Fixture
class PolicyAccess implements AccessFixture {

    private static final String VERSION = "/api/v1/desk/policies/{version}";

    private final PolicyDesk desk;
    private final PolicyTrialStore trials;
    private final DeskWork work;
    private final JsonMapper json;
    private final Clock wall;

    PolicyAccess(PolicyDesk desk, PolicyTrialStore trials, DeskWork work, JsonMapper json,
            @Qualifier("wallClock") Clock wall) {
        this.desk = desk;
        this.trials = trials;
        this.work = work;
        this.json = json;
        this.wall = wall;
    }

    @Override
    public List<Request> about(String unitCode) {
        return Acting.as(new Actor.Internal("test"), () -> {
            int written = desk.begin(1, "");
            int dropped = desk.begin(1, "");
            int tried = desk.begin(1, "");
            var now = wall.instant();
            work.whole(() -> {
                var id = UUID.randomUUID();
                trials.insert(new PolicyTrial(id, tried, 1, 1, now, now, State.QUEUED, null, "test", now, null));
                trials.end(id, State.DONE, new TrialResult(1, 0, null, Map.of(), TooLittle.NO_CONTACTS), now);
                return id;
            });
            var body = json.writeValueAsString(new PolicyController.PolicySave(1, "", PolicyBody.packaged()));
            return List.of(Request.get(VERSION, written).sharedByAll(),
                    Request.of(POST, "/api/v1/desk/policies", "", "{\"note\":\"\"}").byHeadquarters(),
                    Request.of(PUT, VERSION, written, body).byHeadquarters(),
                    Request.of(POST, VERSION + "/trial", written, null).byHeadquarters(),
                    Request.of(POST, VERSION + "/drop", dropped, "{\"revision\":1,\"reason\":\"x\"}")
                            .byHeadquarters(),
                    Request.of(POST, VERSION + "/force", tried, "{\"revision\":1}").byHeadquarters(),
                    Request.of(POST, "/api/v1/desk/policies/try", "", "{\"text\":\"x\"}").sharedByAll());
        });
    }
}

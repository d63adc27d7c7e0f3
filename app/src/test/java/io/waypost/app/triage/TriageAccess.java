package io.waypost.app.triage;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.triage.Owner;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;

/** A rule of its own, and the switch of a unit. */
@Fixture
class TriageAccess implements AccessFixture {

    static final RuleBody TO_REGION = new RuleBody(null, new RuleBody.TriageOutcome(Owner.REGION, null, null, null));

    private final TriageDesk desk;
    private final TriageStore store;
    private final TransactionTemplate transaction;

    TriageAccess(TriageDesk desk, TriageStore store, TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public List<Request> about(String unitCode) {
        var rule = Acting.as(new Actor.Internal("test"),
                () -> transaction.execute(_ -> desk.add(store.lock(), "试", false, TO_REGION)));
        int revision = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> store.lock()));
        var route = "/api/v1/triage/rules/{id}";
        return List.of(
                Request.of(PUT, route, rule,
                        "{\"revision\":%d,\"name\":\"试\",\"active\":false,\"outcome\":{\"owner\":\"REGION\"}}"
                                .formatted(revision))
                        .byHeadquarters(),
                Request.of(POST, route + "/move", rule, "{\"revision\":%d,\"to\":0}".formatted(revision + 1))
                        .byHeadquarters(),
                new Request(DELETE, route, "/api/v1/triage/rules/%s?revision=%d".formatted(rule, revision + 2), null,
                        Optional.empty(), Foreign.REFUSED).byHeadquarters(),
                Request.of(HttpMethod.GET, "/api/v1/units/{code}/sharing", unitCode, null),
                Request.of(PUT, "/api/v1/units/{code}/sharing", unitCode, "{\"sharing\":\"DEFAULT\"}"));
    }
}

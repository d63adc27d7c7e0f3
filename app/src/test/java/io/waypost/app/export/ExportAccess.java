package io.waypost.app.export;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.export.ExportStore.Order;
import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports that somebody of a unit ordered: one that is finished, one to cancel. */
@Fixture
class ExportAccess implements AccessFixture {

    private final Organisation organisation;
    private final Exports exports;
    private final ExportWriter writer;
    private final ActingPeople people;
    private final ExportStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ExportAccess(Organisation organisation, Exports exports, ExportWriter writer, ActingPeople people,
            ExportStore store, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
        this.organisation = organisation;
        this.exports = exports;
        this.writer = writer;
        this.people = people;
    }

    @Override
    public List<Request> about(String unitCode) {
        var person = people.now(organisation.person(Role.REGION_MANAGER, unitCode).id()).orElseThrow();
        var done = Acting.as(person, () -> order());
        while (Acting.as(person, () -> exports.get(done.id())).open()) {
            writer.writeNext(() -> false);
        }
        var waiting = Acting.as(person, () -> transaction.execute(_ -> waiting(person)));
        return List.of(
                Request.get("/api/v1/exports/{id}", done.id()),
                Request.get("/api/v1/exports/{id}/file", done.id()),
                Request.of(POST, "/api/v1/exports/{id}/cancel", waiting, "{}"));
    }

    /** Due tomorrow: the runner must not be faster than whoever cancels. */
    private UUID waiting(Actor.Person person) {
        var now = clock.instant();
        var job = new ExportJob(Ids.next(now), "tickets", "工单", ExportJob.State.QUEUED, 0, 0, null, now, null, null,
                new PersonRef(person.id(), person.name()));
        store.insert(job, new Order("tickets", "工单", Locale.SIMPLIFIED_CHINESE, Map.of(), List.of("number"),
                person.scope().path()), now.plus(Duration.ofDays(1)));
        return job.id();
    }

    private ExportJob order() {
        return exports.order("tickets", Map.of(), null, "工单", Locale.SIMPLIFIED_CHINESE);
    }
}

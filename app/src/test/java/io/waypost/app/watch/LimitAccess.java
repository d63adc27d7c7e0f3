package io.waypost.app.watch;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitTally;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts of limits: seen by all who may see limits, decided about by the headquarters. */
@Fixture
class LimitAccess implements AccessFixture {

    private static final String DRAFT = "/api/v1/watch/limits/drafts/{id}";

    private final LimitDraftStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LimitAccess(LimitDraftStore store, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<Request> about(String unitCode) {
        return List.of(
                Request.of(POST, DRAFT + "/approve", draft(true), "{\"note\":null}").byHeadquarters(),
                Request.of(POST, DRAFT + "/reject", draft(false), "{\"note\":\"不改\"}").byHeadquarters(),
                Request.of(POST, DRAFT + "/replay", draft(false), "{}").byHeadquarters());
    }

    private UUID draft(boolean tried) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var setting = new LimitDesk.Setting(Stage.AT_STATION, null, null, null, 70.0, "试");
        var draft = new LimitDraft(UUID.randomUUID(), setting, LimitDraft.State.OPEN, UUID.randomUUID(), "甲", now, null,
                null, null, null);
        return Objects.requireNonNull(Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> {
            store.insert(draft);
            if (tried) {
                var replay = UUID.randomUUID();
                store.insert(replay(replay, draft.id(), LimitReplay.State.QUEUED, now));
                store.progress(replay(replay, draft.id(), LimitReplay.State.DONE, now));
            }
            return draft.id();
        })));
    }

    private static LimitReplay replay(UUID id, UUID draft, LimitReplay.State state, Instant now) {
        return new LimitReplay(id, draft, 1, now, now, 1, state, 0, 0, "", LimitTally.EMPTY, "甲", now, null);
    }
}

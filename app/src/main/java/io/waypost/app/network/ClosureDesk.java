package io.waypost.app.network;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces stops (停运) of units, extends and ends them. */
@Service
class ClosureDesk {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final ClosureStore store;
    private final NetworkStore tree;
    private final NetworkIndex index;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosureDesk(ClosureStore store, NetworkStore tree, NetworkIndex index, AuditTrail audit,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.tree = tree;
        this.index = index;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    ClosureStore.Noted announce(ClosureController.Announcement wanted) {
        var unit = index.unit(wanted.unitCode())
                .filter(known -> Acting.current().scope().reaches(known.path()))
                .orElseThrow(() -> Refusal.invalid("unitCode", wanted.unitCode(), "UNKNOWN_UNIT",
                        "Use the code of a unit within your reach."));
        requireSpan(wanted.from(), wanted.until());
        var now = clock.instant();
        var closure = new Closure(Ids.next(now), unit.code(), wanted.reason(), wanted.from(), wanted.until(), now);
        var note = wanted.note() == null ? "" : wanted.note().strip();
        store.insert(closure, unit.path(), note, Acting.current().name(), now);
        changed("CLOSURE_ANNOUNCED", closure, unit.path());
        return new ClosureStore.Noted(closure, unit.path(), note);
    }

    /** Extends a stop, or ends it earlier; a time that has passed ends it now. */
    @Transactional
    ClosureStore.Noted moveEnd(UUID id, Instant until) {
        var now = store.find(id).orElseThrow(() -> Refusal.notFound("closure", id));
        var closure = now.closure();
        if (closure.until().isBefore(clock.instant())) {
            throw Refusal.conflict("CLOSURE_OVER", "The closure is over; announce another.");
        }
        var end = until.isBefore(closure.from()) ? closure.from() : until;
        requireSpan(closure.from(), end.plusMillis(1));
        var moved = new Closure(id, closure.unitCode(), closure.reason(), closure.from(), end, closure.announcedAt());
        if (!store.moveEnd(id, end)) {
            throw Refusal.forbidden("NOT_YOUR_UNIT", "The closure was announced for a unit above you.");
        }
        changed("CLOSURE_MOVED", moved, now.unitPath());
        return new ClosureStore.Noted(moved, now.unitPath(), now.note());
    }

    private static void requireSpan(Instant from, Instant until) {
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("until", until, "OUT_OF_RANGE",
                    "A closure ends after it begins, and within %d days.".formatted(LONGEST.toDays()));
        }
    }

    private void changed(String action, Closure closure, String unitPath) {
        audit.record(action, "CLOSURE", closure.id().toString(), unitPath, Map.of("unit", closure.unitCode(), "reason",
                closure.reason().name(), "from", closure.from().toString(), "until", closure.until().toString()));
        tree.lock();
        tree.nextRevision();
        index.refreshAfterCommit();
        events.publishEvent(new ClosureChanged(closure, unitPath));
    }

    /** Closures of a unit follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }
}

package io.waypost.app.sop;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where kinds are added, renamed and retired; never deleted, since tickets have them. */
@Service
class KindDesk {

    /** The kinds that the platform itself opens, besides what it finds. */
    private static final Set<TicketKind> INDISPENSABLE = Set.of(TicketKind.QUERY, TicketKind.URGE);

    private final KindStore store;
    private final SopPictureStore pictures;
    private final SopIndex index;
    private final AuditTrail audit;
    private final Clock clock;

    KindDesk(KindStore store, SopPictureStore pictures, SopIndex index, AuditTrail audit, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a kind. A first level begins with the packaged SOP of its sort; a second level has that of its first. */
    @Transactional
    void add(KindEntry entry) {
        Hands.requireHeadquarters();
        pictures.lock();
        var kind = entry.kind();
        if (kind.detailed() && index.kinds().find(kind.main()).isEmpty()) {
            throw Refusal.invalid("code", kind.code(), "NO_FIRST_LEVEL",
                    "Add the first level %s before it.".formatted(kind.main()));
        }
        if (pictures.addKind(entry, store.nextPosition()) == 0) {
            throw Refusal.conflict("KIND_EXISTS", "There is a kind %s already.".formatted(kind));
        }
        if (!kind.detailed()) {
            pictures.addPackaged(new SopId(kind, 1), DefaultSops.draft(entry), clock.instant());
        }
        audit.record("KIND_ADDED", "TICKET_KIND", kind.code(), "/", Map.of("nameZh", entry.nameZh()));
        index.changed();
    }

    /** Gives a kind other names, and takes it out of use or back into it. */
    @Transactional
    void change(TicketKind kind, int revision, String nameZh, String nameEn, boolean active) {
        Hands.requireHeadquarters();
        pictures.lock();
        var was = index.kinds().find(kind).orElseThrow(() -> Refusal.notFound("kind", kind));
        if (!active && (kind.found() || INDISPENSABLE.contains(kind))) {
            throw Refusal.conflict("KIND_NEEDED", "The platform itself opens tickets of the kind %s.".formatted(kind));
        }
        if (!store.change(kind, revision, nameZh, nameEn, active)) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this kind; look at it again.");
        }
        audit.record(was.active() == active ? "KIND_RENAMED" : active ? "KIND_RESTORED" : "KIND_RETIRED",
                "TICKET_KIND", kind.code(), "/", Map.of("nameZh", nameZh, "before", was.nameZh()));
        index.changed();
    }
}

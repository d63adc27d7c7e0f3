package io.waypost.app.sop;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.calendar.Calendars;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.sop.SopVersionStore.Step;
import io.waypost.core.sop.SopComparison;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopFlaw;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.SopLife;
import io.waypost.core.sop.SopLife.Command;
import io.waypost.core.sop.SopLife.Decision;
import io.waypost.core.sop.SopLife.Decision.Taken;
import io.waypost.core.sop.SopLife.State;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where SOPs are written, submitted, approved and withdrawn. One writer at a time decides; the others are told to look again. */
@Service
class SopDesk {

    private static final int LONGEST_NOTE = 500;

    private final SopVersionStore store;
    private final SopPictureStore pictures;
    private final SopIndex index;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    SopDesk(SopVersionStore store, SopPictureStore pictures, SopIndex index, Calendars calendars, AuditTrail audit,
            ApplicationEventPublisher events, ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.index = index;
        this.calendars = calendars;
        this.audit = audit;
        this.events = events;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Begins a draft from what is in force for the kind. */
    @Transactional
    SopVersion begin(TicketKind kind, String note) {
        Hands.requireHeadquarters();
        pictures.lock();
        var now = clock.instant();
        store.of(kind).stream()
                .filter(one -> one.state() == State.DRAFT || one.state() == State.SUBMITTED)
                .findFirst()
                .ifPresent(open -> {
                    throw Refusal.conflict("DRAFT_EXISTS", "Version %d is in the making.".formatted(open.id()
                            .version())).with("version", open.id().version());
                });
        var base = index.inForce(known(kind), now);
        var draft = new SopDraft(base.stages(), base.longestWait(), base.reopenWindow(), base.repeatWindow(),
                base.handOvers());
        int version = store.add(kind, draft, text("note", note), Acting.current().name(), Hands.current(), now);
        var id = new SopId(kind, version);
        record("SOP_DRAFTED", id, Map.of("from", base.id().toString()));
        return kept(id);
    }

    /** Writes another text into a draft, right or wrong. */
    @Transactional
    SopVersion save(SopId id, int revision, SopDraft draft, String note) {
        Hands.requireHeadquarters();
        var version = seen(id, revision);
        decided(version, new Command.Save());
        unlessMoved(store.save(id, revision, draft, text("note", note), Hands.current()));
        record("SOP_SAVED", id, Map.of("changes", SopComparison.of(version.draft(), draft).changes().size()));
        return kept(id);
    }

    @Transactional
    SopVersion submit(SopId id, int revision, @Nullable Instant from, boolean runningToo) {
        Hands.requireHeadquarters();
        var version = seen(id, revision);
        var taken = decided(version, new Command.Submit(flaws(version.draft()), from));
        unlessMoved(store.move(id, revision,
                new Step(taken.state(), taken.effectiveFrom(), runningToo, clock.instant(), "")));
        record("SOP_SUBMITTED", id, Map.of("from", from == null ? "approval" : from.toString(), "runningToo",
                runningToo));
        return kept(id);
    }

    @Transactional
    SopVersion approve(SopId id, int revision) {
        Hands.requireHeadquarters();
        pictures.lock();
        var version = seen(id, revision);
        // One instant for the decision and for telling the others: what is decided a tick later would wait for the next round
        var now = clock.instant();
        var taken = decided(version, new Command.Approve(Hands.current(), flaws(version.draft())), now);
        var from = taken.effectiveFrom() == null ? now : taken.effectiveFrom();
        unlessMoved(store.approve(id, revision, from, Acting.current().name(), Hands.current(), now));
        record("SOP_APPROVED", id, Map.of("from", from.toString(), "runningToo", version.runningToo()));
        index.changed();
        announce(now);
        deadlines.getObject().wake(SopArrivals.class, from);
        return kept(id);
    }

    @Transactional
    SopVersion giveBack(SopId id, int revision, String reason) {
        Hands.requireHeadquarters();
        var version = seen(id, revision);
        var taken = decided(version, new Command.GiveBack());
        unlessMoved(store.move(id, revision, new Step(taken.state(), null, false, null, reason(reason))));
        record("SOP_GIVEN_BACK", id, Map.of("reason", reason.strip()));
        return kept(id);
    }

    @Transactional
    SopVersion withdraw(SopId id, int revision, String reason) {
        Hands.requireHeadquarters();
        pictures.lock();
        var version = seen(id, revision);
        var taken = decided(version, new Command.Withdraw());
        unlessMoved(store.move(id, revision, new Step(taken.state(), taken.effectiveFrom(), version.runningToo(),
                version.submittedAt(), reason(reason))));
        record("SOP_WITHDRAWN", id, Map.of("reason", reason.strip(), "was", version.state().name()));
        index.changed();
        return kept(id);
    }

    /** Tells the others of what came into force, inside the running transaction; how many versions. */
    int announce(Instant now) {
        var arrived = store.announce(now, 20);
        arrived.forEach(one -> events.publishEvent(new SopPublished(one.id(), one.runningToo())));
        return arrived.size();
    }

    List<SopFlaw> flaws(SopDraft draft) {
        return draft.flaws(calendars::known);
    }

    /** The kind of that code, which exists. */
    TicketKind known(TicketKind kind) {
        return index.kinds().find(kind).orElseThrow(() -> Refusal.notFound("kind", kind)).kind();
    }

    SopVersion kept(SopId id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("version", id));
    }

    private SopVersion seen(SopId id, int revision) {
        var version = kept(id);
        unlessMoved(version.revision() == revision);
        return version;
    }

    private static void unlessMoved(boolean asSeen) {
        if (!asSeen) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this version; look at it again.");
        }
    }

    private Taken decided(SopVersion version, Command command) {
        return decided(version, command, clock.instant());
    }

    private Taken decided(SopVersion version, Command command, Instant now) {
        return switch (SopLife.decide(version.standing(), command, now)) {
            case Taken taken -> taken;
            case Decision.Refused(var reason) -> throw refused(version, reason);
        };
    }

    private Refusal refused(SopVersion version, SopLife.Refusal reason) {
        return switch (reason) {
            case HAS_FLAWS -> Refusal.invalid("The SOP has flaws.", flaws(version.draft()).stream()
                    .map(flaw -> new Refusal.Field(flaw.field(), flaw.value(), flaw.reason().name(),
                            "Put it right before it is submitted."))
                    .toList());
            case FROM_THE_PAST -> Refusal.invalid("effectiveFrom", version.effectiveFrom(), reason.name(),
                    "Name a time that is not before now.");
            case OWN_WORK -> Refusal.conflict(reason.name(),
                    "Whoever wrote in a version does not approve it; a second person must.");
            case NOT_A_DRAFT, NOT_SUBMITTED, IN_FORCE, OVER -> Refusal.conflict(reason.name(),
                    "Version %s is %s.".formatted(version.id(), version.state()));
        };
    }

    private void record(String action, SopId id, Map<String, ?> detail) {
        audit.record(action, "SOP", id.toString(), "/", detail);
    }

    private static String reason(String text) {
        if (text.isBlank()) {
            throw Refusal.invalid("reason", text, "MISSING", "Say why.");
        }
        return text("reason", text);
    }

    private static String text(String field, String text) {
        if (text.length() > LONGEST_NOTE) {
            throw Refusal.invalid(field, text.length(), "TOO_LONG", "Use at most %d characters.".formatted(
                    LONGEST_NOTE));
        }
        return text.strip();
    }
}

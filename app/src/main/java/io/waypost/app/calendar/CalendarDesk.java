package io.waypost.app.calendar;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.calendar.CalendarVersion.State;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.CalendarFlaw;
import io.waypost.core.calendar.CalendarId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where versions of calendars are proposed, approved by a second person, and withdrawn. One writer at a time. */
@Service
class CalendarDesk {

    private final CalendarStore pictures;
    private final CalendarVersionStore store;
    private final CalendarIndex index;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    CalendarDesk(CalendarStore pictures, CalendarVersionStore store, CalendarIndex index, AuditTrail audit,
            ApplicationEventPublisher events, ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.pictures = pictures;
        this.store = store;
        this.index = index;
        this.audit = audit;
        this.events = events;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Proposes the first version of a calendar that there is not yet. */
    @Transactional
    CalendarVersion begin(String code, String nameZh, String nameEn, CalendarBody body, @Nullable Instant from,
            String source) {
        requireHeadquarters();
        pictures.lock();
        if (store.calendars().stream().anyMatch(known -> known.code().equals(code))) {
            throw Refusal.conflict("CALENDAR_EXISTS", "There is a calendar %s already.".formatted(code));
        }
        var id = new CalendarId(code, 1);
        requireSound(id, body);
        pictures.addCalendar(code, nameZh, nameEn, store.nextPosition());
        return proposed(id, body, from, source);
    }

    /** Proposes the next version of a calendar. */
    @Transactional
    CalendarVersion propose(String code, CalendarBody body, @Nullable Instant from, String source) {
        requireHeadquarters();
        pictures.lock();
        var versions = store.versions(code);
        if (versions.isEmpty()) {
            throw Refusal.notFound("calendar", code);
        }
        versions.stream().filter(one -> one.state() == State.PROPOSED).findFirst().ifPresent(open -> {
            throw Refusal.conflict("PROPOSAL_EXISTS", "Version %d waits for approval.".formatted(open.id().version()));
        });
        var id = new CalendarId(code, versions.getFirst().id().version() + 1);
        requireSound(id, body);
        return proposed(id, body, from, source);
    }

    @Transactional
    CalendarVersion approve(CalendarId id) {
        requireHeadquarters();
        pictures.lock();
        var version = kept(id);
        var now = clock.instant();
        if (version.state() != State.PROPOSED) {
            throw Refusal.conflict("NOT_PROPOSED", "The version %s is %s.".formatted(id, version.state()));
        }
        var by = Acting.hand();
        if (by == null || by.equals(version.authorId())) {
            throw Refusal.conflict("OWN_WORK", "Whoever proposed a version does not approve it; a second person must.");
        }
        var from = version.effectiveFrom().isBefore(now) ? now : version.effectiveFrom();
        store.approve(id, from, Acting.current().name(), now);
        audit.record("CALENDAR_APPROVED", "CALENDAR", id.toString(), "/", Map.of("from", from.toString()));
        index.changed();
        announce(now);
        deadlines.getObject().wake(CalendarArrivals.class, from);
        return kept(id);
    }

    @Transactional
    CalendarVersion withdraw(CalendarId id) {
        requireHeadquarters();
        pictures.lock();
        var version = kept(id);
        if (!store.withdraw(id, clock.instant())) {
            throw Refusal.conflict(version.state() == State.WITHDRAWN ? "OVER" : "IN_FORCE",
                    "The version %s is in force or was withdrawn.".formatted(id));
        }
        audit.record("CALENDAR_WITHDRAWN", "CALENDAR", id.toString(), "/", Map.of("was", version.state().name()));
        index.changed();
        return kept(id);
    }

    /** Tells the others of what came into force, inside the running transaction; how many versions. */
    int announce(Instant now) {
        var arrived = store.announce(now, 20);
        arrived.stream().map(index.current()::before).filter(before -> !before.isEmpty())
                .forEach(before -> events.publishEvent(new CalendarsChanged(before)));
        return arrived.size();
    }

    CalendarVersion kept(CalendarId id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("version", id));
    }

    /** Everything that is wrong, as fields of a refusal. */
    static List<Refusal.Field> fields(List<CalendarFlaw> flaws) {
        return flaws.stream()
                .map(flaw -> new Refusal.Field(flaw.field(), flaw.value(), flaw.reason().name(), flaw.message()))
                .toList();
    }

    static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Calendars and holidays hold for the whole network.");
        }
    }

    private CalendarVersion proposed(CalendarId id, CalendarBody body, @Nullable Instant from, String source) {
        var now = clock.instant();
        if (from != null && from.isBefore(now)) {
            throw Refusal.invalid("effectiveFrom", from, "FROM_THE_PAST", "Name a time that is not before now.");
        }
        store.propose(id, body, from == null ? now : from, source, Acting.current().name(), Acting.hand(), now);
        audit.record("CALENDAR_PROPOSED", "CALENDAR", id.toString(), "/", Map.of("source", source));
        return kept(id);
    }

    private static void requireSound(CalendarId id, CalendarBody body) {
        var flaws = body.draft(id).flaws();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("The calendar has flaws.", fields(flaws));
        }
    }
}

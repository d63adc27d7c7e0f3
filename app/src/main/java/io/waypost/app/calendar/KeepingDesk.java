package io.waypost.app.calendar;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.calendar.HolidayYear;
import io.waypost.core.calendar.HolidayYear.Reading;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where people say which calendar their unit keeps, and enter what the State Council announced. */
@Service
class KeepingDesk {

    private final CalendarStore pictures;
    private final CalendarVersionStore store;
    private final CalendarIndex index;
    private final Network network;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingDesk(CalendarStore pictures, CalendarVersionStore store, CalendarIndex index, Network network,
            AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.pictures = pictures;
        this.store = store;
        this.index = index;
        this.network = network;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** From now on the unit keeps that calendar; null for what is kept above it. */
    @Transactional
    void keep(String unitCode, @Nullable String code) {
        var unit = network.unit(unitCode).filter(one -> Acting.current().scope().reaches(one.path()))
                .orElseThrow(() -> Refusal.notFound("unit", unitCode));
        pictures.lock();
        if (code != null && !index.known(code)) {
            throw Refusal.invalid("calendar", code, "CALENDAR_UNKNOWN",
                    "Use the code of a calendar that was approved, or none.");
        }
        store.keep(unitCode, unit.path(), code, Acting.current().name(), Acting.hand(), clock.instant());
        audit.record("UNIT_CALENDAR_SET", "UNIT", unitCode, unit.path(), Map.of("calendar", code == null ? "" : code));
        index.changed();
        events.publishEvent(new UnitCalendarChanged(unitCode, unit.path()));
    }

    /** Takes a year of holidays in, new or corrected; all calendars that follow holidays are counted anew. */
    @Transactional
    HolidayYear enter(String text) {
        CalendarDesk.requireHeadquarters();
        pictures.lock();
        var year = switch (HolidayYear.read(text)) {
            case Reading.Read(var read) -> read;
            case Reading.Unreadable(var flaws) -> throw Refusal.invalid("The year cannot be read.", flaws.stream()
                    .map(flaw -> new Refusal.Field("text", flaw.value(), flaw.reason().name(), flaw.message()))
                    .toList());
        };
        var known = index.holidays();
        int next = known.knownThrough().getYear() + 1;
        if (year.year() < known.known().from().getYear() || year.year() > next) {
            throw Refusal.invalid("year", year.year(), "YEAR_GAP",
                    "Enter %d next: years follow one another without a gap.".formatted(next));
        }
        if (year.holidays().isEmpty()) {
            throw Refusal.invalid("text", year.year(), "NO_HOLIDAYS",
                    "Enter the days that the notice names; nothing is guessed.");
        }
        store.addYear(year.year(), text, Acting.current().name(), Acting.hand(), clock.instant());
        audit.record("HOLIDAYS_ENTERED", "HOLIDAY_YEAR", String.valueOf(year.year()), "/",
                Map.of("source", year.source()));
        index.changed();
        events.publishEvent(new CalendarsChanged(index.current().followingHolidays()));
        return year;
    }

    /** What units keep follows them through the tree; who keeps what stays, and is asked for anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }
}

package io.waypost.app.calendar;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeepingController {

    private final KeepingDesk desk;
    private final CalendarVersionStore store;
    private final CalendarIndex index;
    private final Network network;
    private final Clock clock;

    KeepingController(KeepingDesk desk, CalendarVersionStore store, CalendarIndex index, Network network,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.index = index;
        this.network = network;
        this.clock = clock;
    }

    /** Which calendar a unit is to keep; null for what is kept above it. */
    record WantedCalendar(@Nullable String calendar) {}

    /**
     * Which calendar holds for a unit.
     *
     * @param own its own choice; null where it keeps what is kept above it
     * @param inForce what holds
     */
    record UnitCalendarView(UnitRef unit, @Nullable String own, String inForce) {}

    /** A unit with a calendar of its own. */
    record KeepingView(UnitRef unit, String calendar, Instant since, String author) {}

    @GetMapping("/api/v1/calendar-units")
    @Transactional(readOnly = true)
    List<KeepingView> units() {
        return store.keeping().stream()
                .map(one -> new KeepingView(network.ref(one.unitCode()), one.code(), one.since(), one.author()))
                .toList();
    }

    @GetMapping("/api/v1/calendar-units/{code}")
    UnitCalendarView unit(@PathVariable String code) {
        return view(code);
    }

    @PutMapping("/api/v1/calendar-units/{code}")
    @Transactional
    UnitCalendarView keep(@PathVariable String code, @RequestBody @Valid WantedCalendar body) {
        desk.keep(code, body.calendar());
        return view(code);
    }

    private UnitCalendarView view(String code) {
        var unit = network.unit(code).filter(one -> Acting.current().scope().reaches(one.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
        var picture = index.current();
        var now = clock.instant();
        return new UnitCalendarView(unit.ref(), picture.kept(code, now).orElse(null),
                index.codeOf(picture, code, now));
    }
}

package io.waypost.app.calendar;

import io.waypost.app.calendar.CalendarVersionStore.Entered;
import io.waypost.core.calendar.HolidayYear;
import io.waypost.core.calendar.Holidays;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/holidays")
class HolidayController {

    private final CalendarIndex index;
    private final CalendarVersionStore store;
    private final KeepingDesk desk;
    private final Clock clock;

    HolidayController(CalendarIndex index, CalendarVersionStore store, KeepingDesk desk, Clock clock) {
        this.index = index;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    /** The text of a year: lines year, source, off and work. */
    record EnteredYear(@NotBlank @Size(max = 10_000) String text) {}

    /** A holiday from its first to its last day. */
    record HolidayView(String name, LocalDate first, LocalDate last) {}

    /** A year as it was announced; without an author where it came with the software. */
    record HolidayYearView(int year, String source, List<HolidayView> holidays, List<LocalDate> makeUpDays,
            @Nullable String author, @Nullable Instant enteredAt) {}

    /**
     * What is known of holidays.
     *
     * @param daysLeft days from today up to the last known one; negative after it
     */
    record HolidaysView(LocalDate knownFrom, LocalDate knownThrough, long daysLeft, List<HolidayYearView> years) {}

    @GetMapping
    @Transactional(readOnly = true)
    HolidaysView list() {
        return view();
    }

    @PostMapping
    @Transactional
    HolidaysView enter(@RequestBody @Valid EnteredYear body) {
        desk.enter(body.text());
        return view();
    }

    private HolidaysView view() {
        var holidays = index.holidays();
        var entered = store.entered().stream().collect(Collectors.toMap(Entered::year, Function.identity()));
        var today = LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
        return new HolidaysView(holidays.known().from(), holidays.knownThrough(),
                ChronoUnit.DAYS.between(today, holidays.knownThrough()),
                holidays.years().stream().map(year -> view(year, entered)).toList());
    }

    private static HolidayYearView view(HolidayYear year, Map<Integer, Entered> entered) {
        var by = entered.get(year.year());
        return new HolidayYearView(year.year(), year.source(),
                year.holidays().stream().map(one -> new HolidayView(one.name(), one.first(), one.last())).toList(),
                year.makeUpDays().stream().sorted().toList(), by == null ? null : by.author(),
                by == null ? null : by.at());
    }
}

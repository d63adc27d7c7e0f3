package io.waypost.app.delay;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.waypost.app.calendar.Calendars;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.calendar.WorkTime;
import io.waypost.core.delay.Closed;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.delay.StopBook;
import io.waypost.core.delay.Stops;
import io.waypost.core.delay.Stops.Stop;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Stage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is closed on a parcel's way: announced stops and whole days off of the site that has it or gets it next, and announced stops of the
 * area that it goes to. Thread-safe, from memory.
 *
 * <p>The calendar of an area is that of its office and says nothing of its outlets; a lorry between two hubs drives on whatever is closed.
 */
@Component
class StopsOnTheWay {

    /** Nothing that is judged or learnt from looks farther. */
    private static final Duration AHEAD = Duration.ofDays(31);

    /** Areas and days off that somebody has changed are seen after so long. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Network network;
    private final Calendars calendars;
    private final LoadingCache<String, Optional<String>> areas = Caffeine.newBuilder().expireAfterWrite(FRESH)
            .maximumSize(5_000).build(this::areaOf);
    private final LoadingCache<Day, Boolean> daysOff = Caffeine.newBuilder().expireAfterWrite(FRESH)
            .maximumSize(50_000).build(this::off);

    StopsOnTheWay(Network network, Calendars calendars) {
        this.network = network;
        this.calendars = calendars;
    }

    private record Day(CalendarId calendar, LocalDate date) {}

    /** Where it is found for one parcel. */
    StopBook of(Course course) {
        return last -> new Closed(last.stage() == Stage.DEPARTED ? Stops.NONE : here(course.siteOf(last), last),
                there(course.division(), last));
    }

    private Stops here(String site, DelayPoint last) {
        var from = last.at();
        return Stops.of(Stream.concat(closures(site, from), daysOff(site, from)).toList());
    }

    private Stops there(@Nullable String division, DelayPoint last) {
        return division == null
                ? Stops.NONE
                : Objects.requireNonNull(areas.get(division)).map(area -> Stops.of(closures(area, last.at()).toList()))
                        .orElse(Stops.NONE);
    }

    private Stream<Stop> closures(String unit, Instant from) {
        return network.closures(unit, from, from.plus(AHEAD)).stream()
                .map(closure -> new Stop(closure.from(), closure.until(), closure.announcedAt()));
    }

    private Stream<Stop> daysOff(String site, Instant from) {
        var id = calendars.ofUnit(site, from);
        if (everyDay(calendars.book().calendar(id))) {
            return Stream.empty();
        }
        var stops = new ArrayList<Stop>();
        var first = LocalDate.ofInstant(from, Holidays.ZONE);
        for (var date = first; !start(date).isAfter(from.plus(AHEAD)); date = date.plusDays(1)) {
            if (daysOff.get(new Day(id, date))) {
                stops.add(new Stop(start(date), start(date.plusDays(1)), Instant.MIN));
            }
        }
        return stops.stream();
    }

    /** Whether it works every day whatever happens, as nearly all do. */
    private static boolean everyDay(WorkCalendar calendar) {
        var draft = calendar.draft();
        return draft.holidays().ignoresAnnouncements() && draft.exceptions().isEmpty()
                && Stream.of(DayOfWeek.values()).noneMatch(day -> draft.week().getOrDefault(day, List.of()).isEmpty());
    }

    /** A day of which it is not known yet whether it is a holiday counts as worked. */
    private boolean off(Day day) {
        return calendars.book().calendar(day.calendar()).between(start(day.date()),
                start(day.date().plusDays(1))) instanceof WorkTime.Exact(var time) && time.isZero();
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(Holidays.ZONE).toInstant();
    }

    /** The unit that answers for everything in a division: that of its city, else that of its province. */
    private Optional<String> areaOf(String division) {
        return area(division, UnitKind.CITY, 4).or(() -> area(division, UnitKind.PROVINCE, 2)).map(Unit::code);
    }

    private Optional<Unit> area(String division, UnitKind kind, int digits) {
        return division.length() < digits
                ? Optional.empty()
                : network.all().stream()
                        .filter(unit -> unit.kind() == kind && unit.division() != null
                                && unit.division().startsWith(division.substring(0, digits)))
                        .findFirst();
    }
}

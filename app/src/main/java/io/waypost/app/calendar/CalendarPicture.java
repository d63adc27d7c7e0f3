package io.waypost.app.calendar;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarDraft;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.DefaultCalendars;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.WorkCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All approved calendars and who keeps them, as they stood at one revision. Immutable. */
final class CalendarPicture implements CalendarBook {

    private final long revision;
    private final Holidays holidays;
    private final Map<CalendarId, WorkCalendar> calendars = new HashMap<>();
    private final Map<String, TreeMap<Instant, CalendarId>> timelines = new HashMap<>();
    private final Map<String, TreeMap<Instant, Optional<String>>> keeping = new HashMap<>();

    /** A version that was approved. */
    record InForce(CalendarDraft draft, Instant from) {}

    /** What a unit keeps since an instant; null for what is kept above it. */
    record Kept(String unitCode, Instant since, @Nullable String code) {}

    /** The versions must come by calendar and number: of two from the same instant the later one counts. */
    CalendarPicture(long revision, Holidays holidays, List<InForce> versions, List<Kept> kept) {
        this.revision = revision;
        this.holidays = holidays;
        for (var version : versions) {
            var id = version.draft().id();
            calendars.put(id, WorkCalendar.of(version.draft(), holidays));
            timelines.computeIfAbsent(id.code(), _ -> new TreeMap<>()).put(version.from(), id);
        }
        for (var one : kept) {
            keeping.computeIfAbsent(one.unitCode(), _ -> new TreeMap<>())
                    .put(one.since(), Optional.ofNullable(one.code()));
        }
    }

    long revision() {
        return revision;
    }

    Holidays holidays() {
        return holidays;
    }

    boolean known(String code) {
        return timelines.containsKey(code);
    }

    @Override
    public WorkCalendar calendar(CalendarId id) {
        var found = calendars.get(id);
        if (found == null) {
            throw new IllegalStateException("The work calendar %s is unknown.".formatted(id));
        }
        return found;
    }

    CalendarId inForce(String code, Instant at) {
        var timeline = timelines.get(code);
        if (timeline == null) {
            throw new IllegalStateException("The work calendar %s is unknown.".formatted(code));
        }
        var entry = timeline.floorEntry(at);
        return entry == null ? timeline.firstEntry().getValue() : entry.getValue();
    }

    /** The code that the unit itself kept at that instant. */
    Optional<String> kept(String unitCode, Instant at) {
        var timeline = keeping.get(unitCode);
        var entry = timeline == null ? null : timeline.floorEntry(at);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** The code that holds for a unit, given the units above it from the nearest to the headquarters. */
    String codeOf(String unitCode, Collection<String> above, Instant at) {
        return kept(unitCode, at)
                .or(() -> above.stream().flatMap(code -> kept(code, at).stream()).findFirst())
                .orElse(DefaultCalendars.ALWAYS);
    }

    /** The versions whose hours follow the announcements. */
    Set<CalendarId> followingHolidays() {
        return calendars.values().stream()
                .filter(calendar -> !calendar.draft().holidays().ignoresAnnouncements())
                .map(WorkCalendar::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The versions of the same calendar before that one. */
    Set<CalendarId> before(CalendarId id) {
        return calendars.keySet().stream()
                .filter(one -> one.code().equals(id.code()) && one.version() != id.version())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package io.waypost.app.calendar;

import io.waypost.app.calendar.CalendarBody.ShiftHours;
import io.waypost.app.calendar.CalendarVersion.State;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.DayException;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Holidays.DayKind;
import io.waypost.core.calendar.Moment;
import io.waypost.core.calendar.Shift;
import io.waypost.core.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are shown of calendars. */
@Component
class CalendarViews {

    private final CalendarVersionStore store;
    private final CalendarIndex index;
    private final Clock clock;

    CalendarViews(CalendarVersionStore store, CalendarIndex index, Clock clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /**
     * A calendar.
     *
     * @param inForce the version in force; null before the first was approved
     * @param openNow whether it is working time now; null where that is not known
     * @param nextOpen when working time begins again; null while it is working time or where that is not known
     * @param underWay a proposal, or what comes into force later
     */
    record CalendarLine(String code, String nameZh, String nameEn, @Nullable CalendarVersionView inForce,
            @Nullable Boolean openNow, @Nullable Instant nextOpen, List<CalendarVersionView> underWay) {}

    /** A version of a calendar. */
    record CalendarVersionView(String code, int version, State state, boolean inForce, Instant effectiveFrom,
            CalendarBody body, String source, String author, Instant createdAt, @Nullable String approver,
            @Nullable Instant approvedAt, boolean ownWork) {}

    /**
     * A day of a calendar.
     *
     * @param kind what the announcements say of it
     * @param holiday the name of the holiday; null where it is none
     * @param exception why the day has hours of its own; null where it has none
     * @param shifts those that begin on it; empty where it is off, and where it is not known
     */
    record CalendarDay(LocalDate date, DayKind kind, @Nullable String holiday, @Nullable String exception,
            List<ShiftHours> shifts, int workingMinutes) {}

    /**
     * When working time is used up.
     *
     * @param due null where that lies beyond the announced days
     * @param notBefore it is certainly not earlier
     */
    record WorkingTime(String code, int version, Instant from, long minutes, @Nullable Instant due,
            Instant notBefore, @Nullable LocalDate knownThrough) {}

    List<CalendarLine> lines() {
        var now = clock.instant();
        var versions = store.versions(null);
        return store.calendars().stream().map(named -> {
            var own = versions.stream().filter(one -> one.id().code().equals(named.code())).toList();
            var current = index.known(named.code()) ? index.inForce(named.code(), now) : null;
            var inForce = own.stream().filter(one -> one.id().equals(current)).findFirst();
            var later = own.stream().filter(one -> one.state() == State.PROPOSED
                    || (one.state() == State.APPROVED && one.effectiveFrom().isAfter(now))).map(this::view).toList();
            var calendar = current == null ? null : index.current().calendar(current);
            return new CalendarLine(named.code(), named.nameZh(), named.nameEn(), inForce.map(this::view).orElse(null),
                    calendar == null ? null : open(calendar, now), calendar == null ? null : nextOpen(calendar, now),
                    later);
        }).toList();
    }

    List<CalendarVersionView> versions(String code) {
        var found = store.versions(code);
        if (found.isEmpty()) {
            throw Refusal.notFound("calendar", code);
        }
        return found.stream().map(this::view).toList();
    }

    CalendarVersionView view(CalendarVersion version) {
        var now = clock.instant();
        var code = version.id().code();
        boolean inForce = version.state() == State.APPROVED && index.known(code)
                && index.inForce(code, now).equals(version.id());
        var hand = Acting.hand();
        return new CalendarVersionView(code, version.id().version(), version.state(), inForce,
                version.effectiveFrom(), version.body(), version.source(), version.author(), version.createdAt(),
                version.approver(), version.approvedAt(), hand == null || hand.equals(version.authorId()));
    }

    List<CalendarDay> days(String code, int year) {
        requireKnown(code);
        var picture = index.current();
        var days = new ArrayList<CalendarDay>();
        for (var date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            var noon = ZonedDateTime.of(date, LocalTime.NOON, Holidays.ZONE).toInstant();
            days.add(day(picture.calendar(picture.inForce(code, noon)), picture.holidays(), date));
        }
        return days;
    }

    WorkingTime workingTime(String code, Instant from, long minutes) {
        requireKnown(code);
        var id = index.inForce(code, from);
        return switch (index.current().calendar(id).plus(from, Duration.ofMinutes(minutes))) {
            case Moment.At(var due) -> time(id, from, minutes, due, due, null);
            case Moment.Beyond(var known, var notBefore) ->
                time(id, from, minutes, null, notBefore, known.through());
        };
    }

    private static WorkingTime time(CalendarId id, Instant from, long minutes, @Nullable Instant due,
            Instant notBefore, @Nullable LocalDate knownThrough) {
        return new WorkingTime(id.code(), id.version(), from, minutes, due, notBefore, knownThrough);
    }

    private static CalendarDay day(WorkCalendar calendar, Holidays holidays, LocalDate date) {
        var kind = holidays.kind(date);
        var name = holidays.all().stream().filter(one -> one.covers(date)).map(Holidays.Holiday::name).findFirst();
        var own = calendar.draft().exceptions().stream().filter(one -> one.date().equals(date)).findFirst();
        var shifts = own.map(DayException::shifts).orElseGet(() -> shifts(calendar, kind, date));
        int minutes = shifts.stream().mapToInt(CalendarViews::minutes).sum();
        return new CalendarDay(date, kind, name.filter(_ -> kind == DayKind.HOLIDAY).orElse(null),
                own.map(DayException::reason).orElse(null),
                shifts.stream().map(shift -> new ShiftHours(shift.from(), shift.until())).toList(), minutes);
    }

    private static List<Shift> shifts(WorkCalendar calendar, DayKind kind, LocalDate date) {
        var draft = calendar.draft();
        var plain = draft.week().getOrDefault(date.getDayOfWeek(), List.of());
        return switch (kind) {
            case ORDINARY -> plain;
            case HOLIDAY -> draft.holidays().closedOnHolidays() ? List.of() : plain;
            case MAKE_UP_DAY -> Optional.ofNullable(draft.holidays().makeUpDaysLike())
                    .map(like -> draft.week().getOrDefault(like, List.of())).orElse(plain);
            case UNKNOWN -> draft.holidays().ignoresAnnouncements() ? plain : List.of();
        };
    }

    private static int minutes(Shift shift) {
        int length = (shift.until().toSecondOfDay() - shift.from().toSecondOfDay()) / 60;
        return length > 0 ? length : length + 24 * 60;
    }

    private static @Nullable Boolean open(WorkCalendar calendar, Instant now) {
        return switch (calendar.isWorking(now)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> null;
        };
    }

    private static @Nullable Instant nextOpen(WorkCalendar calendar, Instant now) {
        return calendar.nextWorking(now) instanceof Moment.At(var at) && !at.equals(now) ? at : null;
    }

    private void requireKnown(String code) {
        if (!index.known(code)) {
            throw Refusal.notFound("calendar", code);
        }
    }
}

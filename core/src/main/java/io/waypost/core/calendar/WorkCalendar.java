package io.waypost.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A work calendar (工作日历): which instants are working time, and arithmetic with that time. Immutable and safe for threads;
 * every operation is pure and takes a microsecond or so, over years too, since plain weeks are counted at once.
 *
 * <p>A calendar that follows holidays or make-up days knows only the days that are announced ({@link #known()}). Beyond them
 * it does not guess: {@link Moment.Beyond} and {@link WorkTime.AtLeast} say so, and the same question to the calendar with
 * newer holidays ({@link #with}) gives the answer. A calendar that ignores them knows every day.
 *
 * <p>{@link #plus} and {@link #between} are inverse: {@code between(a, plus(a, d)) = d}, and {@code plus(a, between(a, b))}
 * is {@code b} or, where b lies in time off, the end of the working time before it.
 */
public final class WorkCalendar {

    private final CalendarDraft draft;
    private final Holidays holidays;
    private final WorkDays days;
    private final KnownDays known;
    private final Instant knownFrom;
    private final Instant knownUntil;

    private WorkCalendar(CalendarDraft draft, Holidays holidays) {
        this.draft = draft;
        this.holidays = holidays;
        this.days = new WorkDays(draft, holidays);
        boolean always = draft.holidays().ignoresAnnouncements();
        this.known = always ? KnownDays.ALWAYS : holidays.known();
        this.knownFrom = always ? Instant.MIN : days.startOf(known.from());
        this.knownUntil = always ? Instant.MAX : days.startOf(known.through().plusDays(1));
    }

    /**
     * The calendar of a draft.
     *
     * @throws IllegalArgumentException where the draft has flaws; {@link CalendarDraft#flaws()} tells them without throwing
     */
    public static WorkCalendar of(CalendarDraft draft, Holidays holidays) {
        var flaws = draft.flaws();
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.stream().map(CalendarFlaw::message)
                    .collect(Collectors.joining(" ")));
        }
        return new WorkCalendar(draft, holidays);
    }

    /** The same version with other holidays, as when a year was announced. */
    public WorkCalendar with(Holidays newer) {
        return new WorkCalendar(draft, newer);
    }

    /** Which version of which calendar it is. */
    public CalendarId id() {
        return draft.id();
    }

    /** What it was made of. */
    public CalendarDraft draft() {
        return draft;
    }

    /** The days that it can count. */
    public KnownDays known() {
        return known;
    }

    /** Whether the instant is working time: yes, no, or not known. The begin of a shift is, its end is not. */
    public Answer isWorking(Instant at) {
        if (!knows(at)) {
            return Answer.UNKNOWN;
        }
        return seek(at, Duration.ZERO, true).equals(new Moment.At(at)) ? Answer.YES : Answer.NO;
    }

    /** The first instant, not before the given one, that is working time. */
    public Moment nextWorking(Instant from) {
        return seek(from, Duration.ZERO, true);
    }

    /**
     * The first instant at which so much working time has passed since {@code from}. The end of a shift is earlier than the
     * begin of the next: an hour from Friday 17:00 is Friday 18:00. Nothing added to an instant is that instant.
     *
     * @param time zero or more
     */
    public Moment plus(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The working time to add (%s) must not be negative.".formatted(time));
        }
        return time.isZero() ? new Moment.At(from) : seek(from, time, false);
    }

    /** The working time from one instant to another that is not earlier. */
    public WorkTime between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("The end (%s) is before the start (%s).".formatted(until, from));
        }
        var first = later(from, knownFrom);
        var last = earlier(until, knownUntil);
        var certain = first.isBefore(last) ? count(first, last) : Duration.ZERO;
        boolean exact = from.equals(until) || (first.equals(from) && last.equals(until));
        return exact ? new WorkTime.Exact(certain) : new WorkTime.AtLeast(certain, known);
    }

    private Duration count(Instant from, Instant until) {
        var cursor = from;
        var total = Duration.ZERO;
        for (long day = days.epochDay(from) - 1, last = days.epochDay(until); day <= last; day++) {
            if (Duration.between(cursor, until).toSeconds() >= WorkDays.WEEK_SECONDS) {
                long weeks = Math.min(days.plainWeeks(cursor),
                        Duration.between(cursor, until).toSeconds() / WorkDays.WEEK_SECONDS);
                if (weeks > 0) {
                    total = total.plusSeconds(weeks * days.weekWork());
                    cursor = cursor.plusSeconds(weeks * WorkDays.WEEK_SECONDS);
                    day = days.epochDay(cursor) - 1;
                }
            }
            var shifts = days.shifts(day);
            for (int i = 0; i < shifts.length; i += 2) {
                var begin = later(Instant.ofEpochSecond(days.epochSecond(day, shifts[i])), cursor);
                var end = earlier(Instant.ofEpochSecond(days.epochSecond(day, shifts[i + 1])), until);
                if (end.isAfter(begin)) {
                    total = total.plus(Duration.between(begin, end));
                    cursor = end;
                }
            }
        }
        return total;
    }

    /** The first instant with so much working time behind it or, where a begin is sought, working time before it. */
    private Moment seek(Instant from, Duration time, boolean begin) {
        if (!knows(from)) {
            return new Moment.Beyond(known, from);
        }
        var cursor = from;
        var left = time;
        for (long day = days.epochDay(from) - 1;; day++) {
            if (left.toSeconds() > days.weekWork()) {
                long weeks = Math.min(days.plainWeeks(cursor),
                        left.minusNanos(1).toSeconds() / days.weekWork());
                if (weeks > 0) {
                    left = left.minusSeconds(weeks * days.weekWork());
                    cursor = cursor.plusSeconds(weeks * WorkDays.WEEK_SECONDS);
                    day = days.epochDay(cursor) - 1;
                }
            }
            var shifts = days.shifts(day);
            for (int i = 0; i < shifts.length; i += 2) {
                var first = later(Instant.ofEpochSecond(days.epochSecond(day, shifts[i])), cursor);
                var end = Instant.ofEpochSecond(days.epochSecond(day, shifts[i + 1]));
                if (!end.isAfter(first)) {
                    continue;
                }
                var length = Duration.between(first, end);
                if (begin || length.compareTo(left) >= 0) {
                    return within(first, first.plus(left));
                }
                left = left.minus(length);
                cursor = end;
            }
            if (day > known.through().toEpochDay()) {
                return new Moment.Beyond(known, knownUntil);
            }
        }
    }

    /** The instant reached in a stretch of working time, unless it lies beyond the known days. */
    private Moment within(Instant stretch, Instant at) {
        return stretch.isBefore(knownUntil) && !at.isAfter(knownUntil)
                ? new Moment.At(at)
                : new Moment.Beyond(known, knownUntil);
    }

    private boolean knows(Instant at) {
        return !at.isBefore(knownFrom) && at.isBefore(knownUntil);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar that && draft.equals(that.draft) && holidays.equals(that.holidays);
    }

    @Override
    public int hashCode() {
        return draft.hashCode();
    }

    @Override
    public String toString() {
        return "WorkCalendar %s, known %s to %s".formatted(id(), known.from(), known.through());
    }

    /** Whether something is so, as far as is known. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }
}

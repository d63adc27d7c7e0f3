package io.waypost.core.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day and a time of it as people say them. Immutable.
 *
 * @param days from today: 0 today, 1 tomorrow, -1 yesterday
 * @param weekday the next one of that name; of the week after if {@code nextWeek}
 * @param date a month and a day of it
 * @param part of the day, where no time was said
 * @param at a time of day
 */
public record When(@Nullable Integer days, @Nullable DayOfWeek weekday, boolean nextWeek, @Nullable MonthDay date,
        @Nullable PartOfDay part, @Nullable LocalTime at) {

    /** Nothing is said. */
    public static final When NONE = new When(null, null, false, null, null, null);

    /** A part of the day (时段). */
    public enum PartOfDay {
        MORNING("上午"),
        AFTERNOON("下午"),
        EVENING("晚上");

        private final String chinese;

        PartOfDay(String chinese) {
            this.chinese = chinese;
        }

        /** As customers read it. */
        public String chinese() {
            return chinese;
        }
    }

    /** The day that is meant, said on a given one; a month and day that are past are of the next year. */
    public Optional<LocalDate> day(LocalDate today) {
        if (days != null) {
            return Optional.of(today.plusDays(days));
        }
        if (weekday != null) {
            var from = nextWeek ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : today;
            return Optional.of(from.with(TemporalAdjusters.nextOrSame(weekday)));
        }
        if (date != null) {
            var thisYear = date.atYear(today.getYear());
            return Optional.of(thisYear.isBefore(today) ? date.atYear(today.getYear() + 1) : thisYear);
        }
        return Optional.empty();
    }

    /** Whether nothing is said. */
    public boolean empty() {
        return equals(NONE);
    }
}

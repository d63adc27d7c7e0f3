package io.waypost.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The shifts of every day, and where the days are so plain that whole weeks can be counted at once. Immutable.
 *
 * <p>Times on the wall become instants in an order that never turns back: a time that the clock skips is the instant of the
 * skip, a time that comes twice is its first. So shifts neither cross nor vanish where the clock is changed.
 */
final class WorkDays {

    static final int DAY_SECONDS = 86_400;
    static final long WEEK_SECONDS = 7L * DAY_SECONDS;

    private final ZoneRules rules;
    /** By weekday from Monday: begin and end of each shift in turn, in seconds after midnight. */
    private final int[][] week;
    /** Days that differ from their weekday. */
    private final Map<Long, int[]> special = new HashMap<>();
    private final long[] specialDays;
    private final long weekWork;

    WorkDays(CalendarDraft draft, Holidays holidays) {
        rules = draft.zone().getRules();
        week = Arrays.stream(DayOfWeek.values()).map(day -> seconds(draft.on(day))).toArray(int[][]::new);
        var rule = draft.holidays();
        if (rule.closedOnHolidays()) {
            for (var holiday : holidays.all()) {
                for (var day = holiday.first(); !day.isAfter(holiday.last()); day = day.plusDays(1)) {
                    special.put(day.toEpochDay(), new int[0]);
                }
            }
        }
        var like = rule.makeUpDaysLike();
        if (like != null) {
            holidays.makeUpDays().forEach(day -> special.put(day.toEpochDay(), week[like.getValue() - 1]));
        }
        draft.exceptions().forEach(day -> special.put(day.date().toEpochDay(), seconds(day.shifts())));
        special.entrySet().removeIf(day -> Arrays.equals(day.getValue(), plain(day.getKey())));
        specialDays = special.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        weekWork = weekWork(week);
    }

    /** Working seconds in any seven days of a plain stretch. */
    long weekWork() {
        return weekWork;
    }

    /** Begin and end of the day's shifts in turn, ordered by their begin; they may overlap. */
    int[] shifts(long epochDay) {
        var own = specialDays.length == 0 ? null : special.get(epochDay);
        return own == null ? plain(epochDay) : own;
    }

    /** The instant, in seconds, of so many seconds on the wall after midnight of a day. */
    long epochSecond(long epochDay, int secondOfDay) {
        var local = LocalDateTime.ofEpochSecond(epochDay * DAY_SECONDS + secondOfDay, 0, ZoneOffset.UTC);
        if (rules.isFixedOffset()) {
            return local.toEpochSecond(rules.getOffset(local));
        }
        var transition = rules.getTransition(local);
        return transition != null && transition.isGap()
                ? transition.toEpochSecond()
                : local.toEpochSecond(rules.getOffset(local));
    }

    /** The day on the wall at that instant. */
    long epochDay(Instant at) {
        return Math.floorDiv(at.getEpochSecond() + rules.getOffset(at).getTotalSeconds(), (long) DAY_SECONDS);
    }

    /** The instant at which a day begins. */
    Instant startOf(LocalDate date) {
        return Instant.ofEpochSecond(epochSecond(date.toEpochDay(), 0));
    }

    /**
     * How many whole weeks after that instant are plain: no day of its own has an influence, and the clock is not changed.
     */
    long plainWeeks(Instant from) {
        long day = epochDay(from);
        var twoDaysBefore = from.minusSeconds(2L * DAY_SECONDS);
        long end = Long.MAX_VALUE;
        if (!rules.isFixedOffset()) {
            var transition = rules.nextTransition(twoDaysBefore);
            if (transition != null) {
                if (!transition.getInstant().isAfter(from)) {
                    return 0;
                }
                end = transition.toEpochSecond();
            }
        }
        // A day of its own changes that day and, by its night shift, the next.
        int next = Arrays.binarySearch(specialDays, day - 1);
        next = next < 0 ? -next - 1 : next;
        if (next < specialDays.length) {
            end = Math.min(end, epochSecond(specialDays[next], 0));
        }
        long span = end == Long.MAX_VALUE ? end : end - from.getEpochSecond() - (from.getNano() > 0 ? 1 : 0);
        return Math.max(0, span / WEEK_SECONDS);
    }

    private int[] plain(long epochDay) {
        return week[(int) Math.floorMod(epochDay + 3, 7L)];
    }

    /** Every week is like the last, so what runs out of its end comes in at its begin. */
    private static long weekWork(int[][] week) {
        int minutesOfWeek = (int) WEEK_SECONDS / 60;
        var worked = new BitSet(minutesOfWeek);
        for (int day = 0; day < 7; day++) {
            for (int i = 0; i < week[day].length; i += 2) {
                int begin = (day * DAY_SECONDS + week[day][i]) / 60;
                int end = (day * DAY_SECONDS + week[day][i + 1]) / 60;
                worked.set(begin, Math.min(end, minutesOfWeek));
                worked.set(0, Math.max(0, end - minutesOfWeek));
            }
        }
        return worked.cardinality() * 60L;
    }

    private static int[] seconds(List<Shift> shifts) {
        return shifts.stream()
                .sorted(Comparator.comparing(Shift::from))
                .flatMapToInt(shift -> IntStream.of(shift.begin(), shift.end()))
                .toArray();
    }
}

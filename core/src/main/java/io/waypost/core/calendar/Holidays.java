package io.waypost.core.calendar;

import io.waypost.core.calendar.HolidayYear.Reading.Read;
import io.waypost.core.calendar.HolidayYear.Reading.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statutory holidays (法定节假日) and make-up days (调休上班日) of mainland China, as the State Council announces them each year
 * around November for the next. Immutable and safe for threads.
 *
 * <p>Known are whole years without a gap; {@link #known()} says which. The packaged ones are the files
 * {@code holidays-YEAR.csv} beside this class. Another year is added by {@link #with}, so that a platform learns it without
 * new code. {@link #touching} treats a day that is not known as an ordinary one; whoever must not
 * guess asks {@link #known()} first, as {@link WorkCalendar} does.
 */
public final class Holidays {

    /** The clock on the wall of every site. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_YEAR = 2022;

    private final List<HolidayYear> years;
    private final List<Holiday> holidays;
    private final Set<LocalDate> makeUpDays;

    /** The given years; they must follow one another without a gap. */
    public Holidays(Collection<HolidayYear> years) {
        this.years = years.stream().sorted(Comparator.comparingInt(HolidayYear::year)).toList();
        if (this.years.isEmpty()) {
            throw new IllegalArgumentException("Holidays of at least one year are needed.");
        }
        for (int i = 1; i < this.years.size(); i++) {
            int expected = this.years.get(i - 1).year() + 1;
            if (this.years.get(i).year() != expected) {
                throw new IllegalArgumentException(
                        "The year (%d) must be %d, the one that follows.".formatted(this.years.get(i).year(),
                                expected));
            }
        }
        this.holidays = this.years.stream().flatMap(year -> year.holidays().stream())
                .sorted(Comparator.comparing(Holiday::first)).toList();
        var made = new HashSet<LocalDate>();
        this.years.forEach(year -> made.addAll(year.makeUpDays()));
        this.makeUpDays = Set.copyOf(made);
    }

    /** Those that are packaged with this class: 2022 to 2026. */
    public static Holidays china() {
        return Packaged.CHINA;
    }

    /** The same with another year, or with a year replaced. */
    public Holidays with(HolidayYear year) {
        var changed = new ArrayList<>(years);
        changed.removeIf(old -> old.year() == year.year());
        changed.add(year);
        return new Holidays(changed);
    }

    /** The years, in order, each with its source. */
    public List<HolidayYear> years() {
        return years;
    }

    /** All holidays by their first day. */
    public List<Holiday> all() {
        return holidays;
    }

    /** The days that are worked instead of days off. */
    public Set<LocalDate> makeUpDays() {
        return makeUpDays;
    }

    /** The days of which it is known whether they are holidays. */
    public KnownDays known() {
        return new KnownDays(LocalDate.of(years.getFirst().year(), 1, 1), knownThrough());
    }

    /** The last day that is known. A notice for the next year may still change the days around New Year's Eve. */
    public LocalDate knownThrough() {
        return LocalDate.of(years.getLast().year(), 12, 31);
    }

    /** What kind of day it is. */
    public DayKind kind(LocalDate date) {
        if (makeUpDays.contains(date)) {
            return DayKind.MAKE_UP_DAY;
        }
        if (holidays.stream().anyMatch(holiday -> holiday.covers(date))) {
            return DayKind.HOLIDAY;
        }
        return known().contains(date) ? DayKind.ORDINARY : DayKind.UNKNOWN;
    }

    /** The first holiday that touches the time between two instants, both included. */
    public Optional<Holiday> touching(Instant from, Instant until) {
        var first = LocalDate.ofInstant(from, ZONE);
        var last = LocalDate.ofInstant(until, ZONE);
        return holidays.stream()
                .filter(holiday -> !holiday.last().isBefore(first) && !holiday.first().isAfter(last))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holidays that && years.equals(that.years);
    }

    @Override
    public int hashCode() {
        return years.hashCode();
    }

    @Override
    public String toString() {
        return "Holidays of %d to %d".formatted(years.getFirst().year(), years.getLast().year());
    }

    /** What the notices say of a day; an ordinary day may still be a Sunday. */
    public enum DayKind {
        ORDINARY,
        HOLIDAY,
        MAKE_UP_DAY,
        /** No notice covers it. */
        UNKNOWN
    }

    /** A holiday from its first to its last day. */
    public record Holiday(String name, LocalDate first, LocalDate last) {

        /** Whether it is the one on which the trade nearly stands still (春节). */
        public boolean springFestival() {
            return name.contains("春节");
        }

        /** Whether the day is one of it. */
        public boolean covers(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    private static final class Packaged {

        private static final Holidays CHINA = read();

        /** One file a year from the first on, until there is none. */
        private static Holidays read() {
            var years = new ArrayList<HolidayYear>();
            for (int year = FIRST_YEAR;; year++) {
                var file = "holidays-%d.csv".formatted(year);
                try (var in = Holidays.class.getResourceAsStream(file)) {
                    if (in == null) {
                        return new Holidays(years);
                    }
                    years.add(parsed(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read the packaged %s.".formatted(file), e);
                }
            }
        }

        private static HolidayYear parsed(String file, String text) {
            return switch (HolidayYear.read(text)) {
                case Read(var year) -> year;
                case Unreadable(var flaws) -> throw new IllegalStateException(
                        "The packaged %s is wrong: %s".formatted(file, flaws.getFirst().message()));
            };
        }
    }
}

package io.waypost.core.calendar;

import io.waypost.core.calendar.Holidays.Holiday;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the State Council announced for one year (年度节假日安排): the days off, and the days of a weekend on which people work
 * instead (调休). Immutable and safe for threads.
 *
 * <p>A holiday may begin in the year before: New Year of 2023 began on 2022-12-31.
 *
 * @param source number of the notice, such as 国办发明电〔2025〕7号
 * @param makeUpDays days worked instead of days off
 */
public record HolidayYear(int year, String source, List<Holiday> holidays, Set<LocalDate> makeUpDays) {

    public HolidayYear {
        holidays = List.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    /**
     * Reads the text of a year: lines {@code year,2026}, {@code source,NUMBER}, {@code off,NAME,FIRST,LAST} and
     * {@code work,NAME,DATE}; empty lines and those that begin with # say nothing.
     */
    public static Reading read(String text) {
        var reader = new Reader();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(i + 1, line);
            }
        }
        return reader.result();
    }

    /** What became of a text. */
    public sealed interface Reading {

        /** It is a year. */
        record Read(HolidayYear year) implements Reading {}

        /** It is not; every line that is wrong is listed. */
        record Unreadable(List<Flaw> flaws) implements Reading {

            public Unreadable {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /**
     * One thing that is wrong in a text.
     *
     * @param line counted from 1; 0 for what is missing altogether
     */
    public record Flaw(int line, String value, Reason reason) {

        /** A sentence that names the line, the value, and what would be right. */
        public String message() {
            return line == 0
                    ? "The text %s".formatted(reason.sentence)
                    : "Line %d (%s) %s".formatted(line, value, reason.sentence);
        }
    }

    /** Why a line was refused; the names are part of the API. */
    public enum Reason {
        LINE_UNKNOWN("must begin with year, source, off or work and have as many cells as that asks for."),
        YEAR_MISSING("must have a line such as year,2026 with a year from 2000 to 2999."),
        SOURCE_MISSING("must name its source in a line such as source,国办发明电〔2025〕7号."),
        DATE_FORMAT("must have dates such as 2026-02-15."),
        DATE_OUT_OF_YEAR("must lie in the year, or for New Year in the December before it."),
        DATES_REVERSED("must name the first day before the last."),
        DAY_TWICE("names a day that another line names too.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private static final class Reader {

        private final List<Flaw> flaws = new ArrayList<>();
        private final List<Holiday> holidays = new ArrayList<>();
        private final Set<LocalDate> makeUpDays = new TreeSet<>();
        private final Map<LocalDate, Integer> lineOf = new HashMap<>();
        private int year;
        private String source = "";

        void line(int number, String line) {
            var cells = line.split(",", -1);
            try {
                switch (cells[0] + cells.length) {
                    case "year2" -> year = cells[1].matches("2\\d{3}") ? Integer.parseInt(cells[1]) : 0;
                    case "source2" -> source = cells[1].strip();
                    case "off4" -> off(number, line, cells[1], LocalDate.parse(cells[2]), LocalDate.parse(cells[3]));
                    case "work3" -> work(number, LocalDate.parse(cells[2]));
                    default -> flaws.add(new Flaw(number, line, Reason.LINE_UNKNOWN));
                }
            } catch (DateTimeParseException _) {
                flaws.add(new Flaw(number, line, Reason.DATE_FORMAT));
            }
        }

        Reading result() {
            if (year == 0) {
                flaws.add(new Flaw(0, "", Reason.YEAR_MISSING));
            }
            if (source.isEmpty()) {
                flaws.add(new Flaw(0, "", Reason.SOURCE_MISSING));
            }
            if (year != 0) {
                var first = LocalDate.of(year - 1, 12, 1);
                var last = LocalDate.of(year, 12, 31);
                lineOf.forEach((date, number) -> {
                    if (date.isBefore(first) || date.isAfter(last)) {
                        flaws.add(new Flaw(number, date.toString(), Reason.DATE_OUT_OF_YEAR));
                    }
                });
            }
            return flaws.isEmpty()
                    ? new Reading.Read(new HolidayYear(year, source, holidays, new HashSet<>(makeUpDays)))
                    : new Reading.Unreadable(flaws);
        }

        private void off(int number, String line, String name, LocalDate first, LocalDate last) {
            if (last.isBefore(first) || first.plusYears(1).isBefore(last)) {
                flaws.add(new Flaw(number, line, Reason.DATES_REVERSED));
                return;
            }
            first.datesUntil(last.plusDays(1)).forEach(day -> take(number, day));
            holidays.add(new Holiday(name, first, last));
        }

        private void work(int number, LocalDate date) {
            take(number, date);
            makeUpDays.add(date);
        }

        private void take(int number, LocalDate date) {
            if (lineOf.putIfAbsent(date, number) != null) {
                flaws.add(new Flaw(number, date.toString(), Reason.DAY_TWICE));
            }
        }
    }
}

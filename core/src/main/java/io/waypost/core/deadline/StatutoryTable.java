package io.waypost.core.deadline;

import io.waypost.core.calendar.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statutory clock (法定时钟): the periods of law by date and jurisdiction. Immutable and safe for threads. It counts calendar
 * days and never pauses, whatever a case waits for.
 *
 * <p>The row in force on the day of receipt decides, that of the province before that of the nation. A period is counted by
 * the Civil Code (民法典): the day of receipt does not count, the period begins on the next (art. 201); a period of months or
 * years ends on the corresponding day, or on the last of the month where there is none (art. 202); the last day ends at 24:00
 * (art. 203). A complaint of 1 March with seven days must be answered by the end of 8 March.
 *
 * <p>Article 203 would also move a last day that is a statutory holiday (法定休假日) to the day after it. That is deliberately not
 * done: the administrative rules do not say that it applies to them, and the earlier day is in time under either reading.
 */
public final class StatutoryTable {

    private final List<StatutoryRow> rows;

    /**
     * A table of those rows.
     *
     * @throws IllegalArgumentException where two rows contradict each other; {@link #contradictions} tells them without throwing
     */
    public StatutoryTable(List<StatutoryRow> rows) {
        var wrong = contradictions(rows);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.getFirst().message());
        }
        this.rows = List.copyOf(rows);
    }

    /** The pairs of rows that say something about the same matter on the same day. */
    public static List<Contradiction> contradictions(List<StatutoryRow> rows) {
        var found = new ArrayList<Contradiction>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (rows.get(i).contradicts(rows.get(j))) {
                    found.add(new Contradiction(rows.get(i), rows.get(j)));
                }
            }
        }
        return List.copyOf(found);
    }

    /** All rows. */
    public List<StatutoryRow> rows() {
        return rows;
    }

    /** The row in force on that day: the province's, else the nation's; empty where the law knows no such period. */
    public Optional<StatutoryRow> row(StatutoryKey key, Jurisdiction jurisdiction, LocalDate date) {
        return own(key, jurisdiction, date).or(() -> own(key, Jurisdiction.NATION, date));
    }

    /** When the period that was triggered at that instant ends; empty where the law knows no such period. */
    public Optional<StatutoryDue> due(StatutoryKey key, Jurisdiction jurisdiction, Instant receivedAt) {
        var day = LocalDate.ofInstant(receivedAt, Holidays.ZONE);
        return row(key, jurisdiction, day).map(row -> new StatutoryDue(row, day, day.plus(row.value())));
    }

    /**
     * The end of the authority's answer where it lengthened the period, counted from the end of the first; empty where the
     * jurisdiction knows no extension.
     */
    public Optional<StatutoryDue> extendedAnswer(Jurisdiction jurisdiction, Instant receivedAt) {
        return due(StatutoryKey.APPEAL_AUTHORITY_ANSWER, jurisdiction, receivedAt)
                .flatMap(first -> row(StatutoryKey.APPEAL_AUTHORITY_EXTENSION, jurisdiction, first.receivedOn())
                        .map(row -> new StatutoryDue(row, first.receivedOn(), first.lastDay().plus(row.value()))));
    }

    private Optional<StatutoryRow> own(StatutoryKey key, Jurisdiction jurisdiction, LocalDate date) {
        return rows.stream()
                .filter(row -> row.key() == key && row.jurisdiction().equals(jurisdiction) && row.effectiveOn(date))
                .findFirst();
    }

    /** Two rows of which one is too many. */
    public record Contradiction(StatutoryRow one, StatutoryRow other) {

        /** A sentence that names both. */
        public String message() {
            return "The rows of %s in %s from %s (%s) and from %s (%s) overlap.\nMaybe the earlier one needs a last day."
                    .formatted(one.key().code(), one.jurisdiction().code(), one.effectiveFrom(), one.source(),
                            other.effectiveFrom(), other.source());
        }
    }
}

package io.waypost.core.appeal;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryDue;
import io.waypost.core.deadline.StatutoryKey;
import io.waypost.core.deadline.StatutoryTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an appeal was admissible (受理条件), as far as the platform knows: the customer complained to the company first and was left
 * without a result for the days that law gives (先投诉后申诉), and appealed in time. Told to people; it refuses nothing by itself.
 */
public record AppealAdmission(ComplainedFirst complainedFirst, Window window) {

    /** An earlier case about the same parcel. */
    public record Earlier(Instant openedAt, @Nullable Instant closedAt) {}

    /** Whether the customer complained to the company first; the names are part of the API. */
    public enum ComplainedFirst {
        /** They did, and had no result within the days of law. */
        NO_RESULT_IN_TIME,
        /** They did, and had a result that did not content them. */
        NOT_CONTENT,
        /** They did, and the days of law were not over. */
        TOO_EARLY,
        /** No earlier case about the parcel is known. */
        NO_COMPLAINT
    }

    /** Whether they appealed in time; the names are part of the API. */
    public enum Window {
        IN_TIME,
        TOO_LATE,
        /** When the parcel was posted is not known. */
        UNKNOWN
    }

    /**
     * Judges what is known.
     *
     * @param earlier cases about the parcel
     * @param postedOn when the parcel was posted, null where that is not known
     * @param appealedOn when the customer appealed to the authority
     */
    public static AppealAdmission of(StatutoryTable law, Jurisdiction jurisdiction, List<Earlier> earlier,
            @Nullable LocalDate postedOn, LocalDate appealedOn) {
        return new AppealAdmission(complainedFirst(law, jurisdiction, earlier, appealedOn),
                window(law, jurisdiction, postedOn, appealedOn));
    }

    private static ComplainedFirst complainedFirst(StatutoryTable law, Jurisdiction jurisdiction,
            List<Earlier> earlier, LocalDate appealedOn) {
        var first = earlier.stream().filter(each -> !day(each.openedAt()).isAfter(appealedOn))
                .min(Comparator.comparing(Earlier::openedAt));
        if (first.isEmpty()) {
            return ComplainedFirst.NO_COMPLAINT;
        }
        var lastDay = law.due(StatutoryKey.COMPLAINT_REPLY, jurisdiction, first.get().openedAt())
                .map(StatutoryDue::lastDay);
        if (lastDay.isPresent() && appealedOn.isAfter(lastDay.get()) && !closedBy(first.get(), lastDay.get())) {
            return ComplainedFirst.NO_RESULT_IN_TIME;
        }
        return closedBy(first.get(), appealedOn) ? ComplainedFirst.NOT_CONTENT : ComplainedFirst.TOO_EARLY;
    }

    private static boolean closedBy(Earlier earlier, LocalDate date) {
        return earlier.closedAt() != null && !day(earlier.closedAt()).isAfter(date);
    }

    private static Window window(StatutoryTable law, Jurisdiction jurisdiction, @Nullable LocalDate postedOn,
            LocalDate appealedOn) {
        if (postedOn == null) {
            return Window.UNKNOWN;
        }
        return law.row(StatutoryKey.APPEAL_WINDOW, jurisdiction, appealedOn)
                .map(row -> appealedOn.isAfter(postedOn.plus(row.value())) ? Window.TOO_LATE : Window.IN_TIME)
                .orElse(Window.UNKNOWN);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Holidays.ZONE);
    }
}

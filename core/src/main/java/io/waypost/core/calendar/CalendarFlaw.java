package io.waypost.core.calendar;

/**
 * One thing that is wrong in the draft of a work calendar (日历草稿的错误).
 *
 * @param field where it is, such as {@code week.MONDAY} or {@code exceptions.2026-02-14}
 * @param value what was given there
 * @param reason why it cannot be taken; the names are part of the API
 */
public record CalendarFlaw(String field, String value, Reason reason) {

    /** A sentence that names the field, its value, and what would be right. */
    public String message() {
        return "The %s (%s) %s".formatted(field, value, reason.sentence);
    }

    /** Why a draft was refused. */
    public enum Reason {
        CODE_FORMAT("must have 1 to 64 letters, digits, dots, underscores or hyphens."),
        VERSION_RANGE("must be 1 or more."),
        WEEK_EMPTY("must have a shift on at least one weekday."),
        SHIFT_NOT_WHOLE_MINUTES("must begin and end on whole minutes."),
        SHIFTS_OVERLAP("must not overlap; the one before ends later than this one begins."),
        DATE_TWICE("must be named once; put all shifts of the day into one exception."),
        MAKE_UP_DAY_EMPTY("must be a weekday that has shifts, since make-up days are worked.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}

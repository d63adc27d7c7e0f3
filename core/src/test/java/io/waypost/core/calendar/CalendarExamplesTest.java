package io.waypost.core.calendar;

import static io.waypost.core.calendar.CalendarFixture.DESK;
import static io.waypost.core.calendar.CalendarFixture.NIGHT;
import static io.waypost.core.calendar.CalendarFixture.OUTLET;
import static io.waypost.core.calendar.CalendarFixture.at;
import static io.waypost.core.calendar.CalendarFixture.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.waypost.core.calendar.CalendarFlaw.Reason;
import io.waypost.core.calendar.Holidays.Holiday;
import io.waypost.core.calendar.WorkCalendar.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 working time by hand")
class CalendarExamplesTest {

    /** Made up: nobody has announced it. */
    static final HolidayYear YEAR_2027 = new HolidayYear(2027, "虚构", List.of(
            new Holiday("元旦", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3))), Set.of());

    @Test
    void anOutletClosesAtEight() {
        assertThat(plus(OUTLET, "2026-03-07T19:00", 2)).isEqualTo(at("2026-03-08T09:00"));
        assertThat(plus(OUTLET, "2026-03-07T19:00", 1)).isEqualTo(at("2026-03-07T20:00"));
        assertThat(plus(OUTLET, "2026-03-07T21:30", 2)).isEqualTo(at("2026-03-08T10:00"));
        assertThat(plus(OUTLET, "2026-02-17T08:00", 24)).as("Spring Festival is like any day")
                .isEqualTo(at("2026-02-18T20:00"));
        assertThat(OUTLET.isWorking(at("2026-03-07T08:00"))).isEqualTo(Answer.YES);
        assertThat(OUTLET.isWorking(at("2026-03-07T20:00"))).isEqualTo(Answer.NO);
    }

    @Test
    void lunchDoesNotCount() {
        assertThat(plus(DESK, "2026-03-05T11:00", 2)).isEqualTo(at("2026-03-05T14:30"));
        assertThat(plus(DESK, "2026-03-05T12:10", 0)).isEqualTo(at("2026-03-05T12:10"));
        assertThat(sure(DESK.nextWorking(at("2026-03-05T12:10")))).isEqualTo(at("2026-03-05T13:30"));
        assertThat(plus(DESK, "2026-03-06T17:00", 24)).as("Friday afternoon").isEqualTo(at("2026-03-11T15:30"));
        assertThat(between(DESK, "2026-03-05T00:00", "2026-03-06T00:00")).isEqualTo(Duration.parse("PT8H30M"));
    }

    @Test
    void aNightShiftCountsForTheDayOnWhichItBegan() {
        assertThat(plus(NIGHT, "2026-03-03T12:00", 4)).isEqualTo(at("2026-03-04T02:00"));
        assertThat(plus(NIGHT, "2026-03-04T05:00", 2)).isEqualTo(at("2026-03-04T23:00"));
        assertThat(between(NIGHT, "2026-03-04T00:00", "2026-03-05T00:00")).isEqualTo(Duration.ofHours(8));
        assertThat(plus(NIGHT, "2026-03-07T05:00", 2)).as("Saturday night is off").isEqualTo(at("2026-03-08T23:00"));
        assertThat(NIGHT.isWorking(at("2026-04-04T05:59"))).as("the night before 清明 ends in it").isEqualTo(Answer.YES);
        assertThat(NIGHT.isWorking(at("2026-04-06T23:00"))).as("清明").isEqualTo(Answer.NO);
    }

    @Test
    void springFestivalOf2026HasTwoMakeUpSaturdays() {
        assertThat(plus(DESK, "2026-02-13T17:00", 2)).as("Saturday 14 February is worked")
                .isEqualTo(at("2026-02-14T09:00"));
        assertThat(plus(DESK, "2026-02-14T17:00", 2)).as("nine days off").isEqualTo(at("2026-02-24T09:00"));
        assertThat(plus(DESK, "2026-02-27T17:00", 2)).as("Saturday 28 February too").isEqualTo(at("2026-02-28T09:00"));
        assertThat(between(DESK, "2026-02-01T00:00", "2026-03-01T00:00"))
                .as("16 days of February").isEqualTo(deskDays(16));
    }

    @Test
    void overTheEndOfAYear() {
        assertThat(plus(DESK, "2025-12-31T17:00", 2)).as("Sunday 4 January is worked")
                .isEqualTo(at("2026-01-04T09:00"));
        assertThat(plus(DESK, "2022-12-30T17:00", 2)).as("the holiday of 2023 begins in 2022")
                .isEqualTo(at("2023-01-03T09:00"));
    }

    @Test
    void aYearHasTheWorkingDaysThatTheNoticesLeave() {
        assertThat(between(DESK, "2022-01-01T00:00", "2023-01-01T00:00")).isEqualTo(deskDays(249));
        assertThat(between(DESK, "2023-01-01T00:00", "2024-01-01T00:00")).isEqualTo(deskDays(249));
        assertThat(between(DESK, "2024-01-01T00:00", "2025-01-01T00:00")).isEqualTo(deskDays(251));
        assertThat(between(DESK, "2025-01-01T00:00", "2026-01-01T00:00")).isEqualTo(deskDays(248));
        assertThat(between(DESK, "2026-01-01T00:00", "2027-01-01T00:00")).isEqualTo(deskDays(248));
    }

    @Test
    void doesNotGuessBeyondWhatIsAnnounced() {
        var end = at("2027-01-01T00:00");
        var known = new KnownDays(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(DESK.plus(at("2026-12-31T17:00"), Duration.ofHours(1))).isEqualTo(
                new Moment.At(at("2026-12-31T18:00")));
        assertThat(DESK.plus(at("2026-12-31T17:00"), Duration.ofHours(2))).isEqualTo(new Moment.Beyond(known, end));
        assertThat(DESK.plus(at("2027-03-01T09:00"), Duration.ofHours(2)))
                .isEqualTo(new Moment.Beyond(known, at("2027-03-01T09:00")));
        assertThat(DESK.between(at("2026-12-31T17:00"), at("2027-01-05T00:00")))
                .isEqualTo(new WorkTime.AtLeast(Duration.ofHours(1), known));
        assertThat(DESK.between(at("2021-12-31T00:00"), at("2022-01-04T09:00")))
                .isEqualTo(new WorkTime.AtLeast(Duration.ofHours(1), known));
        assertThat(DESK.isWorking(end)).isEqualTo(Answer.UNKNOWN);
        assertThat(DESK.nextWorking(at("2026-12-31T18:00"))).isEqualTo(new Moment.Beyond(known, end));
        assertThat(plus(OUTLET, "2026-12-31T19:00", 2)).as("who ignores holidays knows every day")
                .isEqualTo(at("2027-01-01T09:00"));
        var newer = DESK.with(Holidays.china().with(YEAR_2027));
        assertThat(plus(newer, "2026-12-31T17:00", 2)).isEqualTo(at("2027-01-04T09:00"));
    }

    @Test
    void onesOwnDaysGoFirst() {
        var moved = WorkCalendar.of(DESK.draft().withExceptions(List.of(
                DayException.closed(LocalDate.of(2026, 3, 5), "搬迁"),
                new DayException(LocalDate.of(2026, 2, 16), List.of(Shift.of("09:00", "11:00")), "春节值班"))),
                Holidays.china());
        assertThat(plus(moved, "2026-03-04T17:00", 2)).isEqualTo(at("2026-03-06T09:00"));
        assertThat(plus(moved, "2026-02-14T17:00", 2)).isEqualTo(at("2026-02-16T10:00"));
        assertThat(moved).isNotEqualTo(DESK).isEqualTo(WorkCalendar.of(moved.draft(), Holidays.china()));
    }

    @Test
    void hoursThatBelongToTwoDaysCountOnce() {
        var early = WorkCalendar.of(NIGHT.draft().withExceptions(List.of(
                new DayException(LocalDate.of(2026, 3, 5), List.of(Shift.of("04:00", "09:00")), "早班"))),
                Holidays.china());
        assertThat(between(early, "2026-03-04T12:00", "2026-03-05T12:00")).isEqualTo(Duration.ofHours(11));
        assertThat(plus(early, "2026-03-04T12:00", 11)).isEqualTo(at("2026-03-05T09:00"));
    }

    @Test
    void aNightInWhichTheClockIsChangedIsAnHourShorterOrLonger() {
        var berlin = new CalendarDraft(new CalendarId("berlin", 1), ZoneId.of("Europe/Berlin"),
                CalendarDraft.everyDay(Shift.of("22:00", "06:00")), HolidayRule.ignored(), List.of());
        var calendar = WorkCalendar.of(berlin, Holidays.china());
        assertThat(sure(calendar.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z"))))
                .isEqualTo(Duration.ofHours(7));
        assertThat(sure(calendar.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z"))))
                .isEqualTo(Duration.ofHours(9));
        assertThat(sure(calendar.plus(Instant.parse("2026-03-28T21:00:00Z"), Duration.ofHours(7))))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void aShiftInTheSkippedHourIsEmptyAndInTheDoubledHourCountsOnce() {
        var draft = new CalendarDraft(new CalendarId("odd", 1), ZoneId.of("Europe/Berlin"),
                CalendarDraft.everyDay(Shift.of("02:15", "02:45")), HolidayRule.ignored(), List.of());
        var calendar = WorkCalendar.of(draft, Holidays.china());
        assertThat(sure(calendar.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z"))))
                .isZero();
        assertThat(sure(calendar.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z"))))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void manyYearsAreCountedAtOnce() {
        assertThat(between(OUTLET, "2026-01-01T00:00", "2126-01-01T00:00"))
                .isEqualTo(Duration.ofHours(12).multipliedBy(36524));
        assertThat(plus(OUTLET, "2026-01-01T00:00", 12L * 36524)).isEqualTo(at("2125-12-31T20:00"));
    }

    @Test
    void aDraftSaysAllThatIsWrongWithIt() {
        var draft = new CalendarDraft(new CalendarId("总部 日历", 0), Holidays.ZONE,
                Map.of(DayOfWeek.TUESDAY, List.of(Shift.of("22:00", "06:00"), Shift.of("09:00", "12:00")),
                        DayOfWeek.WEDNESDAY, List.of(Shift.of("05:00", "09:00:30"))),
                HolidayRule.office(),
                List.of(DayException.closed(LocalDate.of(2026, 2, 14), "盘点"),
                        DayException.closed(LocalDate.of(2026, 2, 14), "盘点")));
        assertThat(draft.flaws()).extracting(CalendarFlaw::field, CalendarFlaw::reason).containsExactly(
                tuple("code", Reason.CODE_FORMAT),
                tuple("version", Reason.VERSION_RANGE),
                tuple("week.WEDNESDAY", Reason.SHIFT_NOT_WHOLE_MINUTES),
                tuple("week.WEDNESDAY", Reason.SHIFTS_OVERLAP),
                tuple("holidays.makeUpDaysLike", Reason.MAKE_UP_DAY_EMPTY),
                tuple("exceptions", Reason.DATE_TWICE));
        assertThat(draft.flaws().get(1).message()).isEqualTo("The version (0) must be 1 or more.");
        assertThatThrownBy(() -> WorkCalendar.of(draft, Holidays.china()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("05:00–09:00:30");
        var empty = CalendarDraft.inChina(new CalendarId("empty", 1), Map.of(), HolidayRule.ignored());
        assertThat(empty.flaws()).extracting(CalendarFlaw::reason).containsExactly(Reason.WEEK_EMPTY);
    }

    private static Instant plus(WorkCalendar calendar, String from, long hours) {
        return sure(calendar.plus(at(from), Duration.ofHours(hours)));
    }

    private static Duration deskDays(int days) {
        return Duration.parse("PT8H30M").multipliedBy(days);
    }

    private static Duration between(WorkCalendar calendar, String from, String until) {
        return sure(calendar.between(at(from), at(until)));
    }
}

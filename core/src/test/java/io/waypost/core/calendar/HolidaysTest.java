package io.waypost.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.waypost.core.calendar.HolidayYear.Flaw;
import io.waypost.core.calendar.HolidayYear.Reading.Read;
import io.waypost.core.calendar.HolidayYear.Reading.Unreadable;
import io.waypost.core.calendar.HolidayYear.Reason;
import io.waypost.core.calendar.Holidays.DayKind;
import io.waypost.core.calendar.Holidays.Holiday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 holidays and make-up days")
class HolidaysTest {

    @Test
    void touchesByTheClockInChina() {
        var holidays = Holidays.china();
        var eve = Instant.parse("2026-02-14T15:59:59Z");
        assertThat(holidays.touching(eve.minusSeconds(3600), eve)).isEmpty();
        assertThat(holidays.touching(eve, eve.plusSeconds(1))).map(Holiday::name).contains("春节");
        assertThat(holidays.touching(Instant.parse("2026-02-23T15:59:59Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .isPresent();
        assertThat(holidays.touching(Instant.parse("2026-02-23T16:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void knowsNoneOfAYearThatIsNotAnnounced() {
        assertThat(
                Holidays.china().touching(Instant.parse("2031-01-01T00:00:00Z"), Instant.parse("2031-12-31T00:00:00Z")))
                .isEmpty();
        assertThat(Holidays.china().kind(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.UNKNOWN);
    }

    @Test
    void knowsWhatWasAnnouncedAndByWhichNotice() {
        var holidays = Holidays.china();
        assertThat(holidays.knownThrough()).isEqualTo("2026-12-31");
        assertThat(holidays.known().from()).isEqualTo("2022-01-01");
        assertThat(holidays.years()).extracting(HolidayYear::source).containsExactly("国办发明电〔2021〕11号", "国办发明电〔2022〕16号",
                "国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号");
        assertThat(holidays.years()).extracting(year -> year.holidays().stream()
                .mapToLong(holiday -> holiday.first().datesUntil(holiday.last().plusDays(1)).count()).sum())
                .as("days off of each notice").containsExactly(31L, 27L, 28L, 28L, 33L);
        assertThat(holidays.years()).extracting(year -> year.makeUpDays().size()).containsExactly(7, 7, 8, 5, 6);
        assertThat(holidays.kind(LocalDate.of(2026, 2, 14))).isEqualTo(DayKind.MAKE_UP_DAY);
        assertThat(holidays.kind(LocalDate.of(2026, 2, 15))).isEqualTo(DayKind.HOLIDAY);
        assertThat(holidays.kind(LocalDate.of(2022, 12, 31))).isEqualTo(DayKind.HOLIDAY);
        assertThat(holidays.kind(LocalDate.of(2026, 3, 1))).as("a Sunday").isEqualTo(DayKind.ORDINARY);
    }

    @Test
    void makeUpDaysAreDaysOfAWeekend() {
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(Holidays.china().makeUpDays()).allMatch(day -> weekend.contains(day.getDayOfWeek()));
    }

    @Test
    void aYearIsReplacedAndAddedButNeverLeftOut() {
        var later = new HolidayYear(2027, "虚构", List.of(), Set.of());
        assertThat(Holidays.china().with(later).knownThrough()).isEqualTo("2027-12-31");
        var corrected = new HolidayYear(2026, "更正", List.of(), Set.of());
        assertThat(Holidays.china().with(corrected).kind(LocalDate.of(2026, 2, 15))).isEqualTo(DayKind.ORDINARY);
        assertThatThrownBy(() -> Holidays.china().with(new HolidayYear(2028, "虚构", List.of(), Set.of())))
                .hasMessage("The year (2028) must be 2027, the one that follows.");
    }

    @Test
    void aTextIsReadOrEveryWrongLineIsNamed() {
        assertThat(HolidayYear.read("""
                # 虚构
                year,2027
                source,虚构
                off,元旦,2027-01-01,2027-01-03
                work,元旦,2027-01-09
                """)).isEqualTo(new Read(new HolidayYear(2027, "虚构",
                List.of(new Holiday("元旦", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3))),
                Set.of(LocalDate.of(2027, 1, 9)))));
        var reading = HolidayYear.read("""
                year,27
                off,元旦,2027-01-01,2027-13-01
                off,元旦,2027-01-03,2027-01-01
                off,元旦,2027-01-01,2027-01-02
                work,元旦,2027-01-02
                holiday,元旦
                """);
        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, wrong -> assertThat(wrong.flaws())
                .extracting(Flaw::line, Flaw::reason).containsExactly(
                        tuple(2, Reason.DATE_FORMAT),
                        tuple(3, Reason.DATES_REVERSED),
                        tuple(5, Reason.DAY_TWICE),
                        tuple(6, Reason.LINE_UNKNOWN),
                        tuple(0, Reason.YEAR_MISSING),
                        tuple(0, Reason.SOURCE_MISSING)));
        assertThat(HolidayYear.read("year,2027\nsource,虚构\noff,元旦,2026-01-01,2026-01-01"))
                .isEqualTo(new Unreadable(List.of(new Flaw(3, "2026-01-01", Reason.DATE_OUT_OF_YEAR))));
        assertThat(new Flaw(3, "2026-01-01", Reason.DATE_OUT_OF_YEAR).message()).isEqualTo(
                "Line 3 (2026-01-01) must lie in the year, or for New Year in the December before it.");
    }
}

package io.waypost.core.calendar;

import static io.waypost.core.calendar.CalendarFixture.random;
import static io.waypost.core.calendar.CalendarFixture.randomInstant;
import static io.waypost.core.calendar.CalendarFixture.randomTime;
import static io.waypost.core.calendar.CalendarFixture.sure;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.WorkCalendar.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("T3 what holds for working time by every calendar")
class WorkCalendarPropertiesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsWhatTheClockOnTheWallCounts(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c", ZoneId.of(seed % 2 == 0 ? "Asia/Shanghai" : "Asia/Kathmandu"));
        var from = Instant.ofEpochSecond(randomInstant(random).getEpochSecond() / 900 * 900);
        int quarters = random.nextInt(1, 96 * 25);
        long worked = 0;
        for (int i = 0; i < quarters; i++) {
            worked += CalendarFixture.naive(calendar, from.plusSeconds(900L * i)) ? 1 : 0;
        }
        assertThat(sure(calendar.between(from, from.plusSeconds(900L * quarters)))).as("%s", calendar.draft())
                .isEqualTo(Duration.ofMinutes(15 * worked));
        assertThat(calendar.isWorking(from))
                .isEqualTo(CalendarFixture.naive(calendar, from) ? Answer.YES : Answer.NO);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsWhatTheClockOnTheWallCountsWhereTheClockIsChanged(long seed) {
        var random = new Random(seed);
        var week = CalendarDraft.everyDay(seed % 2 == 0 ? Shift.of("20:00", "08:00") : Shift.of("00:00", "06:00"));
        var zone = ZoneId.of(seed % 3 == 0 ? "America/New_York" : "Europe/Berlin");
        var calendar = WorkCalendar.of(new CalendarDraft(new CalendarId("c", 1), zone, week, HolidayRule.ignored(),
                List.of()), Holidays.china());
        var change = zone.getRules().nextTransition(randomInstant(random)).getInstant();
        var from = change.minusSeconds(3600L * random.nextInt(1, 60));
        int quarters = random.nextInt(1, 96 * 12);
        long worked = 0;
        for (int i = 0; i < quarters; i++) {
            worked += CalendarFixture.naive(calendar, from.plusSeconds(900L * i)) ? 1 : 0;
        }
        assertThat(sure(calendar.between(from, from.plusSeconds(900L * quarters)))).as("%s from %s", zone, from)
                .isEqualTo(Duration.ofMinutes(15 * worked));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plusAndBetweenAreInverse(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c");
        var from = randomInstant(random, calendar);
        for (int i = 0; i < 5; i++) {
            var time = randomTime(random);
            if (calendar.plus(from, time) instanceof Moment.At(var reached)) {
                assertThat(sure(calendar.between(from, reached))).as("%s", calendar.draft()).isEqualTo(time);
                assertThat(time.isZero() || sure(calendar.between(from, reached.minusNanos(1))).compareTo(time) < 0)
                        .as("the first such instant").isTrue();
            }
            var until = from.plus(randomTime(random).multipliedBy(3));
            if (calendar.between(from, until) instanceof WorkTime.Exact(var worked)) {
                var back = sure(calendar.plus(from, worked));
                assertThat(back).isBeforeOrEqualTo(until);
                assertThat(sure(calendar.between(back, until))).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splittingAnIntervalChangesNothing(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c");
        var points = Stream.generate(() -> randomInstant(random)).limit(3).sorted().toList();
        var whole = sure(calendar.between(points.getFirst(), points.getLast()));
        assertThat(sure(calendar.between(points.getFirst(), points.get(1)))
                .plus(sure(calendar.between(points.get(1), points.getLast())))).isEqualTo(whole);
        var time = randomTime(random);
        var first = Duration.ofNanos(random.nextLong(time.toNanos() + 1));
        if (calendar.plus(points.getFirst(), time) instanceof Moment.At(var reached)) {
            assertThat(sure(calendar.plus(sure(calendar.plus(points.getFirst(), first)), time.minus(first))))
                    .isEqualTo(reached);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plusNeverTurnsBack(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c");
        var from = randomInstant(random);
        var later = from.plusSeconds(random.nextInt(200_000));
        var time = randomTime(random);
        var more = time.plus(Duration.ofMinutes(random.nextInt(3_000)));
        if (calendar.plus(later, more) instanceof Moment.At(var last)) {
            assertThat(sure(calendar.plus(from, time))).isBeforeOrEqualTo(sure(calendar.plus(from, more)));
            assertThat(sure(calendar.plus(from, more))).isBeforeOrEqualTo(last);
            assertThat(sure(calendar.plus(from, time))).isAfterOrEqualTo(from);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextWorkingInstantIsTheFirst(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c");
        var from = randomInstant(random);
        var next = sure(calendar.nextWorking(from));
        assertThat(next).isAfterOrEqualTo(from);
        assertThat(calendar.isWorking(next)).isEqualTo(Answer.YES);
        assertThat(sure(calendar.between(from, next))).isZero();
        assertThat(calendar.isWorking(from)).isEqualTo(next.equals(from) ? Answer.YES : Answer.NO);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void announcingAnotherYearChangesNothingThatWasKnown(long seed) {
        var random = new Random(seed);
        var calendar = random(random, "c");
        var from = randomInstant(random).plusSeconds(180L * 86_400);
        var newer = calendar.with(Holidays.china().with(CalendarExamplesTest.YEAR_2027));
        var time = randomTime(random);
        switch (calendar.plus(from, time)) {
            case Moment.At at -> assertThat(newer.plus(from, time)).isEqualTo(at);
            case Moment.Beyond beyond -> {
                assertThat(beyond.known().through()).isEqualTo("2026-12-31");
                assertThat(sure(newer.plus(from, time))).isAfterOrEqualTo(beyond.notBefore());
            }
        }
    }
}

package io.waypost.core.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.appeal.AppealAdmission.ComplainedFirst;
import io.waypost.core.appeal.AppealAdmission.Earlier;
import io.waypost.core.appeal.AppealAdmission.Window;
import io.waypost.core.appeal.AppealReminders.Kind;
import io.waypost.core.appeal.AppealReminders.Reminder;
import io.waypost.core.deadline.DefaultStatutoryPeriods;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T5 what law gives an appeal, and who is reminded of it when")
class AppealTimesTest {

    private static final Instant FROM = Instant.parse("2026-11-02T01:00:00Z");
    private static final Jurisdiction ZHEJIANG = new Jurisdiction("330000");

    @Test
    void theCompanyHasFifteenDaysAndFiveTheSecondTime() {
        var law = DefaultStatutoryPeriods.table();
        var first = law.due(StatutoryKey.APPEAL_COMPANY_ANSWER, ZHEJIANG, FROM).orElseThrow();
        assertThat(first.lastDay()).isEqualTo("2026-11-17");
        var second = law.due(StatutoryKey.APPEAL_COMPANY_SECOND_ANSWER, ZHEJIANG, FROM).orElseThrow();
        assertThat(second.lastDay()).isEqualTo("2026-11-07");
        assertThat(second.row().source()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-01T02:00:00Z,                     , 2026-11-08, TOO_EARLY",
            "2026-11-01T02:00:00Z,                     , 2026-11-09, NO_RESULT_IN_TIME",
            "2026-11-01T02:00:00Z, 2026-11-03T02:00:00Z, 2026-11-04, NOT_CONTENT",
            "2026-11-01T02:00:00Z, 2026-11-20T02:00:00Z, 2026-11-21, NO_RESULT_IN_TIME",
            "2026-11-10T02:00:00Z,                     , 2026-11-09, NO_COMPLAINT"})
    void theCustomerComplainsFirst(Instant opened, @Nullable Instant closed, LocalDate appealedOn,
            ComplainedFirst expected) {
        var admission = AppealAdmission.of(DefaultStatutoryPeriods.table(), Jurisdiction.NATION,
                List.of(new Earlier(opened, closed)), null, appealedOn);
        assertThat(admission).isEqualTo(new AppealAdmission(expected, Window.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"000000,2026-11-01,IN_TIME", "000000,2027-05-01,TOO_LATE", "330000,2026-10-30,IN_TIME",
            "330000,2026-11-01,TOO_LATE"})
    void zhejiangGivesHalfAYear(String province, LocalDate appealedOn, Window expected) {
        var admission = AppealAdmission.of(DefaultStatutoryPeriods.table(), new Jurisdiction(province), List.of(),
                LocalDate.parse("2026-04-30"), appealedOn);
        assertThat(admission.window()).isEqualTo(expected);
    }

    @Test
    void aDeadlineOfFifteenDaysRemindsAtHalfThreeDaysOneDayTheEndAndDaily() {
        var due = FROM.plus(Duration.ofDays(15));
        assertThat(next(due, 0)).isEqualTo(new Reminder(1, Kind.HALF_GONE, FROM.plus(Duration.ofHours(180))));
        assertThat(next(due, 1).at()).isEqualTo(due.minus(Duration.ofDays(3)));
        assertThat(next(due, 2)).extracting(Reminder::kind, each -> each.kind().above())
                .containsExactly(Kind.ONE_DAY_LEFT, true);
        assertThat(next(due, 3)).isEqualTo(new Reminder(4, Kind.OVERDUE, due));
        assertThat(next(due, 4)).isEqualTo(new Reminder(5, Kind.STILL_OVERDUE, due.plus(Duration.ofDays(1))));
    }

    @Test
    void aShortSecondRoundIsNotRemindedTwiceOfTheSame() {
        var due = FROM.plus(Duration.ofDays(5));
        assertThat(next(due, 0).kind()).isEqualTo(Kind.THREE_DAYS_LEFT);
    }

    @Test
    void eachStepFiresOnceInItsTimeAndAfterASilenceOnlyTheLast() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var due = FROM.plus(Duration.ofDays(2 + random.nextInt(30)));
            var now = FROM;
            int fired = 0;
            var fires = new ArrayList<Reminder>();
            while (fired < 36 && now.isBefore(due.plus(Duration.ofDays(60)))) {
                now = now.plus(Duration.ofHours(1 + random.nextInt(100)));
                var toFire = AppealReminders.toFire(FROM, due, fired, now);
                if (toFire.isPresent()) {
                    assertThat(toFire.get().at()).as("seed %d", seed).isBeforeOrEqualTo(now);
                    fires.add(toFire.get());
                    fired = toFire.get().ordinal();
                    var waiting = AppealReminders.next(FROM, due, fired);
                    assertThat(waiting.isEmpty() || waiting.get().at().isAfter(now)).as("seed %d", seed).isTrue();
                }
            }
            assertThat(fires).as("seed %d", seed).isSortedAccordingTo((a, b) -> a.ordinal() - b.ordinal())
                    .doesNotHaveDuplicates();
            assertThat(AppealReminders.next(FROM, due, fired)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void figuresCarryWhatTheyAreMadeOf() {
        assertThat(new AppealRate(167, 100_000_000).perMillion().orElseThrow()).isEqualTo(1.67);
        assertThat(new AppealRate(3, 0).perMillion()).isEmpty();
        assertThat(AppealReason.read(" 虚假签收 ").orElseThrow().category()).isEqualTo(AppealCategory.DELIVERY_SERVICE);
        assertThat(AppealCategory.read("丢失短少")).contains(AppealCategory.LOSS_SHORTAGE);
        assertThat(AppealCategory.values()).allSatisfy(category -> assertThat(category.reasons()).isNotEmpty());
    }

    private static Reminder next(Instant due, int fired) {
        return AppealReminders.next(FROM, due, fired).orElseThrow();
    }
}

package io.waypost.core.deadline;

import static io.waypost.core.calendar.CalendarFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 the statutory clock")
class StatutoryTableTest {

    private static final StatutoryTable TABLE = DefaultStatutoryPeriods.table();
    private static final Jurisdiction GUANGDONG = Jurisdiction.of("440106");
    private static final Jurisdiction ZHEJIANG = Jurisdiction.of("330106");

    @Test
    void aComplaintIsAnsweredByTheEndOfTheSeventhDayAfterItsReceipt() {
        var due = due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2026-03-01T09:00");
        assertThat(due.lastDay()).isEqualTo("2026-03-08");
        assertThat(due.due()).isEqualTo(at("2026-03-09T00:00"));
        assertThat(due.kept(at("2026-03-08T23:59"))).isTrue();
        assertThat(due.kept(at("2026-03-09T00:00"))).isFalse();
        assertThat(due.daysLeft(at("2026-03-01T10:00"))).isEqualTo(7);
        assertThat(due.daysLeft(at("2026-03-08T23:00"))).isZero();
        assertThat(due.daysLeft(at("2026-03-09T00:00"))).isEqualTo(-1);
    }

    @Test
    void theDayIsThatOfTheClockInChinaAndHolidaysDoNotStopIt() {
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2026-03-01T00:00").lastDay()).isEqualTo("2026-03-08");
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2026-02-28T23:59").lastDay()).isEqualTo("2026-03-07");
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2026-02-13T12:00").lastDay())
                .as("in the middle of Spring Festival").isEqualTo("2026-02-20");
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2025-12-28T12:00").lastDay()).isEqualTo("2026-01-04");
    }

    @Test
    void appealsByTheNationAndByZhejiang() {
        assertThat(due(StatutoryKey.APPEAL_COMPANY_ANSWER, ZHEJIANG, "2026-03-01T09:00").lastDay())
                .as("falls back to the nation").isEqualTo("2026-03-16");
        assertThat(due(StatutoryKey.APPEAL_AUTHORITY_ANSWER, GUANGDONG, "2026-03-01T09:00").lastDay())
                .isEqualTo("2026-03-31");
        assertThat(due(StatutoryKey.APPEAL_AUTHORITY_ANSWER, ZHEJIANG, "2026-03-01T09:00").lastDay())
                .isEqualTo("2026-03-16");
        assertThat(TABLE.extendedAnswer(ZHEJIANG, at("2026-03-01T09:00"))).map(StatutoryDue::lastDay)
                .contains(LocalDate.of(2026, 3, 31));
        assertThat(TABLE.extendedAnswer(GUANGDONG, at("2026-03-01T09:00"))).isEmpty();
        assertThat(due(StatutoryKey.APPEAL_WINDOW, GUANGDONG, "2026-03-01T09:00").lastDay()).isEqualTo("2027-03-01");
        assertThat(due(StatutoryKey.APPEAL_WINDOW, ZHEJIANG, "2026-03-01T09:00").lastDay()).isEqualTo("2026-09-01");
        assertThat(due(StatutoryKey.APPEAL_WINDOW, ZHEJIANG, "2026-08-31T09:00").lastDay())
                .as("no 31 February").isEqualTo("2027-02-28");
    }

    @Test
    void theRowInForceOnTheDayOfReceiptDecides() {
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2025-05-31T23:00").row().source()).contains("第二十八条");
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, "2025-06-01T00:00").row().source()).contains("第二十九条");
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, ZHEJIANG, "2022-02-28T12:00").row().jurisdiction())
                .isEqualTo(Jurisdiction.NATION);
        assertThat(due(StatutoryKey.COMPLAINT_REPLY, ZHEJIANG, "2022-03-01T12:00").row().source()).contains("浙江");
        assertThat(TABLE.due(StatutoryKey.COMPLAINT_REPLY, GUANGDONG, Instant.parse("2018-04-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void theNextDayStartsWhereTheDueOneEnds() {
        for (int day = 0; day < 800; day++) {
            var received = at("2024-01-01T12:00").plusSeconds(86_400L * day);
            for (var key : StatutoryKey.values()) {
                for (var jurisdiction : List.of(GUANGDONG, ZHEJIANG)) {
                    var due = TABLE.due(key, jurisdiction, received);
                    var next = TABLE.due(key, jurisdiction, received.plusSeconds(86_400));
                    assertThat(due.isPresent()).isEqualTo(next.isPresent());
                    due.ifPresent(one -> assertThat(next.orElseThrow().due()).isAfterOrEqualTo(one.due()));
                }
            }
        }
    }

    @Test
    void rowsThatContradictEachOtherAreNamed() {
        var rows = new ArrayList<>(DefaultStatutoryPeriods.rows());
        rows.add(new StatutoryRow(StatutoryKey.COMPLAINT_REPLY, ZHEJIANG, Period.ofDays(5), LocalDate.of(2027, 1, 1),
                null, "虚构"));
        assertThat(StatutoryTable.contradictions(rows)).hasSize(1);
        assertThatThrownBy(() -> new StatutoryTable(rows)).hasMessage(
                "The rows of complaint.reply.statutory in 330000 from 2022-03-01 (浙江省快递业促进条例第三十七条)"
                        + " and from 2027-01-01 (虚构) overlap.\nMaybe the earlier one needs a last day.");
        assertThat(StatutoryTable.contradictions(DefaultStatutoryPeriods.rows())).isEmpty();
    }

    @Test
    void aPlaceBelongsToItsProvince() {
        assertThat(ZHEJIANG.code()).isEqualTo("330000");
        assertThat(Jurisdiction.of("999999")).isEqualTo(Jurisdiction.NATION);
        assertThatThrownBy(() -> new Jurisdiction("330106")).hasMessage(
                "The jurisdiction (330106) must be a province's code such as 330000, or 000000.");
    }

    private static StatutoryDue due(StatutoryKey key, Jurisdiction jurisdiction, String receivedAt) {
        return TABLE.due(key, jurisdiction, at(receivedAt)).orElseThrow();
    }
}

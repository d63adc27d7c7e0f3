package io.waypost.core.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The periods of law that a new installation starts with (法定期限默认表); every row can be replaced. */
public final class DefaultStatutoryPeriods {

    private static final Jurisdiction ZHEJIANG = new Jurisdiction("330000");
    private static final String ZHEJIANG_ACT = "浙江省快递业促进条例第三十七条";

    private DefaultStatutoryPeriods() {}

    /** The table. */
    public static StatutoryTable table() {
        return new StatutoryTable(rows());
    }

    /** Its rows. */
    public static List<StatutoryRow> rows() {
        return List.of(
                nation(StatutoryKey.COMPLAINT_REPLY, Period.ofDays(7), "2018-05-01", LocalDate.of(2025, 5, 31),
                        "快递暂行条例第二十八条"),
                nation(StatutoryKey.COMPLAINT_REPLY, Period.ofDays(7), "2025-06-01", null,
                        "快递暂行条例第二十九条(国务院令第806号修订)"),
                nation(StatutoryKey.APPEAL_AUTHORITY_ANSWER, Period.ofDays(30), "2009-10-01", null, "邮政法第六十五条"),
                // Of trade practice, not confirmed in the text in force; an installation checks it.
                nation(StatutoryKey.APPEAL_COMPANY_ANSWER, Period.ofDays(15), "2014-09-01", null,
                        "邮政业消费者申诉处理办法(2014),沿用惯例,待核实"),
                nation(StatutoryKey.APPEAL_COMPANY_SECOND_ANSWER, Period.ofDays(5), "2014-09-01", null,
                        "邮政业消费者申诉处理办法(2014),沿用惯例,待核实"),
                nation(StatutoryKey.APPEAL_WINDOW, Period.ofYears(1), "2014-09-01", null, "邮政业用户申诉处理办法"),
                zhejiang(StatutoryKey.COMPLAINT_REPLY, Period.ofDays(7)),
                zhejiang(StatutoryKey.APPEAL_WINDOW, Period.ofMonths(6)),
                zhejiang(StatutoryKey.APPEAL_AUTHORITY_ANSWER, Period.ofDays(15)),
                zhejiang(StatutoryKey.APPEAL_AUTHORITY_EXTENSION, Period.ofDays(15)));
    }

    private static StatutoryRow nation(StatutoryKey key, Period value, String from, @Nullable LocalDate to,
            String source) {
        return new StatutoryRow(key, Jurisdiction.NATION, value, LocalDate.parse(from), to, source);
    }

    private static StatutoryRow zhejiang(StatutoryKey key, Period value) {
        return new StatutoryRow(key, ZHEJIANG, value, LocalDate.of(2022, 3, 1), null, ZHEJIANG_ACT);
    }
}

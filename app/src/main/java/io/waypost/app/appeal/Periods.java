package io.waypost.app.appeal;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryDue;
import io.waypost.core.deadline.StatutoryKey;
import io.waypost.core.deadline.StatutoryRow;
import io.waypost.core.deadline.StatutoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The periods of law that appeals are counted by, as versioned rows; an appeal keeps the row that it was counted by. */
@Service
class Periods {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Periods(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The table as it stands; within the caller's transaction. */
    @Transactional(readOnly = true)
    public StatutoryTable table() {
        return new StatutoryTable(jdbc.sql("""
                select key, jurisdiction, value, effective_from, effective_to, source from appeal.period
                order by key, jurisdiction, effective_from
                """).query((row, _) -> row(row)).list());
    }

    /** When the company must answer; the first or the second time that the authority asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatutoryDue due(int round, String jurisdiction, Instant forwardedAt) {
        var key = round == 1 ? StatutoryKey.APPEAL_COMPANY_ANSWER : StatutoryKey.APPEAL_COMPANY_SECOND_ANSWER;
        return table().due(key, new Jurisdiction(jurisdiction), forwardedAt)
                .orElseThrow(() -> Refusal.conflict("NO_PERIOD",
                        "No period of law is in force for %s on that day; enter one first.".formatted(key.code())));
    }

    /** Adds a version; the one before it ends on the day before. */
    @Transactional
    public StatutoryRow add(String keyCode, String jurisdiction, String value, LocalDate from, String source) {
        var row = read(keyCode, jurisdiction, value, from, source);
        var before = table().rows().stream()
                .filter(each -> each.key() == row.key() && each.jurisdiction().equals(row.jurisdiction()))
                .toList();
        if (before.stream().anyMatch(each -> !each.effectiveFrom().isBefore(from))) {
            throw Refusal.invalid("effectiveFrom", from, "OUT_OF_RANGE",
                    "A version from that day or a later one is there already.");
        }
        end(row, from.minusDays(1));
        insert(row);
        audit.record("PERIOD_ADDED", "PERIOD", row.key().code(), "/",
                Map.of("jurisdiction", jurisdiction, "value", value, "from", from.toString()));
        return row;
    }

    private void end(StatutoryRow row, LocalDate lastDay) {
        jdbc.sql("""
                update appeal.period set effective_to = :last
                where key = :key and jurisdiction = :jurisdiction and (effective_to is null or effective_to > :last)
                """).param("last", lastDay).param("key", row.key().code())
                .param("jurisdiction", row.jurisdiction().code()).update();
    }

    private void insert(StatutoryRow row) {
        jdbc.sql("""
                insert into appeal.period (key, jurisdiction, value, effective_from, source, entered_at, entered_by)
                values (:key, :jurisdiction, :value, :from, :source, :at, :by)
                """)
                .param("key", row.key().code())
                .param("jurisdiction", row.jurisdiction().code())
                .param("value", row.value().toString())
                .param("from", row.effectiveFrom())
                .param("source", row.source())
                .param("at", AppealColumns.utc(clock.instant()))
                .param("by", By.current().name())
                .update();
    }

    private static StatutoryRow read(String keyCode, String jurisdiction, String value, LocalDate from,
            String source) {
        var wrong = new ArrayList<Refusal.Field>();
        var key = key(keyCode);
        if (key.isEmpty()) {
            wrong.add(new Refusal.Field("key", keyCode, "UNKNOWN", "Use a key of the table."));
        }
        if (!jurisdiction.matches("\\d{2}0000")) {
            wrong.add(new Refusal.Field("jurisdiction", jurisdiction, "FORM", "Use 000000 or a province's code."));
        }
        if (period(value).filter(each -> !each.isNegative() && !each.isZero()).isEmpty()) {
            wrong.add(new Refusal.Field("value", value, "FORM", "Write a period such as P15D, P6M or P1Y."));
        }
        if (source.isBlank() || source.length() > 200) {
            wrong.add(new Refusal.Field("source", source, "LENGTH",
                    "Name the law and the article, 1 to 200 characters."));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("The period is not acceptable.", wrong);
        }
        return new StatutoryRow(key.orElseThrow(), new Jurisdiction(jurisdiction), period(value).orElseThrow(), from,
                null, source.strip());
    }

    private static StatutoryRow row(ResultSet row) throws SQLException {
        return new StatutoryRow(key(row.getString("key")).orElseThrow(),
                new Jurisdiction(row.getString("jurisdiction")),
                Period.parse(row.getString("value")), row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class), row.getString("source"));
    }

    private static Optional<StatutoryKey> key(String code) {
        return Arrays.stream(StatutoryKey.values()).filter(each -> each.code().equals(code)).findFirst();
    }

    private static Optional<Period> period(String text) {
        try {
            return Optional.of(Period.parse(text));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** The rows as they are shown. */
    List<StatutoryRow> rows() {
        return table().rows();
    }
}

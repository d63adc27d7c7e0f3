package io.waypost.app.money;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.money.PayoutGateway.StatementLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the statement that a bank gives for a day, and compares it at once. Brought again it takes the place of the one before. */
@Service
class StatementDesk {

    private static final List<String> COLUMNS = List.of("key", "amount");
    private static final int KEY = 64;

    private final Reconciler reconciler;
    private final AuditTrail audit;
    private final Clock clock;

    StatementDesk(Reconciler reconciler, AuditTrail audit, Clock clock) {
        this.reconciler = reconciler;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ImportReport read(String day, byte[] file) {
        Headquarters.only();
        var of = day(day);
        var sheet = Sheet.read(file);
        var faults = new ArrayList<>(sheet.columnErrors(COLUMNS, COLUMNS));
        var lines = new ArrayList<StatementLine>();
        if (faults.isEmpty()) {
            sheet.rows().forEach(row -> read(row, lines, faults));
        }
        if (!faults.isEmpty()) {
            return ImportReport.refused(false, sheet.rows().size(), faults);
        }
        int found = reconciler.compare(BankFileGateway.NAME, of, lines, clock.instant());
        audit.record("STATEMENT_BROUGHT", "STATEMENT", of.toString(), "/",
                Map.of("lines", lines.size(), "differences", found));
        return new ImportReport(false, lines.size(), lines.size(), 0, 0, List.of());
    }

    private static void read(Sheet.Row row, List<StatementLine> lines, List<Fault> faults) {
        var key = row.cells().getOrDefault("key", "").strip();
        var amount = row.cells().getOrDefault("amount", "");
        if (key.isEmpty() || key.length() > KEY || key.indexOf('\0') >= 0) {
            faults.add(new Fault(row.number(), "key", key.substring(0, Math.min(KEY, key.length())), "MISSING",
                    "Name the payment in up to %d characters.".formatted(KEY)));
        }
        var fen = Yuan.fen(amount);
        if (fen.isEmpty()) {
            faults.add(new Fault(row.number(), "amount", amount, "NO_AMOUNT", "Yuan above zero, such as 12.50."));
        } else {
            lines.add(new StatementLine(key, fen.getAsLong()));
        }
    }

    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isAfter(Days.of(clock.instant())) && day.getYear() >= 2020) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Falls through to the refusal.
        }
        throw Refusal.invalid("day", text, "NO_DAY", "A day that has been, such as 2026-11-30.");
    }
}

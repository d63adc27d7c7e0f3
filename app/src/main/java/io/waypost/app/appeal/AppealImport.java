package io.waypost.app.appeal;

import io.waypost.app.appeal.IntakeFields.Outcome.Right;
import io.waypost.app.appeal.IntakeFields.Outcome.Wrong;
import io.waypost.app.appeal.IntakeFields.Read;
import io.waypost.app.appeal.ParcelDossier.Known;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the authority's list of appeals in from a CSV or Excel file: all or none, and the same file again changes nothing. */
@Service
class AppealImport {

    /** The columns, in Chinese as the authority's lists have them, with the fields they fill. */
    static final Map<String, String> COLUMNS = columns();
    /** The most rows of one file. */
    static final int MOST = 5_000;

    private static final List<String> REQUIRED = List.of("申诉编号", "受理局", "申诉类别", "运单号", "申诉内容", "申诉要求", "转办日期");
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/M/d");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-M-d");

    private final AppealIntake intake;
    private final AppealStore store;
    private final ParcelDossier dossier;
    private final TransactionTemplate transaction;

    AppealImport(AppealIntake intake, AppealStore store, ParcelDossier dossier, TransactionTemplate transaction) {
        this.intake = intake;
        this.store = store;
        this.dossier = dossier;
        this.transaction = transaction;
    }

    private record Wanted(int row, Read read, Known known, Unit unit) {}

    /** Leaves a transaction whose rows all turned out to be wrong or unwanted; never seen outside. */
    private static final class Undone extends RuntimeException {

        private final ImportReport report;

        Undone(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    ImportReport put(Sheet sheet, boolean dryRun) {
        var errors = new ArrayList<>(sheet.columnErrors(List.copyOf(COLUMNS.keySet()), REQUIRED));
        if (sheet.rows().size() > MOST) {
            errors.add(new Fault(1, "申诉编号", null, "TOO_MANY", "A file may have %d appeals.".formatted(MOST)));
        }
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        var wanted = read(sheet, errors);
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        try {
            return Objects.requireNonNull(transaction.execute(_ -> write(wanted, sheet.rows().size(), dryRun)));
        } catch (Undone undone) {
            return undone.report;
        }
    }

    private List<Wanted> read(Sheet sheet, List<Fault> errors) {
        var wanted = new ArrayList<Wanted>();
        var rows = new HashMap<String, Integer>();
        for (var row : sheet.rows()) {
            switch (IntakeFields.read(typed(row, errors), intake.today())) {
                case Wrong(var flaws) -> flaws.forEach(flaw -> errors.add(fault(row, flaw)));
                case Right(var read) -> {
                    var first = rows.putIfAbsent(read.authorityNumber(), row.number());
                    if (first != null) {
                        errors.add(new Fault(row.number(), "申诉编号", read.authorityNumber(), "DUPLICATE",
                                "The number stands in row %d.".formatted(first)));
                    } else {
                        addTo(wanted, row, read, errors);
                    }
                }
            }
        }
        return wanted;
    }

    private void addTo(List<Wanted> wanted, Sheet.Row row, Read read, List<Fault> errors) {
        try {
            var known = dossier.of(read.waybill());
            wanted.add(new Wanted(row.number(), read, known, intake.unit(read, known)));
        } catch (Refusal refusal) {
            refusal.fields().forEach(flaw -> errors.add(fault(row, flaw)));
        }
    }

    private ImportReport write(List<Wanted> wanted, int rows, boolean dryRun) {
        var known = store.known(wanted.stream().map(each -> each.read().authorityNumber()).toList());
        int created = 0;
        var errors = new ArrayList<Fault>();
        for (var each : wanted) {
            if (known.contains(each.read().authorityNumber())) {
                continue;
            }
            if (intake.write(each.read(), each.known(), each.unit()).isPresent()) {
                created++;
            } else {
                errors.add(new Fault(each.row(), "申诉编号", each.read().authorityNumber(), "NUMBER_TAKEN",
                        "Another region has an appeal of this number."));
            }
        }
        if (!errors.isEmpty()) {
            throw new Undone(ImportReport.refused(dryRun, rows, errors));
        }
        var report = new ImportReport(dryRun, rows, created, 0, rows - created, List.of());
        if (dryRun) {
            throw new Undone(report);
        }
        return report;
    }

    private static NewAppeal typed(Sheet.Row row, List<Fault> errors) {
        return new NewAppeal(cell(row, "申诉编号"), cell(row, "受理局"), cell(row, "适用地区"), cell(row, "申诉类别"),
                cell(row, "申诉原因"), cell(row, "运单号"), cell(row, "申诉人身份"), cell(row, "申诉人"), cell(row, "联系电话"),
                cell(row, "申诉内容"), cell(row, "申诉要求"), date(row, "申诉日期", errors), date(row, "转办日期", errors),
                cell(row, "处理机构"));
    }

    private static @Nullable LocalDate date(Sheet.Row row, String column, List<Fault> errors) {
        var text = cell(row, column);
        if (text == null) {
            return null;
        }
        for (var form : List.of(PLAIN, SLASHED, SPOKEN)) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeException another) {
                // The next form is tried.
            }
        }
        if (text.matches("\\d{5}(\\.\\d+)?")) {
            // Excel keeps a day as the number of days since 1899-12-30.
            return LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text.substring(0, 5)));
        }
        errors.add(new Fault(row.number(), column, text, "FORM", "Write a day such as 2026-11-28."));
        return null;
    }

    private static @Nullable String cell(Sheet.Row row, String column) {
        var text = row.cells().get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Fault fault(Sheet.Row row, Refusal.Field flaw) {
        var column = COLUMNS.entrySet().stream().filter(each -> each.getValue().equals(flaw.field()))
                .map(Map.Entry::getKey).findFirst().orElse(flaw.field());
        return new Fault(row.number(), column, flaw.value() == null ? null : flaw.value().toString(), flaw.code(),
                flaw.message());
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("申诉编号", "authorityNumber");
        columns.put("受理局", "office");
        columns.put("适用地区", "jurisdiction");
        columns.put("申诉类别", "category");
        columns.put("申诉原因", "reason");
        columns.put("运单号", "waybill");
        columns.put("申诉人身份", "complainantRole");
        columns.put("申诉人", "complainantName");
        columns.put("联系电话", "complainantPhone");
        columns.put("申诉内容", "content");
        columns.put("申诉要求", "request");
        columns.put("申诉日期", "appealedOn");
        columns.put("转办日期", "forwardedOn");
        columns.put("处理机构", "unit");
        return Collections.unmodifiableMap(columns);
    }
}

package io.waypost.app.money;

import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.money.PayoutStore.KeptPayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a bank says of a batch (代发结果文件): each line held against the payout that it names. */
final class BankResult {

    private static final List<String> COLUMNS = List.of("key", "amount", "result", "reason");
    private static final List<String> REQUIRED = List.of("key", "amount", "result");
    private static final Set<String> PAID = Set.of("PAID", "成功");
    private static final Set<String> FAILED = Set.of("FAILED", "失败");
    private static final int REASON = 100;

    private BankResult() {}

    /**
     * A line that can be believed.
     *
     * @param failure why it was not paid; null where it was
     */
    record Line(KeptPayout payout, @Nullable String failure) {}

    /** What was read: lines, and everything that is wrong with them. */
    record Read(int rows, List<Line> results, List<Fault> faults) {}

    static Read read(Sheet sheet, List<KeptPayout> members) {
        var faults = new ArrayList<>(sheet.columnErrors(COLUMNS, REQUIRED));
        var results = new ArrayList<Line>();
        if (faults.isEmpty()) {
            Map<UUID, KeptPayout> byId = members.stream()
                    .collect(Collectors.toMap(KeptPayout::id, Function.identity()));
            var seen = new HashSet<UUID>();
            for (var row : sheet.rows()) {
                read(row, byId, seen, results, faults);
            }
        }
        return new Read(sheet.rows().size(), results, faults);
    }

    private static void read(Sheet.Row row, Map<UUID, KeptPayout> members, Set<UUID> seen, List<Line> results,
            List<Fault> faults) {
        var key = cell(row, "key");
        var payout = PayoutKey.read(key).map(members::get).orElse(null);
        if (payout == null) {
            faults.add(new Fault(row.number(), "key", key, "NOT_IN_BATCH", "The batch has no payout of this key."));
            return;
        }
        if (!seen.add(payout.id())) {
            faults.add(new Fault(row.number(), "key", key, "DOUBLE_KEY", "The file has this key twice."));
        }
        var amount = Yuan.fen(cell(row, "amount"));
        if (amount.isEmpty() || amount.getAsLong() != payout.fen()) {
            faults.add(new Fault(row.number(), "amount", cell(row, "amount"), "AMOUNT_DIFFERS",
                    "The payout is of %s yuan.".formatted(Yuan.of(payout.fen()))));
        }
        var result = cell(row, "result");
        var reason = cell(row, "reason");
        if (!PAID.contains(result) && !FAILED.contains(result)) {
            faults.add(new Fault(row.number(), "result", result, "UNKNOWN_RESULT", "Use PAID or FAILED."));
        } else if (FAILED.contains(result) && reason.isEmpty()) {
            faults.add(new Fault(row.number(), "reason", reason, "MISSING", "Say why it was not paid."));
        } else if (reason.length() > REASON) {
            faults.add(new Fault(row.number(), "reason", reason.substring(0, REASON), "TOO_LONG",
                    "Up to %d characters.".formatted(REASON)));
        }
        results.add(new Line(payout, PAID.contains(result) ? null : reason));
    }

    private static String cell(Sheet.Row row, String column) {
        return row.cells().getOrDefault(column, "").strip();
    }
}

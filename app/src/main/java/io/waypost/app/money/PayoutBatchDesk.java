package io.waypost.app.money;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.kernel.Sheets;
import io.waypost.app.money.PayoutBatchStore.Batch;
import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.core.ledger.PayoutAnswer;
import io.waypost.core.ledger.PayoutEvent.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches for a bank that takes files: made, carried there, and its answer brought back. */
@Service
class PayoutBatchDesk {

    private static final int MOST = 5_000;
    private static final List<String> COLUMNS = List.of("line", "key", "way", "account", "name", "amount", "remark");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final PayoutBatchStore store;
    private final PayoutSteps steps;
    private final AuditTrail audit;
    private final Clock clock;

    PayoutBatchDesk(PayoutBatchStore store, PayoutSteps steps, AuditTrail audit, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts everything that waits into a batch. */
    @Transactional
    Batch make() {
        Headquarters.only();
        var waiting = store.waiting(MOST);
        if (waiting.isEmpty()) {
            throw Refusal.conflict("NOTHING_TO_PAY", "No payout waits for a batch.");
        }
        var now = now();
        var id = Ids.next(now);
        var number = "B%s-%s".formatted(DAY.format(Days.of(now)), id.toString().substring(24));
        store.add(id, number, waiting, now, Acting.current().name());
        audit.record("PAYOUT_BATCH_MADE", "PAYOUT_BATCH", id.toString(), "/",
                Map.of("number", number, "payouts", waiting.size()));
        return found(id);
    }

    /** The file of a batch, with its totals in the last line; the same each time. */
    @Transactional
    byte[] file(UUID id) throws IOException {
        Headquarters.only();
        var batch = found(id);
        var rows = new ArrayList<List<String>>();
        for (var member : store.members(id)) {
            rows.add(List.of(Integer.toString(rows.size() + 1), PayoutKey.of(member.id()), member.payee().way().name(),
                    member.payee().account(), member.payee().name(), Yuan.of(member.fen()), member.remark()));
        }
        rows.add(List.of("合计", batch.number(), "", Integer.toString(batch.payouts()), "", Yuan.of(batch.fen()), ""));
        store.fetched(id, now(), Acting.current().name());
        audit.record("PAYOUT_BATCH_FETCHED", "PAYOUT_BATCH", id.toString(), "/", Map.of("payouts", batch.payouts()));
        var file = new ByteArrayOutputStream();
        Sheets.csv(file, COLUMNS, rows);
        return file.toByteArray();
    }

    /** Takes in what the bank says of a batch, all of the file or nothing of it. Lines that say the same again change nothing. */
    @Transactional
    ImportReport result(UUID id, byte[] file, boolean dryRun) {
        Headquarters.only();
        found(id);
        var members = store.members(id);
        var read = BankResult.read(Sheet.read(file), members);
        if (!read.faults().isEmpty() || dryRun) {
            return new ImportReport(dryRun, read.rows(), 0, read.faults().isEmpty() ? read.results().size() : 0, 0,
                    read.faults());
        }
        int changed = 0;
        for (var result : read.results()) {
            changed += apply(result) ? 1 : 0;
        }
        store.close(id, now());
        audit.record("PAYOUT_BATCH_ANSWERED", "PAYOUT_BATCH", id.toString(), "/", Map.of("lines", read.rows()));
        return new ImportReport(false, read.rows(), 0, changed, read.rows() - changed, List.<Fault>of());
    }

    private boolean apply(BankResult.Line result) {
        var kept = result.payout();
        var answer = result.failure() == null
                ? new PayoutAnswer.Paid()
                : new PayoutAnswer.Refused(result.failure(), false);
        return !same(kept, steps.said(kept.id(), new Asked(kept.payout().sends(), answer)).payout());
    }

    private static boolean same(KeptPayout before, KeptPayout after) {
        return before.payout().state() == after.payout().state();
    }

    private Batch found(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("batch", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.waypost.app.money;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Page;
import io.waypost.app.money.DifferenceStore.Difference;
import io.waypost.app.money.DifferenceStore.Kind;
import io.waypost.app.money.DifferenceStore.State;
import io.waypost.app.money.DifferenceStore.Verdict;
import io.waypost.app.money.ReconciliationStore.ReconciledDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/payouts/reconciliations")
class ReconciliationController {

    private static final int MOST_DAYS = 400;

    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final DifferenceDesk desk;
    private final StatementDesk statements;

    ReconciliationController(ReconciliationStore store, DifferenceStore differences, DifferenceDesk desk,
            StatementDesk statements) {
        this.store = store;
        this.differences = differences;
        this.desk = desk;
        this.statements = statements;
    }

    /**
     * A difference as it is shown.
     *
     * @param possible what can be said of it
     */
    record DifferenceRow(UUID id, String gateway, Kind kind, String key, LocalDate day, @Nullable UUID payout,
            @Nullable Long fenHere, @Nullable Long fenThere, Instant foundAt, State state, Set<Verdict> possible,
            @Nullable Verdict verdict, @Nullable String words, @Nullable String proposedBy, @Nullable String settledBy,
            @Nullable Instant settledAt) {}

    record Settling(@NotNull Verdict verdict, @NotNull String words) {}

    @GetMapping
    @Transactional(readOnly = true)
    List<ReconciledDay> days() {
        Headquarters.only();
        return store.days(MOST_DAYS);
    }

    @GetMapping("/differences")
    @Transactional(readOnly = true)
    Page<DifferenceRow> differences(@RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Headquarters.only();
        int most = Page.limit(limit);
        var parts = Cursor.read(cursor, 2);
        var at = parts.isEmpty() ? null : Cursor.value(parts.getFirst(), Instant::parse, cursor);
        var id = parts.isEmpty() ? null : Cursor.value(parts.getLast(), UUID::fromString, cursor);
        var found = differences.list(open, at, id, most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().foundAt(), shown.getLast().id()) : null;
        return new Page<>(shown.stream().map(ReconciliationController::row).toList(), next, null);
    }

    @PostMapping("/differences/{id}/settle")
    DifferenceRow settle(@PathVariable UUID id, @RequestBody @Valid Settling body) {
        return row(desk.settle(id, body.verdict(), body.words()));
    }

    /** Takes in the statement of a bank that takes files, for a day, and compares it. */
    @PostMapping("/statements")
    ImportReport statement(@RequestParam String day, @RequestParam MultipartFile file) throws IOException {
        return statements.read(day, file.getBytes());
    }

    private static DifferenceRow row(Difference one) {
        return new DifferenceRow(one.id(), one.gateway(), one.kind(), one.key(), one.day(), one.payout(), one.fenHere(),
                one.fenThere(), one.foundAt(), one.state(), DifferenceDesk.possible(one), one.verdict(), one.words(),
                one.proposedBy(), one.settledBy(), one.settledAt());
    }
}

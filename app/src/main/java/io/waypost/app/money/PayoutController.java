package io.waypost.app.money;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.app.money.PayoutStore.PayoutEventRow;
import io.waypost.core.ledger.PayoutState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payouts")
class PayoutController {

    private final PayoutStore store;

    PayoutController(PayoutStore store) {
        this.store = store;
    }

    /**
     * A payout as it is shown.
     *
     * @param payeeAccount to what account, all but its last four characters hidden
     * @param payeeName to whom, all but the first character hidden
     * @param nextAt when something is done about it next; null where it is over
     */
    record PayoutRow(UUID id, String reference, String claim, long fen, Payee.Way way, String payeeAccount,
            @Nullable String payeeName, String gateway, PayoutState state, @Nullable String reason, Instant since,
            Instant orderedAt, String orderedBy, int sends, @Nullable Instant nextAt) {}

    /** One with everything that happened to it. */
    record PayoutView(PayoutRow payout, String remark, List<PayoutEventRow> events) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<PayoutRow> list(@RequestParam(required = false) @Nullable PayoutState state,
            @RequestParam(required = false) @Nullable String claim,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var parts = Cursor.read(cursor, 2);
        var at = parts.isEmpty() ? null : Cursor.value(parts.getFirst(), Instant::parse, cursor);
        var id = parts.isEmpty() ? null : Cursor.value(parts.getLast(), UUID::fromString, cursor);
        var found = store.list(state, claim, at, id, most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().orderedAt(), shown.getLast().id()) : null;
        return new Page<>(shown.stream().map(PayoutController::row).toList(), next, null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    PayoutView get(@PathVariable UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("payout", id));
        return new PayoutView(row(kept), kept.remark(), store.events(id));
    }

    private static PayoutRow row(KeptPayout kept) {
        var payout = kept.payout();
        return new PayoutRow(kept.id(), kept.reference(), kept.claim(), kept.fen(), kept.payee().way(),
                masked(kept.payee().account()), Masked.name(kept.payee().name()), kept.gateway(), payout.state(),
                payout.reason(), payout.since(), kept.orderedAt(), kept.orderedBy(), payout.sends(), payout.dueAt());
    }

    /** Wallets have mail addresses and telephone numbers, cards have long numbers. */
    private static String masked(String account) {
        if (account.contains("@")) {
            return Masked.mail(account);
        }
        int shown = Math.min(4, account.length() / 3);
        return "****" + account.substring(account.length() - shown);
    }
}

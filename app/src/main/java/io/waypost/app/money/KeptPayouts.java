package io.waypost.app.money;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.money.PayoutProgress.PayoutStage;
import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Payout;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders and tells how far they are; {@link PayoutRunner} carries them out. */
@Service
class KeptPayouts implements Payouts {

    private static final long MOST_FEN = 1_000_000_000_000L;

    private final PayoutStore store;
    private final LedgerStore ledger;
    private final PayoutGateways gateways;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    KeptPayouts(PayoutStore store, LedgerStore ledger, PayoutGateways gateways, Deadlines deadlines, AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.gateways = gateways;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID order(PayoutOrder order) {
        require(order);
        // One order for a claim at a time: each sees what the others have reserved.
        ledger.lockClaim(order.claim());
        var earlier = store.byReference(order.reference());
        if (earlier.isPresent()) {
            return same(order, earlier.get());
        }
        long owed = -ledger.balance(Account.of(AccountKind.CLAIM_PAYABLE, order.claim()))
                - store.reserved(order.claim());
        if (owed < order.fen()) {
            throw new IllegalStateException(
                    "%s would pay %d fen of the %d that claim %s is owed.%nMaybe it was paid already."
                            .formatted(order.reference(), order.fen(), Math.max(0, owed), order.claim()));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Ids.next(now);
        var by = Acting.current().name();
        store.add(id, order, gateways.usual(), Payout.ordered(now), by);
        store.addOrdered(id, now, by);
        audit.record("PAYOUT_ORDERED", "PAYOUT", id.toString(), order.unitPath(),
                Map.of("claim", order.claim(), "fen", order.fen()));
        deadlines.wake(PayoutRunner.class);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PayoutProgress> progress(String reference) {
        return store.byReference(reference).map(KeptPayouts::progress);
    }

    private UUID same(PayoutOrder order, KeptPayout earlier) {
        if (earlier.fen() != order.fen() || !earlier.claim().equals(order.claim())
                || !earlier.payeeIndex().equals(store.payeeIndex(order.payee()))) {
            throw new IllegalStateException(
                    "%s was ordered with another amount, claim or payee.%nMaybe give the new order a reference of its own."
                            .formatted(order.reference()));
        }
        return earlier.id();
    }

    private static PayoutProgress progress(KeptPayout kept) {
        var payout = kept.payout();
        return switch (payout.state()) {
            case ORDERED, SENDING, TAKEN ->
                new PayoutProgress(kept.id(), PayoutStage.UNDER_WAY, null, payout.since());
            case UNKNOWN -> new PayoutProgress(kept.id(), PayoutStage.UNKNOWN, payout.reason(), payout.since());
            case PAID -> new PayoutProgress(kept.id(), PayoutStage.PAID, null, payout.since());
            case FAILED -> new PayoutProgress(kept.id(), PayoutStage.FAILED, payout.reason(), payout.since());
        };
    }

    private static void require(PayoutOrder order) {
        var payee = order.payee();
        require(!order.reference().isBlank() && order.reference().length() <= 100, "reference", order.reference());
        require(order.fen() > 0 && order.fen() <= MOST_FEN, "fen", order.fen());
        require(!order.claim().isBlank() && order.claim().length() <= 64, "claim", order.claim());
        require(order.remark().length() <= 60, "remark", order.remark());
        require(order.unitPath().startsWith("/"), "unitPath", order.unitPath());
        // Whose they are is not for a message.
        require(!payee.account().isBlank() && payee.account().length() <= 100, "payee.account", "…");
        require(!payee.name().isBlank() && payee.name().length() <= 100, "payee.name", "…");
    }

    private static void require(boolean right, String field, Object value) {
        if (!right) {
            throw new IllegalArgumentException("The %s (%s) of a payout is missing, too long or out of range"
                    .formatted(field, value));
        }
    }
}

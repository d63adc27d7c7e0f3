package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.money.PayoutSettled;
import io.waypost.core.settlement.SettlementCommand.Bounced;
import io.waypost.core.settlement.SettlementCommand.Paid;
import io.waypost.core.settlement.SettlementState;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears how payouts ended, in the transaction that records it. What is told twice changes nothing the second time. */
@Component
class ClaimPayoutNews {

    private final CaseStore store;
    private final ClaimFlow flow;
    private final ApplicationEventPublisher events;

    ClaimPayoutNews(CaseStore store, ClaimFlow flow, ApplicationEventPublisher events) {
        this.store = store;
        this.flow = flow;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PayoutSettled settled) {
        if (ClaimPayments.isClaims(settled.reference())) {
            Acting.as(new Actor.Internal("claim"), () -> take(settled));
        }
    }

    private void take(PayoutSettled settled) {
        var claim = store.lockByNumber(ClaimPayments.number(settled.reference())).orElseThrow();
        boolean isItsLast = settled.reference()
                .equals(ClaimPayments.reference(claim.number(), claim.money().payouts()));
        if (!isItsLast || claim.settlement().state() != SettlementState.PAYING) {
            return;
        }
        if (settled.isPaid()) {
            var paid = flow.step(claim, new Paid(), Did.PAID, null, Map.of("fen", claim.settlement().proposedFen()));
            events.publishEvent(new ClaimPaid(paid.id(), paid.number(), paid.waybill(), paid.what().kind(),
                    paid.settlement().proposedFen(), settled.at()));
        } else {
            flow.step(claim, new Bounced(), Did.PAYOUT_FAILED, settled.reason(), Map.of());
        }
    }
}

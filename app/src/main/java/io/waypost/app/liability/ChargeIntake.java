package io.waypost.app.liability;

import io.waypost.app.claim.ClaimPaid;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.app.liability.KeptCharge.Paper;
import io.waypost.core.liability.Liability;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a charge for each claim that was paid, in the transaction in which the payment is known: neither stays without the other. It is judged
 * right afterwards in a transaction of its own, so that nothing about blame ever undoes that a customer was paid.
 */
@Component
class ChargeIntake {

    private final ChargeStore store;
    private final ChargePartStore parts;
    private final ChargePlaces places;
    private final ChargeJudging judging;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    ChargeIntake(ChargeStore store, ChargePartStore parts, ChargePlaces places, ChargeJudging judging,
            ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.places = places;
        this.judging = judging;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The same claim told again changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClaimPaid paid) {
        var now = clock.instant();
        var kept = new KeptCharge(Ids.next(now),
                new Paper(paid.claim(), paid.number(), paid.waybill(), paid.kind(), paid.fen(), paid.at()),
                Liability.fresh(judging.terms()), null, null, List.of(), 0, null, places.headquarters(), null, 1);
        if (store.add(kept, now)) {
            parts.log(kept.id(), now, By.current(), What.OPENED, kept.state(), null,
                    Map.of("claim", paid.number(), "fen", paid.fen()));
            deadlines.getObject().wake(ChargeDeadlines.class);
        }
    }
}

package io.waypost.app.money;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.money.DifferenceStore.Kind;
import io.waypost.app.money.PayoutNoticeStore.Waiting;
import io.waypost.core.ledger.PayoutEvent.Noticed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works on notices that were kept: the payout goes a step in the transaction that says so, and calls that follow are made after it. */
@Service
class PayoutNoticeWork implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutNoticeWork.class);
    private static final int BATCH = 20;

    private final PayoutNoticeStore store;
    private final PayoutStore payouts;
    private final DifferenceStore differences;
    private final PayoutSteps steps;
    private final PayoutRunner runner;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    PayoutNoticeWork(PayoutNoticeStore store, PayoutStore payouts, DifferenceStore differences, PayoutSteps steps,
            PayoutRunner runner, JsonMapper json, TransactionTemplate transaction) {
        this.store = store;
        this.payouts = payouts;
        this.differences = differences;
        this.steps = steps;
        this.runner = runner;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "payout-notices";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.oldest()));
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        for (var id : Objects.requireNonNull(transaction.execute(_ -> store.waiting(BATCH)))) {
            var calls = new ArrayList<PayoutSteps.Calls>();
            done += work(id, calls, now) ? 1 : 0;
            calls.forEach(runner::make);
        }
        return done;
    }

    private boolean work(UUID id, List<PayoutSteps.Calls> calls, Instant now) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> store.claim(id).map(notice -> {
                store.done(id, take(notice, calls, now), now);
                return true;
            }).orElse(false)));
        } catch (RuntimeException defect) {
            // The payout is asked about all the same; the notice stays to be read.
            LOG.error("The notice {} could not be worked on", id, defect);
            transaction.executeWithoutResult(_ -> store.done(id, "DEFECT", now));
            calls.clear();
            return true;
        }
    }

    private String take(Waiting notice, List<PayoutSteps.Calls> calls, Instant now) {
        JsonNode body;
        try {
            body = json.readTree(notice.body());
        } catch (JacksonException unreadable) {
            return "UNREADABLE";
        }
        var key = body.path("out_no").asString("");
        var kept = PayoutKey.read(key).flatMap(payouts::find)
                .filter(payout -> payout.gateway().equals(notice.gateway()));
        var state = body.path("state").asString("");
        long fen = body.path("amount").asLong(0);
        if (kept.isEmpty()) {
            if (state.equals("SUCCESS") && !key.isEmpty()) {
                differences.add(notice.gateway(), Kind.MISSING_HERE, key.substring(0, Math.min(64, key.length())),
                        Days.of(now), null, null, fen, now);
            }
            return "NO_SUCH_PAYOUT";
        }
        var payout = kept.get();
        if (state.equals("SUCCESS") && fen != payout.fen()) {
            differences.add(payout, Kind.AMOUNT_DIFFERS, fen, now);
            return "AMOUNT_DIFFERS";
        }
        if (!state.equals("SUCCESS") && !state.equals("FAILED")) {
            return "NO_NEWS";
        }
        calls.add(steps.said(payout.id(), new Noticed(state.equals("SUCCESS"))));
        return "TAKEN";
    }
}

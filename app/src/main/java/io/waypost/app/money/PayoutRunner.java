package io.waypost.app.money;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.core.ledger.PayoutAnswer;
import io.waypost.core.ledger.PayoutEffect;
import io.waypost.core.ledger.PayoutEvent;
import io.waypost.core.ledger.PayoutTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries payouts out. That one is being sent is durable before the gateway hears of it; whoever dies in between leaves a payout whose lease
 * runs out and of which the gateway is asked.
 */
@Service
class PayoutRunner implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutRunner.class);
    private static final int BATCH = 16;

    private final PayoutStore store;
    private final PayoutSteps steps;
    private final PayoutGateways gateways;
    private final TransactionTemplate transaction;

    PayoutRunner(PayoutStore store, PayoutSteps steps, PayoutGateways gateways, TransactionTemplate transaction) {
        this.store = store;
        this.steps = steps;
        this.gateways = gateways;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.nextDue()));
    }

    @Override
    public int runDue(Instant now) {
        var calls = new ArrayList<PayoutSteps.Calls>();
        for (var id : Objects.requireNonNull(transaction.execute(_ -> store.due(now, BATCH)))) {
            begin(id, now).ifPresent(calls::add);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.forEach(one -> threads.execute(() -> make(one)));
        }
        return calls.size();
    }

    private Optional<PayoutSteps.Calls> begin(UUID id, Instant now) {
        try {
            return steps.due(id, now);
        } catch (RuntimeException defect) {
            LOG.error("The payout {} could not go on and is put off", id, defect);
            transaction.executeWithoutResult(_ -> store.putOff(id, now.plus(PayoutTimes.LEASE)));
            return Optional.empty();
        }
    }

    /** Makes the calls of a step, and of the steps that their answers lead to. */
    void make(PayoutSteps.Calls calls) {
        try {
            for (var effect : calls.effects()) {
                make(steps.said(calls.payout().id(), call(calls.payout(), effect)));
            }
        } catch (RuntimeException defect) {
            // It stays due: its lease runs out, and the gateway is asked.
            LOG.error("What became of the payout {} could not be kept", calls.payout().id(), defect);
        }
    }

    private PayoutEvent call(KeptPayout kept, PayoutEffect effect) {
        int send = kept.payout().sends();
        return effect == PayoutEffect.SEND
                ? new PayoutEvent.Answered(send, answer(kept, true))
                : new PayoutEvent.Asked(send, answer(kept, false));
    }

    private PayoutAnswer answer(KeptPayout kept, boolean send) {
        var gateway = gateways.of(kept.gateway());
        if (gateway.isEmpty()) {
            LOG.warn("The gateway {} of the payout {} is not set up", kept.gateway(), kept.id());
            return send ? new PayoutAnswer.NotReached("NOT_SET_UP") : new PayoutAnswer.NoAnswer("NOT_SET_UP");
        }
        try {
            return send ? gateway.get().send(kept.transfer()) : gateway.get().ask(kept.transfer());
        } catch (RuntimeException failure) {
            LOG.error("The gateway {} failed at the payout {}", kept.gateway(), kept.id(), failure);
            return new PayoutAnswer.NoAnswer("GATEWAY_FAILED");
        }
    }
}

package io.waypost.app.liability;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import io.waypost.app.liability.ChargePartStore.Outcome;
import io.waypost.app.liability.ChargeView.Brought;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.core.liability.LiabilityCommand.AcceptEvidence;
import io.waypost.core.liability.LiabilityCommand.Judge;
import io.waypost.core.liability.LiabilityCommand.Lapse;
import io.waypost.core.liability.LiabilityEvidence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges fresh charges, and closes what time has closed: evidence nobody brought or spoke against, appeals nobody made. */
@Component
class ChargeDeadlines implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeDeadlines.class);
    private static final int BATCH = 50;
    private static final Duration REST = Duration.ofMinutes(5);

    private final ChargeStore store;
    private final ChargePartStore parts;
    private final ChargeSteps steps;
    private final ChargeJudging judging;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate batch;

    ChargeDeadlines(ChargeStore store, ChargePartStore parts, ChargeSteps steps, ChargeJudging judging, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.parts = parts;
        this.steps = steps;
        this.judging = judging;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.batch = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "charge-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(batch.execute(_ -> store.nextDue()));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(batch.execute(
                _ -> oneByOne.each(store.claimDue(now, BATCH), kept -> go(kept, now), this::putOff)));
    }

    private void putOff(KeptCharge kept, RuntimeException defect) {
        LOG.error("The charge {} could not go on; tried again in {}", kept.paper().number(), REST, defect);
        store.postpone(kept.id(), clock.instant().plus(REST));
    }

    private void go(KeptCharge kept, Instant now) {
        switch (kept.state()) {
            case UNJUDGED -> {
                var judged = judging.judge(kept, List.of());
                steps.take(kept.judged(judged.judgement(), judged.chain(), now), new Judge(judged.judgement()),
                        What.JUDGED, null, Map.of("standard", judged.judgement().standard()), now);
            }
            case JUDGED -> steps.take(kept, new Lapse(), What.STANDS, null, Map.of(), now);
            case ANSWERED -> accept(kept, now);
            case STANDING -> steps.take(kept, new Lapse(), What.ENDED, null, Map.of(), now);
            case UNDECIDED, ARBITRATION, FINAL ->
                throw new IllegalStateException("Nothing falls due while a charge is %s.".formatted(kept.state()));
        }
    }

    /** Nobody spoke against the evidence: it is judged again with it. */
    private void accept(KeptCharge kept, Instant now) {
        var evidence = parts.evidence(kept.id()).stream().filter(piece -> piece.outcome() != Outcome.REBUTTED)
                .map(ChargeDeadlines::evidence).distinct().toList();
        var judged = judging.judge(kept, evidence);
        parts.close(kept.id(), Outcome.ACCEPTED);
        steps.take(kept.judged(judged.judgement(), judged.chain(), now), new AcceptEvidence(judged.judgement()),
                What.EVIDENCE_ACCEPTED, null, Map.of("evidence", evidence.size()), now);
    }

    private static LiabilityEvidence evidence(Brought piece) {
        return new LiabilityEvidence(piece.kind(), piece.unit().code());
    }
}

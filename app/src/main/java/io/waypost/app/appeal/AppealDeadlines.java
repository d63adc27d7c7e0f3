package io.waypost.app.appeal;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import io.waypost.core.appeal.AppealReminders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of appeals before and after the end of their period, each step once, on whichever node claims it. */
@Component
class AppealDeadlines implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(AppealDeadlines.class);
    private static final int BATCH = 100;
    private static final Duration REST = Duration.ofMinutes(5);

    private final AppealStore store;
    private final AppealSteps steps;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate batch;

    AppealDeadlines(AppealStore store, AppealSteps steps, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.batch = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "appeal-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return batch.execute(_ -> store.nextDue());
    }

    @Override
    public int runDue(Instant now) {
        return batch.execute(
                _ -> oneByOne.each(store.claimDue(now, BATCH), kept -> remind(kept, now), this::putOff));
    }

    private void putOff(KeptAppeal kept, RuntimeException defect) {
        LOG.error("The reminder of appeal {} failed; tried again in {}", kept.number(), REST, defect);
        store.postpone(kept.id(), clock.instant().plus(REST));
    }

    private void remind(KeptAppeal kept, Instant now) {
        var period = kept.period();
        var step = AppealReminders.toFire(period.from(), period.due(), period.reminded(), now);
        if (step.isEmpty()) {
            store.remind(kept);
            return;
        }
        var kind = step.get().kind();
        var next = kept.with(period.remindedOf(step.get().ordinal()));
        store.remind(now.isBefore(period.due()) ? next : next.with(next.outcome().inTimeNoMore()));
        steps.reminded(next, AppealNews.Kind.valueOf(kind.name()));
        told(next, kind.above()).forEach(person -> steps.tell(next, AppealNews.Kind.valueOf(kind.name()), person));
    }

    private Stream<PersonRef> told(KeptAppeal kept, boolean above) {
        var responsible = steps.responsible(kept).stream();
        return (above ? Stream.concat(responsible, steps.above(kept).stream()) : responsible).distinct();
    }
}

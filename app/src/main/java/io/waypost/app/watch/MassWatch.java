package io.waypost.app.watch;

import io.waypost.app.kernel.DueWork;
import io.waypost.core.watch.MassRules;
import io.waypost.core.watch.SilenceFinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at mass events until they are over, and then gives those parcels that are left over tickets of their own. */
@Service
class MassWatch implements DueWork {

    private static final MassRules RULES = MassRules.defaults();
    private static final Duration COUNTED_EVERY = Duration.ofMinutes(10);
    private static final int PIECE = 200;

    private final MassEventStore store;
    private final FindingStore findings;
    private final MassDesk desk;
    private final WatchCounts counts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Instant countedAt;

    MassWatch(MassEventStore store, FindingStore findings, MassDesk desk, WatchCounts counts,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.findings = findings;
        this.desk = desk;
        this.counts = counts;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "mass-events";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        var look = Objects.requireNonNull(transaction.execute(_ -> store.nextLook()));
        var counted = countedAt;
        var count = counted == null ? clock.instant() : counted.plus(COUNTED_EVERY);
        return look.filter(at -> at.isBefore(count)).or(() -> Optional.of(count));
    }

    @Override
    public int runDue(Instant now) {
        int done = count(now);
        return done + Objects.requireNonNull(transaction.execute(_ -> store.claim(now).map(event -> {
            look(event, now.truncatedTo(ChronoUnit.MICROS));
            return 1;
        }).orElse(0)));
    }

    private int count(Instant now) {
        var counted = countedAt;
        if (counted != null && counted.plus(COUNTED_EVERY).isAfter(now)) {
            return 0;
        }
        var byPath = new HashMap<String, Long>();
        counts.underWay(now, Duration.ofHours(24)).forEach(one -> byPath.put(one.unitPath(), one.parcels()));
        desk.underWay(byPath);
        countedAt = now;
        return 1;
    }

    private void look(MassEvent event, Instant now) {
        var count = store.count(event.id());
        if (event.endedAt() == null && !RULES.ends(count.standing(), count.joined())) {
            store.looked(event.id(), count, null, now.plus(MassDesk.LOOK));
            return;
        }
        if (event.endedAt() == null) {
            events.publishEvent(new MassEventEnded(event, now));
        }
        var left = store.left(event, PIECE);
        store.looked(event.id(), count, now, left.size() < PIECE ? null : now);
        left.forEach(id -> findings.find(id).map(FindingStore.Kept::finding)
                .ifPresent(finding -> events.publishEvent(new SilenceRaised(again(finding), true, now, null))));
    }

    private static SilenceFinding again(Finding finding) {
        return new SilenceFinding(finding.id(), finding.waybill(), finding.raisedAt(), finding.silentSince(),
                finding.limitAt(), finding.limit(), finding.responsible());
    }
}

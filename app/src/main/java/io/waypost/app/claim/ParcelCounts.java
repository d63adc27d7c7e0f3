package io.waypost.app.claim;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.parcel.PickUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How many parcels were sent from where in the last days, to hold claims against. Counting reads them all, so a count is kept for an hour. */
@Component
class ParcelCounts {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 20;

    private final Map<Integer, Count> counts = new ConcurrentHashMap<>();
    private final PickUps pickUps;
    private final Clock clock;
    private final TransactionTemplate apart;

    ParcelCounts(PickUps pickUps, Clock clock, PlatformTransactionManager transactions) {
        this.pickUps = pickUps;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Count(Instant at, Map<String, Long> bySite) {}

    /** By the code of the site; all of them, whatever the actor sees. */
    Map<String, Long> bySite(int days) {
        var now = clock.instant();
        if (counts.size() > MOST_KEPT) {
            counts.clear();
        }
        return counts.compute(days, (_, kept) -> kept != null && now.isBefore(kept.at().plus(KEPT))
                && !now.isBefore(kept.at()) ? kept : new Count(now, counted(now.minus(Duration.ofDays(days)), now)))
                .bySite();
    }

    private Map<String, Long> counted(Instant from, Instant until) {
        return Acting.as(new Actor.Internal("claims"),
                () -> Objects.requireNonNull(apart.execute(_ -> Map.copyOf(pickUps.bySite(from, until)))));
    }
}

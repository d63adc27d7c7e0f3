package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.watch.host.FindingSink;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.host.WatchFinding.Kind;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what the engine finds: a parcel that fell silent is to be picked, one whose course may be wrong to be looked at. Whether the warning still stands, and what becomes of it, is
 * decided where the parcel is kept, by the same rule over the same scans.
 */
@Component
class FindingInbox implements FindingSink {

    private final PickStore store;
    private final Picked picked;
    private final Suspecting suspecting;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FindingInbox(PickStore store, Picked picked, Suspecting suspecting, ObjectProvider<Deadlines> deadlines,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.picked = picked;
        this.suspecting = suspecting;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void deliver(List<WatchFinding> findings) {
        var silent = of(Kind.SILENT, findings);
        var suspected = of(Kind.SUSPECTED, findings);
        if (silent.isEmpty() && suspected.isEmpty()) {
            return;
        }
        Acting.as(new Actor.Internal("stream"), () -> transaction.executeWithoutResult(_ -> {
            suspecting.suspect(suspected);
            if (!silent.isEmpty()) {
                store.ask(silent, clock.instant());
                deadlines.getObject().wake(Picking.class);
            }
        }));
    }

    private List<Long> of(Kind kind, List<WatchFinding> findings) {
        return findings.stream().filter(finding -> finding.kind() == kind).map(WatchFinding::key)
                .filter(key -> !picked.has(key)).distinct().toList();
    }
}

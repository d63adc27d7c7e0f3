package io.waypost.app.stream;

import io.waypost.app.kernel.Deadlines;
import io.waypost.core.anomaly.AnomalyPolicy;
import io.waypost.watch.table.WaybillKey;
import java.time.Clock;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notes which parcels are suspected; {@link Suspicions} looks at them when late scans have had their time. */
@Component
class Suspecting {

    private final SuspicionStore store;
    private final Picked picked;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    Suspecting(SuspicionStore store, Picked picked, ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.store = store;
        this.picked = picked;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Notes these in the running transaction; those that are picked already are looked at where they are kept. */
    void suspect(Collection<Long> parcels) {
        var due = clock.instant().plus(AnomalyPolicy.defaults().settles());
        // In one order, so that two who note the same do not wait for each other.
        var looks = parcels.stream().filter(WaybillKey::packed).filter(parcel -> !picked.has(parcel)).distinct()
                .sorted().map(parcel -> new SuspicionStore.Look(parcel, due)).toList();
        if (!looks.isEmpty()) {
            store.add(looks);
            deadlines.getObject().wake(Suspicions.class, due);
        }
    }
}

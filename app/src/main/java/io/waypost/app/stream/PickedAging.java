package io.waypost.app.stream;

import static java.util.stream.Collectors.partitioningBy;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Parcels;
import io.waypost.watch.table.WaybillKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go of picked parcels that nothing happens to any more: their timelines stay, and should one be scanned again it is picked anew. */
@Component
class PickedAging implements DueWork {

    private static final Duration AFTER = Duration.ofDays(45);
    private static final int BATCH = 1_000;

    private final PickStore store;
    private final Picked picked;
    private final Parcels parcels;
    private final TransactionTemplate transaction;

    PickedAging(PickStore store, Picked picked, Parcels parcels, PlatformTransactionManager transactions) {
        this.store = store;
        this.picked = picked;
        this.parcels = parcels;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "stream-aging";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.earliestPicked())).map(at -> at.plus(AFTER));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> age(now)));
    }

    private int age(Instant now) {
        var old = store.pickedBefore(now.minus(AFTER), BATCH);
        var last = parcels.lastScans(new HashSet<>(old.stream().map(WaybillKey::text).toList()));
        var scanned = old.stream().collect(partitioningBy(
                key -> last.getOrDefault(WaybillKey.text(key), Instant.EPOCH).isAfter(now.minus(AFTER))));
        store.renew(Objects.requireNonNull(scanned.get(true)), now);
        store.forget(Objects.requireNonNull(scanned.get(false)));
        picked.remove(Objects.requireNonNull(scanned.get(false)));
        return old.size();
    }
}

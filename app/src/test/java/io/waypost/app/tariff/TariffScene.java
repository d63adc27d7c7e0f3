package io.waypost.app.tariff;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that a tariff is in force: the packaged one, which is a draft where this is no demonstration. */
@Component
public class TariffScene {

    private final TariffStore store;
    private final TransactionTemplate transaction;

    TariffScene(TariffStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** Approves the packaged one from the beginning of time, once. */
    public void inForce() {
        Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> {
            if (store.lock(1).orElseThrow().state() == KeptTariff.State.DRAFT) {
                store.approve(1, Instant.EPOCH, "test", Instant.EPOCH);
            }
            return true;
        })));
    }
}

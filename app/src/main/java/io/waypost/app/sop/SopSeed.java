package io.waypost.app.sop;

import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.SopId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the kinds and SOPs that the software brings along, once, on whichever node starts first. Kinds that a later version of
 * the software knows are added; what people have changed stays.
 */
@Component
class SopSeed {

    private static final int STEP = 10;

    private final SopPictureStore store;
    private final TransactionTemplate transactions;

    SopSeed(SopPictureStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    void sow() {
        transactions.executeWithoutResult(_ -> {
            store.lock();
            int added = 0;
            int position = 0;
            for (var entry : DefaultKinds.catalogue().all()) {
                position += STEP;
                added += store.addKind(entry, position);
                if (ownSop(entry)) {
                    added += store.addPackaged(new SopId(entry.kind(), 1), DefaultSops.draft(entry), Instant.EPOCH);
                }
            }
            if (added > 0) {
                store.nextRevision();
            }
        });
    }

    /** A second level has an SOP of its own where its first level's does not suit it. */
    private static boolean ownSop(KindEntry entry) {
        var main = DefaultKinds.catalogue().entry(entry.kind().main());
        return !entry.kind().detailed() || !DefaultSops.draft(entry).equals(DefaultSops.draft(main));
    }
}

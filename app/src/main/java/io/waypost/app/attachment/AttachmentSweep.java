package io.waypost.app.attachment;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what was uploaded and never used, and the files that a crash left without a row. */
@Component
class AttachmentSweep {

    private static final Duration KEEP_UNUSED = Duration.ofDays(1);
    private static final int BATCH = 1_000;

    private final AttachmentStore store;
    private final FileCupboard cupboard;
    private final TransactionTemplate transaction;
    private final Clock wall;

    AttachmentSweep(AttachmentStore store, FileCupboard cupboard, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.cupboard = cupboard;
        this.transaction = transaction;
        this.wall = wall;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        Acting.as(new Actor.Internal("attachments"), this::forget);
    }

    private void forget() {
        var before = wall.instant().minus(KEEP_UNUSED);
        transaction.execute(_ -> store.forgetUnused(before)).forEach(cupboard::delete);
        try {
            var old = cupboard.oldBefore(before);
            for (int from = 0; from < old.size(); from += BATCH) {
                var some = old.subList(from, Math.min(old.size(), from + BATCH));
                var known = transaction.execute(_ -> store.known(some));
                some.stream().filter(file -> !known.contains(file)).forEach(cupboard::delete);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of files cannot be swept.", unreadable);
        }
    }
}

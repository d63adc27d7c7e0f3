package io.waypost.app.knowledge;

import io.waypost.app.kernel.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes questions some time after they were answered or left out: what somebody wrote is not kept longer than it is of use. */
@Component
class QuestionsForgotten implements DueWork {

    /** How long after its end a question is kept, so that its like is still recognised. */
    static final Duration KEPT = Duration.ofDays(180);

    private static final int BATCH = 1_000;

    private final QuestionStore store;
    private final TransactionTemplate transaction;
    private final Clock wall;

    QuestionsForgotten(QuestionStore store, TransactionTemplate transaction, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.transaction = transaction;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "knowledge-forgotten";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    /** At once on whatever clock: questions are of the wall's time. */
    @Override
    public Optional<Instant> nextDue() {
        return store.anyEnded(before()) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> store.alone() ? store.forget(before(), BATCH) : 0));
    }

    private Instant before() {
        return wall.instant().minus(KEPT);
    }
}

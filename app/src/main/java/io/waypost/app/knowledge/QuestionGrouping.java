package io.waypost.app.knowledge;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts questions that mean the same together, in the background: others are compared with the first one of a group. */
@Component
class QuestionGrouping implements DueWork {

    private static final int BATCH = 100;
    /** Beyond so many groups those that grew long ago are not looked at any more. */
    private static final int GROUPS = 2_000;

    private final QuestionStore store;
    private final Nearness nearness;
    private final TransactionTemplate transaction;

    QuestionGrouping(QuestionStore store, Nearness nearness, TransactionTemplate transaction) {
        this.store = store;
        this.nearness = nearness;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "knowledge-questions";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    /** At once on whatever clock: questions are of the wall's time. */
    @Override
    public Optional<Instant> nextDue() {
        return store.anyLoose() ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var loose = store.alone() ? store.loose(BATCH) : List.<QuestionStore.Loose>of();
            if (loose.isEmpty()) {
                return 0;
            }
            var groups = new ArrayList<>(store.groups(GROUPS));
            for (var question : loose) {
                var group = groups.stream()
                        .filter(one -> one.question().equals(question.text())
                                || nearness.alike(one.question(), question.text()))
                        .findFirst().orElseGet(() -> {
                            var fresh = new QuestionStore.Group(Ids.next(question.at()), question.text());
                            store.addGroup(fresh.id(), fresh.question(), question.at());
                            groups.addFirst(fresh);
                            return fresh;
                        });
                store.put(question.id(), group.id(), question.at());
            }
            return loose.size();
        }));
    }
}

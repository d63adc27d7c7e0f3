package io.waypost.app.knowledge;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.knowledge.QuestionStore.Group;
import io.waypost.app.knowledge.QuestionStore.Loose;
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
        var seen = Objects.requireNonNull(transaction.execute(_ -> {
            if (!store.alone()) {
                return new Seen(List.of(), List.of());
            }
            // What a node that died after a drop left undone.
            store.reopenDropped();
            return new Seen(store.loose(BATCH), store.groups(GROUPS));
        }));
        if (seen.loose().isEmpty()) {
            return 0;
        }
        // The model takes milliseconds for each of them: no transaction waits for it.
        var placed = placed(seen);
        transaction.executeWithoutResult(_ -> {
            if (store.alone() && store.stillLoose(seen.loose())) {
                placed.forEach(this::put);
            }
        });
        return placed.size();
    }

    private record Seen(List<Loose> loose, List<Group> groups) {}

    private record Compared(Group group, Nearness.Meaning meaning) {}

    private record Placed(Loose question, Group group, boolean first) {}

    private List<Placed> placed(Seen seen) {
        var groups = new ArrayList<Compared>();
        seen.groups().forEach(group -> groups.add(new Compared(group, nearness.meaning(group.question()))));
        var placed = new ArrayList<Placed>();
        for (var question : seen.loose()) {
            var meaning = nearness.meaning(question.text());
            var like = groups.stream().filter(one -> one.group().question().equals(question.text())
                    || Nearness.alike(one.meaning(), meaning)).map(Compared::group).findFirst();
            var group = like.orElseGet(() -> new Group(Ids.next(question.at()), question.text()));
            if (like.isEmpty()) {
                groups.addFirst(new Compared(group, meaning));
            }
            placed.add(new Placed(question, group, like.isEmpty()));
        }
        return placed;
    }

    private void put(Placed placed) {
        var question = placed.question();
        if (placed.first()) {
            store.addGroup(placed.group().id(), placed.group().question(), question.at());
        }
        store.put(question.id(), placed.group().id(), question.at());
    }
}

package io.waypost.app.ticket;

import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.BulkStore.Bulk;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.UrgentReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one thing with many tickets (批量操作): each ticket is a step of its own, as whoever asked, and has an answer of its own. Few are done
 * while the caller waits, many in the background, taken over where a node dies; a step that was under way then is reported as unknown and
 * never done twice.
 */
@Component
class TicketBulk implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(TicketBulk.class);
    private static final Actor PLATFORM = new Actor.Internal("ticket-bulk");
    private static final int MOST = 2_000;
    /** How many tickets a filter may name. */
    static final int MOST_BY_FILTER = 10_000;
    private static final int SHOWN = 500;
    private static final int AT_ONCE = 50;
    private static final int PIECE = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final BulkStore store;
    private final TicketLists lists;
    private final BulkSteps steps;
    private final ActingPeople people;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;
    private final Clock wall;
    private final TransactionTemplate transaction;

    TicketBulk(BulkStore store, TicketLists lists, BulkSteps steps, ActingPeople people,
            ObjectProvider<Deadlines> deadlines,
            Clock clock, @Qualifier("wallClock") Clock wall, PlatformTransactionManager transactions) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.people = people;
        this.deadlines = deadlines;
        this.clock = clock;
        this.wall = wall;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is done with each. */
    enum Doing {
        NOTE,
        URGE,
        URGENT,
        CLOSE,
        /** To a person who reaches the unit that has the ticket. */
        ASSIGN,
        /** Under the ticket of a mass event. */
        GATHER
    }

    /** What came of one. */
    enum Outcome {
        PENDING,
        RUNNING,
        DONE,
        REFUSED,
        FAILED,
        UNKNOWN
    }

    /** A ticket and the version of it that was before the caller. */
    record Picked(UUID id, @Nullable Integer version) {}

    /** The answer for one ticket; the number is missing where there is no such ticket within reach. */
    record Row(UUID id, @Nullable String number, Outcome outcome, @Nullable String code, @Nullable String message) {}

    /** The whole, as far as it is. */
    record BulkReport(UUID id, Doing action, int total, int done, List<Row> rows) {}

    /**
     * What is asked.
     *
     * @param target the person for {@code ASSIGN}, the parent for {@code GATHER}; else null
     */
    record Order(Doing action, String text, @Nullable String reason, @Nullable UUID target) {}

    /** Begins with tickets that were picked, and answers with what has come of it so far. */
    BulkReport begin(Doing action, List<Picked> tickets, String text, @Nullable String reason) {
        return begin(new Order(action, text, reason, null), tickets);
    }

    BulkReport begin(Order order, List<Picked> tickets) {
        if (tickets.size() > MOST) {
            throw Refusal.invalid("tickets", tickets.size(), "TOO_MANY", "Name 1 to %d tickets.".formatted(MOST));
        }
        return start(order, tickets);
    }

    /**
     * The same with all tickets of a list as they stand now.
     *
     * @param expected how many the caller was shown: where there are others by now, nothing is done
     */
    BulkReport begin(Order order, TicketLists.Query query, @Nullable Integer expected) {
        var tickets = lists.picked(query, MOST_BY_FILTER + 1);
        if (tickets.size() > MOST_BY_FILTER) {
            throw Refusal.invalid("filter", null, "TOO_MANY",
                    "The list has more than %d tickets; narrow it.".formatted(MOST_BY_FILTER));
        }
        if (expected == null || expected != tickets.size()) {
            throw Refusal.conflict("LIST_CHANGED", "The list has %d tickets now.".formatted(tickets.size()))
                    .with("count", tickets.size());
        }
        return start(order, tickets);
    }

    private BulkReport start(Order order, List<Picked> tickets) {
        var action = order.action();
        var text = order.text();
        var reason = order.reason();
        if (!(Acting.current() instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Programs take each step by itself.");
        }
        check(action, tickets, text, reason);
        if ((action == Doing.ASSIGN || action == Doing.GATHER) && order.target() == null) {
            throw Refusal.invalid("target", null, "MISSING",
                    action == Doing.ASSIGN
                            ? "Name the person."
                            : "Name the ticket above, or give a title for a new one.");
        }
        var now = clock.instant();
        var bulk = new Bulk(Ids.next(now), action, text, reason, order.target(), tickets.size(), 0, false,
                new PersonRef(person.id(), person.name()));
        boolean atOnce = tickets.size() <= AT_ONCE;
        transaction.executeWithoutResult(_ -> {
            store.insert(bulk, tickets, person.scope().path(), now, atOnce ? lease() : null);
            if (!atOnce) {
                deadlines.getObject().wake(TicketBulk.class);
            }
        });
        if (atOnce) {
            work(bulk, person, AT_ONCE);
        }
        return report(bulk.id());
    }

    BulkReport report(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var bulk = store.find(id).orElseThrow(() -> Refusal.notFound("bulk action", id));
            return new BulkReport(bulk.id(), bulk.action(), bulk.total(), bulk.done(),
                    bulk.total() > MOST ? store.notDone(id, SHOWN) : store.rows(id));
        }));
    }

    /** Every row, however many. */
    List<Row> rows(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var bulk = store.find(id).orElseThrow(() -> Refusal.notFound("bulk action", id));
            return store.rows(bulk.id());
        }));
    }

    @Override
    public String name() {
        return "ticket-bulk";
    }

    @Override
    public Optional<Instant> nextDue() {
        boolean waiting = Objects.requireNonNull(transaction.execute(_ -> store.waiting(wall.instant())));
        return waiting ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        var claimed = asPlatform(() -> store.claim(wall.instant(), lease()));
        if (claimed.isEmpty()) {
            return 0;
        }
        var bulk = claimed.get();
        work(bulk, people.now(bulk.by().id()).orElse(null), PIECE);
        return 1;
    }

    @Override
    public boolean punctual() {
        return false;
    }

    /** Some steps more; the rest is left for the next claim. */
    private void work(Bulk bulk, Actor.@Nullable Person person, int most) {
        for (int i = 0; i < most; i++) {
            var next = asPlatform(() -> store.next(bulk.id(), lease()));
            if (next.isEmpty()) {
                run(() -> store.finish(bulk.id()));
                return;
            }
            var row = next.get();
            if (person == null) {
                answer(bulk, row, Outcome.REFUSED, "FORBIDDEN", "Whoever asked may not sign in any more.");
                continue;
            }
            try {
                Acting.as(person, () -> steps.take(bulk, person, row.ticketId(), row.version()));
                answer(bulk, row, Outcome.DONE, null, null);
            } catch (Refusal refusal) {
                answer(bulk, row, Outcome.REFUSED, refusal.code(), refusal.detail());
            } catch (RuntimeException failure) {
                LOG.error("The step {} with the ticket {} failed", bulk.action(), row.ticketId(), failure);
                answer(bulk, row, Outcome.FAILED, "INTERNAL", "It went wrong; the log says how.");
            }
        }
        run(() -> store.release(bulk.id()));
    }

    private void answer(Bulk bulk, BulkStore.Next row, Outcome outcome, @Nullable String code,
            @Nullable String message) {
        run(() -> store.answer(bulk.id(), row.no(), outcome, code, message));
    }

    private static void check(Doing action, List<Picked> tickets, String text, @Nullable String reason) {
        if (tickets.isEmpty()) {
            throw Refusal.invalid("tickets", tickets.size(), "TOO_MANY", "Name 1 to %d tickets.".formatted(MOST));
        }
        var seen = new HashSet<UUID>();
        for (int i = 0; i < tickets.size(); i++) {
            if (!seen.add(tickets.get(i).id())) {
                throw Refusal.invalid("tickets[%d].id".formatted(i), tickets.get(i).id(), "DUPLICATE",
                        "Name each ticket once.");
            }
            if (action == Doing.CLOSE && tickets.get(i).version() == null) {
                throw Refusal.invalid("tickets[%d].version".formatted(i), null, "MISSING",
                        "Send the version that you have before you.");
            }
        }
        if (action == Doing.NOTE && text.isEmpty()) {
            throw Refusal.invalid("text", null, "MISSING", "Write something.");
        }
        switch (action) {
            case URGENT -> known(UrgentReason.values(), reason);
            case CLOSE -> known(CloseReason.values(), reason);
            case NOTE, URGE, ASSIGN, GATHER -> {
                // These need no reason.
            }
        }
    }

    private static void known(Enum<?>[] reasons, @Nullable String reason) {
        var names = Arrays.stream(reasons).map(Enum::name).toList();
        if (reason == null || !names.contains(reason)) {
            throw Refusal.invalid("reason", reason, "UNKNOWN", "One of: %s.".formatted(String.join(", ", names)));
        }
    }

    private Instant lease() {
        return wall.instant().plus(LEASE);
    }

    private <T> Optional<T> asPlatform(Supplier<Optional<T>> work) {
        return Acting.as(PLATFORM, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private void run(Runnable work) {
        Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}

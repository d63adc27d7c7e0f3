package io.waypost.app.improvement;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.People;
import io.waypost.app.improvement.ImprovementView.Step;
import io.waypost.app.improvement.ItemStore.Event;
import io.waypost.app.improvement.KeptItem.After;
import io.waypost.app.improvement.KeptItem.Before;
import io.waypost.app.improvement.KeptItem.Draft;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketCauses;
import io.waypost.app.ticket.TicketCauses.Ended;
import io.waypost.core.improvement.Comparing;
import io.waypost.core.improvement.Comparison;
import io.waypost.core.improvement.ItemCommand;
import io.waypost.core.improvement.ItemDecision.Declined;
import io.waypost.core.improvement.ItemDecision.Granted;
import io.waypost.core.improvement.ItemRules;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.ItemState.Done;
import io.waypost.core.improvement.Measure;
import io.waypost.core.improvement.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to improvement items: by people step by step, and by the platform when it compares. */
@Service
class Improvements {

    private static final Duration BEFORE = Duration.ofDays(7L * ItemRules.WEEKS);

    private final ItemStore store;
    private final Causes causes;
    private final CauseFigures figures;
    private final TicketCauses tickets;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Improvements(ItemStore store, Causes causes, CauseFigures figures, TicketCauses tickets, People people,
            AuditTrail audit, Clock clock) {
        this.store = store;
        this.causes = causes;
        this.figures = figures;
        this.tickets = tickets;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to be done. */
    record Proposal(String cause, @Nullable String unit, String title, String plan, UUID owner, LocalDate due,
            Measure measure) {}

    /** Drafts an item; what there was in the four weeks before is written down with it. */
    @Transactional
    public UUID propose(Proposal proposal) {
        if (!causes.known(proposal.cause())) {
            throw Refusal.invalid("cause", proposal.cause(), "UNKNOWN",
                    "Name a cause of the second level that is in use.");
        }
        var unit = figures.reachable(proposal.unit());
        var owner = people.names(List.of(proposal.owner())).get(proposal.owner());
        if (owner == null) {
            throw Refusal.invalid("owner", proposal.owner(), "UNKNOWN", "Name somebody who has an account.");
        }
        var now = clock.instant();
        var from = now.minus(BEFORE);
        var before = new Before(from, now, tally(from, now, unit.path(), proposal.cause(), ItemRules.WEEKS));
        var item = new KeptItem(Ids.next(now), new Draft(proposal.cause(), unit.code(), proposal.title(),
                proposal.plan(), owner, proposal.due(), proposal.measure()), unit.path(), before,
                ItemState.Name.PROPOSED, null, 0, null, null, now, Acting.current().name(), null, 1);
        store.add(item);
        log(item, null);
        return item.id();
    }

    /** Takes a step. */
    @Transactional
    public void take(UUID id, Step step, @Nullable String note, int version) {
        var item = store.lock(id).orElseThrow(() -> Refusal.notFound("improvement", id));
        if (item.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed this item; look at it again.");
        }
        var now = clock.instant();
        var command = switch (step) {
            case ACCEPT -> new ItemCommand.Accept();
            case START -> new ItemCommand.Start();
            case FINISH -> new ItemCommand.Finish(now);
            case DROP -> new ItemCommand.Drop();
        };
        write(item, decided(item, command), item.after(), note);
    }

    /** Compares an item that was done with what there was before; inside the transaction that claimed it. */
    void compare(KeptItem item) {
        var done = (Done) state(item);
        int weeks = ItemRules.weeksAfter(done);
        var until = ItemRules.comparedAt(done);
        var after = new After(until, tally(done.at(), until, item.unitPath(), item.draft().cause(), weeks));
        var comparison = comparison(item, after);
        write(item, decided(item, new ItemCommand.Measure(comparison)), after, comparison.trend().name());
    }

    static Comparison comparison(KeptItem item, After after) {
        return Comparing.compare(item.draft().measure(), item.before().tally(), after.tally());
    }

    /** The state as the rules take it. */
    static ItemState state(KeptItem item) {
        return switch (item.state()) {
            case PROPOSED -> new ItemState.Proposed();
            case ACCEPTED -> new ItemState.Accepted();
            case IN_PROGRESS -> new ItemState.InProgress();
            case DONE -> new Done(Objects.requireNonNull(item.doneAt()), item.looks());
            case VERIFIED -> new ItemState.Verified(comparison(item, Objects.requireNonNull(item.after())));
            case FAILED -> new ItemState.Failed(comparison(item, Objects.requireNonNull(item.after())));
            case DROPPED -> new ItemState.Dropped();
        };
    }

    private static ItemState decided(KeptItem item, ItemCommand command) {
        return switch (ItemRules.decide(state(item), command)) {
            case Granted(var next) -> next;
            case Declined(var reason) -> throw Refusal.conflict(reason.name(),
                    "The item is %s: %s.".formatted(item.state(), reason));
        };
    }

    private void write(KeptItem item, ItemState next, @Nullable After after, @Nullable String note) {
        var done = next instanceof Done now ? now : null;
        var over = switch (next.name()) {
            case VERIFIED, FAILED, DROPPED -> clock.instant();
            case PROPOSED, ACCEPTED, IN_PROGRESS, DONE -> null;
        };
        var changed = new KeptItem(item.id(), item.draft(), item.unitPath(), item.before(), next.name(),
                done == null ? item.doneAt() : done.at(), done == null ? item.looks() : done.looks(),
                done == null ? null : ItemRules.comparedAt(done), after, item.proposedAt(), item.proposedBy(), over,
                item.version());
        store.update(changed);
        log(changed, note);
    }

    private void log(KeptItem item, @Nullable String note) {
        store.log(item.id(), new Event(clock.instant(), Acting.current().name(), item.state(), note));
        audit.record("IMPROVEMENT_" + item.state(), "IMPROVEMENT", item.id().toString(), item.unitPath(),
                Map.of("cause", item.draft().cause()));
    }

    private Tally tally(Instant from, Instant until, String path, String cause, int weeks) {
        var count = tickets.count(new Ended(from, until, path), cause);
        return new Tally(count.tickets(), count.ended(), weeks);
    }
}

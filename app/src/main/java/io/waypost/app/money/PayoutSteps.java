package io.waypost.app.money;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.money.DifferenceStore.Kind;
import io.waypost.app.money.PayoutStore.KeptPayout;
import io.waypost.core.ledger.PayoutEffect;
import io.waypost.core.ledger.PayoutEvent;
import io.waypost.core.ledger.PayoutEvent.Answered;
import io.waypost.core.ledger.PayoutEvent.Asked;
import io.waypost.core.ledger.PayoutEvent.Due;
import io.waypost.core.ledger.PayoutEvent.NotOwed;
import io.waypost.core.ledger.PayoutRules;
import io.waypost.core.ledger.PayoutState;
import io.waypost.core.ledger.PayoutStep;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a payout go a step: its row is locked, the rules decide, and state, books and news are one transaction. Calls are the caller's. */
@Component
class PayoutSteps {

    private static final String WORK = "payouts";

    /** The calls that are left to be made now that the step is durable. */
    record Calls(KeptPayout payout, List<PayoutEffect> effects) {}

    private final PayoutStore store;
    private final PayoutBooking booking;
    private final DifferenceStore differences;
    private final LiveFeed live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayoutSteps(PayoutStore store, PayoutBooking booking, DifferenceStore differences, LiveFeed live,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.booking = booking;
        this.differences = differences;
        this.live = live;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due about it, unless nothing is any more or somebody else is at it. */
    Optional<Calls> due(UUID id, Instant now) {
        return asPlatform(() -> store.claim(id, now).map(kept -> {
            boolean first = kept.payout().state() == PayoutState.ORDERED;
            return step(kept, first && !booking.isOwed(kept) ? new NotOwed() : new Due(), WORK, now);
        }));
    }

    /** What somebody said about it. Joins a running transaction. */
    Calls said(UUID id, PayoutEvent event) {
        var by = Acting.current() instanceof Actor.Person person ? person.name() : WORK;
        return asPlatform(() -> Optional.of(step(store.lock(id).orElseThrow(), event, by,
                clock.instant().truncatedTo(ChronoUnit.MICROS)))).orElseThrow();
    }

    private Calls step(KeptPayout kept, PayoutEvent event, String by, Instant now) {
        var step = PayoutRules.step(kept.payout(), event, now);
        if (step.next().equals(kept.payout()) && step.effects().isEmpty()) {
            return new Calls(kept, List.of());
        }
        var next = new KeptPayout(kept.id(), kept.reference(), kept.claim(), kept.fen(), kept.payee(),
                kept.payeeIndex(), kept.remark(), kept.unitPath(), kept.gateway(), kept.orderedAt(), kept.orderedBy(),
                step.next(), kept.batch());
        store.save(kept.id(), step.next());
        // Questions without an answer would fill the history: what they lead to is written, they are not.
        boolean worth = step.next().state() != kept.payout().state() || step.effects().stream()
                .anyMatch(effect -> effect != PayoutEffect.ASK);
        if (worth) {
            long number = store.addEvent(kept.id(), now, by, event.getClass().getSimpleName(),
                    step.next().state(), detail(event));
            step.effects().forEach(effect -> {
                booking.book(next, effect, number);
                tell(next, effect, now);
            });
            live.tell("payout", kept.unitPath(), Map.of("id", kept.id()));
        }
        return new Calls(next, calls(step));
    }

    private static List<PayoutEffect> calls(PayoutStep step) {
        return step.effects().stream().filter(effect -> effect == PayoutEffect.SEND || effect == PayoutEffect.ASK)
                .toList();
    }

    private static @Nullable String detail(PayoutEvent event) {
        return switch (event) {
            case Answered(_, var answer) -> answer.toString();
            case Asked(_, var answer) -> answer.toString();
            case PayoutEvent.Noticed(var isPaid) -> isPaid ? "Paid" : "NotPaid";
            case PayoutEvent.Decided(var isPaid) -> isPaid ? "Paid" : "NotPaid";
            case Due() -> null;
            case NotOwed() -> null;
        };
    }

    private void tell(KeptPayout kept, PayoutEffect effect, Instant now) {
        switch (effect) {
            case TELL_PAID -> events.publishEvent(new PayoutSettled(kept.reference(), true, null, now));
            case TELL_FAILED ->
                events.publishEvent(new PayoutSettled(kept.reference(), false, kept.payout().reason(), now));
            case DIFFER_PAID_AFTER_FAILURE -> differences.add(kept, Kind.PAID_AFTER_FAILURE, kept.fen(), now);
            case DIFFER_FAILED_AFTER_PAYMENT -> differences.add(kept, Kind.FAILED_AFTER_PAYMENT, null, now);
            case SEND, ASK, BOOK_SENT, BOOK_BACK, BOOK_PAID, BOOK_LATE, BOOK_RETURNED -> {
                // Booked, or the caller's.
            }
        }
    }

    private Optional<Calls> asPlatform(Supplier<Optional<Calls>> work) {
        return Acting.as(new Actor.Internal(WORK),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}

package io.waypost.app.money;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.DifferenceStore.Difference;
import io.waypost.app.money.DifferenceStore.State;
import io.waypost.app.money.DifferenceStore.Verdict;
import io.waypost.core.ledger.PayoutEvent.Decided;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people settle what does not agree, each time with words; large amounts take two of them (双人复核). */
@Service
class DifferenceDesk {

    private static final int WORDS = 500;

    private final DifferenceStore store;
    private final PayoutSteps steps;
    private final MoneySettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    DifferenceDesk(DifferenceStore store, PayoutSteps steps, MoneySettings settings, AuditTrail audit, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what is right; of a large amount the second person who says the same settles it. */
    @Transactional
    Difference settle(UUID id, Verdict verdict, String words) {
        Headquarters.only();
        var difference = store.lock(id).orElseThrow(() -> Refusal.notFound("difference", id));
        if (difference.state() == State.SETTLED || difference.state() == State.CLEARED) {
            throw Refusal.conflict("SETTLED", "The difference is settled already.");
        }
        if (words.isBlank() || words.length() > WORDS || words.indexOf('\0') >= 0) {
            throw Refusal.invalid("words", words, "MISSING",
                    "Say in up to %d characters why it is so.".formatted(WORDS));
        }
        if (!possible(difference).contains(verdict)) {
            throw Refusal.invalid("verdict", verdict, "IMPOSSIBLE",
                    "Of this difference it can be said that it is %s.".formatted(possible(difference)));
        }
        boolean alone = difference.fen() < settings.secondPersonFrom();
        boolean seconded = difference.state() == State.PROPOSED && difference.verdict() == verdict;
        var hand = Acting.hand();
        if (seconded && (hand == null || hand.equals(difference.proposer()))) {
            throw Refusal.forbidden("SECOND_PERSON", "From %d fen on somebody else must say so too."
                    .formatted(settings.secondPersonFrom()));
        }
        if (alone || seconded) {
            store.settle(id, verdict, words.strip(), Acting.current().name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            decide(difference, verdict);
        } else {
            store.propose(id, verdict, words.strip(), Acting.current().name(), hand);
        }
        audit.record(alone || seconded ? "DIFFERENCE_SETTLED" : "DIFFERENCE_JUDGED", "DIFFERENCE", id.toString(), "/",
                Map.of("kind", difference.kind(), "key", difference.key(), "verdict", verdict, "fen",
                        difference.fen()));
        return store.find(id).orElseThrow();
    }

    private void decide(Difference difference, Verdict verdict) {
        var payout = difference.payout();
        if (payout != null && verdict != Verdict.NOTED) {
            steps.said(payout, new Decided(verdict == Verdict.PAID));
        }
    }

    /** What can be said of it. A verdict that moves money is possible only where it would explain the difference. */
    static Set<Verdict> possible(Difference difference) {
        return switch (difference.kind()) {
            case MISSING_HERE, PAID_TWICE -> EnumSet.of(Verdict.NOTED);
            case MISSING_THERE, AMOUNT_DIFFERS -> EnumSet.allOf(Verdict.class);
            case PAID_AFTER_FAILURE -> EnumSet.of(Verdict.PAID, Verdict.NOTED);
            case FAILED_AFTER_PAYMENT -> EnumSet.of(Verdict.NOT_PAID, Verdict.NOTED);
        };
    }
}

package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.claim.KeptClaim.Money;
import io.waypost.app.claim.KeptClaim.Times;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.claim.ClaimFacts;
import io.waypost.core.settlement.ClaimPolicy;
import io.waypost.core.settlement.Settlement;
import io.waypost.core.settlement.SettlementCommand;
import io.waypost.core.settlement.SettlementDecision.Declined;
import io.waypost.core.settlement.SettlementDecision.Done;
import io.waypost.core.settlement.SettlementRules;
import io.waypost.core.settlement.SettlementState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a claim from state to state: what the rules say, when it is due then, the money, the history. Inside the caller's transaction. */
@Component
class ClaimFlow {

    private final CaseStore store;
    private final ClaimBooks books;
    private final ClaimSteps steps;
    private final ClaimPayments payments;
    private final ClaimMessages messages;
    private final Assessing assessing;
    private final Clock clock;

    ClaimFlow(CaseStore store, ClaimBooks books, ClaimSteps steps, ClaimPayments payments, ClaimMessages messages,
            Assessing assessing, Clock clock) {
        this.store = store;
        this.books = books;
        this.steps = steps;
        this.payments = payments;
        this.messages = messages;
        this.assessing = assessing;
        this.clock = clock;
    }

    /** Takes a step and writes it down. */
    KeptClaim step(KeptClaim claim, SettlementCommand command, Did did, @Nullable String words, Map<String, ?> data) {
        var next = moved(claim, decided(claim.settlement(), command));
        if (next.settlement().state() == SettlementState.PAYING && claim.settlement().state() != next.settlement()
                .state()) {
            next = payments.pay(next);
        }
        store.update(next, null);
        steps.log(next, did, words, data);
        messages.tell(claim, next);
        return next;
    }

    /** Assesses a claim anew, by the rules that count now and what is at hand now, and writes it down. */
    KeptClaim assess(KeptClaim claim) {
        var assessed = assessing.of(claim);
        var next = claim.assessed(assessed.assessment(), assessed.book());
        store.update(next, assessed.facts());
        return next;
    }

    /** What the calculator would take the claim to be. */
    ClaimFacts facts(KeptClaim claim) {
        return assessing.of(claim).facts();
    }

    static Settlement decided(Settlement settlement, SettlementCommand command) {
        return switch (SettlementRules.decide(settlement, command)) {
            case Done(var next) -> next;
            case Declined(var reason) -> throw Refusal.conflict(reason.name(),
                    "The claim is %s; %s.".formatted(settlement.state(), reason));
        };
    }

    private KeptClaim moved(KeptClaim claim, Settlement next) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var times = claim.times();
        boolean isAnother = next.state() != claim.settlement().state();
        boolean agrees = next.state() == SettlementState.PAYING && times.agreedAt() == null;
        var moved = claim.with(next);
        return moved.with(new Times(isAnother ? now : times.since(), times.appliedAt(),
                agrees ? now : times.agreedAt(),
                next.state() == SettlementState.PAID ? now : times.paidAt(),
                next.state().open() || next.state() == SettlementState.DRAFT ? null : now, times.statutoryAt(),
                isAnother ? due(moved, next.state(), now) : times.dueAt(), !isAnother && times.overdue()));
    }

    private @Nullable Instant due(KeptClaim claim, SettlementState state, Instant now) {
        ClaimPolicy policy = books.now().body().policy();
        return switch (state) {
            case TO_EXAMINE, UNDER_REVIEW -> now.plus(Duration.ofHours(isSmall(claim, policy)
                    ? policy.quickHours()
                    : policy.examineHours()));
            case TO_APPROVE -> now.plus(Duration.ofHours(policy.approveHours()));
            case WAITING_FOR_EVIDENCE, OFFERED, PAYEE_WRONG -> now.plus(Duration.ofDays(policy.evidenceDays()));
            case PAYING -> now.plus(claim.money().isQuick()
                    ? Duration.ofHours(policy.quickHours())
                    : Duration.ofDays(policy.payDays()));
            case DRAFT, PAID, REFUSED, WITHDRAWN -> null;
        };
    }

    private static boolean isSmall(KeptClaim claim, ClaimPolicy policy) {
        return claim.owedFen() > 0 && claim.owedFen() <= policy.quickFen();
    }

    /** Marks it as one that goes the quick way, before the step that pays it. */
    static KeptClaim quick(KeptClaim claim) {
        return claim.with(new Money(claim.money().payee(), claim.money().payouts(), true));
    }
}

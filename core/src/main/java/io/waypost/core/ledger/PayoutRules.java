package io.waypost.core.ledger;

import static io.waypost.core.ledger.PayoutEffect.ASK;
import static io.waypost.core.ledger.PayoutEffect.BOOK_BACK;
import static io.waypost.core.ledger.PayoutEffect.BOOK_LATE;
import static io.waypost.core.ledger.PayoutEffect.BOOK_PAID;
import static io.waypost.core.ledger.PayoutEffect.BOOK_RETURNED;
import static io.waypost.core.ledger.PayoutEffect.BOOK_SENT;
import static io.waypost.core.ledger.PayoutEffect.DIFFER_FAILED_AFTER_PAYMENT;
import static io.waypost.core.ledger.PayoutEffect.DIFFER_PAID_AFTER_FAILURE;
import static io.waypost.core.ledger.PayoutEffect.SEND;
import static io.waypost.core.ledger.PayoutEffect.TELL_FAILED;
import static io.waypost.core.ledger.PayoutEffect.TELL_PAID;
import static io.waypost.core.ledger.PayoutState.FAILED;
import static io.waypost.core.ledger.PayoutState.ORDERED;
import static io.waypost.core.ledger.PayoutState.PAID;
import static io.waypost.core.ledger.PayoutState.SENDING;
import static io.waypost.core.ledger.PayoutState.TAKEN;
import static io.waypost.core.ledger.PayoutState.UNKNOWN;

import io.waypost.core.ledger.PayoutAnswer.NoAnswer;
import io.waypost.core.ledger.PayoutAnswer.NotFound;
import io.waypost.core.ledger.PayoutAnswer.NotReached;
import io.waypost.core.ledger.PayoutAnswer.Paid;
import io.waypost.core.ledger.PayoutAnswer.Refused;
import io.waypost.core.ledger.PayoutAnswer.Taken;
import io.waypost.core.ledger.PayoutEvent.Answered;
import io.waypost.core.ledger.PayoutEvent.Asked;
import io.waypost.core.ledger.PayoutEvent.Decided;
import io.waypost.core.ledger.PayoutEvent.Due;
import io.waypost.core.ledger.PayoutEvent.NotOwed;
import io.waypost.core.ledger.PayoutEvent.Noticed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a payout (打款状态机). Pure. Every way there is stands in {@link PayoutTransition}.
 *
 * <p>It is never paid twice because it has one key, under which a gateway pays once, and because it counts as failed only on the word of the
 * gateway, in answer to the last sending or to a question after it. That it was paid is believed whoever tells it and however late: after a
 * failure it is for people. That it was not paid is believed of nobody but the gateway when asked, for a notice may be about an earlier try.
 */
public final class PayoutRules {

    private PayoutRules() {}

    /** What becomes of the payout. What changes nothing gives it back as it was, without effects. */
    public static PayoutStep step(Payout payout, PayoutEvent event, Instant now) {
        var step = switch (event) {
            case Due() -> due(payout, now);
            case NotOwed() ->
                payout.state() == ORDERED
                        ? PayoutStep.of(payout.to(FAILED, null, "NOT_OWED", now), TELL_FAILED)
                        : PayoutStep.of(payout);
            case Answered(_, Paid()) -> paid(payout, now);
            // Of an earlier sending only that it paid still counts: a later one is under way.
            case Answered(var send, var answer) ->
                send == payout.sends() ? answered(payout, answer, now) : PayoutStep.of(payout);
            case Asked(_, Paid()) -> paid(payout, now);
            case Asked(var send, var answer) ->
                send == payout.sends() ? asked(payout, answer, now) : PayoutStep.of(payout);
            case Noticed(var isPaid) -> isPaid ? paid(payout, now) : noticedNotPaid(payout, now);
            case Decided(var isPaid) -> decided(payout, isPaid, now);
        };
        PayoutTransition.require(payout.state(), event, step.next().state());
        return step;
    }

    private static PayoutStep due(Payout payout, Instant now) {
        var due = payout.dueAt();
        if (due == null || due.isAfter(now)) {
            return PayoutStep.of(payout);
        }
        return switch (payout.state()) {
            case ORDERED -> PayoutStep.of(
                    payout.sentOnce(now).to(SENDING, now.plus(PayoutTimes.LEASE), null, now), BOOK_SENT, SEND);
            // Whoever was sending it is gone.
            case SENDING -> PayoutStep.of(ask(payout, UNKNOWN, "LOST", now).askedOnce(), ASK);
            case TAKEN, UNKNOWN ->
                PayoutStep.of(ask(payout, payout.state(), payout.reason(), now).askedOnce(), ASK);
            case PAID, FAILED -> PayoutStep.of(payout);
        };
    }

    private static PayoutStep paid(Payout payout, Instant now) {
        var paid = payout.to(PAID, null, null, now);
        return switch (payout.state()) {
            case ORDERED -> PayoutStep.of(paid, BOOK_SENT, BOOK_PAID, TELL_PAID);
            case SENDING, TAKEN, UNKNOWN -> PayoutStep.of(paid, BOOK_PAID, TELL_PAID);
            case PAID -> PayoutStep.of(payout);
            case FAILED -> PayoutStep.of(payout, DIFFER_PAID_AFTER_FAILURE);
        };
    }

    private static PayoutStep answered(Payout payout, PayoutAnswer answer, Instant now) {
        return switch (payout.state()) {
            case SENDING -> switch (answer) {
                case Paid() -> paid(payout, now);
                case Taken() -> PayoutStep.of(ask(payout, TAKEN, null, now));
                case Refused refused -> refused(payout, refused, now);
                case NotReached(var code) -> again(payout, code, now);
                case NotFound() -> PayoutStep.of(ask(payout, UNKNOWN, "NOT_FOUND", now));
                case NoAnswer(var code) -> PayoutStep.of(ask(payout, UNKNOWN, code, now));
            };
            // The answer was slower than the lease, or than a notice that made us ask.
            case TAKEN, UNKNOWN -> switch (answer) {
                case Paid() -> paid(payout, now);
                case Taken() -> PayoutStep.of(payout.to(TAKEN, payout.dueAt(), null, now));
                case Refused refused -> refused(payout, refused, now);
                case NotReached _ -> PayoutStep.of(payout);
                case NotFound() -> PayoutStep.of(payout);
                case NoAnswer _ -> PayoutStep.of(payout);
            };
            case PAID -> contradicted(payout, answer);
            case ORDERED, FAILED -> PayoutStep.of(payout);
        };
    }

    private static PayoutStep asked(Payout payout, PayoutAnswer answer, Instant now) {
        return switch (payout.state()) {
            case TAKEN, UNKNOWN -> switch (answer) {
                case Paid() -> paid(payout, now);
                case Taken() -> PayoutStep.of(payout.to(TAKEN, payout.dueAt(), null, now));
                case Refused refused -> refusedWhenAsked(payout, refused, now);
                case NotFound() -> notFound(payout, now);
                case NotReached _ -> PayoutStep.of(payout);
                case NoAnswer _ -> PayoutStep.of(payout);
            };
            case PAID -> contradicted(payout, answer);
            case ORDERED, SENDING, FAILED -> PayoutStep.of(payout);
        };
    }

    private static PayoutStep refused(Payout payout, Refused refused, Instant now) {
        var counted = payout.refusedOnce();
        if (!refused.retryable()) {
            return failed(counted, refused.code(), now);
        }
        // A refusal that the gateway would take back ends nothing as long as a copy of an earlier call may still get there.
        return counted.refusals() < PayoutTimes.MOST_REFUSALS
                ? again(counted, refused.code(), now)
                : PayoutStep.of(counted.to(UNKNOWN, now.plus(PayoutTimes.ON_ITS_WAY), refused.code(), now));
    }

    private static PayoutStep refusedWhenAsked(Payout payout, Refused refused, Instant now) {
        if (!refused.retryable() || payout.refusals() < PayoutTimes.MOST_REFUSALS) {
            return refused(payout, refused, now);
        }
        return mayStillArrive(payout, now) ? PayoutStep.of(payout) : failed(payout, refused.code(), now);
    }

    /** It did not get there, or not yet: the same key is handed over again, as long as the gateway is sure to know it. */
    private static PayoutStep notFound(Payout payout, Instant now) {
        if (payout.state() == TAKEN) {
            return PayoutStep.of(payout.to(UNKNOWN, payout.dueAt(), "NOT_FOUND", now));
        }
        if (payout.refusals() >= PayoutTimes.MOST_REFUSALS) {
            return mayStillArrive(payout, now) ? PayoutStep.of(payout) : failed(payout, payout.reason(), now);
        }
        return forgettable(payout.firstSentAt(), now)
                ? PayoutStep.of(payout.to(UNKNOWN, payout.dueAt(), "NOT_FOUND", now))
                : PayoutStep.of(payout.sentOnce(now).to(SENDING, now.plus(PayoutTimes.LEASE), null, now), SEND);
    }

    private static PayoutStep failed(Payout payout, @Nullable String code, Instant now) {
        return PayoutStep.of(payout.to(FAILED, null, code, now), BOOK_BACK, TELL_FAILED);
    }

    private static boolean mayStillArrive(Payout payout, Instant now) {
        var sent = payout.sentAt();
        return sent != null && sent.plus(PayoutTimes.ON_ITS_WAY).isAfter(now);
    }

    private static boolean forgettable(@Nullable Instant firstSentAt, Instant now) {
        return firstSentAt != null && !firstSentAt.plus(PayoutTimes.KEY_LIVES).isAfter(now);
    }

    private static PayoutStep noticedNotPaid(Payout payout, Instant now) {
        return switch (payout.state()) {
            case TAKEN, UNKNOWN -> PayoutStep.of(payout.to(payout.state(), now, payout.reason(), now));
            case PAID -> PayoutStep.of(payout, ASK);
            case ORDERED, SENDING, FAILED -> PayoutStep.of(payout);
        };
    }

    /** The gateway refuses what it has paid: it came back from the bank (退票), or one of the two is wrong. */
    private static PayoutStep contradicted(Payout payout, PayoutAnswer answer) {
        return answer instanceof Refused ? PayoutStep.of(payout, DIFFER_FAILED_AFTER_PAYMENT) : PayoutStep.of(payout);
    }

    private static PayoutStep decided(Payout payout, boolean isPaid, Instant now) {
        return switch (payout.state()) {
            case TAKEN, UNKNOWN -> isPaid
                    ? paid(payout, now)
                    : failed(payout, "DECIDED", now);
            case FAILED -> isPaid
                    ? PayoutStep.of(payout.to(PAID, null, "DECIDED", now), BOOK_LATE, TELL_PAID)
                    : PayoutStep.of(payout);
            case PAID -> isPaid
                    ? PayoutStep.of(payout)
                    : PayoutStep.of(payout.to(FAILED, null, "DECIDED", now), BOOK_RETURNED, TELL_FAILED);
            case ORDERED, SENDING -> PayoutStep.of(payout);
        };
    }

    private static PayoutStep again(Payout payout, String code, Instant now) {
        return PayoutStep.of(payout.to(ORDERED, now.plus(PayoutTimes.again(payout.sends())), code, now), BOOK_BACK);
    }

    private static Payout ask(Payout payout, PayoutState next, @Nullable String why, Instant now) {
        return payout.to(next, now.plus(PayoutTimes.ask(payout.asks())), why, now);
    }
}

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
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L5 a payout goes its way and is never sent under another key")
class PayoutRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final Refused NO = new Refused("ACCOUNT_CLOSED", false);
    private static final Refused NOT_NOW = new Refused("BALANCE_SHORT", true);

    /** A payout on its way, and the hour. */
    private static final class Way {

        private Payout payout = Payout.ordered(NOW);
        private Instant now = NOW;
        private List<PayoutEffect> effects = List.of();

        private Way then(PayoutEvent event) {
            var step = PayoutRules.step(payout, event, now);
            payout = step.next();
            effects = step.effects();
            return this;
        }

        private Way sent() {
            return due().expect(SENDING, BOOK_SENT, SEND);
        }

        private Way answered(PayoutAnswer answer) {
            return then(new Answered(payout.sends(), answer));
        }

        private Way asked(PayoutAnswer answer) {
            return then(new Asked(payout.sends(), answer));
        }

        /** Waits until something is due, and does it. */
        private Way due() {
            now = Objects.requireNonNull(payout.dueAt());
            return then(new Due());
        }

        private Way later(Duration wait) {
            now = now.plus(wait);
            return this;
        }

        private Way expect(PayoutState state, PayoutEffect... expected) {
            assertThat(payout.state()).isEqualTo(state);
            assertThat(effects).containsExactly(expected);
            assertThat(payout.dueAt() == null).isEqualTo(state.isOver());
            return this;
        }
    }

    private static Way way() {
        return new Way();
    }

    private static Way unknown() {
        return way().sent().answered(new NoAnswer("TIMEOUT")).expect(UNKNOWN);
    }

    private static Way paid() {
        return way().sent().answered(new Paid()).expect(PAID, BOOK_PAID, TELL_PAID);
    }

    private static Way failed() {
        return way().sent().answered(NO).expect(FAILED, BOOK_BACK, TELL_FAILED);
    }

    @Test
    void isSentAndPaid() {
        paid();
        way().sent().answered(new Taken()).expect(TAKEN).due().expect(TAKEN, ASK).asked(new Paid())
                .expect(PAID, BOOK_PAID, TELL_PAID);
    }

    @Test
    void nothingIsDoneBeforeItsTime() {
        var way = way().sent().answered(new Taken());
        way.then(new Due()).expect(TAKEN);
        way.later(Duration.ofSeconds(14)).then(new Due()).expect(TAKEN);
        way.later(Duration.ofSeconds(1)).then(new Due()).expect(TAKEN, ASK);
    }

    @Test
    void whatIsUnknownIsAskedUntilItIsKnown() {
        unknown().due().expect(UNKNOWN, ASK).asked(new NoAnswer("TIMEOUT")).expect(UNKNOWN).due().expect(UNKNOWN, ASK)
                .asked(new NotReached("DOWN")).expect(UNKNOWN).asked(new Taken()).expect(TAKEN)
                .asked(new NotReached("DOWN")).expect(TAKEN).asked(new NoAnswer("TIMEOUT")).expect(TAKEN)
                .asked(NO).expect(FAILED, BOOK_BACK, TELL_FAILED);
    }

    @Test
    void whoeverDiesWhileSendingLeavesItUnknown() {
        way().sent().later(PayoutTimes.LEASE.minusSeconds(1)).then(new Due()).expect(SENDING)
                .later(Duration.ofSeconds(1)).then(new Due()).expect(UNKNOWN, ASK)
                .asked(new NotFound()).expect(SENDING, SEND).answered(new Paid()).expect(PAID, BOOK_PAID, TELL_PAID);
    }

    @Test
    void whatTheGatewayDoesNotKnowIsSentUnderTheSameKeyAsLongAsThatIsRemembered() {
        var way = unknown().asked(new NotFound()).expect(SENDING, SEND);
        assertThat(way.payout.sends()).isEqualTo(2);
        way.answered(new NoAnswer("TIMEOUT")).later(PayoutTimes.KEY_LIVES).asked(new NotFound()).expect(UNKNOWN);
        assertThat(way.payout.reason()).isEqualTo("NOT_FOUND");
        assertThat(way.payout.sends()).isEqualTo(2);
        way.due().expect(UNKNOWN, ASK);
        way().sent().answered(new Taken()).asked(new NotFound()).expect(UNKNOWN);
        way().sent().answered(new NotFound()).expect(UNKNOWN);
    }

    @Test
    void aRefusalIsTriedAgainOnlyWhereTheGatewayAllowsIt() {
        var way = way().sent().answered(NOT_NOW).expect(ORDERED, BOOK_BACK);
        assertThat(way.payout.reason()).isEqualTo("BALANCE_SHORT");
        way.sent();
        assertThat(way.payout.sends()).isEqualTo(2);
        way.answered(NO).expect(FAILED, BOOK_BACK, TELL_FAILED);
        unknown().asked(NOT_NOW).expect(ORDERED, BOOK_BACK);
        way().sent().answered(new Taken()).asked(NOT_NOW).expect(ORDERED, BOOK_BACK);
        unknown().answered(NOT_NOW).expect(ORDERED, BOOK_BACK);
    }

    private static Way refusedOften() {
        var way = way();
        for (int i = 1; i < PayoutTimes.MOST_REFUSALS; i++) {
            way.sent().answered(NOT_NOW).expect(ORDERED, BOOK_BACK);
        }
        return way.sent().answered(NOT_NOW).expect(UNKNOWN);
    }

    @Test
    void refusedOftenEnoughItFailsOnceNoCopyOfTheCallIsOnItsWayAnyMore() {
        refusedOften().asked(NOT_NOW).expect(UNKNOWN).asked(new NotFound()).expect(UNKNOWN).due().expect(UNKNOWN, ASK)
                .asked(NOT_NOW).expect(FAILED, BOOK_BACK, TELL_FAILED);
        var way = refusedOften().due().asked(new NotFound()).expect(FAILED, BOOK_BACK, TELL_FAILED);
        assertThat(way.payout.reason()).isEqualTo("BALANCE_SHORT");
        // One that was thought lost got there after all.
        refusedOften().due().asked(new Paid()).expect(PAID, BOOK_PAID, TELL_PAID);
    }

    @Test
    void aGatewayThatIsAwayIsNoRefusal() {
        var way = way();
        for (int i = 0; i < 100; i++) {
            way.sent().answered(new NotReached("NOT_REACHED")).expect(ORDERED, BOOK_BACK);
        }
        assertThat(way.payout.refusals()).isZero();
        assertThat(Duration.between(way.now, way.payout.dueAt())).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void moreThanIsOwedIsNotSent() {
        way().then(new NotOwed()).expect(FAILED, TELL_FAILED);
        unknown().then(new NotOwed()).expect(UNKNOWN);
        paid().then(new NotOwed()).expect(PAID);
    }

    @Test
    void thatItWasPaidIsBelievedInEveryState() {
        for (PayoutEvent told : List.of(new Noticed(true), new Asked(0, new Paid()), new Answered(0, new Paid()))) {
            way().then(told).expect(PAID, BOOK_SENT, BOOK_PAID, TELL_PAID);
            way().sent().then(told).expect(PAID, BOOK_PAID, TELL_PAID);
            way().sent().answered(NOT_NOW).then(told).expect(PAID, BOOK_SENT, BOOK_PAID, TELL_PAID);
            unknown().then(told).expect(PAID, BOOK_PAID, TELL_PAID);
            way().sent().answered(new Taken()).then(told).expect(PAID, BOOK_PAID, TELL_PAID);
            paid().then(told).expect(PAID);
            failed().then(told).expect(FAILED, DIFFER_PAID_AFTER_FAILURE);
        }
    }

    @Test
    void thatItWasNotPaidIsBelievedOnlyOfAGatewayThatWasAsked() {
        way().then(new Noticed(false)).expect(ORDERED);
        way().sent().then(new Noticed(false)).expect(SENDING);
        failed().then(new Noticed(false)).expect(FAILED);
        var way = way().sent().answered(new Taken()).then(new Noticed(false)).expect(TAKEN);
        assertThat(way.payout.dueAt()).isEqualTo(way.now);
        unknown().then(new Noticed(false)).expect(UNKNOWN).then(new Due()).expect(UNKNOWN, ASK);
        // The notice of an earlier refusal comes after the payment: asked, and nothing is wrong.
        paid().then(new Noticed(false)).expect(PAID, ASK).asked(new Paid()).expect(PAID);
        paid().then(new Noticed(false)).asked(NO).expect(PAID, DIFFER_FAILED_AFTER_PAYMENT);
        paid().answered(NO).expect(PAID, DIFFER_FAILED_AFTER_PAYMENT);
        paid().asked(new NotFound()).expect(PAID);
    }

    @Test
    void anAnswerToAnEarlierSendingSaysNothingOfTheLaterOne() {
        var way = unknown().asked(new NotFound()).expect(SENDING, SEND);
        way.then(new Answered(1, NO)).expect(SENDING).then(new Asked(1, NO)).expect(SENDING)
                .then(new Answered(1, new NotReached("DOWN"))).expect(SENDING);
        way.then(new Answered(1, new Paid())).expect(PAID, BOOK_PAID, TELL_PAID);
    }

    @Test
    void aSlowAnswerToTheLastSendingCounts() {
        unknown().answered(new Taken()).expect(TAKEN);
        unknown().answered(new NotReached("DOWN")).expect(UNKNOWN);
        unknown().answered(new NoAnswer("TIMEOUT")).expect(UNKNOWN);
        unknown().answered(new NotFound()).expect(UNKNOWN);
        unknown().answered(NO).expect(FAILED, BOOK_BACK, TELL_FAILED);
        unknown().asked(new Taken()).answered(NO).expect(FAILED, BOOK_BACK, TELL_FAILED);
        unknown().asked(new Taken()).answered(NOT_NOW).expect(ORDERED, BOOK_BACK);
        failed().answered(new Taken()).expect(FAILED);
        failed().asked(NO).expect(FAILED);
    }

    @Test
    void peopleDecideWhatNobodyElseKnows() {
        unknown().then(new Decided(true)).expect(PAID, BOOK_PAID, TELL_PAID);
        unknown().then(new Decided(false)).expect(FAILED, BOOK_BACK, TELL_FAILED);
        way().sent().answered(new Taken()).then(new Decided(true)).expect(PAID, BOOK_PAID, TELL_PAID);
        way().sent().answered(new Taken()).then(new Decided(false)).expect(FAILED, BOOK_BACK, TELL_FAILED);
        failed().then(new Decided(true)).expect(PAID, BOOK_LATE, TELL_PAID);
        failed().then(new Decided(false)).expect(FAILED);
        paid().then(new Decided(false)).expect(FAILED, BOOK_RETURNED, TELL_FAILED);
        paid().then(new Decided(true)).expect(PAID);
        way().then(new Decided(false)).expect(ORDERED);
        way().sent().then(new Decided(false)).expect(SENDING);
    }

    @Test
    void waitsGrowAndHaveAnEnd() {
        for (int i = 1; i < 50; i++) {
            assertThat(PayoutTimes.again(i + 1)).isGreaterThanOrEqualTo(PayoutTimes.again(i))
                    .isLessThanOrEqualTo(Duration.ofHours(6));
            assertThat(PayoutTimes.ask(i)).isGreaterThanOrEqualTo(PayoutTimes.ask(i - 1))
                    .isLessThanOrEqualTo(Duration.ofHours(6));
        }
        assertThat(PayoutTimes.ask(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(PayoutTimes.again(1)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everyWayIsTakenAndNoOtherAndTheBooksFollowTheState() {
        var taken = new HashSet<PayoutTransition>();
        for (long seed = 0; seed < 4_000; seed++) {
            var random = new Random(seed);
            int refusals = PayoutTimes.MOST_REFUSALS - 1;
            var payout = seed % 2 == 0
                    ? Payout.ordered(NOW)
                    : new Payout(ORDERED, refusals, refusals, 0, NOW, NOW, NOW, null, NOW);
            var now = NOW;
            var books = new EnumMap<Place, Integer>(Map.of(Place.OWED, 1, Place.WAY, 0, Place.BANK, 0));
            for (int step = 0; step < 40; step++) {
                var due = payout.dueAt();
                now = due != null && due.isAfter(now) && random.nextBoolean()
                        ? due
                        : now.plusSeconds(random.nextInt(120));
                var event = event(random, payout.sends());
                var next = PayoutRules.step(payout, event, now);
                if (next.next().state() != payout.state()) {
                    taken.add(new PayoutTransition(payout.state(), event.getClass(), next.next().state()));
                }
                next.effects().forEach(effect -> book(books, effect));
                payout = next.next();
                var place = payout.state().isInTransit()
                        ? Place.WAY
                        : payout.state() == PAID ? Place.BANK : Place.OWED;
                assertThat(books).as("seed %d, step %d, %s", seed, step, event).isEqualTo(Map.of(
                        Place.OWED, place == Place.OWED ? 1 : 0, Place.WAY, place == Place.WAY ? 1 : 0,
                        Place.BANK, place == Place.BANK ? 1 : 0));
                assertThat(payout.dueAt() == null).as("seed %d", seed).isEqualTo(payout.state().isOver());
            }
        }
        assertThat(taken).isEqualTo(Set.copyOf(PayoutTransition.declared()));
    }

    /** Where the money is. */
    private enum Place {
        OWED,
        WAY,
        BANK
    }

    private static void book(Map<Place, Integer> books, PayoutEffect effect) {
        switch (effect) {
            case BOOK_SENT -> move(books, Place.OWED, Place.WAY);
            case BOOK_BACK -> move(books, Place.WAY, Place.OWED);
            case BOOK_PAID -> move(books, Place.WAY, Place.BANK);
            case BOOK_LATE -> move(books, Place.OWED, Place.BANK);
            case BOOK_RETURNED -> move(books, Place.BANK, Place.OWED);
            case SEND, ASK, TELL_PAID, TELL_FAILED, DIFFER_PAID_AFTER_FAILURE, DIFFER_FAILED_AFTER_PAYMENT -> {
                // Moves no money.
            }
        }
    }

    private static void move(Map<Place, Integer> books, Place from, Place to) {
        books.merge(from, -1, Integer::sum);
        books.merge(to, 1, Integer::sum);
    }

    private static PayoutEvent event(Random random, int sends) {
        int send = random.nextInt(8) == 0 ? sends - 1 : sends;
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Due();
            case 4, 5, 6 -> new Answered(send, answer(random));
            case 7, 8, 9 -> new Asked(send, answer(random));
            case 10 -> new Noticed(random.nextInt(4) == 0);
            default -> switch (random.nextInt(10)) {
                case 0 -> new NotOwed();
                case 1, 2 -> new Decided(random.nextBoolean());
                default -> new Due();
            };
        };
    }

    private static PayoutAnswer answer(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new Paid();
            case 1, 2 -> new Taken();
            case 3 -> NO;
            case 4 -> NOT_NOW;
            case 5, 6 -> new NotReached("NOT_REACHED");
            case 7, 8 -> new NotFound();
            default -> new NoAnswer("TIMEOUT");
        };
    }
}

package io.waypost.app.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.liability.KeptCharge.Paper;
import io.waypost.app.money.Ledger;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.Posting;
import io.waypost.core.liability.Duty;
import io.waypost.core.liability.Liability;
import io.waypost.core.liability.LiabilityDecision.Movement;
import io.waypost.core.liability.LiabilityState.Undecided;
import io.waypost.core.liability.LiabilityTerms;
import io.waypost.core.liability.LiableParty;
import io.waypost.core.liability.Share;
import io.waypost.core.liability.Shares;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L6 whatever is decided, units hold and owe what their shares say, and the books balance")
class ChargeMoneyTest {

    /** A ledger that is a list of bookings. */
    private static final class Books implements Ledger {

        private final Map<UUID, Booking> booked = new LinkedHashMap<>();

        @Override
        public UUID book(Booking booking) {
            if (booked.values().stream().anyMatch(one -> one.reference().equals(booking.reference()))) {
                throw new IllegalStateException(booking.reference());
            }
            var id = UUID.randomUUID();
            booked.put(id, booking);
            return id;
        }

        @Override
        public UUID reverse(UUID transaction, String reference, String note) {
            var of = booked.get(transaction);
            if (of == null) {
                throw new IllegalStateException(transaction.toString());
            }
            return book(new Booking(reference, note, of.postings().stream()
                    .map(line -> new Posting(line.account(), -line.fen())).toList()));
        }

        @Override
        public long balance(Account account) {
            return booked.values().stream().flatMap(one -> one.postings().stream())
                    .filter(line -> line.account().equals(account)).mapToLong(Posting::fen).sum();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theBooksFollowEveryDecision(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var books = new Books();
            var money = new ChargeMoney(books);
            long fen = 1L + random.nextInt(2_000_000);
            var kept = charge(fen);
            boolean over = false;
            while (!over) {
                var movement = movement(random, kept);
                over = movement == Movement.FINALISE || movement == Movement.REBOOK_AND_FINALISE;
                kept = money.move(kept.with(shares(kept, movement, random)), movement);
                holds(books, kept, fen, over, seed);
            }
        }
    }

    private static void holds(Books books, KeptCharge kept, long fen, boolean over, long seed) {
        var expected = new HashMap<String, Long>(Shares.split(kept.liability().shares(), fen));
        for (var unit : List.of("H1", "H2", "O1", "O2")) {
            long part = expected.getOrDefault(unit, 0L);
            assertThat(books.balance(Account.of(AccountKind.UNIT_PROVISIONAL, unit))).as("seed %d", seed)
                    .isEqualTo(over ? 0 : part);
            assertThat(books.balance(Account.of(AccountKind.UNIT_RECEIVABLE, unit))).as("seed %d", seed)
                    .isEqualTo(over ? part : 0);
        }
        assertThat(books.balance(Account.of(AccountKind.CLAIM_EXPENSE))).as("seed %d", seed)
                .isEqualTo(kept.liability().shares().isEmpty() ? 0 : -fen);
        assertThat(kept.booked() == null).isEqualTo(over || kept.liability().shares().isEmpty());
    }

    /** Only what the rules can decide: nothing is released that is not held. */
    private static Movement movement(Random random, KeptCharge kept) {
        if (kept.booked() == null) {
            return Movement.BOOK;
        }
        return List.of(Movement.NONE, Movement.RELEASE, Movement.REBOOK, Movement.FINALISE,
                Movement.REBOOK_AND_FINALISE).get(random.nextInt(5));
    }

    private static Liability shares(KeptCharge kept, Movement movement, Random random) {
        return switch (movement) {
            case NONE, FINALISE -> kept.liability();
            case RELEASE -> with(List.of());
            case BOOK, REBOOK, REBOOK_AND_FINALISE -> with(drawn(random));
        };
    }

    private static List<Share> drawn(Random random) {
        var shares = new ArrayList<Share>();
        int left = 1_000;
        for (var unit : List.of("H1", "H2", "O1")) {
            int part = random.nextInt(left);
            if (part > 0) {
                shares.add(new Share(unit, LiableParty.NAMED, Duty.UNIT, part));
                left -= part;
            }
        }
        shares.add(new Share("O2", LiableParty.NAMED, Duty.UNIT, left));
        return shares;
    }

    private static Liability with(List<Share> shares) {
        return new Liability(new Undecided(), shares, LiabilityTerms.usual(), List.of());
    }

    private static KeptCharge charge(long fen) {
        return new KeptCharge(UUID.randomUUID(),
                new Paper(UUID.randomUUID(), "C1", "YT1", ClaimKind.LOSS, fen, Instant.EPOCH), with(List.of()), null,
                null, List.of(), 0, null, Set.of("/HQ/"), null, 1);
    }
}

package io.waypost.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.PersonalData;
import io.waypost.core.ledger.Booking;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A million lines: how many a second, and how long a balance takes. Figures for {@code bench/run ledger}; only that they are right is asserted. */
@Tag("slow")
@SpringBootTest
@DisplayName("L5 a million postings")
class LedgerRateTest {

    private static final int LINES = Integer.getInteger("lines", 1_000_000);
    private static final int THREADS = Integer.getInteger("threads", 8);
    private static final int ASKED = Integer.getInteger("asked", 2_000);

    private final PersonalData personal;

    LedgerRateTest(PersonalData personal) {
        this.personal = personal;
    }

    @Test
    void aMillionLines() throws InterruptedException, ExecutionException {
        try (var stand = MoneyStand.fresh(personal, new BankFileGateway())) {
            int transactions = LINES / 2;
            int claims = Math.max(1, transactions / 10);
            var next = new AtomicInteger();
            long began = System.nanoTime();
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                var all = IntStream.range(0, THREADS).mapToObj(_ -> threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < transactions; i = next.getAndIncrement()) {
                        var claim = Books.claim("C" + i % claims);
                        var booking = Booking.move("claim/%d/accepted".formatted(i), "理赔成立", claim, Books.EXPENSE,
                                1 + i % 1_000);
                        stand.in(() -> stand.ledger.book(booking));
                    }
                    return true;
                })).toList();
                for (var one : all) {
                    one.get();
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("lines booked a second, %d threads, two a transaction: %.0f%n", THREADS,
                    LINES / seconds);
            long right = IntStream.range(0, transactions).mapToLong(i -> 1 + i % 1_000).sum();
            LongSupplier busy = () -> stand.in(() -> stand.ledger.balance(Books.EXPENSE));
            assertThat(busy.getAsLong()).isEqualTo(right);
            measure("balance of an account with %d lines, no mark".formatted(transactions), 50, busy);
            began = System.nanoTime();
            stand.in(() -> {
                stand.marks.mark(stand.read.account(Books.EXPENSE).orElseThrow(), stand.clock.instant());
                return true;
            });
            System.out.printf("making its mark, ms: %.0f%n", (System.nanoTime() - began) / 1e6);
            assertThat(busy.getAsLong()).isEqualTo(right);
            measure("the same with its mark", ASKED, busy);
            var random = new Random(1);
            measure("balance of a claim", ASKED,
                    () -> stand.in(() -> stand.ledger.balance(Books.claim("C" + random.nextInt(claims)))));
            long expense = stand.read.account(Books.EXPENSE).orElseThrow();
            measure("a page of 50 lines of the busy account", ASKED,
                    () -> stand.in(() -> (long) stand.read.postings(expense, null, 0, 50).size()));
            began = System.nanoTime();
            assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
            System.out.printf("holding the whole ledger against itself, s: %.1f%n", (System.nanoTime() - began) / 1e9);
        }
    }

    private static void measure(String what, int times, LongSupplier asked) {
        long seen = 0;
        for (int i = 0; i < times / 10; i++) {
            seen += asked.getAsLong();
        }
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            seen += asked.getAsLong();
            nanos[i] = System.nanoTime() - began;
        }
        assertThat(seen).isNotZero();
        Arrays.sort(nanos);
        System.out.printf("%s, median / p99 ms: %.2f / %.2f%n", what, nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6);
    }
}

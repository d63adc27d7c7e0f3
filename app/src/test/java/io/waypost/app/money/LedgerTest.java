package io.waypost.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.Posting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@SpringBootTest
@DisplayName("L5 the ledger balances whoever books, and marks only shorten the way to a balance")
class LedgerTest {

    private final Ledger ledger;
    private final Books books;
    private final MarkStore marks;
    private final LedgerMarks marking;
    private final LedgerReadStore read;
    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerTest(Ledger ledger, Books books, MarkStore marks, LedgerMarks marking, LedgerReadStore read, JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.marks = marks;
        this.marking = marking;
        this.read = read;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void whatIsBookedStandsOnBothSides() {
        var unit = Books.unit(Books.fresh("U"));
        long before = books.balance(Books.EXPENSE);
        var other = Books.unit(Books.fresh("U"));
        books.book(new Booking(Books.fresh("r"), "三方", List.of(new Posting(unit, 70), new Posting(other, 30),
                new Posting(Books.EXPENSE, -100))));
        assertThat(books.balance(unit)).isEqualTo(70);
        assertThat(books.balance(other)).isEqualTo(30);
        assertThat(books.balance(Books.EXPENSE) - before).isEqualTo(-100);
        assertThat(books.balance(Books.unit("nobody"))).isZero();
    }

    @Test
    void theSameIsBookedOnce() {
        var unit = Books.unit(Books.fresh("U"));
        var booking = Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 500);
        var id = books.book(booking);
        assertThat(books.book(booking)).isEqualTo(id);
        assertThat(books.book(new Booking(booking.reference(), "", booking.postings().reversed()))).isEqualTo(id);
        assertThat(books.balance(unit)).isEqualTo(500);
        assertThatIllegalStateException().isThrownBy(
                () -> books.book(Booking.move(booking.reference(), "", Books.EXPENSE, unit, 501)));
        assertThat(books.balance(unit)).isEqualTo(500);
    }

    @Test
    void booksOnlyInsideOfATransaction() {
        assertThatThrownBy(() -> ledger.book(Booking.move("r", "", Books.EXPENSE, Books.BANK, 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theOppositeIsBookedOnce() {
        var unit = Books.unit(Books.fresh("U"));
        var id = books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 500));
        var reversal = books.in(() -> ledger.reverse(id, Books.fresh("v"), "申诉成立"));
        assertThat(books.in(() -> ledger.reverse(id, Books.fresh("v"), "又一次"))).isEqualTo(reversal);
        assertThat(books.balance(unit)).isZero();
        // It can be taken back itself.
        books.in(() -> ledger.reverse(reversal, Books.fresh("v"), ""));
        assertThat(books.balance(unit)).isEqualTo(500);
        assertThatIllegalStateException().isThrownBy(
                () -> books.in(() -> ledger.reverse(UUID.randomUUID(), "v", "")));
    }

    @Test
    void noClaimIsPaidMoreThanIsOwed() {
        var claim = books.accepted(300);
        var payable = Books.claim(claim);
        books.book(Booking.move(Books.fresh("r"), "", Books.BANK, payable, 200));
        assertThatIllegalStateException().isThrownBy(
                () -> books.book(Booking.move(Books.fresh("r"), "", Books.BANK, payable, 101)))
                .withMessageContaining(claim);
        books.book(Booking.move(Books.fresh("r"), "", Books.BANK, payable, 100));
        assertThat(books.balance(payable)).isZero();
    }

    @Test
    void ofManyWhoTakeFromOneClaimAtOnceAsManyGetItAsAreOwed() throws Exception {
        var claim = Books.claim(books.accepted(500));
        var done = atOnce(60, i -> {
            try {
                books.book(Booking.move(Books.fresh("r"), "", Books.BANK, claim, 100));
                return 1L;
            } catch (IllegalStateException notOwed) {
                return 0L;
            }
        });
        assertThat(done.stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
        assertThat(books.balance(claim)).isZero();
    }

    @Test
    @DisplayName("L5 200 claims at once on one account: its balance is exact, while marks are made all the time")
    void twoHundredAtOnce() throws Exception {
        var unit = Books.unit(Books.fresh("U"));
        books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 1));
        long account = read.account(unit).orElseThrow();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var marker = threads.submit(() -> {
                int made = 0;
                while (!over.get()) {
                    mark(account);
                    made++;
                }
                return made;
            });
            atOnce(200, i -> {
                for (int j = 0; j < 5; j++) {
                    books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 10));
                }
                return 0L;
            });
            over.set(true);
            assertThat(marker.get()).isPositive();
        }
        assertThat(books.balance(unit)).isEqualTo(1 + 200 * 5 * 10);
        mark(account);
        assertThat(books.balance(unit)).isEqualTo(1 + 200 * 5 * 10);
        assertThat(read.wronglyMarked()).isEmpty();
    }

    @Test
    void aMarkSkipsNoLineThatIsCommittedLaterWithASmallerNumber() throws Exception {
        var unit = Books.unit(Books.fresh("U"));
        books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 1));
        long account = read.account(unit).orElseThrow();
        var booked = new CountDownLatch(1);
        var marked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> books.in(() -> {
                var id = ledger.book(Booking.move(Books.fresh("slow"), "", Books.EXPENSE, unit, 20));
                booked.countDown();
                await(marked);
                return id;
            }));
            await(booked);
            books.book(Booking.move(Books.fresh("quick"), "", Books.EXPENSE, unit, 300));
            mark(account);
            assertThat(books.balance(unit)).isEqualTo(301);
            marked.countDown();
            slow.get();
        }
        assertThat(books.balance(unit)).isEqualTo(321);
        mark(account);
        assertThat(books.balance(unit)).isEqualTo(321);
        assertThat(read.wronglyMarked()).isEmpty();
    }

    @Test
    void aMarkOfAnotherServerDoesNotCount() {
        var unit = Books.unit(Books.fresh("U"));
        books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 7));
        long account = read.account(unit).orElseThrow();
        mark(account);
        books.in(() -> jdbc.sql("update money.mark set system = system + 1, fen = 999 where account = :account")
                .param("account", account).update());
        assertThat(books.balance(unit)).isEqualTo(7);
        mark(account);
        assertThat(books.balance(unit)).isEqualTo(7);
        assertThat(read.wronglyMarked()).isEmpty();
    }

    @Test
    void aWrongMarkIsFound() {
        var unit = Books.unit(Books.fresh("U"));
        books.book(Booking.move(Books.fresh("r"), "", Books.EXPENSE, unit, 7));
        long account = read.account(unit).orElseThrow();
        mark(account);
        change(account, "fen = fen + 1");
        assertThat(read.wronglyMarked()).containsExactly(unit);
        change(account, "fen = fen - 1, lines = lines + 1");
        assertThat(read.wronglyMarked()).containsExactly(unit);
        change(account, "lines = lines - 1");
        assertThat(read.wronglyMarked()).isEmpty();
    }

    @Test
    void accountsThatGotManyLinesAreMarked() {
        var unit = Books.unit(Books.fresh("U"));
        for (int i = 0; i < 4; i++) {
            books.book(new Booking(Books.fresh("r"), "", IntStream.range(0, LedgerMarks.LEAST / 2)
                    .mapToObj(n -> new Posting(n % 2 == 0 ? unit : Books.EXPENSE, n % 2 == 0 ? 1 : -1)).toList()));
        }
        var now = clock.instant();
        Acting.as(new Actor.Internal("test"), () -> {
            books.in(() -> jdbc.sql("update money.marking set next_at = timestamptz 'epoch'").update());
            marking.runDue(now);
            assertThat(marking.runDue(now)).isZero();
        });
        long account = read.account(unit).orElseThrow();
        assertThat(jdbc.sql("select fen from money.mark where account = :account").param("account", account)
                .query(Long.class).single()).isEqualTo(LedgerMarks.LEAST);
        assertThat(books.balance(unit)).isEqualTo(LedgerMarks.LEAST);
    }

    private void change(long account, String what) {
        books.in(() -> jdbc.sql("update money.mark set %s where account = :account".formatted(what))
                .param("account", account).update());
    }

    private void mark(long account) {
        books.in(() -> {
            marks.mark(account, clock.instant());
            return true;
        });
    }

    private interface Work {

        Long run(int i);
    }

    /** Lets so many threads begin at the same moment; what each of them gave. */
    private static List<Long> atOnce(int threads, Work work) throws InterruptedException, ExecutionException {
        var go = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
                await(go);
                return work.run(i);
            })).toList();
            go.countDown();
            var given = new java.util.ArrayList<Long>();
            for (var one : all) {
                given.add(one.get());
            }
            return given;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

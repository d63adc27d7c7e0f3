package io.waypost.app.money;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.PayoutState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Money on a PostgreSQL database of its own, with a clock that moves when it is told to and gateways of the test: nothing runs but what the test
 * runs. Built anew it is another node, or the same one after it died.
 */
final class MoneyStand implements AutoCloseable {

    private static final String OWNER_PASSWORD = "test-owner";

    final String url;
    final Moved clock;
    final PersonalData personal;
    final List<PayoutSettled> told;
    final HikariDataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final KeptLedger ledger;
    final LedgerReadStore read;
    final MarkStore marks;
    final PayoutStore store;
    final KeptPayouts payouts;
    final PayoutSteps steps;
    final PayoutRunner runner;
    final PayoutNoticeStore notices;
    final PayoutNoticeWork noticeWork;
    final DifferenceStore differences;
    final DifferenceDesk desk;
    final ReconciliationStore reconciliation;
    final Reconciler reconciler;
    final PayoutBatchDesk batches;
    final StatementDesk statements;

    /** The clock of a stand. */
    static final class Moved extends Clock {

        private volatile Instant now = Instant.parse("2026-11-29T02:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        void moveTo(Instant then) {
            now = then.isAfter(now) ? then : now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A stand on a database that is made for it. */
    static MoneyStand fresh(PersonalData personal, PayoutGateway... gateways) {
        var url = SharedDatabase.fresh();
        for (var script : List.of("__root/V1__platform", "money/V1__ledger", "money/V2__payouts",
                "money/V3__reconciliation")) {
            SharedDatabase.owner(url, script(script));
        }
        return new MoneyStand(url, new Moved(), personal, new CopyOnWriteArrayList<>(), gateways);
    }

    private MoneyStand(String url, Moved clock, PersonalData personal, List<PayoutSettled> told,
            PayoutGateway... gateways) {
        this.url = url;
        this.clock = clock;
        this.personal = personal;
        this.told = told;
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword(OWNER_PASSWORD);
        pool.setMaximumPoolSize(12);
        this.source = new HikariDataSource(pool);
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var all = new PayoutGateways(List.of(gateways), gateways[0].name());
        var ledgerStore = new LedgerStore(jdbc);
        this.ledger = new KeptLedger(ledgerStore, clock);
        this.read = new LedgerReadStore(jdbc);
        this.marks = new MarkStore(jdbc);
        this.store = new PayoutStore(jdbc, personal);
        this.differences = new DifferenceStore(jdbc);
        this.payouts = new KeptPayouts(store, ledgerStore, all, new NoDeadlines(), (_, _, _, _, _) -> {}, clock);
        this.steps = new PayoutSteps(store, new PayoutBooking(ledger, ledgerStore), differences, new NoLive(),
                event -> told.add((PayoutSettled) event), transaction, clock);
        this.runner = new PayoutRunner(store, steps, all, transaction);
        this.notices = new PayoutNoticeStore(jdbc);
        this.noticeWork = new PayoutNoticeWork(notices, store, differences, steps, runner, new JsonMapper(),
                transaction);
        this.reconciliation = new ReconciliationStore(jdbc);
        this.reconciler = new Reconciler(reconciliation, differences, steps, all, new NoLive(), transaction, clock);
        var settings = new MoneySettings(gateways[0].name(), 20_000, Map.of());
        this.desk = new DifferenceDesk(differences, steps, settings, (_, _, _, _, _) -> {}, clock);
        this.batches = new PayoutBatchDesk(new PayoutBatchStore(jdbc, store), steps, (_, _, _, _, _) -> {}, clock);
        this.statements = new StatementDesk(reconciler, (_, _, _, _, _) -> {}, clock);
    }

    /** The same money as another process finds it. */
    MoneyStand reborn(PayoutGateway... gateways) {
        return new MoneyStand(url, clock, personal, told, gateways);
    }

    <T> T in(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** A claim that was accepted: so much is owed. */
    String accept(long fen) {
        var claim = Books.fresh("C");
        in(() -> ledger.book(Booking.move("claim/" + claim + "/accepted", "", Books.claim(claim), Books.EXPENSE, fen)));
        return claim;
    }

    UUID order(String reference, String claim, long fen) {
        return in(() -> payouts.order(order(reference, claim, fen, "6222020200112233445")));
    }

    static PayoutOrder order(String reference, String claim, long fen, String account) {
        return new PayoutOrder(reference, fen, claim, new Payee(Payee.Way.BANK_CARD, account, "张小明"), "理赔款",
                "/HQ/R05/");
    }

    /** Does what is due now. */
    void work() {
        Acting.as(new Actor.Internal("test"), () -> {
            while (noticeWork.runDue(clock.instant()) + runner.runDue(clock.instant()) > 0) {
                // Until nothing is due.
            }
        });
    }

    /** Moves the clock to whatever is due next, again and again, until nothing is or so long has gone by. */
    void workFor(Duration most) {
        var end = clock.instant().plus(most);
        work();
        for (var due = next(); due.isPresent() && !due.get().isAfter(end); due = next()) {
            clock.moveTo(due.get());
            work();
        }
        clock.moveTo(end);
    }

    Optional<Instant> next() {
        return in(store::nextDue);
    }

    PayoutState state(UUID payout) {
        return in(() -> store.find(payout).orElseThrow().payout().state());
    }

    long balance(AccountKind kind, String owner) {
        return in(() -> ledger.balance(Account.of(kind, owner)));
    }

    /** Whether all books are as they must be; the rest of the message is for whoever reads of a failure. */
    String unsound() {
        return in(() -> "%s %s %s %s %s".formatted(read.totals().fen() == 0 ? "" : "fen " + read.totals().fen(),
                read.unbalanced(), read.wronglyMarked(), read.overpaid(), reconciliation.gaps()));
    }

    static final String SOUND = " [] [] [] []";

    @Override
    public void close() {
        source.close();
    }

    private static String script(String name) {
        try (InputStream in = MoneyStand.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class NoDeadlines implements Deadlines {

        @Override
        public void wake(Class<? extends DueWork> work) {}

        @Override
        public void wake(Class<? extends DueWork> work, Instant due) {}

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public void drain(Instant until) {}
    }

    private static final class NoLive implements LiveFeed {

        @Override
        public void tell(String topic, String unitPath, Map<String, ?> data) {}

        @Override
        public void tellPerson(UUID person, String topic, Map<String, ?> data) {}

        @Override
        public void tellNodes(String topic, Map<String, ?> data) {}

        @Override
        public void hear(String topic, Consumer<Map<String, ?>> consumer) {}
    }
}

package io.waypost.app.money;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.money.DifferenceStore.Kind;
import io.waypost.app.money.PayoutGateway.StatementLine;
import io.waypost.app.money.ReconciliationStore.Matched;
import io.waypost.app.money.ReconciliationStore.Next;
import io.waypost.core.ledger.PayoutEvent.Noticed;
import io.waypost.core.ledger.PayoutState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every day what each gateway says it paid with what our payouts say (每日对账). What a statement has as paid is paid; whatever does not
 * agree is for people. Platforms have their statement of the day before in the morning.
 */
@Service
class Reconciler implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final LocalTime IN_THE_MORNING = LocalTime.of(10, 30);
    private static final Duration LATER = Duration.ofHours(1);

    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final PayoutSteps steps;
    private final PayoutGateways gateways;
    private final LiveFeed live;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean begun;

    Reconciler(ReconciliationStore store, DifferenceStore differences, PayoutSteps steps, PayoutGateways gateways,
            LiveFeed live, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.differences = differences;
        this.steps = steps;
        this.gateways = gateways;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout-reconciliation";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!begun) {
                begin();
                begun = true;
            }
            return store.nextAt();
        }));
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        for (var next : Objects.requireNonNull(transaction.execute(_ -> store.due(now)))) {
            done += reconcile(next, now) ? 1 : 0;
        }
        return done;
    }

    /** Compares one day with its statement, which is kept; how many differences are new. */
    int compare(String gateway, LocalDate day, List<StatementLine> lines, Instant now) {
        store.keep(gateway, day, lines);
        int found = 0;
        for (var matched : store.matched(gateway, day)) {
            found += compare(gateway, day, matched, now);
        }
        var from = Days.begin(day);
        var to = Days.begin(day.plusDays(1));
        for (var unseen : store.unseen(gateway, from, to)) {
            found += differences.add(gateway, Kind.MISSING_THERE, PayoutKey.of(unseen.id()), day, unseen.id(),
                    unseen.fen(), null, now) ? 1 : 0;
        }
        differences.clear(gateway, now);
        store.done(gateway, day, now, lines.size(), lines.stream().mapToLong(StatementLine::fen).sum(),
                store.own(gateway, from, to), found);
        live.tell("reconciliation", "/HQ/", Map.of("gateway", gateway, "day", day.toString()));
        return found;
    }

    private int compare(String gateway, LocalDate day, Matched line, Instant now) {
        var payout = line.payout();
        var own = line.own();
        var state = line.state();
        if (payout == null || own == null || state == null) {
            return add(gateway, Kind.MISSING_HERE, line, day, line.total(), now);
        }
        if (line.times() > 1) {
            return add(gateway, Kind.PAID_TWICE, line, day, line.total(), now);
        }
        if (line.fen() != own) {
            return add(gateway, Kind.AMOUNT_DIFFERS, line, day, line.fen(), now);
        }
        if (state == PayoutState.FAILED) {
            return add(gateway, Kind.PAID_AFTER_FAILURE, line, day, line.fen(), now);
        }
        steps.said(payout, new Noticed(true));
        return 0;
    }

    private int add(String gateway, Kind kind, Matched line, LocalDate day, long there, Instant now) {
        return differences.add(gateway, kind, line.key(), day, line.payout(), line.own(), there, now) ? 1 : 0;
    }

    /** Platforms that are set up are compared from yesterday on; files are compared when somebody brings a statement. */
    private void begin() {
        var today = Days.of(clock.instant());
        gateways.all().stream().filter(gateway -> !gateway.name().equals(BankFileGateway.NAME))
                .forEach(gateway -> store.begin(gateway.name(), today.minusDays(1), morningAfter(today.minusDays(1))));
    }

    private boolean reconcile(Next next, Instant now) {
        var lines = fetch(next);
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!store.claim(next)) {
                return false;
            }
            if (lines.isEmpty()) {
                store.next(next.gateway(), next.day(), now.plus(LATER), "NO_STATEMENT");
                return true;
            }
            compare(next.gateway(), next.day(), lines.get(), now);
            store.next(next.gateway(), next.day().plusDays(1), morningAfter(next.day().plusDays(1)), null);
            return true;
        }));
    }

    /** Outside of any transaction: a platform may take its time. */
    private Optional<List<StatementLine>> fetch(Next next) {
        try {
            return gateways.of(next.gateway()).flatMap(gateway -> gateway.statement(next.day()));
        } catch (RuntimeException failure) {
            LOG.warn("The statement of {} for {} could not be fetched", next.gateway(), next.day(), failure);
            return Optional.empty();
        }
    }

    private static Instant morningAfter(LocalDate day) {
        return Days.begin(day.plusDays(1)).plusSeconds(IN_THE_MORNING.toSecondOfDay());
    }
}

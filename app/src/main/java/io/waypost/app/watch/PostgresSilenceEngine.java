package io.waypost.app.watch;

import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.AppliedScan;
import io.waypost.app.parcel.Parcels;
import io.waypost.core.engine.Machine.Step;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.watch.ClosureBook;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchEffect;
import io.waypost.core.watch.WatchEvent;
import io.waypost.core.watch.WatchState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the states in PostgreSQL, in the transaction of the scans themselves; exact and durable, and as fast as the database is. */
@Service
class PostgresSilenceEngine implements SilenceEngine, DueWork {

    private static final int BATCH = 500;
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    private final StateStore states;
    private final LimitShelf limits;
    private final Warnings warnings;
    private final Lanes lanes;
    private final Network network;
    private final Parcels parcels;
    private final Deadlines deadlines;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PostgresSilenceEngine(StateStore states, LimitShelf limits, Warnings warnings, Lanes lanes, Network network,
            Parcels parcels,
            @Lazy Deadlines deadlines, Clock clock, PlatformTransactionManager transactions) {
        this.states = states;
        this.limits = limits;
        this.warnings = warnings;
        this.lanes = lanes;
        this.network = network;
        this.parcels = parcels;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void scanned(List<AppliedScan> scans) {
        var book = limits.book();
        var watch = watch(book);
        var waybills = new LinkedHashSet<String>();
        scans.forEach(scan -> waybills.add(scan.scan().waybill()));
        var before = new HashMap<String, StateStore.Kept>();
        states.lock(waybills, book).forEach(kept -> before.put(kept.state().waybill(), kept));
        var after = new LinkedHashMap<String, WatchState>();
        for (var scan : scans) {
            var waybill = scan.scan().waybill();
            var state = after.getOrDefault(waybill, stateOf(before.get(waybill), waybill));
            var historic = scan.flags().contains(ScanFlag.HISTORIC);
            var step = watch.onScan(state, lanes.of(scan), historic, scan.arrivedAt());
            after.put(waybill, step.state());
            warnings.tell(step.effects());
        }
        write(after.values(), before, watch);
    }

    @Override
    public void happened(String waybill, WatchEvent event) {
        if (!parcels.lock(waybill)) {
            return;
        }
        var book = limits.book();
        var watch = watch(book);
        var before = new HashMap<String, StateStore.Kept>();
        states.lock(List.of(waybill), book).forEach(kept -> before.put(waybill, kept));
        var step = watch.step(stateOf(before.get(waybill), waybill), event, now());
        warnings.tell(step.effects());
        write(List.of(step.state()), before, watch);
    }

    @Override
    public Map<String, WatchState> states(Collection<String> waybills) {
        var found = new HashMap<String, WatchState>();
        states.read(waybills, limits.book()).forEach(kept -> found.put(kept.state().waybill(), kept.state()));
        return found;
    }

    @Override
    public SilenceWatch watch() {
        return watch(limits.book());
    }

    @Override
    public void reconsider(String unitPath) {
        states.dueNow(unitPath, now());
        deadlines.wake(PostgresSilenceEngine.class);
    }

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> states.earliestDue()));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> fire(now.truncatedTo(ChronoUnit.MICROS))));
    }

    private int fire(Instant now) {
        var book = limits.book();
        var watch = watch(book);
        var before = new LinkedHashMap<String, StateStore.Kept>();
        states.claim(now, BATCH, book).forEach(kept -> before.put(kept.state().waybill(), kept));
        var after = new ArrayList<StateStore.Kept>();
        for (var kept : before.values()) {
            Step<WatchState, WatchEffect> step = watch.advance(kept.state(), now);
            warnings.tell(step.effects());
            // The stored deadline is in the past: it is replaced by the true one, never kept as a bound.
            after.add(keep(step.state(), null, watch));
        }
        if (!after.isEmpty()) {
            states.write(after);
        }
        return after.size();
    }

    private void write(Collection<WatchState> after, Map<String, StateStore.Kept> before, SilenceWatch watch) {
        var changed = new ArrayList<StateStore.Kept>();
        for (var state : after) {
            var known = before.get(state.waybill());
            if (!state.equals(stateOf(known, state.waybill()))) {
                var kept = keep(state, known == null ? null : known.due(), watch);
                changed.add(kept);
            }
        }
        if (!changed.isEmpty()) {
            states.write(changed);
        }
        changed.stream().map(StateStore.Kept::due).filter(Objects::nonNull).min(Instant::compareTo)
                .ifPresent(due -> deadlines.wake(PostgresSilenceEngine.class, due));
    }

    private StateStore.Kept keep(WatchState state, @Nullable Instant bound, SilenceWatch watch) {
        var next = watch.next(state).orElse(null);
        var due = next != null && bound != null && bound.isBefore(next) ? bound : next;
        var last = state.last();
        return new StateStore.Kept(state, due, last == null ? "/" : lanes.path(last.expectedSite()));
    }

    private static WatchState stateOf(StateStore.@Nullable Kept kept, String waybill) {
        return kept == null ? WatchState.unseen(waybill) : kept.state();
    }

    private SilenceWatch watch(LimitBook book) {
        return new SilenceWatch(book, PauseRules.defaults(), closures());
    }

    private ClosureBook closures() {
        return site -> network.closures(site, EVER, NEVER).stream()
                .map(closure -> new Pause("CLOSURE:" + closure.id(), Pause.Reason.CLOSURE, closure.from(),
                        closure.until(),
                        Pause.By.CLOSURE))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

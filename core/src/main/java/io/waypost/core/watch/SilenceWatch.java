package io.waypost.core.watch;

import io.waypost.core.engine.Machine;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import io.waypost.core.watch.WatchEvent.PauseEnded;
import io.waypost.core.watch.WatchEvent.Rests;
import io.waypost.core.watch.WatchEvent.Scanned;
import io.waypost.core.watch.WatchEvent.Settled;
import io.waypost.core.watch.WatchEvent.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a parcel is silent for longer than it may be (静默监测).
 *
 * <p>Everything is deterministic in arrival time: each step first fires the deadlines before it with their own, logical time, so the
 * result does not depend on when anybody looked. A limit is fixed by the version that counts when its scan arrives; a version that
 * counts when the limit is reached and allows more time is respected.
 */
public final class SilenceWatch implements Machine<WatchState, WatchEvent, WatchEffect> {

    private final LimitBook book;
    private final PauseRules pauseRules;
    private final ClosureBook closures;

    public SilenceWatch(LimitBook book, PauseRules pauseRules, ClosureBook closures) {
        this.book = book;
        this.pauseRules = pauseRules;
        this.closures = closures;
    }

    @Override
    public Step<WatchState, WatchEffect> step(WatchState state, WatchEvent event, Instant at) {
        return switch (event) {
            case Scanned(var scan, var historic) -> onScan(state, scan, historic, at);
            case Rests(var pause) -> then(advance(state, at), now -> rest(now, pause, at));
            case PauseEnded(var id) -> then(advance(state, at), now -> endPause(now, id, at));
            case Settled() -> then(advance(state, at), now -> settle(now, at));
            case TimePassed() -> advance(state, at);
        };
    }

    /**
     * Applies a scan.
     *
     * @param historic whether it is too old to start a watch; it may still end one
     */
    public Step<WatchState, WatchEffect> onScan(WatchState state, LastScan scan, boolean historic, Instant arrival) {
        var believed = believe(state.last(), scan);
        boolean old = historic && believed.equals(scan);
        return then(advance(state, arrival),
                now -> moves(now, believed, old) ? move(now, believed, arrival) : same(now));
    }

    /** Fires what was due before the given instant. */
    public Step<WatchState, WatchEffect> advance(WatchState state, Instant at) {
        var current = state;
        while (true) {
            var due = next(current);
            if (due.isEmpty() || !due.get().isBefore(at)) {
                return same(current);
            }
            var longer = moreTime(current, due.get());
            if (longer == null) {
                return raise(current, due.get());
            }
            current = longer;
        }
    }

    private @Nullable WatchState moreTime(WatchState state, Instant due) {
        var allowed = book.at(due).limit(Objects.requireNonNull(state.last()));
        return allowed.map(state::allowing).filter(longer -> next(longer).orElseThrow().isAfter(due)).orElse(null);
    }

    /** When the next warning is due if nothing happens; empty if none is. */
    public Optional<Instant> next(WatchState state) {
        if (state.last() == null || state.limit() == null || state.finding() != null || state.settled()) {
            return Optional.empty();
        }
        var limitAt = PausedTime.after(state.last().at(), state.limit().duration(), reasons(state));
        var settled = settled(state.last());
        return Optional.of(limitAt.isAfter(settled) ? limitAt : settled);
    }

    private Instant settled(LastScan last) {
        var policy = book.at(last.arrivedAt()).policy();
        double late = Duration.between(last.at(), last.arrivedAt()).toSeconds() / 3600.0;
        return last.arrivedAt().plus(Limit.hours(Math.clamp(late / 2, policy.settleHours(), policy.settleCapHours())));
    }

    /** All reasons for the parcel to rest, closures of its site included. */
    public List<Pause> reasons(WatchState state) {
        if (state.last() == null) {
            return state.pauses();
        }
        var closed = closures.closing(state.last().expectedSite());
        if (closed.isEmpty()) {
            return state.pauses();
        }
        var all = new ArrayList<>(state.pauses());
        all.addAll(closed);
        return all;
    }

    /** A scan at the site that the parcel was sent to cannot be older than the departure: the device's clock is behind. */
    private static LastScan believe(@Nullable LastScan last, LastScan scan) {
        boolean impossible = last != null
                && last.type() == ScanType.DEPARTED
                && scan.site().equals(last.nextSite())
                && scan.type().valid()
                && !scan.at().isAfter(last.at())
                && scan.arrivedAt().isAfter(last.at());
        return impossible ? scan.at(scan.arrivedAt()) : scan;
    }

    private static boolean moves(WatchState state, LastScan scan, boolean historic) {
        boolean newer = state.last() == null || scan.point().compareTo(state.last().point()) > 0;
        boolean ends = scan.type().terminal() && state.last() != null;
        return scan.type().valid() && newer && (!historic || ends);
    }

    private Step<WatchState, WatchEffect> move(WatchState state, LastScan scan, Instant arrival) {
        var effects = new ArrayList<WatchEffect>();
        var finding = state.finding();
        if (finding != null) {
            effects.add(new Cleared(finding.id(), state.waybill(), arrival, cause(finding, scan)));
        }
        var last = scan.in(bag(state.last(), scan));
        var reasons = new ArrayList<Pause>();
        state.pauses().stream()
                .filter(pause -> pause.by() == Pause.By.PERSON && pause.until().isAfter(scan.at()))
                .forEach(reasons::add);
        var own = Pause.after(last, pauseRules);
        if (own != null) {
            reasons.add(own);
        }
        var limit = book.at(arrival).limit(last).orElse(null);
        return new Step<>(state.silentFrom(last, limit, reasons), effects);
    }

    private static ClearCause cause(SilenceFinding finding, LastScan scan) {
        if (!scan.at().isAfter(finding.limitAt())) {
            return ClearCause.LATE_UPLOAD;
        }
        return scan.type().terminal() ? ClearCause.FINISHED : ClearCause.RESUMED;
    }

    private static @Nullable String bag(@Nullable LastScan before, LastScan scan) {
        return switch (scan.type()) {
            case UNBAGGED -> null;
            case OUT_FOR_DELIVERY -> null;
            default -> scan.bag() != null || before == null ? scan.bag() : before.bag();
        };
    }

    private Step<WatchState, WatchEffect> raise(WatchState state, Instant at) {
        var last = Objects.requireNonNull(state.last());
        var limit = Objects.requireNonNull(state.limit());
        var shown = limit.showing(PausedTime.within(last.at(), at, reasons(state)));
        var finding = new SilenceFinding(SilenceFinding.id(state.waybill(), last.at(), state.warnings()),
                state.waybill(), at, last.at(), at, shown, Responsibility.of(last));
        return new Step<>(state.warned(finding), List.of(new Raised(finding)));
    }

    private Step<WatchState, WatchEffect> rest(WatchState state, Pause pause, Instant at) {
        var reasons = new ArrayList<>(state.pauses());
        reasons.removeIf(known -> known.id().equals(pause.id()));
        reasons.add(pause);
        var resting = state.resting(reasons);
        var finding = state.finding();
        if (finding == null || next(resting.unwarned(false)).filter(due -> due.isAfter(at)).isEmpty()) {
            return same(resting);
        }
        return new Step<>(resting.unwarned(false),
                List.of(new Cleared(finding.id(), state.waybill(), at, ClearCause.PAUSED)));
    }

    private static Step<WatchState, WatchEffect> endPause(WatchState state, String id, Instant at) {
        return same(state.resting(
                state.pauses().stream().map(pause -> pause.id().equals(id) ? pause.endingBy(at) : pause).toList()));
    }

    private static Step<WatchState, WatchEffect> settle(WatchState state, Instant at) {
        var finding = state.finding();
        return finding == null
                ? same(state)
                : new Step<>(state.unwarned(true),
                        List.of(new Cleared(finding.id(), state.waybill(), at, ClearCause.MANUAL)));
    }

    private static Step<WatchState, WatchEffect> same(WatchState state) {
        return new Step<>(state, List.of());
    }

    private static Step<WatchState, WatchEffect> then(
            Step<WatchState, WatchEffect> first,
            Function<WatchState, Step<WatchState, WatchEffect>> second) {
        var step = second.apply(first.state());
        if (first.effects().isEmpty()) {
            return step;
        }
        var effects = new ArrayList<>(first.effects());
        effects.addAll(step.effects());
        return new Step<>(step.state(), effects);
    }
}

package io.waypost.core.delay;

import io.waypost.core.delay.DelayEffect.Cleared;
import io.waypost.core.delay.DelayEffect.Raised;
import io.waypost.core.delay.DelayEvent.Promised;
import io.waypost.core.delay.DelayEvent.Scanned;
import io.waypost.core.delay.DelayEvent.TimePassed;
import io.waypost.core.delay.DelayFinding.Cause;
import io.waypost.core.delay.DelayFinding.Kind;
import io.waypost.core.engine.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Warns of promises that are about to be missed, and says when they were (时效预警).
 *
 * <p>Only time raises a warning, only what is learnt takes it back. Each step first does what fell due before it, with its own logical
 * time; what happens at one instant is therefore one thing, however it was cut into batches, and nobody's looking changes the result.
 * A course is judged by the model that counted when its newest scan was learnt of.
 */
public final class DelayWatch implements Machine<DelayState, DelayEvent, DelayEffect> {

    private final DelayPolicy policy;
    private final int current;
    private final IntFunction<Optional<DelayModel>> models;

    /**
     * Watches with the given models.
     *
     * @param current number of the version in force, 0 if there is none: then only breaches are seen
     */
    public DelayWatch(DelayPolicy policy, int current, IntFunction<Optional<DelayModel>> models) {
        this.policy = policy;
        this.current = current;
        this.models = models;
    }

    /** The version that what is learnt now is judged by. */
    public int current() {
        return current;
    }

    @Override
    public Step<DelayState, DelayEffect> step(DelayState state, DelayEvent event, Instant at) {
        var before = advance(state, at);
        return switch (event) {
            case Scanned(var point, var promised) -> then(before, scan(before.state(), point, promised, at));
            case Promised(var promised) -> then(before, promise(before.state(), promised, at));
            case TimePassed() -> before;
        };
    }

    /** Does everything that fell due before the instant. */
    public Step<DelayState, DelayEffect> advance(DelayState state, Instant before) {
        var effects = new ArrayList<DelayEffect>();
        var now = state;
        for (var due = next(now); due.isPresent() && due.get().isBefore(before); due = next(now)) {
            now = fire(now, due.get(), effects);
        }
        return new Step<>(now, effects);
    }

    /** When something falls due if nothing is learnt until then: the risk reaches the threshold, or the promise passes. */
    public Optional<Instant> next(DelayState state) {
        var finding = state.finding();
        var last = state.last();
        var promised = state.promisedAt();
        if (!state.open() || last == null || promised == null || isBreach(finding)) {
            return Optional.empty();
        }
        var passes = later(promised, state.knownAt());
        return finding != null
                ? Optional.of(passes)
                : models.apply(state.version())
                        .flatMap(model -> model.crossing(last, promised, policy.warnAt(), state.knownAt()))
                        .or(() -> Optional.of(passes));
    }

    /** How likely the parcel misses its promise; empty where it is not watched or nothing was learnt. */
    public Optional<Double> risk(DelayState state, Instant now) {
        var last = state.last();
        var promised = state.promisedAt();
        return !state.open() || last == null || promised == null
                ? Optional.empty()
                : models.apply(state.version()).flatMap(model -> model.risk(last, promised, now));
    }

    private DelayState fire(DelayState state, Instant at, List<DelayEffect> effects) {
        var promised = state.promisedAt();
        if (promised == null) {
            return state;
        }
        if (at.isBefore(promised)) {
            return raise(state, Kind.RISK, at, promised, risk(state, at).orElse(1.0), effects);
        }
        return raise(clear(state, at, Cause.PROMISE_PASSED, effects), Kind.BREACH, at, promised, 1, effects);
    }

    private static DelayState raise(DelayState state, Kind kind, Instant at, Instant promised, double risk,
            List<DelayEffect> effects) {
        var finding = new DelayFinding(DelayFinding.id(state.waybill(), kind, state.warnings()), state.waybill(), kind,
                at, promised, risk);
        effects.add(new Raised(finding));
        return state.warned(finding);
    }

    private static DelayState clear(DelayState state, Instant at, Cause cause, List<DelayEffect> effects) {
        if (state.finding() == null) {
            return state;
        }
        effects.add(new Cleared(state.finding(), at, cause));
        return state.unwarned();
    }

    private Step<DelayState, DelayEffect> scan(DelayState state, DelayPoint point, @Nullable Instant promised,
            Instant at) {
        var step = promised == null
                ? new Step<DelayState, DelayEffect>(state, List.of())
                : promise(state, promised, at);
        var now = step.state();
        var progress = now.progress();
        var moved = progress.with(point.type(), point.at(), point.site());
        if (moved.equals(progress)) {
            return step;
        }
        boolean newest = point.order().equals(moved.last());
        var known = now.last();
        var last = newest || known == null ? point : known;
        return then(step, judge(now.at(last, moved.returnedFrom()).judgedBy(current, at), at, Cause.BACK_ON_COURSE));
    }

    private Step<DelayState, DelayEffect> promise(DelayState state, Instant promised, Instant at) {
        return promised.equals(state.promisedAt())
                ? new Step<>(state, List.of())
                : judge(state.promising(promised).judgedBy(current, at), at, Cause.PROMISE_MOVED);
    }

    /** Takes the warning back if it no longer stands. */
    private Step<DelayState, DelayEffect> judge(DelayState state, Instant at, Cause otherwise) {
        var effects = new ArrayList<DelayEffect>();
        var finding = state.finding();
        var last = state.last();
        var promised = state.promisedAt();
        if (finding == null || last == null || promised == null) {
            return new Step<>(state, effects);
        }
        DelayState now = state;
        if (state.turnedBack()) {
            now = clear(state, at, Cause.TURNED_BACK, effects);
        } else if (last.type().delivered()) {
            now = clear(state, at, last.at().isAfter(promised) ? Cause.DELIVERED_LATE : Cause.DELIVERED_IN_TIME,
                    effects);
        } else if (!last.underWay()) {
            now = clear(state, at, Cause.TURNED_BACK, effects);
        } else if (isBreach(finding)) {
            now = promised.isAfter(at) ? clear(state, at, Cause.PROMISE_MOVED, effects) : state;
        } else if (promised.isAfter(at) && risk(state, at).filter(risk -> risk >= policy.calmBelow()).isEmpty()) {
            now = clear(state, at, otherwise, effects);
        }
        return new Step<>(now, effects);
    }

    private static boolean isBreach(@Nullable DelayFinding finding) {
        return finding != null && finding.kind() == Kind.BREACH;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Step<DelayState, DelayEffect> then(Step<DelayState, DelayEffect> first,
            Step<DelayState, DelayEffect> second) {
        var effects = new ArrayList<>(first.effects());
        effects.addAll(second.effects());
        return new Step<>(second.state(), effects);
    }
}

package io.waypost.app.delay;

import io.waypost.app.delay.Warning.Estimate;
import io.waypost.app.delay.Warning.Standing;
import io.waypost.app.delay.WarningStore.Over;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.delay.DelayEffect;
import io.waypost.core.delay.DelayEvent;
import io.waypost.core.delay.DelayFinding;
import io.waypost.core.delay.DelayFinding.Cause;
import io.waypost.core.delay.DelayModel;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.delay.DelayPolicy;
import io.waypost.core.delay.DelayReason;
import io.waypost.core.delay.DelayState;
import io.waypost.core.delay.DelayWatch;
import io.waypost.core.delay.Salvage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges one parcel (判定): what the rule of {@link DelayWatch} says after everything that was learnt since it was judged last, each thing
 * at the time at which it was learnt. Judging twice, or after a crash, comes to the same.
 */
@Component
class Judge {

    /** Later than this after its promise a parcel is a case for whoever looks after stuck ones. */
    private static final Duration EXPIRES = Duration.ofDays(7);

    private final Network network;
    private final StopsOnTheWay stops;

    Judge(Network network, StopsOnTheWay stops) {
        this.network = network;
        this.stops = stops;
    }

    /**
     * What came of it.
     *
     * @param over the warning that stood before and does no longer
     * @param warning the one that stands now
     */
    record Judgement(@Nullable Over over, @Nullable Warning warning) {}

    /**
     * Judges a parcel.
     *
     * @param standing the warning that stands of it
     * @param number how many it has had
     */
    Judgement judge(Course course, @Nullable Standing standing, int number, DelayModel learnt, Instant now) {
        var model = learnt.resting(stops.of(course));
        var promised = course.promisedAt();
        if (promised == null || course.steps().isEmpty()) {
            return new Judgement(null, null);
        }
        var watch = new DelayWatch(DelayPolicy.defaults(), model.version(),
                version -> Optional.of(model).filter(one -> one.version() == version && version > 0));
        var effects = new ArrayList<DelayEffect>();
        var state = follow(course, standing, number, promised, watch, now, effects);
        var finding = state.finding();
        if (finding != null && promised.plus(EXPIRES).isBefore(now)) {
            return new Judgement(standing == null ? null : new Over(standing.finding().id(), now, Cause.EXPIRED), null);
        }
        var ended = finding == null || state.open() ? null : ended(state.last(), promised);
        if (ended != null) {
            return new Judgement(standing == null ? null : new Over(standing.finding().id(), now, ended), null);
        }
        var over = standing == null || (finding != null && finding.id().equals(standing.finding().id()))
                ? null
                : over(standing.finding().id(), effects, now);
        var last = state.last();
        return new Judgement(over,
                finding == null || last == null ? null : warning(course, finding, state, last, promised, model, now));
    }

    /** Why the way has come to its end, where what ended it was known before without having been judged: it was committed late. */
    private static Cause ended(@Nullable DelayPoint last, Instant promised) {
        if (last == null || !last.type().delivered()) {
            return Cause.TURNED_BACK;
        }
        return last.at().isAfter(promised) ? Cause.DELIVERED_LATE : Cause.DELIVERED_IN_TIME;
    }

    private static DelayState follow(Course course, @Nullable Standing standing, int number, Instant promised,
            DelayWatch watch, Instant now, List<DelayEffect> effects) {
        var known = standing == null ? Instant.EPOCH : standing.knownAt();
        var state = standing == null
                ? new DelayState(course.waybill(), null, null, null, Instant.EPOCH, 0, null, number)
                : resumed(course.until(known), standing, watch.current());
        for (var step : course.asLearnt()) {
            if (step.knownAt().isAfter(known)) {
                var promise = standing == null ? promised : null;
                state = take(watch, state, new DelayEvent.Scanned(step.point(), promise), step.knownAt(), effects);
            }
        }
        return promised.equals(state.promisedAt())
                ? take(watch, state, new DelayEvent.TimePassed(), now, effects)
                : take(watch, state, new DelayEvent.Promised(promised), now, effects);
    }

    private static DelayState resumed(Course known, Standing standing, int version) {
        var finding = standing.finding();
        return new DelayState(finding.waybill(), finding.promisedAt(), known.last(), known.progress().returnedFrom(),
                standing.knownAt(), version, finding, standing.number() + 1);
    }

    private static DelayState take(DelayWatch watch, DelayState state, DelayEvent event, Instant at,
            List<DelayEffect> effects) {
        var step = watch.step(state, event, at);
        effects.addAll(step.effects());
        return step.state();
    }

    private static Over over(UUID id, List<DelayEffect> effects, Instant now) {
        return effects.stream()
                .flatMap(effect -> effect instanceof DelayEffect.Cleared cleared && cleared.finding().id().equals(id)
                        ? Optional.of(new Over(id, cleared.at(), cleared.cause())).stream()
                        : Optional.<Over>empty().stream())
                .findFirst().orElseGet(() -> new Over(id, now, Cause.PROMISE_MOVED));
    }

    private Warning warning(Course course, DelayFinding finding, DelayState state, DelayPoint last, Instant promised,
            DelayModel model, Instant now) {
        var outlook = model.outlook(last, now);
        var estimate = outlook.map(one -> Estimate.of(one, promised, now)).orElse(Estimate.NONE);
        var site = course.siteOf(last);
        var shown = new DelayFinding(finding.id(), finding.waybill(), finding.kind(), finding.raisedAt(), promised,
                finding.risk());
        var known = course.steps().stream().map(Course.Step::knownAt).filter(at -> !at.isAfter(now))
                .max(Instant::compareTo).orElse(now);
        return new Warning(shown, state.warnings() - 1, model.version(), now, known, site,
                network.unit(site).map(Unit::path).orElse("/"), estimate, Salvage.of(promised, estimate.early(), now),
                DelayReason.of(model, course.points(), promised, now), last);
    }
}

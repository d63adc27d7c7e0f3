package io.waypost.core.outlet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides hour by hour whether a site works as usual (异常经营判定). Pure: the same readings give the same answer.
 *
 * <p>Raised at once where the deviation is gross (seven scales), after two hours in a row where it is beyond the usual band (3.5); cleared
 * after two hours in a row within two scales. Between the two thresholds nothing changes, so that nothing flickers.
 */
public final class OperationRules {

    private static final double GROSS = 2 * Usual.BAND;
    private static final double CALM = 2;
    private static final int HOURS_TO_RAISE = 2;
    private static final int HOURS_TO_CLEAR = 2;

    /** Below these a deviation concerns nobody: parcels more than usual, out for delivery that day, scans an hour. */
    private static final double PARCELS = 30;
    private static final double BASE = 20;
    private static final double BUSY = 10;

    /** The hour shows so small a part of the usual scans only where work stands still. */
    private static final double NEARLY_NOTHING = 0.1;

    private OperationRules() {}

    /**
     * What the hour says.
     *
     * @param causes what is remembered after it
     * @param raised what stands from now on, with its evidence
     * @param standing the evidence of this hour on what stood before and stands still
     * @param cleared what is over
     */
    public record Judgement(
            Map<AbnormalCause, Vigil> causes,
            List<Deviation> raised,
            List<Deviation> standing,
            List<AbnormalCause> cleared) {

        public Judgement {
            causes = Map.copyOf(causes);
            raised = List.copyOf(raised);
            standing = List.copyOf(standing);
            cleared = List.copyOf(cleared);
        }
    }

    /**
     * Judges one hour of one site. Hours must be given in their order, each once.
     *
     * @param past readings of the same hour of the day on earlier days
     * @param before what was remembered after the hour before
     * @param resting an announced stop covers the hour: nothing is raised, and what stands waits
     */
    public static Judgement judge(HourReading now, List<HourReading> past, Map<AbnormalCause, Vigil> before,
            boolean resting) {
        var causes = new EnumMap<AbnormalCause, Vigil>(AbnormalCause.class);
        var evidence = new EnumMap<AbnormalCause, Deviation>(AbnormalCause.class);
        for (var cause : AbnormalCause.values()) {
            var known = before.getOrDefault(cause, Vigil.NONE);
            var seen = resting ? Optional.<Deviation>empty() : deviation(cause, now, past);
            seen.ifPresent(deviation -> evidence.put(cause, deviation));
            causes.put(cause, step(known, seen.orElse(null), now));
        }
        return new Judgement(causes,
                causes.keySet().stream().filter(one -> stands(causes, one) && !stands(before, one))
                        .map(evidence::get).toList(),
                causes.keySet().stream().filter(one -> stands(causes, one) && stands(before, one))
                        .filter(evidence::containsKey).map(evidence::get).toList(),
                causes.keySet().stream().filter(one -> stands(before, one) && !stands(causes, one)).toList());
    }

    private static boolean stands(Map<AbnormalCause, Vigil> causes, AbnormalCause cause) {
        return causes.getOrDefault(cause, Vigil.NONE).stands();
    }

    /** An hour that says nothing changes nothing. */
    private static Vigil step(Vigil known, @Nullable Deviation seen, HourReading now) {
        if (seen == null) {
            return known;
        }
        if (known.stands()) {
            int calm = seen.score() < CALM ? known.calm() + 1 : 0;
            return calm >= HOURS_TO_CLEAR ? Vigil.NONE : new Vigil(0, calm, known.raised());
        }
        if (seen.score() < Usual.BAND || !matters(seen, now)) {
            return Vigil.NONE;
        }
        int strikes = known.strikes() + 1;
        return seen.score() >= GROSS || strikes >= HOURS_TO_RAISE
                ? new Vigil(0, 0, now.hour())
                : new Vigil(strikes, 0, null);
    }

    private static Optional<Deviation> deviation(AbnormalCause cause, HourReading now, List<HourReading> past) {
        var value = cause.measure().of(now);
        var usual = Usual.of(cause.measure(), now, past).orElse(null);
        if (value == null || usual == null) {
            return Optional.empty();
        }
        if (cause == AbnormalCause.STANDSTILL) {
            return standstill(value, usual);
        }
        double score = cause == AbnormalCause.DELIVERY_RATE ? -usual.score(value) : usual.score(value);
        return Optional.of(new Deviation(cause, value, usual, score));
    }

    /**
     * Chance alone makes no busy hour empty: of ten expected scans none comes once in 22,000 hours (Poisson). What is merely less than
     * usual is no standstill. An hour in which it does not usually work says nothing.
     */
    private static Optional<Deviation> standstill(double value, Usual usual) {
        if (usual.median() < BUSY) {
            return Optional.empty();
        }
        boolean still = value <= usual.median() * NEARLY_NOTHING;
        boolean works = value >= usual.median() / 2;
        double score = still ? Math.max(GROSS, -usual.score(value)) : works ? 0 : CALM;
        return Optional.of(new Deviation(AbnormalCause.STANDSTILL, value, usual, score));
    }

    private static boolean matters(Deviation seen, HourReading now) {
        return switch (seen.cause()) {
            case STANDSTILL -> true;
            case BACKLOG -> seen.value() - seen.usual().median() >= PARCELS;
            case DELIVERY_RATE, FAILED_SHARE, SILENT_SHARE -> seen.cause().measure().base(now) >= BASE;
        };
    }
}

package io.waypost.core.watch;

import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns limits from the network's own gaps (时限学习).
 *
 * <p>A gap is what the watch would have seen: from one scan's time to the arrival of the next. The limit is a percentile low enough not
 * to hold the lost and stuck parcels themselves, plus a margin.
 *
 * <p>At a place limits go by the day, since its lorries do: either parcels go on within a day, with room, or some wait for the next day's
 * lorry, and then one that misses it waits two days, however few of them were seen so far.
 *
 * <p>A lane with too few gaps gets no row, so that the row of its class, and then the default, counts. A key with few gaps only lengthens
 * what would count without it: the default, and what was learnt of the same lane or class from many; on the road, where the lane says more
 * than its class, a few may shorten it to what they tell plus a whole day. The gaps of the last days only lengthen, too: of them only the
 * short ones have ended yet. And whatever there are, nothing is shortened before they tell of a whole week.
 */
public final class LimitLearning {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double DAY = 24;
    /** Where parcels wait for a lorry or for the courier to come back. */
    private static final Set<Stage> AT_A_PLACE = EnumSet.of(Stage.PICKED_UP, Stage.HANDLED, Stage.ARRIVED_HUB,
            Stage.ARRIVED_OUTLET, Stage.DELIVERING);
    /** Margins are for lorries that are hours late, and not a share of days. */
    private static final double LONGEST_MARGIN = 5;
    private static final double LONGEST_MARGIN_AT_A_PLACE = 2;

    private final Parameters parameters;
    private final Limits defaults;
    private final Map<LimitKey, Gaps> byKey = new HashMap<>();
    private final Map<Cell, List<Gaps>> byCell = new HashMap<>();

    /**
     * Learns against a table.
     *
     * @param defaults what counts without learning
     */
    public LimitLearning(Parameters parameters, Limits defaults) {
        this.parameters = parameters;
        this.defaults = defaults;
    }

    /** The gaps of one key, the longest default among them, and the coarser keys whose limit it takes over from, the nearest first. */
    private static final class Gaps {

        private final GapHistogram histogram = new GapHistogram();
        /** These and those that are too young to tell how many longer ones there will be. */
        private final GapHistogram withYoung = new GapHistogram();
        private final Set<LimitKey> coarser = new LinkedHashSet<>();
        private final LimitKey key;
        private double longestDefault;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        Gaps(LimitKey key) {
            this.key = key;
        }

        /** Whether they tell of a whole week: who rests on Sundays shows it only then. */
        boolean ofAWeek() {
            return last.isAfter(first) && Duration.between(first, last).compareTo(WEEK) > 0;
        }
    }

    /** What decides which keys a gap counts for. */
    private record Cell(Stage stage, Lane lane, DayPart dayPart) {}

    /** Counts the gap after a scan that is so old that whatever was scanned with it has been scanned again. */
    public void add(LastScan scan, Instant nextArrivedAt) {
        add(scan, nextArrivedAt, false);
    }

    /** Counts the gap after a scan of the last days: of those only the short ones have ended yet, so that it can only lengthen a limit. */
    public void addYoung(LastScan scan, Instant nextArrivedAt) {
        add(scan, nextArrivedAt, true);
    }

    private void add(LastScan scan, Instant nextArrivedAt, boolean young) {
        var gap = Duration.between(scan.at(), nextArrivedAt);
        boolean watched = scan.stage() != Stage.ORDERED && scan.stage() != Stage.ENDED
                && scan.stage() != Stage.INFORMATION;
        if (gap.isNegative() || !watched) {
            return;
        }
        var cell = new Cell(scan.stage(), scan.lane(), DayPart.at(scan.at()));
        for (var gaps : byCell.computeIfAbsent(cell, _ -> gaps(cell, scan))) {
            gaps.withYoung.add(gap);
            if (!young) {
                gaps.histogram.add(gap);
                gaps.first = scan.at().isBefore(gaps.first) ? scan.at() : gaps.first;
                gaps.last = scan.at().isAfter(gaps.last) ? scan.at() : gaps.last;
            }
        }
    }

    private List<Gaps> gaps(Cell cell, LastScan scan) {
        double allowed = defaults.row(scan).map(LimitRow::hours).orElse(0.0);
        var keys = LimitKey.fitting(cell.stage(), cell.lane(), cell.dayPart());
        var fitting = new ArrayList<Gaps>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var gaps = byKey.computeIfAbsent(key, Gaps::new);
            gaps.longestDefault = Math.max(gaps.longestDefault, allowed);
            keys.subList(i + 1, keys.size()).stream().filter(other -> other.dayPart() == null && alike(key, other))
                    .forEach(gaps.coarser::add);
            fitting.add(gaps);
        }
        return fitting;
    }

    /** All lanes together say nothing of one: the longest way would lengthen the shortest. */
    private static boolean alike(LimitKey key, LimitKey coarser) {
        return ofALane(coarser) || !ofALane(key);
    }

    private static boolean ofALane(LimitKey key) {
        return key.laneClass() != null || key.fromDivision() != null;
    }

    /** The rows that there are enough gaps for. */
    public List<LimitRow> rows(Instant effectiveFrom) {
        var rows = new ArrayList<LimitRow>();
        byKey.forEach((key, gaps) -> {
            var row = row(key, gaps, effectiveFrom);
            if (row != null) {
                rows.add(row);
            }
        });
        return rows;
    }

    private @Nullable LimitRow row(LimitKey key, Gaps gaps, Instant effectiveFrom) {
        var step = step(gaps.histogram);
        var settled = step.map(known -> row(key, gaps, known, effectiveFrom)).orElse(null);
        var young = parameters.young();
        boolean wellKnown = gaps.ofAWeek() && step.filter(Step::mayShorten).isPresent();
        if (wellKnown || young == null || gaps.withYoung.samples() < young.minimumSamples()) {
            return settled;
        }
        double atLeast = settled == null ? Math.max(gaps.longestDefault, withoutIt(gaps)) : settled.hours();
        double hours = learnt(key.stage(), gaps.withYoung, young);
        return hours <= atLeast ? settled : row(key, gaps.withYoung, young, hours, effectiveFrom);
    }

    private Optional<Step> step(GapHistogram histogram) {
        return parameters.steps().stream().filter(step -> histogram.samples() >= step.minimumSamples()).findFirst();
    }

    private LimitRow row(LimitKey key, Gaps gaps, Step step, Instant effectiveFrom) {
        double learnt = learnt(key.stage(), gaps.histogram, step);
        double hours = step.mayShorten() && gaps.ofAWeek()
                ? learnt
                : Math.max(learnt, Math.min(Math.max(gaps.longestDefault, withoutIt(gaps)), withADay(gaps, step)));
        return row(key, gaps.histogram, step, hours, effectiveFrom);
    }

    /** To what few gaps may shorten the limit of a lane. */
    private static double withADay(Gaps gaps, Step step) {
        return gaps.key.fromDivision() != null && gaps.ofAWeek()
                ? Math.ceil(gaps.histogram.percentile(step.percentile()) + DAY)
                : Double.MAX_VALUE;
    }

    private static LimitRow row(LimitKey key, GapHistogram histogram, Step step, double hours,
            Instant effectiveFrom) {
        return new LimitRow(key, hours, Basis.LEARNT, step.percentile(), histogram.samples(),
                new Usual(Limit.round(histogram.percentile(10)), Limit.round(histogram.percentile(90))),
                "p%s of %d".formatted(step.percentile(), histogram.samples()), "learning", effectiveFrom);
    }

    private static double learnt(Stage stage, GapHistogram gaps, Step step) {
        double hours = gaps.percentile(step.percentile());
        double margin = hours * step.margin();
        if (!AT_A_PLACE.contains(stage)) {
            return Math.ceil(hours + Math.min(margin, LONGEST_MARGIN));
        }
        return hours + margin <= DAY
                ? DefaultLimits.ONE_DAY
                : Math.max(DefaultLimits.TWO_DAYS, Math.ceil(hours + Math.min(margin, LONGEST_MARGIN_AT_A_PLACE)));
    }

    /** The hours of the nearest coarser key that many gaps were seen of; 0 where there is none. */
    private double withoutIt(Gaps gaps) {
        return gaps.coarser.stream().map(byKey::get).filter(Objects::nonNull)
                .filter(Gaps::ofAWeek)
                .flatMap(coarser -> step(coarser.histogram).filter(Step::mayShorten)
                        .map(step -> learnt(coarser.key.stage(), coarser.histogram, step)).stream())
                .findFirst().orElse(0.0);
    }

    /**
     * How to learn: the first step that there are enough gaps for counts; none means that nothing is learnt.
     *
     * @param young what gaps count for from the first day on, the latest included; they lengthen and never shorten. Without it, nothing is
     *     learnt of a new network before its first gaps are old enough
     */
    public record Parameters(List<Step> steps, @Nullable Step young) {

        public Parameters {
            steps = List.copyOf(steps);
        }

        /** What a new installation starts with. */
        public static Parameters defaults() {
            return new Parameters(List.of(new Step(3000, 99.9, 0.15, true), new Step(300, 99.5, 0.15, false)),
                    new Step(100, 99.5, 0.15, false));
        }
    }

    /**
     * From how many gaps on, which percentile with which margin.
     *
     * @param margin as a share of the percentile; never more than a few hours
     * @param mayShorten whether it may go below the default; a few gaps only lengthen it
     */
    public record Step(long minimumSamples, double percentile, double margin, boolean mayShorten) {}
}

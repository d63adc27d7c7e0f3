package io.waypost.core.watch;

import static io.waypost.core.watch.DefaultLimits.TWO_DAYS;
import static io.waypost.core.watch.LimitKey.AT_A_PLACE;

import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final double DAY = 24;
    /** Margins are for lorries that are hours late, and not a share of days. */
    private static final double LONGEST_MARGIN = 5;
    private static final double LONGEST_MARGIN_AT_A_PLACE = 2;
    /** Where so many wait for so long, lorries do not come every day. */
    private static final double SOME = 95;
    private static final double LATE_FOR_A_DAY = 28;
    private static final double THREE_DAYS = 75;

    private final Parameters parameters;
    private final Limits defaults;
    private final Map<LimitKey, LearntGaps> byKey = new HashMap<>();
    private final Map<Cell, Seen> byCell = new HashMap<>();
    private final Map<RestKey, PlaceRest> byPlace = new HashMap<>();

    /**
     * Learns against a table.
     *
     * @param defaults what counts without learning
     */
    public LimitLearning(Parameters parameters, Limits defaults) {
        this.parameters = parameters;
        this.defaults = defaults;
    }

    /** What decides which keys a gap counts for. */
    private record Cell(Stage stage, Lane lane, DayPart dayPart) {}

    /** Its gaps, and the keys that they count for. */
    private record Seen(GapList gaps, List<LearntGaps> keys) {}

    /** Counts the gap after a scan that is so old that whatever was scanned with it has been scanned again. */
    public void add(LastScan scan, Instant nextArrivedAt) {
        add(scan, nextArrivedAt, false);
    }

    /** Counts the gap after a scan of the last days: of those only the short ones have ended yet, so that it can only lengthen a limit. */
    public void addYoung(LastScan scan, Instant nextArrivedAt) {
        add(scan, nextArrivedAt, true);
    }

    /** Counts the days that a parcel has not gone on after a scan: it tells of days of rest before its gap has ended. */
    public void addOpen(LastScan scan, Instant now) {
        if (counts(scan, now)) {
            place(scan, scan.at().getEpochSecond(), now.getEpochSecond(), false);
            for (var gaps : seen(scan).keys) {
                gaps.seeOpen(scan.at().getEpochSecond(), now.getEpochSecond());
            }
        }
    }

    private static boolean counts(LastScan scan, Instant until) {
        return !until.isBefore(scan.at()) && scan.stage() != Stage.ORDERED && scan.stage() != Stage.ENDED
                && scan.stage() != Stage.INFORMATION;
    }

    private void add(LastScan scan, Instant nextArrivedAt, boolean young) {
        if (!counts(scan, nextArrivedAt)) {
            return;
        }
        long from = scan.at().getEpochSecond();
        long until = nextArrivedAt.getEpochSecond();
        place(scan, from, until, true);
        var seen = seen(scan);
        seen.gaps.add(from, until, young);
        for (var gaps : seen.keys) {
            gaps.see(from, until, young);
        }
    }

    private void place(LastScan scan, long from, long until, boolean wentOn) {
        if (AT_A_PLACE.contains(scan.stage())) {
            byPlace.computeIfAbsent(RestKey.of(scan.site(), scan.stage(), scan.lane()), _ -> new PlaceRest())
                    .add(from, until, wentOn);
        }
    }

    /** The days of rest of places of whose kind at least a part rests: each of them keeps those days, or only some of them, or none. */
    public Map<RestKey, RestDays> restByPlace() {
        var known = new HashMap<RestKey, RestDays>();
        byPlace.forEach((key, place) -> {
            var kind = byKey.get(new LimitKey(key.stage(), key.laneClass(), null, null, null));
            var rest = kind == null || !kind.showsRest() ? RestDays.NONE : kind.seenRest(RestDays.NONE);
            if (kind != null && !rest.isEmpty()) {
                double usual = kind.usualShare(rest);
                known.put(key, key.stage() == Stage.ARRIVED_HUB
                        ? place.ofAHub(rest, usual)
                        : place.ofAnOutlet(rest, kind.shares(), usual));
            }
        });
        return known;
    }

    private Seen seen(LastScan scan) {
        var cell = new Cell(scan.stage(), scan.lane(), DayPart.at(scan.at()));
        return byCell.computeIfAbsent(cell, _ -> new Seen(new GapList(), gaps(cell, scan)));
    }

    private List<LearntGaps> gaps(Cell cell, LastScan scan) {
        double allowed = defaults.row(scan).map(LimitRow::hours).orElse(0.0);
        var keys = LimitKey.fitting(cell.stage(), cell.lane(), cell.dayPart());
        var fitting = new ArrayList<LearntGaps>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var gaps = byKey.computeIfAbsent(key, _ -> new LearntGaps(key, cell.lane().laneClass()));
            gaps.lengthen(allowed);
            keys.subList(i + 1, keys.size()).stream().filter(other -> other.dayPart() == null && alike(key, other))
                    .forEach(gaps.coarser()::add);
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
        measure();
        var rows = new ArrayList<LimitRow>();
        byKey.values().stream().filter(gaps -> !onlyForRest(gaps.key())).forEach(gaps -> {
            var row = row(gaps, effectiveFrom);
            if (row != null) {
                rows.add(row);
            }
        });
        rows.addAll(restOfLanes(rows));
        return rows;
    }

    /** At a place the hours go by its lorries, and so by class; but the lorries of one lane may rest where the others do not. */
    private static boolean onlyForRest(LimitKey key) {
        return key.fromDivision() != null && AT_A_PLACE.contains(key.stage());
    }

    /** The rows of the classes once more for lanes that rest on other days. */
    private List<LimitRow> restOfLanes(List<LimitRow> rows) {
        var ofClass = new HashMap<LimitKey, LimitRow>();
        rows.forEach(row -> ofClass.put(row.key(), row));
        var resting = new ArrayList<LimitRow>();
        byKey.values().stream().filter(gaps -> onlyForRest(gaps.key())).forEach(gaps -> {
            var row = ofClass.get(gaps.keyOfClass());
            var whole = byKey.get(gaps.key().anyTime());
            if (row != null && whole != null && whole.showsRest()) {
                var days = whole.seenRest(row.restDays());
                if (!days.equals(row.restDays())) {
                    resting.add(row.resting(gaps.key(), Math.max(row.hours(), days.isEmpty() ? 0 : TWO_DAYS), days));
                }
            }
        });
        return resting;
    }

    private void measure() {
        byKey.values().stream().filter(gaps -> !onlyForRest(gaps.key()))
                .forEach(gaps -> gaps.begin(teacherOfRest(gaps)));
        for (var seen : byCell.values()) {
            var list = seen.gaps;
            var measured = seen.keys.stream().filter(gaps -> !onlyForRest(gaps.key())).toList();
            for (int i = 0; i < list.size(); i++) {
                for (var gaps : measured) {
                    gaps.measure(list.from(i), list.until(i), list.young(i));
                }
            }
        }
    }

    /** A timetable is the same by day and by night, so what is known of all day goes for its parts. */
    private @Nullable LearntGaps teacherOfRest(LearntGaps gaps) {
        return Stream.concat(Stream.of(gaps).filter(own -> own.key().dayPart() == null), coarser(gaps))
                .filter(one -> AT_A_PLACE.contains(one.key().stage()) && one.showsRest()).findFirst().orElse(null);
    }

    private Stream<LearntGaps> coarser(LearntGaps gaps) {
        return gaps.coarser().stream().map(byKey::get).filter(Objects::nonNull);
    }

    private @Nullable LimitRow row(LearntGaps gaps, Instant effectiveFrom) {
        var step = step(gaps.histogram());
        var settled = step.map(known -> row(gaps, known, effectiveFrom)).orElse(null);
        var young = parameters.young();
        boolean wellKnown = gaps.ofAWeek() && step.filter(Step::mayShorten).isPresent();
        if (wellKnown || young == null || gaps.withYoung().samples() < young.minimumSamples()) {
            return settled;
        }
        double atLeast = settled == null ? Math.max(gaps.longestDefault(), withoutIt(gaps)) : settled.hours();
        double hours = Math.max(learnt(gaps, gaps.withYoung(), young), atLeast);
        return hours <= atLeast && (settled != null || gaps.restDays().isEmpty())
                ? settled
                : row(gaps, gaps.withYoung(), young, hours, effectiveFrom);
    }

    private Optional<Step> step(GapHistogram histogram) {
        return parameters.steps().stream().filter(step -> histogram.samples() >= step.minimumSamples()).findFirst();
    }

    private LimitRow row(LearntGaps gaps, Step step, Instant effectiveFrom) {
        double learnt = learnt(gaps, gaps.histogram(), step);
        double hours = step.mayShorten() && gaps.ofAWeek()
                ? learnt
                : Math.max(learnt, Math.min(Math.max(gaps.longestDefault(), withoutIt(gaps)), withADay(gaps, step)));
        return row(gaps, gaps.histogram(), step, hours, effectiveFrom);
    }

    /** To what few gaps may shorten the limit of a lane. */
    private static double withADay(LearntGaps gaps, Step step) {
        return gaps.key().fromDivision() != null && gaps.ofAWeek()
                ? Math.ceil(gaps.histogram().percentile(step.percentile()) + DAY)
                : Double.MAX_VALUE;
    }

    private static LimitRow row(LearntGaps gaps, GapHistogram histogram, Step step, double hours,
            Instant effectiveFrom) {
        return new LimitRow(gaps.key(), hours, gaps.restDays(), Basis.LEARNT, step.percentile(), histogram.samples(),
                new Usual(Limit.round(histogram.percentile(10)), Limit.round(histogram.percentile(90))),
                "p%s of %d".formatted(step.percentile(), histogram.samples()), "learning", effectiveFrom);
    }

    private static double learnt(LearntGaps gaps, GapHistogram histogram, Step step) {
        double hours = histogram.percentile(step.percentile());
        double margin = hours * step.margin();
        if (!AT_A_PLACE.contains(gaps.key().stage())) {
            return Math.ceil(hours + Math.min(margin, LONGEST_MARGIN));
        }
        if (hours + margin <= DAY && !gaps.somePartRests()) {
            return DefaultLimits.ONE_DAY;
        }
        return Math.max(everyOtherDay(gaps, histogram) ? THREE_DAYS : TWO_DAYS,
                Math.ceil(hours + Math.min(margin, LONGEST_MARGIN_AT_A_PLACE)));
    }

    /** Whether it is too early to have seen what a day of rest does to a lorry that comes every other day. */
    private static boolean everyOtherDay(LearntGaps gaps, GapHistogram histogram) {
        return !gaps.ofAWeek() && histogram.percentile(SOME) > LATE_FOR_A_DAY;
    }

    /** The hours of the nearest coarser key that many gaps were seen of; 0 where there is none. */
    private double withoutIt(LearntGaps gaps) {
        return coarser(gaps).filter(LearntGaps::ofAWeek)
                .flatMap(coarser -> step(coarser.histogram()).filter(Step::mayShorten)
                        .map(step -> learnt(coarser, coarser.histogram(), step)).stream())
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

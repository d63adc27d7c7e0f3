package io.waypost.core.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of what was learnt of remaining times (时效模型). Immutable.
 *
 * <p>A forecast blends the cells that fit, each finer one weighted by its number of cases n as n / (n + k) against the blend of the coarser
 * ones: the m-estimate (Cestnik, Estimating Probabilities: A Crucial Task in Machine Learning, 1990), applied from level to level as in
 * MacKay and Peto, A Hierarchical Dirichlet Language Model, 1995. A cell that is not there has n = 0.
 *
 * <p>Its hours are those of a clock that stands still while places on the way are closed ({@link #resting}).
 */
public final class DelayModel {

    /** k: how many cases of a finer cell weigh as much as all coarser ones. */
    private static final double WEIGHT_OF_COARSER = 60;
    private static final double SMALLEST_SHARE = 1e-4;
    private static final long SECOND = 1_000;

    private final int version;
    private final Instant effectiveFrom;
    private final Map<DelayKey, RemainingCurve> cells;
    private final StopBook book;

    public DelayModel(int version, Instant effectiveFrom, Map<DelayKey, RemainingCurve> cells) {
        this(version, effectiveFrom, Map.copyOf(cells), StopBook.NONE);
    }

    private DelayModel(int version, Instant effectiveFrom, Map<DelayKey, RemainingCurve> cells, StopBook book) {
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.cells = cells;
        this.book = book;
    }

    /** Its number. */
    public int version() {
        return version;
    }

    /** From when on it counts. */
    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** Everything it knows. */
    public Map<DelayKey, RemainingCurve> cells() {
        return cells;
    }

    /** The same knowledge under another number. */
    public DelayModel as(int number, Instant from) {
        return new DelayModel(number, from, cells, book);
    }

    /** The same knowledge in a network that stops when the book says; a stop counts from its announcement on. */
    public DelayModel resting(StopBook stops) {
        return new DelayModel(version, effectiveFrom, cells, stops);
    }

    /**
     * When a parcel that was last scanned there will be delivered, if it has not been scanned again until now; empty where nothing was learnt
     * of its stage.
     */
    public Optional<Outlook> outlook(DelayPoint last, Instant now) {
        return outlook(last, now, closed(last).knownAt(now));
    }

    /** What is closed on the way from that scan, known or not yet. */
    Closed closed(DelayPoint last) {
        return last.closed(book);
    }

    /** The same with nothing else closed. */
    Optional<Outlook> outlook(DelayPoint last, Instant now, Closed closed) {
        if (!last.underWay()) {
            return Optional.empty();
        }
        double waited = Math.max(0, closed.here().hours(last.at(), now));
        return blend(last, waited).map(blend -> new Outlook(last.at(), closed, waited, blend));
    }

    /** How likely a parcel that was last scanned there misses the promise; empty where nothing was learnt of its stage. */
    public Optional<Double> risk(DelayPoint last, Instant promised, Instant now) {
        return risk(last, promised, now, closed(last));
    }

    private Optional<Double> risk(DelayPoint last, Instant promised, Instant now, Closed closed) {
        return outlook(last, now, closed.knownAt(now)).map(outlook -> outlook.missing(promised));
    }

    /**
     * The first instant, not before {@code from} and before the promise, at which the risk is at least the threshold if the parcel is not
     * scanned again. Between two marks of silence, and while no stop is announced, the risk only rises, so each stretch is searched by
     * halving, to the second.
     */
    public Optional<Instant> crossing(DelayPoint last, Instant promised, double threshold, Instant from) {
        var closed = closed(last);
        var stretch = from.isBefore(last.at()) ? last.at() : from;
        while (stretch.isBefore(promised)) {
            var until = earlier(nextMark(last, closed, stretch), promised);
            var end = until.minusMillis(1);
            if (atLeast(last, promised, threshold, stretch, closed)) {
                return Optional.of(stretch);
            }
            if (end.isAfter(stretch) && atLeast(last, promised, threshold, end, closed)) {
                return Optional.of(halve(last, promised, threshold, stretch, end, closed));
            }
            stretch = until;
        }
        return Optional.empty();
    }

    private Instant halve(DelayPoint last, Instant promised, double threshold, Instant below, Instant above,
            Closed closed) {
        var low = below;
        var high = above;
        while (high.toEpochMilli() - low.toEpochMilli() > SECOND) {
            var middle = Instant.ofEpochMilli((low.toEpochMilli() + high.toEpochMilli()) / 2);
            if (atLeast(last, promised, threshold, middle, closed)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean atLeast(DelayPoint last, Instant promised, double threshold, Instant now, Closed closed) {
        return risk(last, promised, now, closed).filter(risk -> risk >= threshold).isPresent();
    }

    /** When another cell, or another clock, counts. */
    private static Instant nextMark(DelayPoint last, Closed closed, Instant after) {
        var here = closed.here().knownAt(after);
        var mark = DelayKey.LANDMARKS.stream()
                .map(hours -> here.reach(last.at(), Duration.ofHours(hours)))
                .filter(at -> at.isAfter(after))
                .findFirst()
                .orElse(Instant.MAX);
        return closed.nextNews(after).filter(news -> news.isBefore(mark)).orElse(mark);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<Blend> blend(DelayPoint last, double waited) {
        return DelayKey.LANDMARKS.reversed().stream()
                .filter(mark -> mark <= waited && cells.containsKey(DelayKey.root(last.stage(), mark)))
                .findFirst()
                .map(mark -> new Blend(
                        DelayKey.fitting(last, mark).stream().filter(cells::containsKey).map(this::curve).toList()));
    }

    private RemainingCurve curve(DelayKey key) {
        return Objects.requireNonNull(cells.get(key));
    }

    /** The blend of the cells that fit and are there, the coarsest first. */
    private static final class Blend {

        private final List<RemainingCurve> curves;

        Blend(List<RemainingCurve> curves) {
            this.curves = curves;
        }

        double after(double hours) {
            double share = curves.getFirst().after(hours);
            for (var finer : curves.subList(1, curves.size())) {
                double weight = finer.cases() / (finer.cases() + WEIGHT_OF_COARSER);
                share = weight * finer.after(hours) + (1 - weight) * share;
            }
            return share;
        }

        int cases() {
            return curves.getLast().cases();
        }
    }

    /** What is to be expected of one parcel at one instant. */
    public static final class Outlook {

        private final Instant from;
        private final Closed closed;
        private final double waited;
        private final Blend blend;
        private final double left;

        private Outlook(Instant from, Closed closed, double waited, Blend blend) {
            this.from = from;
            this.closed = closed;
            this.waited = waited;
            this.blend = blend;
            this.left = blend.after(waited);
        }

        /**
         * How likely it is not delivered by then: P(T &gt; promise − last | T &gt; now − last). Where next to nothing that was learnt from
         * waited for so long, it is 1 before the promise too.
         */
        public double missing(Instant promised) {
            double hours = closed.here().hours(from, closed.open(promised));
            if (hours <= waited || left < SMALLEST_SHARE) {
                return 1;
            }
            return Math.min(1, blend.after(hours) / left);
        }

        /** By when it is delivered with that probability; empty where that lies beyond thirty days. */
        public Optional<Instant> by(double probability) {
            double target = left * (1 - probability);
            double low = waited;
            double high = TimeAxis.end(TimeAxis.SIZE - 1);
            if (left < SMALLEST_SHARE || waited >= high || blend.after(high) > target) {
                return Optional.empty();
            }
            while (high - low > 1.0 / 60) {
                double middle = (low + high) / 2;
                if (blend.after(middle) <= target) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return Optional.of(closed.opens(
                    closed.here().reach(from, Duration.ofSeconds((long) Math.ceil(high * 3600)))));
        }

        /** How many parcels the finest cell behind it saw. */
        public int cases() {
            return blend.cases();
        }
    }
}

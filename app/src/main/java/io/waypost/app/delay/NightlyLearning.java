package io.waypost.app.delay;

import io.waypost.app.delay.DelayProgressStore.Learnt;
import io.waypost.app.delay.DelayVersion.Verdict;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.delay.DelayBacktest;
import io.waypost.core.delay.DelayLearning;
import io.waypost.core.delay.DelayModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns every night how long parcels take, from the network's own timelines, and tries what it learnt before it is used.
 *
 * <p>It learns from what was known four days ago, and is tried on the promises that have passed since: nothing that it is tried on was
 * learnt from, neither by it nor by the version before, which is tried on the same parcels.
 */
@Service
class NightlyLearning implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyLearning.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);
    private static final Duration LOOKED_BACK = Duration.ofDays(28);
    private static final Duration HELD_BACK = Duration.ofDays(4);

    /** The longest way that is tried whole. */
    private static final Duration LONGEST = Duration.ofDays(14);

    /** The farthest that forecasts are tried ahead of a promise. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Late uploads are in by then. */
    private static final Duration SETTLED = Duration.ofHours(6);

    /** A network that has no forecast yet tries again so often. */
    private static final Duration UNTIL_THE_FIRST = Duration.ofHours(6);
    private static final long MOST_SCANS = 5_000_000;
    private static final int FEWEST_TRIED = 200;
    private static final int TRIED_ALWAYS = 24;

    private final Journeys journeys;
    private final Courses courses;
    private final VersionStore versions;
    private final ModelShelf shelf;
    private final StopsOnTheWay stops;
    private final DelayProgressStore progress;
    private final WarningStore warnings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NightlyLearning(Journeys journeys, Courses courses, VersionStore versions, ModelShelf shelf, StopsOnTheWay stops,
            DelayProgressStore progress,
            WarningStore warnings, Clock clock, PlatformTransactionManager transactions) {
        this.journeys = journeys;
        this.courses = courses;
        this.versions = versions;
        this.shelf = shelf;
        this.stops = stops;
        this.progress = progress;
        this.warnings = warnings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "delay-learning";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var at = progress.learnt().at();
            return Optional.of(at == null ? clock.instant() : journeys.from(after(at)));
        }));
    }

    @Override
    public int runDue(Instant now) {
        if (nextDue().filter(due -> !due.isAfter(now)).isEmpty()) {
            return 0;
        }
        // Another node that is at it, or was meanwhile, does it instead.
        return new Attempt(now).run(() -> progress.claimLearning().filter(claimed -> due(claimed, now)).isPresent())
                .isPresent() ? 1 : 0;
    }

    private boolean due(Learnt claimed, Instant now) {
        var at = claimed.at();
        return at == null || !journeys.from(after(at)).isAfter(now);
    }

    /** Learns and tries now. */
    DelayVersion learn(Instant now) {
        return new Attempt(now).run(() -> true).orElseThrow();
    }

    /**
     * One attempt: learnt and tried on the timelines in two transactions, and on what is kept elsewhere before each of them, outside of any:
     * that takes a while, and readers of the feed of scans wait for transactions.
     */
    private final class Attempt {

        private final Instant now;
        private final Instant knownUntil;
        private final Instant from;
        private final Instant until;
        private final int oneIn;
        private final DelayLearning learning = new DelayLearning();
        private final List<DelayBacktest> tests = new ArrayList<>();
        private long parcels;

        Attempt(Instant now) {
            this.now = now;
            this.knownUntil = now.minus(HELD_BACK).truncatedTo(ChronoUnit.HOURS);
            this.from = knownUntil.plus(AHEAD);
            this.until = now.minus(SETTLED);
            this.oneIn = Objects.requireNonNull(
                    transaction.execute(_ -> (int) Math.max(1, journeys.size() / MOST_SCANS)));
        }

        /**
         * Runs it; empty if somebody else does.
         *
         * @param ours whether it is ours to do; asked in each transaction
         */
        Optional<DelayVersion> run(BooleanSupplier ours) {
            var since = knownUntil.minus(LOOKED_BACK);
            journeys.eachElsewhere(since, oneIn, this::learn);
            var learnt = Objects.requireNonNull(transaction.execute(_ -> {
                if (!ours.getAsBoolean()) {
                    return Optional.<DelayModel>empty();
                }
                journeys.each(since, oneIn, this::learn);
                return Optional.of(learning.model(versions.next(), now));
            }));
            if (learnt.isEmpty()) {
                return Optional.empty();
            }
            tests.add(new DelayBacktest(learnt.get()));
            transaction.execute(_ -> shelf.inForce()).ifPresent(before -> tests.add(new DelayBacktest(before)));
            journeys.eachElsewhere(from.minus(LONGEST), oneIn, this::test);
            return Objects.requireNonNull(transaction.execute(_ -> {
                if (!ours.getAsBoolean()) {
                    return Optional.<DelayVersion>empty();
                }
                journeys.each(from.minus(LONGEST), oneIn, this::test);
                return Optional.of(keep(learnt.get()));
            }));
        }

        private void learn(Way way) {
            var course = courses.of(way).until(knownUntil);
            if (!course.steps().isEmpty()) {
                var returned = course.returnedAt();
                learning.add(course.points(), returned == null ? course.deliveredAt() : null,
                        returned == null ? knownUntil : returned, stops.of(course));
                parcels++;
            }
        }

        /** Tries the candidate, and the version before if there is one. A promise ends where a parcel is turned back before it. */
        private void test(Way way) {
            var promised = way.promisedAt();
            if (promised == null || promised.isBefore(from) || !promised.isBefore(until)) {
                return;
            }
            var course = courses.of(way);
            var returned = course.returnedAt();
            if (returned == null || returned.isAfter(promised)) {
                tests.forEach(test -> test.add(course.known(), promised, course.deliveredAt(), stops.of(course)));
            }
        }

        private DelayVersion keep(DelayModel candidate) {
            var verdict = verdict(tests);
            var version = new DelayVersion(candidate.version(), now, verdict, verdict.taken(), parcels,
                    candidate.cells().size(), knownUntil, from, until, DelayFigures.of(tests.getFirst()));
            versions.add(version, candidate);
            warnings.forget(now);
            progress.learnt(now);
            LOG.info("Learnt remaining times from {} parcels, one in {}: version {} of {} cells is {}", parcels,
                    oneIn, version.number(), version.cells(), verdict);
            return version;
        }
    }

    private static Verdict verdict(List<DelayBacktest> tests) {
        var candidate = tests.getFirst();
        if (candidate.model(TRIED_ALWAYS).size() < FEWEST_TRIED) {
            return Verdict.TOO_FEW;
        }
        if (!candidate.betterThanNaive()) {
            return Verdict.WORSE_THAN_CLOCK;
        }
        if (tests.size() == 1) {
            return Verdict.FIRST;
        }
        return candidate.noWorseThan(tests.getLast()) ? Verdict.NOT_WORSE : Verdict.WORSE;
    }

    private Instant after(Instant last) {
        var local = last.atZone(Holidays.ZONE);
        var tonight = local.with(AT_NIGHT).truncatedTo(ChronoUnit.SECONDS);
        var night = (tonight.isAfter(local) ? tonight : tonight.plusDays(1)).toInstant();
        var soon = last.plus(UNTIL_THE_FIRST);
        return versions.inForce() == 0 && soon.isBefore(night) ? soon : night;
    }
}

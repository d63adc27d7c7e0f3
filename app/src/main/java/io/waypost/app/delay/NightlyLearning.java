package io.waypost.app.delay;

import io.waypost.app.delay.DelayVersion.Verdict;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Journeys;
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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
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
            return Optional.of(at == null ? clock.instant() : after(at));
        }));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> progress.claimLearning().map(claimed -> {
            var last = claimed.at();
            if (last != null && after(last).isAfter(now)) {
                return 0;
            }
            learn(now);
            progress.learnt(now);
            return 1;
        }).orElse(0)));
    }

    /** Learns and tries now, within the caller's transaction. */
    DelayVersion learn(Instant now) {
        var knownUntil = now.minus(HELD_BACK).truncatedTo(ChronoUnit.HOURS);
        int oneIn = (int) Math.max(1, journeys.size() / MOST_SCANS);
        var parcels = new AtomicLong();
        var candidate = learnt(knownUntil, oneIn, parcels).model(versions.next(), now);
        var before = shelf.inForce().orElse(null);
        var from = knownUntil.plus(AHEAD);
        var until = now.minus(SETTLED);
        var tests = tried(candidate, before, from, until, oneIn);
        var verdict = verdict(tests);
        var version = new DelayVersion(candidate.version(), now, verdict, verdict.taken(), parcels.get(),
                candidate.cells().size(), knownUntil, from, until, DelayFigures.of(tests.getFirst()));
        versions.add(version, candidate);
        warnings.forget(now);
        LOG.info("Learnt remaining times from {} parcels, one in {}: version {} of {} cells is {}", parcels.get(),
                oneIn, version.number(), version.cells(), verdict);
        return version;
    }

    private DelayLearning learnt(Instant knownUntil, int oneIn, AtomicLong parcels) {
        var learning = new DelayLearning();
        journeys.each(knownUntil.minus(LOOKED_BACK), oneIn, way -> {
            var course = courses.of(way).until(knownUntil);
            if (!course.steps().isEmpty()) {
                var returned = course.returnedAt();
                learning.add(course.points(), returned == null ? course.deliveredAt() : null,
                        returned == null ? knownUntil : returned, stops.of(course));
                parcels.incrementAndGet();
            }
        });
        return learning;
    }

    /** The trial of the candidate, and of the version before if there is one. A promise ends where a parcel is turned back before it. */
    private List<DelayBacktest> tried(DelayModel candidate, @Nullable DelayModel before, Instant from, Instant until,
            int oneIn) {
        var tests = new ArrayList<DelayBacktest>();
        tests.add(new DelayBacktest(candidate));
        if (before != null) {
            tests.add(new DelayBacktest(before));
        }
        journeys.each(from.minus(LONGEST), oneIn, way -> {
            var promised = way.promisedAt();
            if (promised == null || promised.isBefore(from) || !promised.isBefore(until)) {
                return;
            }
            var course = courses.of(way);
            var returned = course.returnedAt();
            if (returned == null || returned.isAfter(promised)) {
                tests.forEach(test -> test.add(course.known(), promised, course.deliveredAt(), stops.of(course)));
            }
        });
        return tests;
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

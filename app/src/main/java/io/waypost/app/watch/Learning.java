package io.waypost.app.watch;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.watch.FindingStore.Silence;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LimitLearning;
import io.waypost.core.watch.LimitPolicy;
import io.waypost.core.watch.PauseRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns limits every night from the network's own timelines, and how late each site uploads from their freshness.
 *
 * <p>A gap counts if nothing excuses it: not after a scan that lets the parcel rest, not across a holiday or a closure, not one that a warning rightly called silent, and old enough to have ended; a parcel that still waits tells of the days on which nothing goes.
 */
@Service
class Learning implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(28);
    /** Younger gaps only lengthen limits: of those only the short ones have ended yet, and they would teach limits that are too tight. */
    private static final Duration COMPLETED = Duration.ofDays(4);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);
    private static final long MOST_SCANS = 5_000_000;
    private static final double GRACE_PERCENTILE = 99;
    private static final long GRACE_SAMPLES = 200;

    private final Journeys journeys;
    private final Lanes lanes;
    private final Network network;
    private final LimitShelf shelf;
    private final FindingStore findings;
    private final FreshnessStore freshness;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Learning(Journeys journeys, Lanes lanes, Network network, LimitShelf shelf, FindingStore findings,
            FreshnessStore freshness, Clock clock,
            PlatformTransactionManager transactions) {
        this.journeys = journeys;
        this.lanes = lanes;
        this.network = network;
        this.shelf = shelf;
        this.findings = findings;
        this.freshness = freshness;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many rows were learnt, and the version they made. */
    record Learnt(int learnt, int version) {}

    @Override
    public String name() {
        return "learning";
    }

    @Override
    public Optional<Instant> nextDue() {
        var learntAt = Objects.requireNonNull(transaction.execute(_ -> Optional.ofNullable(freshness.learntAt())));
        return Optional.of(journeys.from(after(learntAt.orElseGet(clock::instant))));
    }

    @Override
    public int runDue(Instant now) {
        var learning = learning();
        if (nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            elsewhere(now, learning);
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            // Locked, so that of several nodes one learns; the others then find that it is done.
            var learntAt = freshness.lockLearntAt();
            if (learntAt == null) {
                freshness.learnt(now);
                return 1;
            }
            if (journeys.from(after(learntAt)).isAfter(now)) {
                return 0;
            }
            learn(now, "nightly", learning);
            return 1;
        }));
    }

    /** Learns now; not within a transaction. */
    Learnt learn(Instant now, String author) {
        var learning = learning();
        elsewhere(now, learning);
        return Objects.requireNonNull(transaction.execute(_ -> learn(now, author, learning)));
    }

    private static LimitLearning learning() {
        return new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
    }

    /** Before the transaction that keeps what is learnt: reading what streams takes a while, and readers of the feed of scans wait for transactions. */
    private void elsewhere(Instant now, LimitLearning learning) {
        int oneIn = Objects.requireNonNull(transaction.execute(_ -> oneIn()));
        var confirmed = Objects.requireNonNull(transaction.execute(_ -> findings.right(now.minus(LOOKED_BACK))));
        journeys.eachElsewhere(now.minus(LOOKED_BACK), oneIn,
                way -> gaps(way, confirmed, now, learning));
    }

    private int oneIn() {
        return (int) Math.max(1, journeys.size() / MOST_SCANS);
    }

    private Learnt learn(Instant now, String author, LimitLearning learning) {
        int oneIn = oneIn();
        var confirmed = findings.right(now.minus(LOOKED_BACK));
        journeys.each(now.minus(LOOKED_BACK), oneIn, way -> gaps(way, confirmed, now, learning));
        var rows = learning.rows(now);
        int version = rows.isEmpty()
                ? shelf.current().version()
                : shelf.learnt(rows, learning.restByPlace(), grace(now), author);
        freshness.learnt(now);
        LOG.info("Learnt {} limits from one parcel in {}: version {}", rows.size(), oneIn, version);
        return new Learnt(rows.size(), version);
    }

    private void gaps(Way way, Set<Silence> confirmed, Instant now, LimitLearning learning) {
        var before = now.minus(COMPLETED);
        TimelineScan last = null;
        for (var scan : way.scans()) {
            if (!scan.type().valid()) {
                continue;
            }
            if (last != null && scan.arrivedAt().isAfter(last.arrivedAt())
                    && counts(way, last, scan.arrivedAt(), confirmed)) {
                var gap = lanes.of(last, way.division());
                if (last.effectiveAt().isBefore(before)) {
                    learning.add(gap, scan.arrivedAt());
                } else {
                    learning.addYoung(gap, scan.arrivedAt());
                }
            }
            last = scan;
        }
        if (last != null && counts(way, last, now, confirmed)) {
            learning.addOpen(lanes.of(last, way.division()), now);
        }
    }

    /** Whether nothing excuses the parcel for not having been scanned until then. */
    private boolean counts(Way way, TimelineScan last, Instant until, Set<Silence> confirmed) {
        if (PauseRules.defaults().byType().containsKey(last.type()) || last.type().terminal()
                || confirmed.contains(new Silence(way.waybill(), last.effectiveAt()))) {
            return false;
        }
        var from = last.effectiveAt();
        var expected = last.type() == ScanType.DEPARTED && last.nextSite() != null ? last.nextSite() : last.site();
        return network.closures(expected, from, until).isEmpty() && Holidays.china().touching(from, until).isEmpty();
    }

    private Map<String, Double> grace(Instant now) {
        double cap = LimitPolicy.defaults().graceCapHours();
        var grace = new HashMap<String, Double>();
        freshness.bySite(now.minus(LOOKED_BACK)).forEach((site, lags) -> {
            if (lags.scans() >= GRACE_SAMPLES) {
                grace.put(site, Math.min(cap, lags.percentileSeconds(GRACE_PERCENTILE) / 3600.0));
            }
        });
        return grace;
    }

    private static Instant after(Instant learntAt) {
        ZonedDateTime local = learntAt.atZone(Holidays.ZONE);
        var tonight = local.with(AT_NIGHT).truncatedTo(ChronoUnit.SECONDS);
        return (tonight.isAfter(local) ? tonight : tonight.plusDays(1)).toInstant();
    }
}

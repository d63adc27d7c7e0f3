package io.waypost.app.outlet;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.outlet.CountProgressStore.Progress;
import io.waypost.app.parcel.ScanFeed;
import io.waypost.core.outlet.Usual;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts every minute what was scanned, and judges every hour a few minutes after its end. What is counted and how far it was read are
 * one transaction, so that a crash counts nothing twice.
 */
@Component
class OutletWork implements DueWork {

    private static final int SCANS = 20_000;
    private static final int SITES = 500;
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Uploads of the last minutes of an hour come after it. The past was read as late, so both are alike. */
    private static final Duration SETTLES = Duration.ofMinutes(5);

    /** What lay at a site before counting began is not known; after a day little of it is left. */
    private static final Duration BEFORE_JUDGING = Duration.ofDays(1);

    /** A site that has scanned nothing for so long has ceased to work, and does not stand still. */
    private static final Duration GIVEN_UP = Duration.ofDays(14);
    private static final Duration FLOWS_KEPT = Duration.ofDays(14);
    private static final int ATTEMPT_DAYS_KEPT = 90;

    private final CountProgressStore progress;
    private final ScanFeed feed;
    private final Counting counting;
    private final SumStore sums;
    private final ReadingStore readings;
    private final Judging judging;
    private final Abnormalities abnormalities;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OutletWork(CountProgressStore progress, ScanFeed feed, Counting counting, SumStore sums, ReadingStore readings,
            Judging judging, Abnormalities abnormalities, Clock clock, PlatformTransactionManager transactions) {
        this.progress = progress;
        this.feed = feed;
        this.counting = counting;
        this.sums = sums;
        this.readings = readings;
        this.judging = judging;
        this.abnormalities = abnormalities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "outlets";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        var now = Objects.requireNonNull(transaction.execute(_ -> progress.now()));
        if (now.at() == null || now.judging() == null) {
            return Optional.of(clock.instant());
        }
        var counts = now.at().plus(EVERY);
        var judges = judgedAt(now.judging());
        return Optional.of(counts.isBefore(judges) ? counts : judges);
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> progress.claim().map(at -> work(at, now)).orElse(0)));
    }

    private int work(Progress done, Instant now) {
        var marker = done.marker();
        var hour = done.judging();
        var at = done.at();
        if (marker == null || hour == null || at == null || done.from() == null) {
            progress.begin(feed.now(), now, firstRead(now));
            return 1;
        }
        if (!at.plus(EVERY).isAfter(now)) {
            count(marker, hour(done.from()), at, now);
            return 1;
        }
        if (!judgedAt(hour).isAfter(now)) {
            judge(hour, done.site(), now);
            return 1;
        }
        return 0;
    }

    private void count(long marker, Instant from, Instant before, Instant now) {
        var batch = feed.since(marker, SCANS);
        counting.add(batch.parcels(), from);
        progress.counted(batch.marker(), batch.more() ? before : now);
        if (!batch.more()) {
            abnormalities.remind(now);
        }
    }

    private void judge(Instant hour, String after, Instant now) {
        var sites = readings.sites(after, hour.minus(GIVEN_UP), SITES);
        judging.judge(sites, hour, now);
        if (sites.size() == SITES) {
            progress.judged(hour, sites.getLast());
            return;
        }
        var next = hour.plus(Duration.ofHours(1));
        progress.judged(next, "");
        if (!Counting.day(next).equals(Counting.day(hour))) {
            sums.forget(next.minus(FLOWS_KEPT), next.minus(Judging.HISTORY).minus(Duration.ofDays(1)),
                    Counting.day(next).minusDays(ATTEMPT_DAYS_KEPT));
        }
    }

    private static Instant firstRead(Instant from) {
        return hour(from.plus(BEFORE_JUDGING)).plus(Duration.ofHours(1));
    }

    /** When the first abnormality can be raised, of scans that are counted since then: after as many like hours as the rules need. */
    static Instant firstJudged(Instant from) {
        return firstRead(from).plus(Duration.ofDays(Usual.FEWEST));
    }

    private static Instant judgedAt(Instant hour) {
        return hour.plus(Duration.ofHours(1)).plus(SETTLES);
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}

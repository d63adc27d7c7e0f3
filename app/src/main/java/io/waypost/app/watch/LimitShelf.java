package io.waypost.app.watch;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.LimitPolicy;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.RestDays;
import io.waypost.core.watch.RestKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the book of limits in memory and follows its newest version in the database; makes new versions.
 *
 * <p>Everything here joins the caller's transaction. A version made elsewhere counts from the next batch of scans on.
 */
@Component
class LimitShelf implements WatchLimits {

    private static final Duration KEPT = Duration.ofDays(10);

    private final LimitStore store;
    private final Clock clock;
    private volatile Shelved shelved = new Shelved(-1, new LimitBook(List.of(DefaultLimits.table())));

    LimitShelf(LimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Shelved(int newest, LimitBook book) {}

    /** The book with all versions that may still be needed. */
    LimitBook book() {
        int newest = store.newest();
        var now = shelved;
        if (now.newest() != newest) {
            now = new Shelved(newest, load());
            shelved = now;
        }
        return now.book();
    }

    @Override
    @Transactional(readOnly = true)
    public Limits current() {
        return book().at(clock.instant());
    }

    /** Makes a version in which the learnt rows, and the days of rest of places, are these. */
    int learnt(List<LimitRow> rows, Map<RestKey, RestDays> restByPlace, Map<String, Double> graceBySite,
            String author) {
        int version = next();
        store.addVersion(version, clock.instant(), author, "learnt", graceBySite, restByPlace);
        store.endLearnt(version);
        store.addRows(version, rows);
        return version;
    }

    /** Makes a version with one more row that a person decided. */
    int set(LimitRow row, String reason) {
        int version = next();
        var before = store.since(clock.instant()).stream().filter(known -> known.version() == version - 1).findFirst();
        store.addVersion(version, row.effectiveFrom(), row.author(), reason,
                before.map(LimitStore.Version::graceBySite).orElse(Map.of()),
                before.map(LimitStore.Version::restByPlace).orElse(Map.of()));
        store.endSet(version, row.key());
        store.addRows(version, List.of(row));
        return version;
    }

    private int next() {
        store.lock();
        int newest = store.newest();
        if (newest == 0) {
            store.addVersion(1, Instant.EPOCH, "Waypost", "defaults", Map.of(), Map.of());
            store.addRows(1, DefaultLimits.rows());
            newest = 1;
        }
        return newest + 1;
    }

    private LimitBook load() {
        var versions = store.since(clock.instant().minus(KEPT));
        if (versions.isEmpty()) {
            return new LimitBook(List.of(DefaultLimits.table()));
        }
        var rows = store.rows(versions.getFirst().version());
        var limits = new ArrayList<Limits>();
        for (var version : versions) {
            var counting = rows.stream()
                    .filter(kept -> kept.countsIn(version.version()))
                    .map(LimitStore.Kept::row)
                    .toList();
            limits.add(new Limits(version.version(), version.effectiveFrom(), counting, LimitPolicy.defaults(),
                    Holidays.china(), version.graceBySite(), version.restByPlace()));
        }
        return new LimitBook(limits);
    }
}

package io.waypost.app.export;

import io.waypost.app.export.ExportJob.Failure;
import io.waypost.app.export.ExportSource.Column;
import io.waypost.app.export.ExportSource.Rows;
import io.waypost.app.export.ExportStore.Claimed;
import io.waypost.app.identity.ActingPeople;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.live.LiveFeed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the file of an export.
 *
 * <p>Rows are read page by page as the person who asked, with the rights they have at that moment; each page renews the lease. A node that
 * dies leaves its lease, another one begins again with a file of its own, and whoever comes back late finds that the attempt counts no more.
 */
@Component
class ExportWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWriter.class);
    private static final Actor PLATFORM = new Actor.Internal("exports");
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final ExportStore store;
    private final ExportSources sources;
    private final ExportFiles files;
    private final ExportSettings settings;
    private final ActingPeople people;
    private final LiveFeed live;
    private final Clock clock;
    private final Clock wall;
    private final TransactionTemplate transaction;

    ExportWriter(ExportStore store, ExportSources sources, ExportFiles files, ExportSettings settings,
            ActingPeople people, LiveFeed live, Clock clock, @Qualifier("wallClock") Clock wall,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.sources = sources;
        this.files = files;
        this.settings = settings;
        this.people = people;
        this.live = live;
        this.clock = clock;
        this.wall = wall;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes one export that is due.
     *
     * @param stopping asked between pages; an export is put back for another node where it says so
     * @return whether there was one
     */
    boolean writeNext(BooleanSupplier stopping) {
        var claimed = asPlatform(() -> store.claim(wall.instant(), leaseUntil()));
        claimed.ifPresent(export -> write(export, stopping));
        return claimed.isPresent();
    }

    /** How long nothing will be due. */
    Duration untilNext(Duration longest) {
        var next = asPlatform(store::nextDue);
        return next.map(at -> Duration.between(wall.instant(), at)).filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    private void write(Claimed export, BooleanSupplier stopping) {
        var name = "%s-%d.xlsx".formatted(export.job().id(), export.attempt());
        var path = files.path(name);
        boolean kept = false;
        try {
            if (export.attempt() > MOST_ATTEMPTS) {
                fail(export, Failure.BROKEN);
                return;
            }
            var person = stillAllowed(export);
            if (person.isEmpty()) {
                fail(export, Failure.NOT_ALLOWED);
                return;
            }
            files.create(name);
            var rows = fill(export, person.get(), path, stopping);
            kept = rows != null && finish(export, name, path, rows);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The export {} failed in attempt {}", export.job().id(), export.attempt(), failure);
            run(() -> store.putBack(export, wall.instant().plus(AFTER_FAILURE.multipliedBy(export.attempt()))));
        } finally {
            if (!kept) {
                files.discard(path);
            }
            tell(export);
        }
    }

    /** Whoever asked, if they may still have it and reach no less than they did. */
    private Optional<Actor.Person> stillAllowed(Claimed export) {
        var source = sources.find(export.order().list());
        return people.now(export.job().by().id())
                .filter(person -> source.isPresent() && person.may(source.get().permission())
                        && person.may(Permission.LIST_EXPORT)
                        && person.scope().path().equals(export.order().scopePath()));
    }

    /** How many rows were written; null where the export is not ours any more. */
    private @Nullable Long fill(Claimed export, Actor.Person person, Path path, BooleanSupplier stopping)
            throws IOException {
        var order = export.order();
        var source = sources.find(order.list()).orElseThrow();
        var columns = source.columns(order.locale());
        var places = order.columns().stream().map(key -> place(columns, key)).toList();
        long written = 0;
        try (var file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var book = new ExportBook(file, order.list(), places.stream().map(columns::get).toList(),
                        settings.sheetRows())) {
            @Nullable
            String after = null;
            do {
                var page = page(source, export, person, after);
                for (var row : page.rows()) {
                    book.add(places.stream().map(row::get).toList());
                }
                written += page.rows().size();
                after = page.next();
                if (!goOn(export, written, stopping)) {
                    return null;
                }
            } while (after != null);
        }
        return written;
    }

    private Rows page(ExportSource source, Claimed export, Actor.Person person, @Nullable String after) {
        var order = export.order();
        return Acting.as(person, () -> transaction
                .execute(_ -> source.rows(order.query(), order.locale(), after, settings.pageRows())));
    }

    private boolean goOn(Claimed export, long written, BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            run(() -> store.putBack(export, wall.instant()));
            return false;
        }
        if (written > settings.mostRows()) {
            fail(export, Failure.TOO_LARGE);
            return false;
        }
        boolean ours = asPlatform(() -> store.progress(export, written, leaseUntil()));
        if (ours) {
            tell(export);
        }
        return ours;
    }

    private boolean finish(Claimed export, String name, Path path, long rows) throws IOException {
        files.keep(path);
        long bytes = Files.size(path);
        var expires = wall.instant().plus(Duration.ofHours(settings.keptHours()));
        return asPlatform(() -> store.finish(export, rows, name, bytes, clock.instant(), expires));
    }

    private void fail(Claimed export, Failure failure) {
        run(() -> store.fail(export, failure, clock.instant()));
    }

    private void tell(Claimed export) {
        live.tellPerson(export.job().by().id(), "export", Map.of("id", export.job().id().toString()));
    }

    private Instant leaseUntil() {
        return wall.instant().plusSeconds(settings.leaseSeconds());
    }

    private static int place(List<Column> columns, String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalStateException(
                "The column %s is gone.%nMaybe the list was changed after the order.".formatted(key));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(PLATFORM, () -> transaction.execute(_ -> work.get()));
    }

    private void run(Runnable work) {
        Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}

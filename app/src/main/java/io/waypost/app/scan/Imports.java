package io.waypost.app.scan;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.scan.ImportJob.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files of scans in, piece by piece. How far a file has been read moves in the transaction that stores its scans, so that a crash
 * goes on with the next piece and counts nothing twice.
 */
@Service
class Imports implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int PIECE = 5_000;

    private final ImportStore store;
    private final ScanFile files;
    private final Intake intake;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Path folder;
    private final TransactionTemplate transaction;

    Imports(ImportStore store, ScanFile files, Intake intake, AuditTrail audit, LiveFeed live,
            @Lazy Deadlines deadlines, Clock clock,
            WaypostSettings settings, PlatformTransactionManager transactions) {
        this.store = store;
        this.files = files;
        this.intake = intake;
        this.audit = audit;
        this.live = live;
        this.deadlines = deadlines;
        this.clock = clock;
        this.folder = settings.data().resolve("imports");
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps the file and queues it. */
    ImportJob accept(String fileName, InputStream content) throws IOException {
        var now = clock.instant();
        var id = Ids.next(now);
        var file = keep(id, content);
        var shape = files.shape(file);
        if (shape == null) {
            Files.delete(file);
            throw Refusal.invalid("file", fileName, "NO_SCANS",
                    "Send NDJSON, or CSV whose first line names at least waybill, type, scannedAt and site.");
        }
        var actor = Acting.current();
        var by = new PersonRef(actor instanceof Actor.Person person ? person.id() : new UUID(0, 0), actor.name());
        var job = new ImportJob(id, shortened(fileName), shape.format(), State.QUEUED, Files.size(file),
                shape.firstOffset(),
                shape.firstLine() - 1, 0, 0, 0, null, null, by, null);
        transaction.executeWithoutResult(_ -> {
            store.insert(job, shape.header(), actor.scope().path(), now);
            audit.record("IMPORT_QUEUED", "IMPORT", id.toString(), actor.scope().path(),
                    Map.of("file", job.fileName()));
            deadlines.wake(Imports.class);
        });
        return job;
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.oldestOpen()));
    }

    @Override
    public int runDue(Instant now) {
        var done = Objects.requireNonNull(transaction.execute(_ -> store.claim().map(this::advance)));
        done.filter(job -> job.state() == State.DONE).ifPresent(job -> discard(job.id()));
        return done.isPresent() ? 1 : 0;
    }

    private ImportJob advance(ImportStore.Open open) {
        var job = open.job();
        try {
            // Lines of the file count from 1, its header included, as an editor shows them.
            var piece = files.read(path(job.id()), job.format(), open.header(), job.bytesDone(), job.lines() + 1,
                    PIECE);
            var outcome = intake.takeScans(piece.lines(), job.by().name(), new Scope(open.scopePath()));
            var kept = Math.min(outcome.rejected().size(), ImportStore.MOST_ERRORS - (int) Math.min(job.rejected(),
                    ImportStore.MOST_ERRORS));
            if (kept > 0) {
                store.errors(job.id(), outcome.rejected().subList(0, kept));
            }
            return save(open, moved(job, piece, outcome));
        } catch (IOException unreadable) {
            LOG.error("The import {} cannot be read", job.id(), unreadable);
            return save(open, ended(job, "The file could not be read any further."));
        }
    }

    private ImportJob save(ImportStore.Open open, ImportJob job) {
        store.progress(job);
        live.tell("import", open.scopePath(), Map.of("id", job.id()));
        return job;
    }

    private ImportJob moved(ImportJob job, ScanFile.Piece piece, Intake.Outcome outcome) {
        boolean last = piece.nextOffset() >= job.bytesTotal();
        var now = clock.instant();
        return new ImportJob(job.id(), job.fileName(), job.format(), last ? State.DONE : State.RUNNING,
                job.bytesTotal(),
                piece.nextOffset(), piece.nextLine() - 1, job.accepted() + outcome.accepted(),
                job.duplicates() + outcome.duplicates(), job.rejected() + outcome.rejected().size(),
                job.startedAt() == null ? now : job.startedAt(), last ? now : null, job.by(), null);
    }

    private ImportJob ended(ImportJob job, String failure) {
        return new ImportJob(job.id(), job.fileName(), job.format(), State.FAILED, job.bytesTotal(), job.bytesDone(),
                job.lines(),
                job.accepted(), job.duplicates(), job.rejected(), job.startedAt(), clock.instant(), job.by(), failure);
    }

    private Path keep(UUID id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        var file = path(id);
        Files.copy(content, file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return file;
    }

    private void discard(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException failure) {
            throw new UncheckedIOException("The imported file %s could not be deleted.".formatted(path(id)), failure);
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    private static String shortened(@Nullable String name) {
        var plain = name == null || name.isBlank() ? "upload" : name.strip();
        return plain.length() <= 120 ? plain : plain.substring(0, 120);
    }
}

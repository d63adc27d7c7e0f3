package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.ticket.PhotoImages.Clean;
import io.waypost.app.ticket.PhotoImages.Unusable;
import io.waypost.app.ticket.PhotoStore.Photo;
import io.waypost.app.ticket.TicketView.PhotoView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes photos in, keeps them as files that only the platform's user reads, and gives them out within the ticket's scope. */
@Service
class Photos {

    /** The largest file that is taken. */
    static final long BYTES = 10_000_000;

    private static final int UNUSED = 24;
    private static final Duration KEEP_UNUSED = Duration.ofDays(1);

    private final PhotoStore store;
    private final TicketDesk desk;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final Path folder;
    // A photo takes up to 160 MB while it is drawn anew; the others wait.
    private final Semaphore drawing = new Semaphore(2);

    Photos(PhotoStore store, TicketDesk desk, TransactionTemplate transaction, @Qualifier("wallClock") Clock wall,
            WaypostSettings settings) {
        this.store = store;
        this.desk = desk;
        this.transaction = transaction;
        this.wall = wall;
        this.folder = settings.data().resolve("photos");
    }

    PhotoView add(UUID ticketId, byte[] file) {
        var kept = desk.reachable(ticketId);
        var actor = Acting.current();
        if (!TicketAuthorities.allowed(kept, actor).contains(TicketAction.ANSWER)) {
            throw Refusal.conflict("NOT_YOUR_UNIT",
                    "The ticket %s is not yours to answer now.".formatted(kept.number()));
        }
        if (file.length > BYTES) {
            throw Refusal.invalid("file", file.length, "TOO_LARGE", "At most %d bytes.".formatted(BYTES));
        }
        var clean = clean(file);
        var id = Ids.next(wall.instant());
        var name = UUID.randomUUID() + ".jpg";
        write(name, clean.jpeg());
        var photo = new Photo(id, ticketId, name, clean.width(), clean.height(), clean.jpeg().length, wall.instant(),
                By.of(actor).ref().id());
        transaction.executeWithoutResult(_ -> {
            if (store.unused(ticketId) >= UNUSED) {
                throw Refusal.conflict("TOO_MANY_PHOTOS",
                        "Use the photos that were uploaded, or upload again tomorrow.");
            }
            store.add(photo);
        });
        return new PhotoView(id, clean.width(), clean.height());
    }

    byte[] read(UUID id) {
        var name = transaction.execute(_ -> store.file(id).orElseThrow(() -> Refusal.notFound("photo", id)));
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException("The file %s of photo %s cannot be read.".formatted(name, id), missing);
        }
    }

    /** Forgets what was uploaded and never used. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetUnused() {
        var files = Acting.as(new Actor.Internal("photos"),
                () -> transaction.execute(_ -> store.forgetUnused(wall.instant().minus(KEEP_UNUSED))));
        files.forEach(this::delete);
    }

    private Clean clean(byte[] file) {
        try {
            if (!drawing.tryAcquire(20, TimeUnit.SECONDS)) {
                throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", "Too many photos at once; try again.");
            }
            try {
                return PhotoImages.clean(file);
            } finally {
                drawing.release();
            }
        } catch (Unusable unusable) {
            throw Refusal.invalid("file", null, unusable.fault().name(),
                    "Send a JPEG or PNG photo of at most %d megapixels.".formatted(PhotoImages.PIXELS / 1_000_000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a photo was taken in.", stopped);
        }
    }

    private void write(String name, byte[] jpeg) {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var channel = Files.newByteChannel(folder.resolve(name),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
                channel.write(java.nio.ByteBuffer.wrap(jpeg));
            }
        } catch (IOException full) {
            throw new UncheckedIOException("A photo could not be written to %s.".formatted(folder), full);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("The photo %s could not be deleted.".formatted(name), failure);
        }
    }
}

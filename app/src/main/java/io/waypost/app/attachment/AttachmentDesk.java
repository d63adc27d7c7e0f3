package io.waypost.app.attachment;

import io.waypost.app.attachment.AttachmentOwner.Reach;
import io.waypost.app.attachment.AttachmentStore.Fresh;
import io.waypost.app.attachment.AttachmentStore.Kept;
import io.waypost.app.attachment.FileCupboard.Arrived;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.attachment.FileLook;
import io.waypost.core.attachment.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in and gives them out; the content never passes through the database. */
@Service
class AttachmentDesk implements Attachments {

    private static final Set<FileLook> PICTURES = EnumSet.of(FileLook.JPEG, FileLook.PNG);

    private final AttachmentStore store;
    private final FileCupboard cupboard;
    private final Cleaning cleaning;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock wall;
    private final Map<String, AttachmentOwner> owners;

    AttachmentDesk(AttachmentStore store, FileCupboard cupboard, Cleaning cleaning, TransactionTemplate transaction,
            Clock clock, @Qualifier("wallClock") Clock wall, List<AttachmentOwner> owners) {
        this.store = store;
        this.cupboard = cupboard;
        this.cleaning = cleaning;
        this.transaction = transaction;
        this.clock = clock;
        this.wall = wall;
        this.owners = owners.stream().collect(Collectors.toMap(AttachmentOwner::kind, Function.identity()));
    }

    @Override
    public Attachment add(Subject subject, String name, InputStream content) {
        return add(subject, name, content, EnumSet.allOf(FileLook.class));
    }

    @Override
    public Attachment addPicture(Subject subject, String name, InputStream content) {
        return add(subject, name, content, PICTURES);
    }

    private Attachment add(Subject subject, String name, InputStream content, Set<FileLook> looks) {
        // Before a byte is read, and again when it is written: minutes may lie between.
        transaction.executeWithoutResult(_ -> requireRoom(subject));
        try (var arrived = cupboard.receive(content, looks)) {
            var clean = cleaning.clean(arrived);
            var now = clock.instant();
            var attachment = new Attachment(Ids.next(now), clean.type(), FileName.clean(name, clean.type()),
                    Files.size(arrived.path()), clean.width(), clean.height(), now, Acting.current().name(), null);
            return keep(subject, attachment, arrived);
        } catch (Unusable unusable) {
            throw Refusal.invalid("file", FileName.shown(name), unusable.fault().name(),
                    Sentences.of(unusable.fault(), looks.equals(PICTURES)));
        } catch (IOException full) {
            throw new UncheckedIOException("A file could not be taken in.", full);
        }
    }

    private Attachment keep(Subject subject, Attachment attachment, Arrived arrived) throws IOException {
        var digest = digest(arrived.path());
        var file = cupboard.put(arrived.path());
        try {
            transaction.executeWithoutResult(_ -> store.add(new Fresh(attachment, subject,
                    requireRoom(subject).unitPaths(), file, digest, wall.instant(), actorId())));
            return attachment;
        } catch (RuntimeException failure) {
            cupboard.delete(file);
            throw failure;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> of(Subject subject) {
        return reach(subject).isEmpty() ? List.of() : store.used(subject);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Attachment> use(Subject subject, Collection<UUID> ids, String purpose) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var used = store.use(subject, ids, actorId(), purpose);
        if (used.size() != new HashSet<>(ids).size()) {
            throw Refusal.invalid("attachmentIds", ids, "NOT_YOURS",
                    "Name files that you uploaded to this thing and that were not used before.");
        }
        return used;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void showTo(Subject subject, Set<String> unitPaths) {
        store.showTo(subject, unitPaths);
    }

    @Override
    @Transactional(readOnly = true)
    public Opened open(UUID id) {
        var kept = seen(id);
        return new Opened(kept.attachment(), new FileSystemResource(cupboard.path(kept.file())));
    }

    /** Takes back what was uploaded and not used. */
    void forget(UUID id) {
        var kept = transaction.execute(_ -> {
            var found = seen(id);
            if (!reach(found.subject()).map(Reach::mayAdd).orElse(false) || !store.forget(id)) {
                throw Refusal.conflict("ALREADY_USED", "Only a file that was not used yet can be taken back.");
            }
            return found;
        });
        cupboard.delete(kept.file());
    }

    private Kept seen(UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("attachment", id));
        if (reach(kept.subject()).isEmpty()) {
            throw Refusal.notFound("attachment", id);
        }
        return kept;
    }

    private Optional<Reach> reach(Subject subject) {
        var owner = owners.get(subject.kind());
        return owner == null ? Optional.empty() : owner.reach(subject.id());
    }

    private Reach requireRoom(Subject subject) {
        var reach = reach(subject).orElseThrow(() -> Refusal.notFound(subject.kind(), subject.id()));
        if (!reach.mayAdd()) {
            throw Refusal.conflict("NOT_YOURS_TO_ADD", "No files are asked of you here now.");
        }
        if (store.unused(subject) >= MOST_UNUSED) {
            throw Refusal.conflict("TOO_MANY_FILES", "Use the files that were uploaded, or upload again tomorrow.");
        }
        return reach;
    }

    private static @Nullable UUID actorId() {
        return switch (Acting.current()) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _ -> null;
            case Actor.Internal _ -> null;
        };
    }

    private static byte[] digest(Path path) throws IOException {
        try (var content = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }
}

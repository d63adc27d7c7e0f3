package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a log ends. Cuts off what a crash left behind the last forced frame, and refuses everything that means that an
 * acknowledged frame is damaged or missing; then nothing on disk has been changed.
 */
final class Recovery {

    private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);
    private static final int CHUNK = 1 << 20;

    private final Storage storage;
    private final List<Segment> segments = new ArrayList<>();

    private Recovery(Storage storage) {
        this.storage = storage;
    }

    /** Recovers the log in the storage, or begins one with the given number. */
    static Recovered recover(Storage storage, long freshId) throws IOException {
        return new Recovery(storage).recover(freshId);
    }

    private Recovered recover(long freshId) throws IOException {
        var names = storage.names().stream().filter(Segment::isName).sorted().toList();
        long last = -1;
        for (var name : names) {
            boolean newest = name.equals(names.getLast());
            try (var file = storage.openToRead(name)) {
                if (newest && file.size() <= Segment.HEADER && header(file) == null) {
                    continue;
                }
                var segment = linked(name, file, last);
                segments.add(segment);
                if (!newest) {
                    last = SegmentCheck.of(file, segment).requireWhole(storage.path(name)).last();
                }
            }
        }
        if (segments.size() < names.size()) {
            dropUnborn(names.getLast());
        }
        return segments.isEmpty() ? begun(freshId) : resumed(segments.getLast());
    }

    /** The segment in the file, which must follow the one before. */
    private Segment linked(String name, SegmentFile file, long last) throws IOException {
        var segment = header(file);
        if (segment == null || !segment.name().equals(name)) {
            throw corrupt("%s does not begin with the header of its segment (offset 0).".formatted(storage.path(name)));
        }
        if (!segments.isEmpty() && segments.getLast().logId() != segment.logId()) {
            throw corrupt("%s belongs to another log than %s.".formatted(storage.path(name),
                    storage.path(segments.getLast().name())));
        }
        if (!segments.isEmpty() && segment.follows() != last) {
            throw corrupt(
                    "%s follows frame %d, but the segments before it end with frame %d: frames between are missing."
                            .formatted(storage.path(name), segment.follows(), last));
        }
        return segment;
    }

    /** Deletes the last file, which a crash left before its header was forced: no frame can have been in it. */
    private void dropUnborn(String name) throws IOException {
        if (segments.isEmpty() && Segment.firstOf(name) != 1) {
            throw corrupt("%s does not begin with the header of its segment (offset 0), and no segment is before it."
                    .formatted(storage.path(name)));
        }
        LOGGER.info("Deletes {}: a crash came before its header was written.", storage.path(name));
        storage.delete(name);
        storage.forceFolder();
    }

    private Recovered begun(long id) throws IOException {
        var first = new Segment(id, 1, 0);
        var file = SegmentWriter.created(storage, first);
        return new Recovered(List.of(first), file, new Position(0, 1, Segment.HEADER), 0);
    }

    private Recovered resumed(Segment segment) throws IOException {
        var name = segment.name();
        var file = storage.open(name);
        try {
            var check = SegmentCheck.of(file, segment);
            if (check.isTorn()) {
                check.requireUnproven(storage.path(name));
                LOGGER.warn("Cuts {} bytes that were never acknowledged off {} at offset {}: {}.",
                        file.size() - check.end(),
                        storage.path(name), check.end(), check.flaw());
                file.cut(check.end());
            }
            writeAgain(file, check.markedTo(), check.end());
            storage.forceFolder();
            return new Recovered(segments, file, new Position(check.last(), segment.first(), check.end()),
                    check.marked());
        } catch (IOException | LogFailure e) {
            try (file) {
                throw e;
            }
        }
    }

    /**
     * Writes what no mark proves once more, and forces it. After a failed force the system may hold pages for clean that never reached
     * the disk, so that forcing alone would prove nothing; the bytes are the same, so a crash here does no harm.
     */
    private static void writeAgain(SegmentFile file, long from, long end) throws IOException {
        var chunk = Frames.buffer((int) Math.min(CHUNK, end - from));
        for (long at = from; at < end; at += chunk.limit()) {
            chunk.clear().limit((int) Math.min(CHUNK, end - at));
            file.readFully(chunk, at);
            file.writeFully(chunk.flip(), at);
        }
        file.force();
    }

    private static @Nullable Segment header(SegmentFile file) throws IOException {
        var header = Frames.buffer(Segment.HEADER);
        file.readFully(header, 0);
        return Segment.of(header.flip());
    }

    static LogFailure corrupt(String message) {
        return new LogFailure(LogState.CLOSED, Reason.CORRUPT,
                message + "\nMaybe restore the file from a copy. Nothing was changed.", null);
    }
}

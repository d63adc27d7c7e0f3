package io.waypost.app.attachment;

import io.waypost.app.attachment.FileCupboard.Arrived;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileType;
import io.waypost.core.attachment.FilmRules;
import io.waypost.core.attachment.PdfRules;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Examines a file that arrived and takes out of it what is nobody's business. Thread-safe. */
@Component
class Cleaning {

    // A picture takes up to 160 MB while it is drawn anew; the others wait.
    private final Semaphore drawing = new Semaphore(2);
    private final FileCupboard cupboard;

    Cleaning(FileCupboard cupboard) {
        this.cupboard = cupboard;
    }

    /** What a file turned out to be. */
    record Clean(FileType type, @Nullable Integer width, @Nullable Integer height) {}

    /** Cleans the file where it lies. */
    Clean clean(Arrived arrived) throws IOException, Unusable {
        return switch (arrived.look()) {
            case JPEG -> picture(arrived);
            case PNG -> picture(arrived);
            case PDF -> pdf(arrived.path());
            case MP4 -> film(arrived.path(), FileType.MP4);
            case MOV -> film(arrived.path(), FileType.MOV);
            case ZIP -> new Clean(OfficeFile.type(arrived.path()), null, null);
        };
    }

    private Clean picture(Arrived arrived) throws IOException, Unusable {
        try {
            if (!drawing.tryAcquire(20, TimeUnit.SECONDS)) {
                throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", "Too many pictures at once; try again.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a picture was taken in.", stopped);
        }
        try {
            var clean = Pictures.clean(Files.readAllBytes(arrived.path()), arrived.look());
            cupboard.rewrite(arrived.path(), clean.jpeg());
            return new Clean(FileType.PICTURE, clean.width(), clean.height());
        } finally {
            drawing.release();
        }
    }

    private static Clean pdf(Path path) throws IOException, Unusable {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ); var arena = Arena.ofConfined()) {
            var fault = PdfRules.fault(map(channel, MapMode.READ_ONLY, arena));
            if (fault.isPresent()) {
                throw new Unusable(fault.get(), null);
            }
            return new Clean(FileType.PDF, null, null);
        }
    }

    private static Clean film(Path path, FileType type) throws IOException, Unusable {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var arena = Arena.ofConfined()) {
            var file = map(channel, MapMode.READ_WRITE, arena);
            switch (FilmRules.examine(file)) {
                case FilmRules.Verdict.Refused(FileFault fault) -> throw new Unusable(fault, null);
                case FilmRules.Verdict.Kept(var blanks) -> blanks.forEach(blank -> blank.apply(file));
            }
            return new Clean(type, null, null);
        }
    }

    private static ByteBuffer map(FileChannel channel, MapMode mode, Arena arena) throws IOException {
        return channel.map(mode, 0, channel.size(), arena).asByteBuffer();
    }
}

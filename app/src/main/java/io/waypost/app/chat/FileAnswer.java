package io.waypost.app.chat;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of conversations as customers and agents are given them. */
final class FileAnswer {

    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox";

    private FileAnswer() {}

    /** A file that was taken in, to be said with that kind. */
    record Uploaded(UUID file, ShownAs kind, String name) {

        static Uploaded of(Attachment added) {
            return new Uploaded(added.id(),
                    added.type().shown() && added.width() != null ? ShownAs.IMAGE : ShownAs.FILE, added.name());
        }
    }

    /** How a file is shown in a conversation. */
    enum ShownAs {
        IMAGE,
        FILE
    }

    /** The content, in which nothing runs whatever it is. */
    static ResponseEntity<Resource> of(Attachments.Opened opened) {
        var type = opened.attachment().type();
        var disposition = (type.shown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(opened.attachment().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", NOTHING_RUNS)
                .body(opened.content());
    }
}

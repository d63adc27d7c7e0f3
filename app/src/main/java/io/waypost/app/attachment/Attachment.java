package io.waypost.app.attachment;

import io.waypost.core.attachment.FileType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a thing (附件), without its content.
 *
 * @param name cleaned, with the ending of its type
 * @param bytes as it is kept
 * @param width of a picture, else null
 * @param height of a picture, else null
 * @param at when it was added, business time
 * @param by the name of who added it
 * @param purpose what it was used for, in the owner's words; null while it was only uploaded
 */
public record Attachment(
        UUID id,
        FileType type,
        String name,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        Instant at,
        String by,
        @Nullable String purpose) {}

package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that a partner added to a ticket, as the open API shows it.
 *
 * @param type what it is by its content: PICTURE, PDF, MP4, MOV, XLSX, DOCX
 * @param bytes as it is kept: pictures are drawn anew
 */
record PartnerFile(UUID id, String type, @JsonProperty("media_type") String mediaType, String name, long bytes,
        Instant at) {}

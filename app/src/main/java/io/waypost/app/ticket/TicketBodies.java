package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.sop.TicketKind;
import org.jspecify.annotations.Nullable;

/** Reads what requests about tickets say; what is missing or too long is refused by the name of its field. */
final class TicketBodies {

    /** How long a remark may be. */
    static final int TEXT = 1_000;

    private TicketBodies() {}

    /** What was written, without blanks around it; null where nothing was. */
    static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > TEXT) {
            throw Refusal.invalid(field, null, "TOO_LONG", "Write at most %d characters.".formatted(TEXT));
        }
        return text.strip();
    }

    /** What must be written. */
    static String words(String field, @Nullable String text) {
        var written = text(field, text);
        if (written == null) {
            throw Refusal.invalid(field, null, "MISSING", "Write something.");
        }
        return written;
    }

    static <T> T there(String field, @Nullable T value, String message) {
        if (value == null) {
            throw Refusal.invalid(field, null, "MISSING", message);
        }
        return value;
    }

    static int version(@Nullable Integer version) {
        return there("version", version, "Send the version that you have before you.");
    }

    static TicketKind kind(@Nullable String code) {
        var said = there("kind", code, "Name a kind of the catalogue, such as QUERY or DELAY.TRANSPORT.");
        return TicketKind.read(said).orElseThrow(() -> Refusal.invalid("kind", code, "UNKNOWN",
                "Name a kind of the catalogue, such as QUERY or DELAY.TRANSPORT."));
    }
}

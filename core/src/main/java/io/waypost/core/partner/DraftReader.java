package io.waypost.core.partner;

import io.waypost.core.partner.DraftFlaw.Code;
import io.waypost.core.scan.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a partner sent into a {@link TicketDraft}, or says everything that is wrong with it at once. Pure. */
public final class DraftReader {

    /** The longest description or message, in characters. */
    public static final int TEXT = 1_000;

    private static final int NAME = 50;
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,25}");

    private final List<DraftFlaw> flaws = new ArrayList<>();

    private DraftReader() {}

    /** What was sent, unread. */
    public record Sent(@Nullable String externalId, @Nullable String kind, @Nullable String detail,
            @Nullable String waybill, @Nullable String description, @Nullable String contactName,
            @Nullable String contactPhone) {}

    /** A draft, or what is wrong. */
    public sealed interface Reading {

        record Read(TicketDraft draft) implements Reading {}

        record Flawed(List<DraftFlaw> flaws) implements Reading {}
    }

    /**
     * Reads it.
     *
     * @param known whether a kind exists, and the detail in it; the detail is empty where none was sent
     */
    public static Reading read(Sent sent, BiPredicate<String, Optional<String>> known) {
        var reader = new DraftReader();
        var externalId = reader.externalId(sent.externalId());
        var kind = reader.kind(sent, known);
        var waybill = reader.waybill(sent.waybill());
        var description = reader.text("description", sent.description(), TEXT);
        var contact = reader.contact(sent);
        return reader.flaws.isEmpty()
                ? new Reading.Read(new TicketDraft(externalId, kind, blank(sent.detail()), waybill, description,
                        contact))
                : new Reading.Flawed(List.copyOf(reader.flaws));
    }

    /** Whether that can be a partner's own number. */
    public static boolean isExternalId(String text) {
        return EXTERNAL_ID.matcher(text).matches();
    }

    private String externalId(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return flaw("external_id", null, Code.MISSING, "Send your own number of the matter.");
        }
        return isExternalId(text)
                ? text
                : flaw("external_id", text, Code.FORMAT, "Use 1 to 64 letters, digits and . _ : -");
    }

    private String kind(Sent sent, BiPredicate<String, Optional<String>> known) {
        var kind = blank(sent.kind());
        var detail = blank(sent.detail());
        if (kind == null) {
            return flaw("kind", null, Code.MISSING, "Use a code of GET /open/v1/ticket-kinds.");
        }
        if (!known.test(kind, Optional.empty())) {
            return flaw("kind", kind, Code.UNKNOWN, "Use a code of GET /open/v1/ticket-kinds.");
        }
        return detail == null || known.test(kind, Optional.of(detail))
                ? kind
                : flaw("detail", detail, Code.UNKNOWN, "Use a detail of the kind " + kind + ", or none.");
    }

    private String waybill(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return flaw("waybill", null, Code.MISSING, "Send the number of the waybill.");
        }
        var code = Codes.waybill(text);
        return code == null
                ? flaw("waybill", text, Code.FORMAT, "Use 6 to 32 letters, digits and hyphens.")
                : code;
    }

    private Optional<TicketDraft.Contact> contact(Sent sent) {
        var name = text("contact.name", sent.contactName(), NAME);
        var phone = blank(sent.contactPhone());
        if (phone != null && !PHONE.matcher(phone).matches()) {
            // Not repeated: an answer may be logged on its way.
            flaw("contact.phone", null, Code.FORMAT, "Use 5 to 25 digits, spaces and + ( ) -");
        }
        return name == null && phone == null ? Optional.empty() : Optional.of(new TicketDraft.Contact(name, phone));
    }

    private @Nullable String text(String field, @Nullable String text, int most) {
        var stripped = blank(text);
        if (stripped != null && stripped.length() > most) {
            flaw(field, null, Code.TOO_LONG, "Write at most %d characters.".formatted(most));
        }
        return stripped;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String flaw(String field, @Nullable String value, Code code, String message) {
        flaws.add(new DraftFlaw(field, value, code, message));
        return "";
    }
}

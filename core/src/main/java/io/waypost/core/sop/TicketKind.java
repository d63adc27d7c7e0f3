package io.waypost.core.sop;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kind of a ticket (工单类型), by its code: one level such as {@code DELAY}, or two such as {@code DELAY.TRANSPORT}. Which
 * kinds there are is data ({@link KindCatalogue}); the constants are those that the platform itself opens.
 */
public record TicketKind(String code) {

    // Before the constants, which are checked by it.
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,31}(\\.[A-Z][A-Z_]{1,31})?");

    /** A parcel that should have been scanned and was not (静默包裹). */
    public static final TicketKind SILENT_PARCEL = new TicketKind("SILENT_PARCEL");
    /** The course of a parcel is not as it should be (异常件); what about it is the second level. */
    public static final TicketKind ANOMALY = new TicketKind("ANOMALY");
    /** A customer asks to hurry (催件). */
    public static final TicketKind URGE = new TicketKind("URGE");
    /** A customer asks where the parcel is (查件). */
    public static final TicketKind QUERY = new TicketKind("QUERY");

    public TicketKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "The kind (%s) must be one or two words in capitals, such as DELAY.TRANSPORT.".formatted(code));
        }
    }

    /** The kind of that code; empty where the text cannot be one. */
    public static Optional<TicketKind> read(String text) {
        return CODE.matcher(text).matches() ? Optional.of(new TicketKind(text)) : Optional.empty();
    }

    /** Its first level; itself where it has only one. */
    public TicketKind main() {
        int dot = code.indexOf('.');
        return dot < 0 ? this : new TicketKind(code.substring(0, dot));
    }

    /** Whether the platform itself finds it and opens tickets of it. */
    public boolean found() {
        return equals(SILENT_PARCEL) || main().equals(ANOMALY);
    }

    /** Whether it has two levels. */
    public boolean detailed() {
        return code.indexOf('.') >= 0;
    }

    @Override
    public String toString() {
        return code;
    }
}

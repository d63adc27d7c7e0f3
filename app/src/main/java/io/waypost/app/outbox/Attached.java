package io.waypost.app.outbox;

import java.util.Base64;

/**
 * A file that goes with a mail. It is sealed with the body it goes with.
 *
 * @param name under which the recipient saves it
 * @param type its media type
 * @param base64 what is in it
 */
public record Attached(String name, String type, String base64) {

    /** The most bytes a file may have: what is mailed every day is kept for months. */
    public static final int MOST_BYTES = 1 << 20;

    /** The type of .xlsx. */
    public static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * A file of these bytes.
     *
     * @throws IllegalArgumentException if they are more than {@link #MOST_BYTES}
     */
    public static Attached of(String name, String type, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("The file %s has %d bytes; %d are the most that go with a mail."
                    .formatted(name, bytes.length, MOST_BYTES));
        }
        return new Attached(name, type, Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "Attached[%s]".formatted(type);
    }
}

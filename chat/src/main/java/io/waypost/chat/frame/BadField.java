package io.waypost.chat.frame;

/** A field that is not as it should be. Never leaves this package. */
final class BadField extends RuntimeException {

    private static final int SHOWN = 40;

    private final String code;

    BadField(String code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /** Names the field, what it is and what it must be. */
    static BadField of(String name, Object value, String right) {
        return new BadField("BAD_FIELD", "'" + name + "' is " + shown(value) + ": it must be " + right + ".");
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** A value in words, cut where it is long. */
    static String shown(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return "'" + text + "'";
        }
        return "'" + text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…'";
    }
}

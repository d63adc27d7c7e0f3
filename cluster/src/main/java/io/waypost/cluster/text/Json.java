package io.waypost.cluster.text;

import org.jspecify.annotations.Nullable;

/** Writes one flat object; members that are null are left out. */
public final class Json {

    private final StringBuilder out = new StringBuilder("{");

    /** A member that is a text. */
    public Json text(String name, @Nullable String value) {
        if (value != null) {
            quote(member(name), value);
        }
        return this;
    }

    /** A member that is a whole number. */
    public Json number(String name, long value) {
        member(name).append(value);
        return this;
    }

    /** A member that is JSON already. */
    public Json raw(String name, String json) {
        member(name).append(json);
        return this;
    }

    /** The object. */
    public String end() {
        return out.append('}').toString();
    }

    private StringBuilder member(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        return quote(out, name).append(':');
    }

    private static StringBuilder quote(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                to.append('\\').append(letter);
            } else if (letter < ' ') {
                to.append("\\u%04x".formatted((int) letter));
            } else {
                to.append(letter);
            }
        }
        return to.append('"');
    }
}

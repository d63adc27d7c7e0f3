package io.waypost.core.improvement;

import java.util.regex.Pattern;

/**
 * A root cause in the catalogue (根因): why a matter came to be, in two levels.
 *
 * @param code one word in capitals for the first level, two with a dot for the second, such as {@code TRANSIT.BACKLOG}
 * @param department who can remove it
 * @param active false once it is retired: tickets that have it keep it, no new one gets it
 */
public record Cause(String code, String nameZh, String nameEn, Department department, boolean active) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z_]{1,30}(\\.[A-Z][A-Z_]{1,30})?");

    public Cause {
        if (!wellFormed(code)) {
            throw new IllegalArgumentException("The code (%s) of a cause must be one or two words.".formatted(code));
        }
    }

    /** Whether that can be the code of a cause at all. */
    public static boolean wellFormed(String code) {
        return FORM.matcher(code).matches();
    }

    /** The code of the first level, which is its own where it has no second. */
    public String main() {
        return code.substring(0, detailed() ? code.indexOf('.') : code.length());
    }

    /** Whether it is of the second level: the first only groups, tickets take the second. */
    public boolean detailed() {
        return code.indexOf('.') >= 0;
    }
}

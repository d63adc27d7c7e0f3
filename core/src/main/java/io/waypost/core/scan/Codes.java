package io.waypost.core.scan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of waybill numbers (运单号) and site codes (站点编码), checked without regular expressions: they run for every scan. */
public final class Codes {

    private Codes() {}

    /** The waybill number in its one spelling: stripped, upper-cased; null if it cannot be one. */
    public static @Nullable String waybill(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var code = text.strip().toUpperCase(Locale.ROOT);
        if (code.length() < 6 || code.length() > 32) {
            return null;
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!upper(c) && !digit(c) && c != '-') {
                return null;
            }
        }
        return code;
    }

    /** The site code as it is; null if it cannot be one. */
    public static @Nullable String site(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 32) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!upper(c) && !lower(c) && !digit(c) && c != '.' && c != '_' && c != '-') {
                return null;
            }
        }
        return text;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

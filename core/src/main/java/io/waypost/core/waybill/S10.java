package io.waypost.core.waybill;

import java.util.Locale;
import java.util.Set;

/**
 * The item number of the Universal Postal Union's standard S10: service letters, eight digits, a check digit, the country of origin.
 */
public final class S10 {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private S10() {}

    /** Whether the text is an S10 number that a postal operator may have issued. */
    public static boolean valid(String text) {
        return text.length() == 13
                && service(text.charAt(0), text.charAt(1))
                && digits(text.substring(2, 11))
                && text.charAt(10) - '0' == checkDigit(text.substring(2, 10))
                && COUNTRIES.contains(text.substring(11));
    }

    /** The check digit of eight digits. */
    public static int checkDigit(String serial) {
        if (serial.length() != WEIGHTS.length || !digits(serial)) {
            throw new IllegalArgumentException("The serial (%s) must have eight digits.".formatted(serial));
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (serial.charAt(i) - '0');
        }
        int rest = sum % 11;
        return switch (rest) {
            case 0 -> 5;
            case 1 -> 0;
            default -> 11 - rest;
        };
    }

    private static boolean service(char first, char second) {
        if (second < 'A' || second > 'Z') {
            return false;
        }
        return switch (first) {
            case 'E', 'R', 'C', 'V', 'L', 'U', 'H', 'B', 'D', 'N', 'P', 'Z' -> true;
            case 'A' -> second >= 'V';
            case 'G' -> second == 'A' || second == 'D';
            default -> false;
        };
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

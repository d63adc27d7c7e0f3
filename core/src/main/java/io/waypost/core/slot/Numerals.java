package io.waypost.core.slot;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads numbers in Arabic and Chinese digits (数字): 1.5, 三百二十, 两千五, 1.2万, 半. */
final class Numerals {

    /** Matches one number, to be read by {@link #read}. */
    static final String PATTERN = "(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?[万千百]?|[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?|半)";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '千', 1_000, '万', 10_000);

    private Numerals() {}

    /** The number, or nothing for what only looks like one. */
    static Optional<BigDecimal> read(String text) {
        if (text.equals("半")) {
            return Optional.of(new BigDecimal("0.5"));
        }
        char last = text.charAt(text.length() - 1);
        if (Character.isDigit(text.charAt(0)) && text.charAt(0) < 128) {
            var many = UNITS.get(last);
            var digits = (many != null ? text.substring(0, text.length() - 1) : text).replace(",", "");
            return Optional.of(new BigDecimal(digits).multiply(BigDecimal.valueOf(many != null ? many : 1)));
        }
        int point = text.indexOf('点');
        if (point > 0) {
            var behind = new StringBuilder();
            text.substring(point + 1).chars().forEach(each -> behind.append(digit((char) each)));
            return whole(text.substring(0, point)).map(whole -> new BigDecimal(whole + "." + behind));
        }
        return whole(text).map(BigDecimal::valueOf);
    }

    /** The digit of a Chinese letter; -1 if it is none. */
    static int digit(char letter) {
        return switch (letter) {
            case '〇', '○' -> 0;
            case '幺' -> 1;
            case '两' -> 2;
            default -> letter >= '0' && letter <= '9' ? letter - '0' : DIGITS.indexOf(letter);
        };
    }

    private static Optional<Long> whole(String text) {
        long total = 0;
        long part = 0;
        int digit = -1;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            var unit = UNITS.get(letter);
            if (unit == null) {
                int next = digit(letter);
                if (next < 0 || digit > 0) {
                    return Optional.empty();
                }
                digit = next;
            } else if (unit == 10_000) {
                total = (total + part + Math.max(digit, 0)) * unit;
                part = 0;
                digit = -1;
                last = unit;
            } else {
                part += (long) (digit < 0 ? 1 : digit) * unit;
                digit = -1;
                last = unit;
            }
        }
        // 两千五 is 2,500 and 三百二 is 320: the last digit is of the next smaller unit, unless 零 stands before it.
        boolean shortened = digit > 0 && last >= 100 && text.indexOf('零') < 0 && text.indexOf('〇') < 0;
        long end = digit < 0 ? 0 : shortened ? digit * (last / 10L) : digit;
        return Optional.of(total + part + end);
    }
}

package io.waypost.core.slot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a weight and an amount of money in a message without long numbers. */
final class Quantities {

    private static final Map<String, Integer> GRAMS = Map.of("公斤", 1_000, "千克", 1_000, "kg", 1_000, "斤", 500, "克", 1,
            "g", 1, "吨", 1_000_000, "两", 50);
    private static final Pattern WEIGHT = Pattern.compile("(" + Numerals.PATTERN
            + "?)(?:个|多|来|几)?\\s*(公斤|千克|kg|市?斤|克(?!隆|服|拉)|g(?![a-z0-9])|吨)(半|([一二两三四五六七八九])两)?");
    private static final Pattern AMOUNT = Pattern.compile("(" + Numerals.PATTERN
            + ")\\s*(?:多|来)?(?:块钱?|元|圆|rmb|人民币)(半|[零一二三四五六七八九]|\\d(?!\\d))?(?:毛|角)?");
    private static final Pattern SIGNED = Pattern.compile("¥\\s*(\\d+(?:,\\d{3})*(?:\\.\\d+)?万?)");
    private static final Pattern BARE = Pattern.compile(
            "(?:价值|货值|值|保价?|货款|声明价值?|保额|赔偿?|赔我|买的|花了|原价|售价|成本价?)(?:了|我|是|大概|大约|差不多|写的?|按|共|也就|就|将近|快|个)*\\s*("
                    + Numerals.PATTERN
                    + ")(?![\\d点号日月天年个件次斤公千克吨小分%折岁])");
    private static final BigDecimal FEN = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private Quantities() {}

    /** The first weight, in grams; null where none is named or it is beyond what a courier could be asked. */
    static @Nullable Integer grams(String text) {
        var matcher = WEIGHT.matcher(text);
        while (matcher.find()) {
            int unit = GRAMS.getOrDefault(matcher.group(2).replace("市", ""), 0);
            var grams = Optional.of(matcher.group(1)).filter(number -> !number.isEmpty()).flatMap(Numerals::read)
                    .map(number -> number.multiply(BigDecimal.valueOf(unit)))
                    .map(sum -> sum.add(behind(matcher.group(3), unit)));
            if (grams.isPresent() && grams.get().signum() > 0 && grams.get().compareTo(MOST) < 0) {
                return grams.get().setScale(0, RoundingMode.HALF_UP).intValueExact();
            }
        }
        return null;
    }

    private static BigDecimal behind(@Nullable String behind, int unit) {
        if (behind == null) {
            return BigDecimal.ZERO;
        }
        return behind.equals("半")
                ? BigDecimal.valueOf(unit / 2)
                : BigDecimal.valueOf(50L * Numerals.digit(behind.charAt(0)));
    }

    /** The first amount, in fen; null where none is named. */
    static @Nullable Long fen(String text) {
        var amount = AMOUNT.matcher(text);
        if (amount.find()) {
            var behind = amount.group(2);
            var tenths = behind == null ? 0 : behind.equals("半") ? 5 : Numerals.digit(behind.charAt(0));
            return Numerals.read(amount.group(1)).map(yuan -> fen(yuan.add(BigDecimal.valueOf(tenths, 1))))
                    .orElse(null);
        }
        for (var pattern : new Pattern[]{SIGNED, BARE}) {
            var found = pattern.matcher(text);
            if (found.find()) {
                return Numerals.read(found.group(1)).map(Quantities::fen).orElse(null);
            }
        }
        return null;
    }

    private static @Nullable Long fen(BigDecimal yuan) {
        return yuan.compareTo(MOST) > 0 ? null : yuan.multiply(FEN).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}

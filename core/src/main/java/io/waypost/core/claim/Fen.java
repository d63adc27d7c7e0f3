package io.waypost.core.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Exact arithmetic with fen, and how they are written. */
final class Fen {

    /** The greatest amount that facts and standards may name: ten thousand million yuan. */
    static final long MOST = 1_000_000_000_000L;

    private Fen() {}

    /**
     * So many parts of a whole, rounded once; the product is exact whatever its size.
     *
     * @throws ArithmeticException where the whole is 0, or the result is greater than a long
     */
    static long share(long fen, long part, long whole, Rounding rounding) {
        var product = new BigDecimal(BigInteger.valueOf(fen).multiply(BigInteger.valueOf(part)));
        return product.divide(BigDecimal.valueOf(whole), 0, rounding.mode()).longValueExact();
    }

    /** So many thousandths. */
    static long perMille(long fen, long perMille, Rounding rounding) {
        return share(fen, perMille, 1_000, rounding);
    }

    /** In yuan with two decimals, for instance 3,000.00. */
    static String text(long fen) {
        String sign = fen < 0 ? "-" : "";
        long size = Math.abs(fen);
        return String.format(Locale.ROOT, "%s%,d.%02d", sign, size / 100, size % 100);
    }

    /** In yuan, for people who read Chinese. */
    static String yuan(long fen) {
        return text(fen) + " 元";
    }

    /** Thousandths as a percentage without needless zeros, for instance 12.5 %. */
    static String percent(long perMille) {
        return BigDecimal.valueOf(perMille, 1).stripTrailingZeros().toPlainString() + "%";
    }

    /** Thousandths as a factor without needless zeros, for instance 2.5. */
    static String times(long perMille) {
        return BigDecimal.valueOf(perMille, 3).stripTrailingZeros().toPlainString();
    }
}

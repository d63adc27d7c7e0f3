package io.waypost.core.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of money in thousandths, each begun fen whole: in decimals, since 1.1 ‰ of 500 yuan is 55 fen and no fraction more. */
final class PerMille {

    private PerMille() {}

    static long of(double share, long fen) {
        return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(fen)).movePointLeft(3)
                .setScale(0, RoundingMode.CEILING).longValueExact();
    }
}

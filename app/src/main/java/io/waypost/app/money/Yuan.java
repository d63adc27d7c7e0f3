package io.waypost.app.money;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Amounts as banks write them in files: yuan with two decimals. */
final class Yuan {

    private static final int MOST = 15;

    private Yuan() {}

    static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Fen above zero; empty where the text is no such amount. */
    static OptionalLong fen(String text) {
        var plain = text.strip().replace(",", "");
        return plain.length() > MOST || !plain.matches("[0-9]+(\\.[0-9]{1,2})?") || new BigDecimal(plain).signum() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(new BigDecimal(plain).movePointRight(2).longValueExact());
    }
}

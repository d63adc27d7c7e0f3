package io.waypost.core.claim;

import java.math.RoundingMode;

/** How a fraction of a fen becomes whole (取整规则). The names are part of the API. */
public enum Rounding {
    /** From half a fen on up. */
    HALF_UP("四舍五入到分", "rounded to the nearest fen, half a fen up", RoundingMode.HALF_UP),
    /** Each begun fen counts for the customer. */
    UP("不足一分的按一分计", "each begun fen counted whole", RoundingMode.CEILING),
    /** Only whole fen count. */
    DOWN("不足一分的舍去", "fractions of a fen dropped", RoundingMode.FLOOR);

    private final String chinese;
    private final String english;
    private final RoundingMode mode;

    Rounding(String chinese, String english, RoundingMode mode) {
        this.chinese = chinese;
        this.english = english;
        this.mode = mode;
    }

    /** The words for a customer. */
    public String chinese() {
        return chinese;
    }

    /** The same in English. */
    public String english() {
        return english;
    }

    RoundingMode mode() {
        return mode;
    }
}

package io.waypost.bot.evaluate;

import java.util.List;

/** How well a score ranks one kind above another. */
final class Ranking {

    private Ranking() {}

    /** The area under the receiver's curve (AUROC): the chance that one of the high ones scores above one of the low ones. */
    static double area(List<Double> high, List<Double> low) {
        double won = 0;
        for (double one : high) {
            for (double other : low) {
                won += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return won / ((double) high.size() * low.size());
    }
}

package io.waypost.bot.answer;

import java.util.List;

/**
 * Whether the best of some answers may be given without asking which one is meant: it is near, or it is far ahead of the next. By words alone
 * scores of that height are rare and mean nearly the same words.
 */
public final class AnswerConfidence {

    /** Below that an article is no answer: by meaning, and by words alone. */
    public static final double LEAST_BY_MEANING = 0.55;
    public static final double LEAST_BY_WORDS = 0.15;

    private static final double NEAR = 0.78;
    private static final double LIKELY = 0.62;
    private static final double AHEAD = 0.08;

    private AnswerConfidence() {}

    /** Whether the first of these scores, best first, is sure; none is not. */
    public static boolean sure(List<Double> scores) {
        if (scores.isEmpty()) {
            return false;
        }
        double best = scores.getFirst();
        return best >= NEAR || (best >= LIKELY && (scores.size() == 1 || best - scores.get(1) >= AHEAD));
    }
}

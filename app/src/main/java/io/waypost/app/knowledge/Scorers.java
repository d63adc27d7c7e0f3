package io.waypost.app.knowledge;

import java.util.List;

/** How near questions come to articles: by their words, or by meaning and words where the model for it is there. */
interface Scorers {

    /** What scores against those articles, each by its title and similar questions. May take seconds. */
    Scorer over(List<List<String>> articles);

    /** Whether two questions mean the same, so that one article would answer both. */
    boolean alike(String one, String other);

    /** Scores one question against all articles. Thread-safe. */
    interface Scorer {

        /** How near each article is: the best of its questions counts. */
        double[] scores(String question);

        /** Below that an article is no answer. */
        double least();
    }
}

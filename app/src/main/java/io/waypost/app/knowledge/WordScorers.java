package io.waypost.app.knowledge;

import io.waypost.app.search.Words;
import io.waypost.core.knowledge.WordMatch;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** By words alone: how much of a question stands in an article's title or in one of its similar questions. */
@Component
class WordScorers implements Scorers {

    private static final double LEAST = 0.2;
    private static final double ALIKE = 0.6;

    @Override
    public Scorer over(List<List<String>> articles) {
        var texts = new ArrayList<List<String>>();
        var owners = new ArrayList<Integer>();
        for (int article = 0; article < articles.size(); article++) {
            for (var question : articles.get(article)) {
                texts.add(Words.terms(question));
                owners.add(article);
            }
        }
        var match = new WordMatch(texts);
        return new Scorer() {

            @Override
            public double[] scores(String question) {
                var best = new double[articles.size()];
                var coverage = match.coverage(Words.terms(question));
                for (int text = 0; text < coverage.length; text++) {
                    int owner = owners.get(text);
                    best[owner] = Math.max(best[owner], coverage[text]);
                }
                return best;
            }

            @Override
            public double least() {
                return LEAST;
            }
        };
    }

    @Override
    public boolean alike(String one, String other) {
        return WordMatch.alike(Words.terms(one), Words.terms(other)) >= ALIKE;
    }
}

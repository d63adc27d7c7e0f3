package io.waypost.bot.evaluate;

import io.waypost.bot.Packaged;
import io.waypost.bot.answer.AnswerHit;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.bot.answer.AnswerText;
import io.waypost.bot.encode.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores of answers: the right article first, and among the first three. */
record FaqScores(Share first, Share three, List<String> wrong) {

    private static final int OFFERED = 3;

    /** Asks the packaged articles; only questions whose topic is the title of one count. */
    static FaqScores of(List<String[]> lines, @Nullable Encoder encoder) {
        var articles = articles();
        var titles = articles.stream().map(AnswerText::id).toList();
        var index = new AnswerIndex(articles, encoder);
        int first = 0;
        int three = 0;
        int all = 0;
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            if (!titles.contains(line[0])) {
                continue;
            }
            all++;
            var found = index.find(line[1], OFFERED).stream().map(AnswerHit::id).toList();
            first += found.getFirst().equals(line[0]) ? 1 : 0;
            three += found.contains(line[0]) ? 1 : 0;
            if (!found.getFirst().equals(line[0])) {
                wrong.add(line[0] + " taken for " + found + ": " + line[1]);
            }
        }
        return new FaqScores(new Share(first, all), new Share(three, all), wrong);
    }

    /** The packaged articles by title: title, similar questions and the answer's sentences. */
    static List<AnswerText> articles() {
        var articles = new ArrayList<AnswerText>();
        var asks = new ArrayList<String>();
        for (var line : Packaged.lines("answers/articles.txt").reversed()) {
            if (line.startsWith("ask: ")) {
                asks.add(line.substring("ask: ".length()));
            } else if (line.startsWith("answer: ")) {
                asks.addAll(List.of(line.substring("answer: ".length()).split("(?<=[。！？])", -1)));
                asks.removeIf(String::isBlank);
            } else if (line.startsWith("title: ")) {
                var title = line.substring("title: ".length());
                asks.add(title);
                articles.add(new AnswerText(title, asks));
                asks.clear();
            }
        }
        return articles.reversed();
    }
}

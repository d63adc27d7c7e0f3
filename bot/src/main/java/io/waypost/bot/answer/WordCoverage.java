package io.waypost.bot.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a question's words a text has: BM25 of the text over BM25 of the question with itself, 0 to 1. Words are letters and pairs of
 * letters. Immutable and safe for threads.
 */
final class WordCoverage {

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    private final List<Map<String, Integer>> texts = new ArrayList<>();
    private final Map<String, Integer> found = new HashMap<>();
    private final double meanLength;

    WordCoverage(List<String> plain) {
        long all = 0;
        for (var text : plain) {
            var counts = counts(text);
            texts.add(counts);
            counts.keySet().forEach(word -> found.merge(word, 1, Integer::sum));
            all += length(counts);
        }
        meanLength = plain.isEmpty() ? 1 : Math.max(1, all / (double) plain.size());
    }

    /** The coverage of each text, in the order in which they were given. */
    double[] of(String question) {
        var words = counts(question);
        double itself = score(words.keySet(), words);
        var coverage = new double[texts.size()];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = itself == 0 ? 0 : Math.min(1, score(words.keySet(), texts.get(i)) / itself);
        }
        return coverage;
    }

    private double score(Iterable<String> words, Map<String, Integer> text) {
        double score = 0;
        double norm = SATURATION * (1 - LENGTH + LENGTH * length(text) / meanLength);
        for (var word : words) {
            int count = text.getOrDefault(word, 0);
            if (count > 0) {
                int in = found.getOrDefault(word, 0);
                double rarity = Math.log(1 + (texts.size() - in + 0.5) / (in + 0.5));
                score += rarity * count * (SATURATION + 1) / (count + norm);
            }
        }
        return score;
    }

    private static int length(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> counts(String plain) {
        var counts = new LinkedHashMap<String, Integer>();
        var letters = plain.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString).toList();
        var stop = new HashSet<>(List.of("的", "了", "吗", "呢", "啊", "我", "你"));
        for (int i = 0; i < letters.size(); i++) {
            if (!stop.contains(letters.get(i))) {
                counts.merge(letters.get(i), 1, Integer::sum);
            }
            if (i + 1 < letters.size()) {
                counts.merge(letters.get(i) + letters.get(i + 1), 1, Integer::sum);
            }
        }
        return counts;
    }
}

package io.waypost.core.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the words of a question stand in short texts (词面匹配): BM25 of the text, divided by what the question itself would get. 1 where the
 * text holds all of the question, 0 where it holds none of it. Immutable and safe for threads.
 */
public final class WordMatch {

    /** The usual values; texts are short, so length counts little. */
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.4;

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double average;

    private record Posting(int text, int times) {}

    /** Over texts that were cut into words, each in its place. */
    public WordMatch(List<List<String>> texts) {
        this.lengths = texts.stream().mapToInt(List::size).toArray();
        long all = 0;
        for (int text = 0; text < lengths.length; text++) {
            all += lengths[text];
            for (var word : counted(texts.get(text)).entrySet()) {
                postings.computeIfAbsent(word.getKey(), _ -> new ArrayList<>())
                        .add(new Posting(text, word.getValue()));
            }
        }
        this.average = lengths.length == 0 ? 1 : Math.max(1, (double) all / lengths.length);
    }

    /** How far each text covers the question, from 0 to 1. */
    public double[] coverage(List<String> question) {
        var coverage = new double[lengths.length];
        var words = counted(question);
        double most = 0;
        for (var word : words.entrySet()) {
            var found = postings.getOrDefault(word.getKey(), List.of());
            double rare = Math.log(1 + (lengths.length - found.size() + 0.5) / (found.size() + 0.5));
            most += rare * weight(word.getValue(), question.size());
            for (var posting : found) {
                coverage[posting.text()] += rare * weight(posting.times(), lengths[posting.text()]);
            }
        }
        for (int text = 0; text < coverage.length; text++) {
            coverage[text] = most == 0 ? 0 : Math.min(1, coverage[text] / most);
        }
        return coverage;
    }

    private double weight(int times, int length) {
        return times * (SATURATION + 1) / (times + SATURATION * (1 - LENGTH + LENGTH * length / average));
    }

    private static Map<String, Integer> counted(List<String> words) {
        var counted = new HashMap<String, Integer>();
        words.forEach(word -> counted.merge(word, 1, Integer::sum));
        return counted;
    }

    /** How much two questions share, from 0 to 1: twice what both have, by what each has. */
    public static double alike(List<String> one, List<String> other) {
        Set<String> first = new HashSet<>(one);
        Set<String> second = new HashSet<>(other);
        int all = first.size() + second.size();
        first.retainAll(second);
        return all == 0 ? 0 : 2.0 * first.size() / all;
    }
}

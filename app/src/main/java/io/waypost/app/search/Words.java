package io.waypost.app.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words (词) of Chinese and other text, as PostgreSQL's full-text index takes them. Thread-safe, without I/O.
 *
 * <p>A run of Chinese characters gives the words that a dictionary finds in it and every pair of neighbours: names and words that no
 * dictionary knows are found by their pairs. Long numbers (phones, waybills) are left out: those have exact indexes, and a phone
 * number written in a remark must not become a word that can be looked up.
 */
public final class Words {

    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_QUESTION = 100;
    private static final int MOST_RUNS = 8;
    private static final int LONGEST_WORD = 60;
    private static final int DIGITS_OF_A_NUMBER = 6;
    /** PostgreSQL keeps no positions beyond this one. */
    private static final int LAST_POSITION = 16_383;
    private static final int MOST_POSITIONS = 200;

    private Words() {}

    /** A stretch of text that belongs together: Chinese characters, or a word or number of another script. */
    private record Run(String text, boolean chinese) {}

    /** The text as a {@code tsvector}, to be cast by PostgreSQL; empty where it has no words. */
    public static String vector(String text) {
        var places = new LinkedHashMap<String, List<Integer>>();
        int position = 1;
        for (var run : runs(shortened(text, LONGEST_TEXT))) {
            if (run.chinese()) {
                for (var term : chineseTerms(run.text())) {
                    int at = position + run.text().indexOf(term);
                    places.computeIfAbsent(term, _ -> new ArrayList<>()).add(Math.min(at, LAST_POSITION));
                }
                position += run.text().length();
            } else {
                places.computeIfAbsent(run.text(), _ -> new ArrayList<>()).add(Math.min(position, LAST_POSITION));
                position++;
            }
        }
        return places.entrySet().stream()
                .map(word -> quoted(word.getKey()) + ":" + word.getValue().stream().distinct().sorted()
                        .limit(MOST_POSITIONS).map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    /**
     * What somebody typed as a {@code tsquery}, to be cast by PostgreSQL: every run of it must be found. Made of quoted words only,
     * whatever was typed.
     *
     * @return empty where nothing in it can be looked for
     */
    public static Optional<String> query(String typed) {
        var runs = runs(shortened(typed, LONGEST_QUESTION));
        var parts = runs.stream().limit(MOST_RUNS).map(Words::asked).distinct().toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", parts));
    }

    /** The pieces of typed text that may be shown as found, longest first. */
    static List<String> sought(String typed) {
        var sought = new LinkedHashSet<String>();
        for (var run : runs(shortened(typed, LONGEST_QUESTION))) {
            sought.add(run.text());
            if (run.chinese()) {
                sought.addAll(words(run.text()).stream().filter(word -> word.length() > 1).toList());
            }
        }
        return sought.stream().sorted((a, b) -> b.length() - a.length()).toList();
    }

    private static String asked(Run run) {
        if (!run.chinese()) {
            return quoted(run.text()) + (run.text().length() > 2 ? ":*" : "");
        }
        if (run.text().codePointCount(0, run.text().length()) == 1) {
            return quoted(run.text()) + ":*";
        }
        var byPairs = joined(pairs(run.text()));
        var words = words(run.text());
        return words.stream().anyMatch(word -> word.length() < 2) || words.isEmpty()
                ? byPairs
                : "(%s | %s)".formatted(joined(words), byPairs);
    }

    private static String joined(Set<String> terms) {
        return terms.stream().map(Words::quoted).collect(Collectors.joining(" & ", "(", ")"));
    }

    private static Set<String> chineseTerms(String run) {
        if (run.codePointCount(0, run.length()) == 1) {
            return Set.of(run);
        }
        var terms = new LinkedHashSet<>(pairs(run));
        // Every other character begins a pair, and is found as the beginning of it.
        terms.add(run.substring(run.offsetByCodePoints(run.length(), -1)));
        words(run).stream().filter(word -> word.length() > 1).forEach(terms::add);
        return terms;
    }

    private static Set<String> pairs(String run) {
        var pairs = new LinkedHashSet<String>();
        int[] points = run.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    private static Set<String> words(String run) {
        var words = new LinkedHashSet<String>();
        try (var tokens = new HMMChineseTokenizer()) {
            tokens.setReader(new StringReader(run));
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (word.length() <= LONGEST_WORD) {
                    words.add(word.toString());
                }
            }
            tokens.end();
        } catch (IOException never) {
            throw new UncheckedIOException("Text in memory could not be read.", never);
        }
        return words;
    }

    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        boolean chinese = false;
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            int c = plain.codePointAt(i);
            boolean han = UnicodeScript.of(c) == UnicodeScript.HAN;
            boolean part = han || Character.isLetterOrDigit(c);
            if (!run.isEmpty() && (!part || han != chinese)) {
                add(runs, run, chinese);
            }
            if (part) {
                chinese = han;
                run.appendCodePoint(c);
            }
        }
        add(runs, run, chinese);
        return runs;
    }

    private static void add(List<Run> runs, StringBuilder run, boolean chinese) {
        var text = run.toString();
        run.setLength(0);
        long digits = text.chars().filter(Character::isDigit).count();
        if (!text.isEmpty() && digits <= DIGITS_OF_A_NUMBER && (chinese || text.length() <= LONGEST_WORD)) {
            runs.add(new Run(text, chinese));
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

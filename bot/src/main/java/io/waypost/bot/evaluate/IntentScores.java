package io.waypost.bot.evaluate;

import io.waypost.core.dialogue.Intent;
import io.waypost.core.dialogue.Understanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores of intents: the first guess, the first two, and how right the surest three quarters are. */
record IntentScores(Share first, Share two, Share both, Share surest, List<String> wrong) {

    private static final double COVERAGE = 0.75;

    private record Judged(boolean right, double probability) {}

    /** Scores what understands by probability. */
    static IntentScores of(List<String[]> lines, Function<String, Understanding> understand) {
        return of(lines, understand,
                (Understanding each) -> each.guesses().stream().map(guess -> guess.intent()).toList(),
                Understanding::probability);
    }

    /** Scores a bot of keywords, which knows no probability. */
    static IntentScores ofKeywords(List<String[]> lines, Function<String, List<Intent>> guess) {
        return of(lines, guess, Function.identity(), each -> each.isEmpty() ? 0 : 1);
    }

    private static <U> IntentScores of(List<String[]> lines, Function<String, U> understand,
            Function<U, List<Intent>> ranked, ToDoubleFunction<U> probability) {
        int first = 0;
        int two = 0;
        int both = 0;
        int doubles = 0;
        var judged = new ArrayList<Judged>();
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var wanted = Arrays.stream(line[0].split(",", -1)).map(Intent::valueOf).toList();
            var understood = understand.apply(line[1]);
            var guesses = ranked.apply(understood).stream().limit(2).toList();
            boolean right = !guesses.isEmpty() && wanted.contains(guesses.getFirst());
            first += right ? 1 : 0;
            two += guesses.stream().anyMatch(wanted::contains) ? 1 : 0;
            if (wanted.size() > 1) {
                doubles++;
                both += guesses.containsAll(wanted) ? 1 : 0;
            }
            judged.add(new Judged(right, probability.applyAsDouble(understood)));
            if (!right) {
                wrong.add(line[0] + " taken for " + guesses
                        + " at %.2f: ".formatted(probability.applyAsDouble(understood))
                        + line[1]);
            }
        }
        judged.sort(Comparator.comparingDouble(Judged::probability).reversed());
        var surest = judged.subList(0, (int) Math.ceil(judged.size() * COVERAGE));
        return new IntentScores(new Share(first, lines.size()), new Share(two, lines.size()), new Share(both, doubles),
                new Share((int) surest.stream().filter(Judged::right).count(), surest.size()), wrong);
    }
}

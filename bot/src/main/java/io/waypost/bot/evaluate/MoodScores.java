package io.waypost.bot.evaluate;

import io.waypost.core.dialogue.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Scores of moods: anger found, calm customers taken for angry, what is severe found. */
record MoodScores(Share anger, Share falseAlarms, Share severe, Share exact, List<String> wrong) {

    static MoodScores of(List<String[]> lines, Function<String, Mood> read) {
        var anger = new int[2];
        var calm = new int[2];
        var severe = new int[2];
        int exact = 0;
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var wanted = List.of(Mood.values()).get(Integer.parseInt(line[0]));
            var got = read.apply(line[1]);
            exact += got == wanted ? 1 : 0;
            if (wanted.atLeast(Mood.ANGRY)) {
                count(anger, got.atLeast(Mood.ANGRY));
            }
            if (wanted == Mood.SEVERE) {
                count(severe, got == Mood.SEVERE);
            }
            if (wanted == Mood.CALM) {
                count(calm, got.atLeast(Mood.ANGRY));
            }
            if (got != wanted) {
                wrong.add(wanted + " taken for " + got + ": " + line[1]);
            }
        }
        return new MoodScores(share(anger), share(calm), share(severe), new Share(exact, lines.size()), wrong);
    }

    private static void count(int[] counts, boolean right) {
        counts[0] += right ? 1 : 0;
        counts[1]++;
    }

    private static Share share(int[] counts) {
        return new Share(counts[0], counts[1]);
    }
}

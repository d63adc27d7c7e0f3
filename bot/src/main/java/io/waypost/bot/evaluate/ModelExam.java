package io.waypost.bot.evaluate;

import io.waypost.bot.BotModel;
import io.waypost.bot.Understander;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Understanding;
import io.waypost.core.knowledge.OpenQuestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Examines a model on the frozen files before it may speak with customers. Thread-safe. */
public final class ModelExam {

    private static final List<String> PARTS = List.of("development", "heldout");
    private static final List<String> FILES = List.of("intents.tsv", "outside.tsv", "human.tsv", "emotion.tsv");

    private final Papers papers = new Papers("heldout");

    /** The figures of a model; some seconds. */
    public ModelFigures take(BotModel model, @Nullable Encoder encoder) {
        var bot = new Understander(model, encoder);
        var intents = IntentScores.of(papers.lines("intents.tsv"), bot::understand);
        var moods = MoodScores.of(papers.lines("emotion.tsv"), text -> bot.understand(text).mood());
        return new ModelFigures(intents.first(), intents.two(),
                share(papers.lines("intents.tsv"), line -> !belongs(bot.understand(line[1]))),
                share(papers.lines("outside.tsv"), line -> belongs(bot.understand(line[1]))),
                share(papers.lines("human.tsv").stream().filter(line -> line[0].equals("yes")).toList(),
                        line -> bot.understand(line[1]).wantsPerson()),
                moods.anger(), moods.falseAlarms(), moods.severe());
    }

    /** Whether a text is a line of an examination: who learns it by heart proves nothing. */
    public boolean asks(String text) {
        return Lines.ALL.contains(Normaliser.plain(text));
    }

    private static boolean belongs(Understanding words) {
        return words.belonging() >= Understanding.OUTSIDE;
    }

    private static Share share(List<String[]> lines, Predicate<String[]> right) {
        return new Share((int) lines.stream().filter(right).count(), lines.size());
    }

    /** Read when it is first asked for. */
    private static final class Lines {

        private static final Set<String> ALL = read();

        private static Set<String> read() {
            var all = new HashSet<String>();
            for (var part : PARTS) {
                FILES.forEach(file -> new Papers(part).lines(file).forEach(line -> {
                    all.add(Normaliser.plain(line[1]));
                    // As it would be kept of a customer's message.
                    all.add(Normaliser.plain(OpenQuestion.kept(line[1])));
                }));
            }
            return all;
        }
    }
}

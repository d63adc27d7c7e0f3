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
                wishes("yes", bot), wishes("no", bot),
                share(papers.lines("intents.tsv"), line -> sure(bot.understand(line[1]), line[0], true)),
                share(papers.lines("intents.tsv"), line -> sure(bot.understand(line[1]), line[0], false)),
                moods.anger(), moods.falseAlarms(), moods.severe());
    }

    /** Whether a text is a line of an examination: who learns it by heart proves nothing. */
    public boolean asks(String text) {
        return Lines.ALL.contains(letters(text));
    }

    private Share wishes(String kind, Understander bot) {
        return share(papers.lines("human.tsv").stream().filter(line -> line[0].equals(kind)).toList(),
                line -> bot.understand(line[1]).wantsPerson());
    }

    /** Whether it is acted upon without asking, and that is right, or wrong. */
    private static boolean sure(Understanding words, String wanted, boolean right) {
        return words.clear() && List.of(wanted.split(",", -1)).contains(words.intent().name()) == right;
    }

    /** Letters and digits alone: a full stop more is the same line. */
    private static String letters(String text) {
        return Normaliser.plain(text).codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
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
                    all.add(letters(line[1]));
                    // As it would be kept of a customer's message.
                    all.add(letters(OpenQuestion.kept(line[1])));
                }));
            }
            return all;
        }
    }
}

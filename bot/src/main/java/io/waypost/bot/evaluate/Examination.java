package io.waypost.bot.evaluate;

import io.waypost.bot.PackagedModel;
import io.waypost.bot.Understander;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.SentenceEncoder;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Understanding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The bot's examination: {@code ./waypost bot evaluate [development] [--wrong]}.
 *
 * <p>It asks the files that the training never saw, and sets beside the bot what it is without the language model (letters and their sounds,
 * logistic regression) and a bot of keywords. With {@code development} it asks the files by which rules are mended; only those can be shown line
 * by line with {@code --wrong}.
 */
public final class Examination {

    private final Papers papers;
    private final boolean wrong;
    private final PrintStream out;

    private Examination(Papers papers, boolean wrong, PrintStream out) {
        this.papers = papers;
        this.wrong = wrong;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var words = Arrays.asList(arguments);
        var part = words.contains("development") ? "development" : "heldout";
        var libraries = Files.createTempDirectory("waypost-bot");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long begin = System.nanoTime();
        try (var encoder = SentenceEncoder.load(libraries)) {
            var bot = new Understander(PackagedModel.load(encoder), encoder);
            bot.understand("你好");
            out.printf(Locale.ROOT, "Ready in %.2f s.%n%n", (System.nanoTime() - begin) / 1e9);
            new Examination(new Papers(part), words.contains("--wrong") && part.equals("development"), out).run(bot,
                    encoder);
            new Speed(bot, out).measure(new Papers(part).lines("intents.tsv"));
        }
    }

    private void run(Understander bot, Encoder encoder) {
        var letters = new Understander(PackagedModel.load(null), null);
        out.println("| " + papers.part() + " | bot | letters and sounds alone | keywords |\n|---|---|---|---|");
        intents(bot, letters);
        outside(bot, letters);
        person(bot);
        moods(bot, letters);
        slots(bot);
        answers(encoder);
        talks(bot, new AnswerIndex(FaqScores.articles(), encoder));
    }

    private void intents(Understander bot, Understander letters) {
        var lines = papers.lines("intents.tsv");
        var own = IntentScores.of(lines, bot::understand);
        var other = IntentScores.of(lines, letters::understand);
        var keywords = IntentScores.ofKeywords(lines, text -> KeywordBot.guess(Normaliser.plain(text)));
        row("intent, first guess", own.first(), other.first(), keywords.first());
        row("intent, first two", own.two(), other.two(), keywords.two());
        row("both matters of two", own.both(), other.both(), keywords.both());
        row("right among the surest 75 %", own.surest(), other.surest(), "–");
        show(own.wrong());
    }

    private void outside(Understander bot, Understander letters) {
        for (var kind : List.of("far", "near")) {
            row("outside, " + kind + ": AUROC", area(kind, bot), area(kind, letters), "–");
        }
        row("none of our business, let through", through(bot, "far", "near"), through(letters, "far", "near"), "–");
        var ours = papers.lines("intents.tsv");
        row("our business, turned away", turned(bot, ours), turned(letters, ours), "–");
    }

    private String area(String kind, Understander bot) {
        var ours = papers.lines("intents.tsv").stream().map(line -> bot.understand(line[1]).belonging()).toList();
        var others = outsiders(kind).stream().map(text -> bot.understand(text).belonging()).toList();
        return String.format(Locale.ROOT, "%.3f", Ranking.area(ours, others));
    }

    private Share through(Understander bot, String... kinds) {
        var texts = new ArrayList<String>();
        for (var kind : kinds) {
            texts.addAll(outsiders(kind));
        }
        return new Share((int) texts.stream().map(bot::understand)
                .filter(each -> each.belonging() >= Understanding.OUTSIDE && !each.wantsPerson()).count(),
                texts.size());
    }

    private static Share turned(Understander bot, List<String[]> ours) {
        return new Share((int) ours.stream().filter(line -> bot.understand(line[1]).belonging() < Understanding.OUTSIDE)
                .count(), ours.size());
    }

    private List<String> outsiders(String kind) {
        return papers.lines("outside.tsv").stream().filter(line -> line[0].equals(kind)).map(line -> line[1]).toList();
    }

    private void person(Understander bot) {
        var wishes = new int[2];
        var none = new int[2];
        for (var line : papers.lines("human.tsv")) {
            boolean said = bot.understand(line[1]).wantsPerson();
            var counts = line[0].equals("yes") ? wishes : none;
            counts[0] += said ? 1 : 0;
            counts[1]++;
            if (said != line[0].equals("yes")) {
                show(List.of("wish for a person? " + line[0] + ": " + line[1]));
            }
        }
        row("wish for a person, heard", new Share(wishes[0], wishes[1]), "same", "–");
        row("no such wish, heard one", new Share(none[0], none[1]), "same", "–");
    }

    private void moods(Understander bot, Understander letters) {
        var lines = papers.lines("emotion.tsv");
        var own = MoodScores.of(lines, text -> bot.understand(text).mood());
        var words = MoodScores.of(lines, text -> letters.understand(text).mood());
        row("anger or worse, seen", own.anger(), words.anger(), "–");
        row("calm, taken for angry", own.falseAlarms(), words.falseAlarms(), "–");
        row("severe, seen", own.severe(), words.severe(), "–");
        row("level exactly", own.exact(), words.exact(), "–");
        show(own.wrong());
    }

    private void slots(Understander bot) {
        var scores = SlotScores.of(papers.lines("slots.tsv"), text -> bot.understand(text).slots());
        row("slots, F1", String.format(Locale.ROOT, "%.3f (%d right, %d found, %d there)", scores.f1(), scores.right(),
                scores.found(), scores.there()), "same", "–");
        scores.byName().forEach((name, counts) -> row("· " + name,
                String.format(Locale.ROOT, "%.3f (%d, %d, %d)", 2.0 * counts[0] / (counts[1] + counts[2]), counts[0],
                        counts[1], counts[2]),
                "", ""));
        show(scores.wrong());
    }

    private void answers(Encoder encoder) {
        var lines = papers.lines("questions.tsv");
        var own = FaqScores.of(lines, encoder);
        var words = FaqScores.of(lines, null);
        row("answer, the right one first", own.first(), words.first(), "–");
        row("answer, among the first three", own.three(), words.three(), "–");
        show(own.wrong());
    }

    private void talks(Understander bot, AnswerIndex answers) {
        var scores = TalkScores.of(TalkPaper.read("examination/" + papers.part() + "/talks.txt"), bot, answers);
        row("whole talks, all as it should be", scores.right(), "–", "–");
        row("talks that need a person, given one", scores.persons(), "–", "–");
        row("cases that nobody wanted", scores.actions(), "–", "–");
        show(scores.wrong());
    }

    private void row(String name, Object own, Object letters, Object keywords) {
        out.printf("| %s | %s | %s | %s |%n", name, own, letters, keywords);
    }

    private void show(List<String> lines) {
        if (wrong) {
            lines.forEach(line -> out.println("    " + line));
        }
    }
}

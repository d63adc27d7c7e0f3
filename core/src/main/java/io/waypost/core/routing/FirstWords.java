package io.waypost.core.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a customer comes about, and in which language, from what they write (识别), by one version of the policy. Pure and safe for
 * threads.
 *
 * <p>The matter with the longest word found wins; of several, the one with most words found; of those, the first of the policy. Short and
 * upper-case letters, full width and half width are alike. A word of letters such as {@code lost} is not found inside another one.
 */
public final class FirstWords {

    /** A text with fewer letters says nothing about the language: "ok" and "hello" are said in all of them. */
    static final int LETTERS = 10;
    private static final int LOOKED_AT = 1_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Known> known = new ArrayList<>();
    private final List<ContactLanguage> languages;

    public FirstWords(RoutingPolicy policy) {
        policy.matters().forEach(matter -> known.add(new Known(matter.code(), matter.words().stream()
                .map(word -> new Word(word, alike(word.strip()))).filter(word -> !word.alike().isEmpty()).toList())));
        this.languages = policy.languages();
    }

    private record Word(String written, String alike) {}

    private record Known(String matter, List<Word> words) {}

    /**
     * What was found.
     *
     * @param matter its code; that of the general one where no word was found
     * @param word that was found; null for none
     * @param language its code; null where everybody speaks it
     * @param letters how many letters the text has that count
     * @param share of a hundred of them that are of that language's writing
     */
    public record Found(String matter, @Nullable String word, @Nullable String language, int letters, int share) {

        /** Whether a word said what it is about. */
        public boolean saidMatter() {
            return word != null;
        }
    }

    /** Looks at a text. */
    public Found in(String text) {
        var begin = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        var said = alike(begin);
        Known best = null;
        Word longest = null;
        int length = 0;
        int count = 0;
        for (var matter : known) {
            Word own = null;
            int ownLength = 0;
            int ownCount = 0;
            for (var word : matter.words()) {
                if (says(said, word.alike())) {
                    ownCount++;
                    if (word.alike().length() > ownLength) {
                        own = word;
                        ownLength = word.alike().length();
                    }
                }
            }
            if (ownLength > length || (ownLength == length && ownCount > count)) {
                best = matter;
                longest = own;
                length = ownLength;
                count = ownCount;
            }
        }
        var language = language(begin);
        return new Found(best == null ? ContactMatter.GENERAL.code() : best.matter(),
                longest == null ? null : longest.written(), language.code(), language.letters(), language.share());
    }

    private static String alike(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean says(String said, String word) {
        int at = said.indexOf(word);
        while (at >= 0) {
            if (apart(said, at, word.charAt(0))
                    && apart(said, at + word.length() + 1, word.charAt(word.length() - 1))) {
                return true;
            }
            at = said.indexOf(word, at + 1);
        }
        return false;
    }

    /** Whether the word's first or last letter stands apart from the letter before that place. */
    private static boolean apart(String said, int place, char ofWord) {
        return !spaced(ofWord) || place < 1 || place > said.length() || !spaced(said.charAt(place - 1));
    }

    /** Letters of writings that put spaces between words. */
    private static boolean spaced(char letter) {
        return Character.isLetterOrDigit(letter) && switch (Character.UnicodeScript.of(letter)) {
            case LATIN, CYRILLIC, GREEK, ARABIC -> true;
            default -> false;
        };
    }

    private record Spoken(@Nullable String code, int letters, int share) {}

    private Spoken language(String text) {
        int letters = 0;
        int[] own = new int[languages.size()];
        for (var piece : SPACES.splitAsStream(text).toList()) {
            if (!counts(piece)) {
                continue;
            }
            for (int letter : piece.codePoints().filter(Character::isLetter).toArray()) {
                letters++;
                for (int i = 0; i < own.length; i++) {
                    own[i] += languages.get(i).writing().has(letter) ? 1 : 0;
                }
            }
        }
        String code = null;
        int share = 0;
        for (int i = 0; i < own.length && letters >= LETTERS; i++) {
            int its = 100 * own[i] / letters;
            if (its >= languages.get(i).share() && its > share) {
                code = languages.get(i).code();
                share = its;
            }
        }
        return new Spoken(code, letters, share);
    }

    /** Waybills, addresses of pages and of e-mail are written with Latin letters in every language. */
    private static boolean counts(String piece) {
        if (piece.contains("://") || piece.contains("www.") || piece.indexOf('@') >= 0) {
            return false;
        }
        return piece.codePoints().noneMatch(one -> one >= '0' && one <= '9')
                || piece.codePoints().anyMatch(one -> Character.isLetter(one)
                        && Character.UnicodeScript.of(one) != Character.UnicodeScript.LATIN);
    }
}

package io.waypost.bot.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into its letters, pairs and triples of letters, and pairs and triples of their sounds (拼音): a homophone typed by mistake
 * sounds right. Pure and safe for threads.
 */
public final class Grams {

    private static final int LONGEST = 3;

    private Grams() {}

    /** All grams of the text, in the order of their places; those of sounds begin with a tilde. */
    public static List<String> of(String words) {
        var letters = letters(words);
        var grams = new ArrayList<String>(letters.size() * 5);
        var bounded = new ArrayList<String>(letters.size() + 2);
        bounded.add("^");
        bounded.addAll(letters);
        bounded.add("$");
        for (int size = 1; size <= LONGEST; size++) {
            add(size == 1 ? letters : bounded, size, "", grams);
        }
        var sounds = sounds(words);
        for (int size = 2; size <= LONGEST; size++) {
            add(sounds, size, "~", grams);
        }
        return grams;
    }

    /** The letters of the text one by one, without spaces; a Latin word or a number is one. */
    static List<String> letters(String words) {
        var letters = new ArrayList<String>();
        var word = new StringBuilder();
        words.codePoints().forEach(letter -> {
            boolean latin = letter < 0x250 && Character.isLetterOrDigit(letter);
            if (!latin && !word.isEmpty()) {
                letters.add(word.toString());
                word.setLength(0);
            }
            if (latin) {
                word.appendCodePoint(letter);
            } else if (!Character.isWhitespace(letter)) {
                letters.add(Character.toString(letter));
            }
        });
        if (!word.isEmpty()) {
            letters.add(word.toString());
        }
        return letters;
    }

    private static List<String> sounds(String words) {
        var sounds = new ArrayList<String>();
        var letters = letters(words);
        for (var letter : letters) {
            var found = HanLP.convertToPinyinList(letter);
            var sound = found.size() == 1 ? found.getFirst() : Pinyin.none5;
            sounds.add(sound == Pinyin.none5 ? letter : flat(sound.getPinyinWithoutTone()));
        }
        return sounds;
    }

    /** Sounds that many speakers do not tell apart, and so do not type apart. */
    private static String flat(String sound) {
        return sound.replaceFirst("^([zcs])h", "$1").replaceFirst("ng$", "n");
    }

    private static void add(List<String> parts, int size, String mark, List<String> grams) {
        for (int i = 0; i + size <= parts.size(); i++) {
            grams.add(mark + String.join("", parts.subList(i, i + size)));
        }
    }
}

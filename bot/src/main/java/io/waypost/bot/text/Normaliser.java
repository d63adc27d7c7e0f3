package io.waypost.bot.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what customers type into one shape (归一化). Pure and safe for threads. */
public final class Normaliser {

    /** What stands for a long number: its digits would weigh more than the words around it. */
    static final String NUMBER = "№";

    private static final int LONGEST = 1_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LONG_NUMBER = Pattern
            .compile("(?<![a-z0-9])[a-z]{0,4}\\d[a-z0-9]{0,3}\\d(?:[ -]?\\d){5,}[a-z]{0,2}(?![a-z0-9])");
    private static final Pattern RUN = Pattern.compile("([!?~。,.…哈啊呜嘿])\\1{2,}");

    private Normaliser() {}

    /** Full width, traditional letters and capitals made plain; at most 1,000 letters of it. Digits stay as they are. */
    public static String plain(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var narrow = Normalizer.normalize(cut, Normalizer.Form.NFKC);
        var visible = INVISIBLE.matcher(narrow).replaceAll("");
        var simple = HanLP.convertToSimplifiedChinese(visible).toLowerCase(Locale.ROOT);
        return SPACES.matcher(simple).replaceAll(" ").strip();
    }

    /** The plain text for the models: numbers of waybills, phones and orders are one sign, runs of one sign are three. */
    public static String words(String plain) {
        var numbers = LONG_NUMBER.matcher(plain).replaceAll(NUMBER);
        return RUN.matcher(numbers).replaceAll("$1$1$1");
    }
}

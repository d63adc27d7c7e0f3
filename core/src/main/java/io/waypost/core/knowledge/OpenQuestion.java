package io.waypost.core.knowledge;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question that the knowledge base did not answer well (未解答问题), as it may be kept for those who write articles. */
public final class OpenQuestion {

    private static final int LONGEST = 300;
    private static final int LONG = 6;
    /** Phones, waybills, numbers of orders and papers: none of them belongs into a question, and most are somebody's own. */
    private static final Pattern NUMBER = Pattern
            .compile("[A-Za-z]{0,4}\\d(?:[\\d -]{4,}|(?:[ ./_()~·‐-―−-]{0,4}\\d){4,}[ ./_()~·‐-―−-]{0,4})\\d[Xx]?");
    /** The same in Chinese digits, also mixed with others and with pauses between them; amounts have tens and hundreds in them. */
    private static final String SPOKEN = "零〇○一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖";
    private static final Pattern SAID = Pattern.compile(
            "(?:[%1$s\\d][ 、,./_·‐-―−-]{0,2}){0,30}[%1$s](?:[ 、,./_·‐-―−-]{0,2}[%1$s\\d])*".formatted(SPOKEN));
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OpenQuestion() {}

    /** Why it is there; the names are part of the API. */
    public enum Reason {
        /** Nothing was found for it. */
        NO_ANSWER,
        /** An agent found what was suggested of no use. */
        NOT_HELPFUL
    }

    /** How much two questions share letter by letter, from 0 to 1: twice the pairs of letters that both have, by those that each has. */
    public static double alike(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        int all = first.size() + second.size();
        first.retainAll(second);
        return all == 0 ? 0 : 2.0 * first.size() / all;
    }

    private static String withoutLong(MatchResult said) {
        long digits = said.group().chars()
                .filter(letter -> (letter >= '0' && letter <= '9') || SPOKEN.indexOf(letter) >= 0)
                .count();
        return digits >= LONG ? "№" : Matcher.quoteReplacement(said.group());
    }

    private static Set<String> pairs(String text) {
        int[] letters = text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).toArray();
        var pairs = new HashSet<String>();
        for (int at = 0; at + 1 < letters.length; at++) {
            pairs.add(new String(letters, at, 2));
        }
        return pairs;
    }

    /** The question without long numbers and mail addresses, in one line, not too long; empty where nothing is left of it. */
    public static String kept(String said) {
        var plain = Normalizer.normalize(said, Normalizer.Form.NFKC);
        plain = ADDRESS.matcher(plain).replaceAll("※");
        plain = SAID.matcher(plain).replaceAll(OpenQuestion::withoutLong);
        plain = NUMBER.matcher(plain).replaceAll("№");
        plain = BLANKS.matcher(plain).replaceAll(" ").strip();
        if (plain.codePoints().noneMatch(Character::isLetter)) {
            return "";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return plain.substring(0, end);
    }
}

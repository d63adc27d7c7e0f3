package io.waypost.core.knowledge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A question that the knowledge base did not answer well (未解答问题), as it may be kept for those who write articles. */
public final class OpenQuestion {

    private static final int LONGEST = 300;
    /** Phones, waybills, numbers of orders and papers: none of them belongs into a question, and most are somebody's own. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{0,4}\\d[\\d -]{4,}\\d[Xx]?");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OpenQuestion() {}

    /** Why it is there; the names are part of the API. */
    public enum Reason {
        /** Nothing was found for it. */
        NO_ANSWER,
        /** The customer rated what they were told as no good. */
        BADLY_RATED,
        /** An agent found what was suggested of no use. */
        NOT_HELPFUL
    }

    /** The question without long numbers and mail addresses, in one line, not too long; empty where nothing is left of it. */
    public static String kept(String said) {
        var plain = Normalizer.normalize(said, Normalizer.Form.NFKC);
        plain = ADDRESS.matcher(plain).replaceAll("※");
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

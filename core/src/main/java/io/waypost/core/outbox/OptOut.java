package io.waypost.core.outbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The words by which a person says that they want no more (退订词), and by which they take it back. */
public final class OptOut {

    private static final Set<String> OUT = Set.of("T", "TD", "N", "R", "退订", "拒收", "不要再发", "STOP", "UNSUBSCRIBE");
    private static final Set<String> IN = Set.of("DY", "订阅", "恢复", "START");

    private OptOut() {}

    /** What a reply asks for. */
    public enum Wish {
        OUT,
        IN,
        /** Something else: not about this. */
        NONE
    }

    /** Reads a reply; the whole text must be the word, whatever its width, case, spaces and punctuation. */
    public static Wish read(String text) {
        var word = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{P}\\p{Z}\\p{C}\\p{S}]", "")
                .toUpperCase(Locale.ROOT);
        return OUT.contains(word) ? Wish.OUT : IN.contains(word) ? Wish.IN : Wish.NONE;
    }
}

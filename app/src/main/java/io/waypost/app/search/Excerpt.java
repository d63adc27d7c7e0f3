package io.waypost.app.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The part of a text around what was looked for (摘要), in pieces: what was found is told apart by a flag, never by markup in the text. A
 * page may show it without trusting it.
 */
public record Excerpt(List<Piece> pieces) {

    private static final int BEFORE = 24;
    private static final int LONGEST = 120;

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** A piece of the text. */
    public record Piece(String text, boolean found) {}

    /** The excerpt of a text for what somebody typed; its beginning where nothing of it stands there letter by letter. */
    public static Excerpt of(String text, String typed) {
        var plain = text.replaceAll("\\s+", " ").strip();
        var lower = plain.toLowerCase(Locale.ROOT);
        // Lower case of a few letters is longer than they are: then places of one are not places of the other.
        boolean[] found = lower.length() == plain.length()
                ? marks(lower, Words.sought(typed))
                : new boolean[plain.length()];
        int first = 0;
        while (first < found.length && !found[first]) {
            first++;
        }
        int from = first == found.length ? 0 : boundary(plain, Math.max(0, first - BEFORE));
        int to = boundary(plain, Math.min(plain.length(), from + LONGEST));
        var pieces = new ArrayList<Piece>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        for (int at = from; at < to;) {
            int end = at;
            while (end < to && found[end] == found[at]) {
                end++;
            }
            pieces.add(new Piece(plain.substring(at, end), found[at]));
            at = end;
        }
        if (to < plain.length()) {
            pieces.add(new Piece("…", false));
        }
        return new Excerpt(pieces);
    }

    private static boolean[] marks(String text, List<String> sought) {
        var found = new boolean[text.length()];
        for (var piece : sought) {
            for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length())) {
                Arrays.fill(found, at, at + piece.length(), true);
            }
        }
        return found;
    }

    /** Never in the middle of a character of two units. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

package io.waypost.bot.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts a text into the pieces of a BERT vocabulary (WordPiece). Immutable and safe for threads.
 *
 * <p>The text has to be in small letters: the vocabulary has hardly any others, and what it lacks becomes one piece that says nothing.
 */
public final class WordPieces {

    /** What the model takes at most, with its two marks. */
    public static final int LONGEST = 512;

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** Reads the vocabulary out of a {@code tokenizer.json}. */
    public static WordPieces read(InputStream tokenizer) throws IOException {
        var vocabulary = new HashMap<String, Integer>(32_768);
        try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), tokenizer)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.PROPERTY_NAME && "vocab".equals(json.currentName())) {
                    json.nextToken();
                    readVocabulary(json, vocabulary);
                }
            }
        }
        return new WordPieces(vocabulary);
    }

    /** The pieces of a text between the marks of its beginning and its end, at most {@link #LONGEST}. */
    public long[] cut(String text) {
        var pieces = new ArrayList<Integer>();
        pieces.add(begin);
        for (String word : words(text)) {
            addPieces(word, pieces);
        }
        int kept = Math.min(pieces.size(), LONGEST - 1);
        var cut = new long[kept + 1];
        for (int i = 0; i < kept; i++) {
            cut[i] = pieces.get(i);
        }
        cut[kept] = end;
        return cut;
    }

    private static void readVocabulary(JsonParser json, Map<String, Integer> into) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var piece = json.currentName();
            json.nextToken();
            into.put(piece, json.getIntValue());
        }
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean alone = Character.isIdeographic(letter) || punctuation(letter);
            if (alone || Character.isWhitespace(letter)) {
                finish(word, words);
            }
            if (alone) {
                words.add(Character.toString(letter));
            } else if (!Character.isWhitespace(letter)) {
                word.appendCodePoint(letter);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean punctuation(int letter) {
        if (letter < 128) {
            return letter > 32 && !Character.isLetterOrDigit(letter);
        }
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    private void addPieces(String word, List<Integer> pieces) {
        if (word.length() > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int before = pieces.size();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                to--;
            }
            if (piece == null) {
                pieces.subList(before, pieces.size()).clear();
                pieces.add(unknown);
                return;
            }
            pieces.add(piece);
            from = to + 1;
        }
    }

    private int id(String piece) {
        var id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("The vocabulary has no piece %s.".formatted(piece));
        }
        return id;
    }
}

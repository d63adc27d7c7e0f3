package io.waypost.core.contact;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A customer's answer in words to the question how satisfied they were (满意度回复): a number from 1 to 5, however it is typed. */
public final class SatisfactionAnswer {

    private static final Pattern NUMBER = Pattern.compile("([1-5一二三四五])\\s*[分星]?[。.!！]?");
    private static final String CHINESE = "一二三四五";

    private SatisfactionAnswer() {}

    /** The number; empty where the words say something else, even if a number stands in them. */
    public static OptionalInt read(String text) {
        var matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        var digit = matcher.group(1);
        int chinese = CHINESE.indexOf(digit);
        return OptionalInt.of(chinese < 0 ? Integer.parseInt(digit) : chinese + 1);
    }
}

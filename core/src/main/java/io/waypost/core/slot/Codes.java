package io.waypost.core.slot;

import io.waypost.core.waybill.Candidate.Strength;
import io.waypost.core.waybill.Waybills;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the long numbers of a message: waybills, mobile phones, and what is neither. */
final class Codes {

    private static final Pattern SPOKEN = Pattern.compile("[零〇一幺二两三四五六七八九\\d]{7,}");
    private static final Pattern LONG = Pattern
            .compile("(?<![a-z0-9])\\+?(?:[a-z]{1,4}[ -]?)?\\d[a-z0-9]{0,3}(?:[ -]?\\d){4,}(?:[ -]?cn)?(?![a-z0-9])");
    private static final Pattern PHONE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");
    private static final Pattern NAMED = Pattern.compile("(?:单|运单|快递|面单|物流|包裹)(?:编?号)?码?(?:是|为|:|,)?\\s*$");
    private static final Pattern DATE = Pattern.compile("20[23]\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
    private static final int ORDER_NUMBER = 18;
    private static final int PLAIN_DIGITS = 12;
    private static final int LETTERED = 10;
    private static final int NAMED_DIGITS = 8;

    final List<String> waybills = new ArrayList<>();
    final List<String> phones = new ArrayList<>();
    /** The message with every long number taken out. */
    final String rest;

    Codes(String plain) {
        var digits = SPOKEN.matcher(plain).replaceAll(match -> inDigits(match.group()));
        var without = new StringBuilder();
        var matcher = LONG.matcher(digits);
        while (matcher.find()) {
            boolean kept = take(matcher.toMatchResult(), digits.substring(0, matcher.start()));
            matcher.appendReplacement(without,
                    kept ? " , " : java.util.regex.Matcher.quoteReplacement(matcher.group()));
        }
        rest = matcher.appendTail(without).toString();
    }

    private static String inDigits(String spoken) {
        var digits = new StringBuilder();
        spoken.chars().forEach(letter -> digits.append(Numerals.digit((char) letter)));
        return digits.toString();
    }

    /** Whether it is a number of its own and not part of an amount or a date with spaces. */
    private boolean take(MatchResult found, String before) {
        var code = Waybills.compact(found.group()).toUpperCase(Locale.ROOT);
        var phone = PHONE.matcher(code);
        if (phone.matches()) {
            phones.add(phone.group(1));
            return true;
        }
        if (DATE.matcher(code).matches() || code.startsWith("+")) {
            return false;
        }
        if (waybill(code, NAMED.matcher(before).find())) {
            if (!waybills.contains(code)) {
                waybills.add(code);
            }
            return true;
        }
        return code.length() >= LETTERED;
    }

    private static boolean waybill(String code, boolean named) {
        var candidates = Waybills.recognise(code);
        if (candidates.isEmpty() || (code.length() >= ORDER_NUMBER && !named)) {
            return false;
        }
        if (candidates.getFirst().strength() != Strength.WIDE) {
            return true;
        }
        boolean letters = !Character.isDigit(code.charAt(0));
        return code.length() >= (named ? NAMED_DIGITS : letters ? LETTERED : PLAIN_DIGITS);
    }
}

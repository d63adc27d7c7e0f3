package io.waypost.app.desk;

import io.waypost.core.waybill.Candidate.Strength;
import io.waypost.core.waybill.Waybills;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the numbers in a customer's words that networks print today; phone numbers are none. */
final class WaybillsInText {

    private static final Pattern NUMBER = Pattern
            .compile("(?<![A-Za-z0-9])[A-Za-z]{0,4}[0-9]{8,20}[A-Za-z]{0,2}(?![A-Za-z0-9])");
    private static final Pattern PHONE = Pattern.compile("(86)?1[3-9][0-9]{9}");
    private static final int MOST = 5;

    private WaybillsInText() {}

    /** At most five, in the order in which they stand there. */
    static List<String> of(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = NUMBER.matcher(text);
        while (matcher.find() && found.size() < MOST) {
            var number = Waybills.compact(matcher.group());
            if (!PHONE.matcher(number).matches() && Waybills.recognise(number).stream()
                    .anyMatch(candidate -> candidate.strength() != Strength.WIDE)) {
                found.add(number);
            }
        }
        return List.copyOf(found);
    }
}

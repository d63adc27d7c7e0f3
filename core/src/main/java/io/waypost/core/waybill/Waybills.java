package io.waypost.core.waybill;

import io.waypost.core.waybill.Candidate.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Recognises waybill numbers. Shapes overlap, so the answer is a ranking and must not be used as a proof of who holds a parcel.
 */
public final class Waybills {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;

    private Waybills() {}

    /** The networks that may have issued the number, surest first; empty if none may. */
    public static List<Candidate> recognise(String text) {
        var number = compact(text);
        var found = new ArrayList<Candidate>();
        if (number.length() < SHORTEST || number.length() > LONGEST) {
            return found;
        }
        if (S10.valid(number)) {
            found.add(new Candidate(Carrier.EMS, Strength.CHECKED));
        }
        for (var carrier : Carrier.values()) {
            if (carrier.strictly(number)) {
                found.add(new Candidate(carrier, Strength.STRICT));
            } else if (carrier.widely(number)) {
                found.add(new Candidate(carrier, Strength.WIDE));
            }
        }
        found.sort(Comparator.comparing(Candidate::strength));
        return found;
    }

    /** The number as one writes it to compare: upper case, without spaces and hyphens. */
    public static String compact(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

package io.waypost.core.outbox;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the parts in which a carrier takes it in UCS-2 (长短信拆分): 70 characters alone, 67 in each of several. */
public final class SmsParts {

    private static final int SINGLE = 70;
    private static final int PART = 67;

    private SmsParts() {}

    /** The parts in order; joined they are the text. A character outside of the basic plane is never cut in two. */
    public static List<String> of(String text) {
        if (text.length() <= SINGLE) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int until = Math.min(text.length(), from + PART);
            if (until < text.length() && Character.isHighSurrogate(text.charAt(until - 1))) {
                until--;
            }
            parts.add(text.substring(from, until));
            from = until;
        }
        return parts;
    }
}

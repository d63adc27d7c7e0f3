package io.waypost.core.watch;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What many silent parcels of one place have in common (群发原因). */
public enum MassCause {
    /** They lie there, or were handed over to it: the place itself stands still. */
    AT_SITE,
    /** They left it and did not arrive: the way from there is cut, or its departures are not true. */
    AFTER_SITE;

    /** What a finding with that rule has in common with others of its place. */
    public static MassCause of(Responsibility.Rule rule) {
        return switch (rule) {
            case LAST_HOLDER, RECEIVER_BAG_HANDED_OVER -> AT_SITE;
            case SENDER_NO_HANDOVER, RECEIVER_UNKNOWN -> AFTER_SITE;
        };
    }

    /** The rules of responsibility that point to it. */
    public Set<Responsibility.Rule> rules() {
        return Arrays.stream(Responsibility.Rule.values()).filter(rule -> of(rule) == this)
                .collect(Collectors.toUnmodifiableSet());
    }
}

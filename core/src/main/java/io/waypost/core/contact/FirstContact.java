package io.waypost.core.contact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * First-contact resolution (一次解决率): first contacts that were answered and after which the customer did not come again in the same matter,
 * over all first contacts. Measured by what customers do, never by what somebody ticks. Pure.
 */
public final class FirstContact {

    /** Whoever comes again in the same matter so soon was not helped (回看、前看窗口). */
    public static final Duration WINDOW = Duration.ofDays(3);
    /** How far back a figure of "lately" looks. Of what has ended since, only what is older than the window is known. */
    public static final Duration LATELY = Duration.ofDays(7);

    private FirstContact() {}

    /** Whether a contact begins a matter: none of the same customer and matter ended or went on within the window before it. */
    public static boolean isFirst(Instant opened, @Nullable Instant endedBefore) {
        return endedBefore == null || endedBefore.isBefore(opened.minus(WINDOW));
    }

    /** Whether it was resolved, once the window after its end is over. */
    public static boolean isResolved(boolean answered, Instant ended, @Nullable Instant cameAgain) {
        return answered && (cameAgain == null || cameAgain.isAfter(ended.plus(WINDOW)));
    }

    /** Whether that is known yet. */
    public static boolean isKnown(Instant ended, Instant now) {
        return !ended.plus(WINDOW).isAfter(now);
    }
}

package io.waypost.core.delay;

/**
 * When to warn.
 *
 * @param warnAt risk from which a warning is raised
 * @param calmBelow risk under which a scan takes it back; lower than {@code warnAt}, so that a warning does not flicker
 */
public record DelayPolicy(double warnAt, double calmBelow) {

    public DelayPolicy {
        if (!(calmBelow > 0 && calmBelow <= warnAt && warnAt <= 1)) {
            throw new IllegalArgumentException(
                    "It must be 0 < calmBelow (%s) <= warnAt (%s) <= 1.".formatted(calmBelow, warnAt));
        }
    }

    /** What an installation starts with. */
    public static DelayPolicy defaults() {
        return new DelayPolicy(0.5, 0.35);
    }
}

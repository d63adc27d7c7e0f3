package io.waypost.core.watch;

import io.waypost.core.scan.ScanType;

/**
 * Who must act on a silent parcel (责任网点), and by which rule.
 *
 * <p>Departed and not arrived (有发无到): the receiver answers if the parcel was handed over in a bag, otherwise the sender, who cannot
 * show that it left.
 */
public record Responsibility(String site, Rule rule) {

    /** Decides by the last valid scan. */
    public static Responsibility of(LastScan last) {
        boolean left = last.type() == ScanType.DEPARTED || last.type() == ScanType.OVERSEA_DEPARTURE;
        if (!left) {
            return new Responsibility(last.site(), Rule.LAST_HOLDER);
        }
        if (last.nextSite() == null) {
            return new Responsibility(last.site(), Rule.RECEIVER_UNKNOWN);
        }
        return last.bag() == null
                ? new Responsibility(last.site(), Rule.SENDER_NO_HANDOVER)
                : new Responsibility(last.nextSite(), Rule.RECEIVER_BAG_HANDED_OVER);
    }

    /** The rule that named the site. */
    public enum Rule {
        LAST_HOLDER,
        RECEIVER_BAG_HANDED_OVER,
        SENDER_NO_HANDOVER,
        RECEIVER_UNKNOWN
    }
}

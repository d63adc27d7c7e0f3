package io.waypost.core.anomaly;

/** What makes a signature doubtful (虚假签收信号): each is a reason to ask the customer, and no proof. The names are part of the API. */
public enum SignatureSign {
    /** Nobody had taken it out for delivery, and no station had it. */
    WITHOUT_TRIP(2),
    /** It was signed for at another place than the one that had it last. */
    ELSEWHERE(2),
    /** It was signed for between midnight and five in the morning in Beijing. */
    AT_NIGHT(1),
    /** It was still being handled afterwards. */
    MOVED_ON(3);

    private final int weight;

    SignatureSign(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}

package io.waypost.core.anomaly;

/** What can be wrong with the course of a parcel. The names are part of the API. */
public enum AnomalyKind {
    /** It came to another place than the one it was sent to (错发). */
    MISROUTED("错发", false),
    /** It came again to a hub that it had left for another place (兜圈). */
    LOOP("兜圈", true),
    /** It was sent to a hub that never scanned it, and came out further on (有发无到). */
    MISSED_ARRIVAL("有发无到", false),
    /** It is scanned again and again and does not leave (滞留). */
    STUCK("滞留", true),
    /** Delivery failed more than once (多次派送失败). */
    FAILED_AGAIN("多次派送失败", true),
    /** It was signed for in a way that makes one ask whether the customer has it (签收存疑). */
    DOUBTFUL_SIGNATURE("签收存疑", true);

    private final String chinese;

    private final boolean work;

    AnomalyKind(String chinese, boolean work) {
        this.chinese = chinese;
        this.work = work;
    }

    /**
     * Whether somebody has to do something about the parcel. The others are put right by the next sorting, or are over when they are
     * seen: they tell of a site that works badly, and a ticket for each would hide the rest.
     */
    public boolean work() {
        return work;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

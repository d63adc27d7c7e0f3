package io.waypost.core.anomaly;

/** What can be wrong with the course of a parcel. The names are part of the API. */
public enum AnomalyKind {
    /** It came to another place than the one it was sent to (错发). */
    MISROUTED("错发"),
    /** It came again to a hub that it had left for another place (兜圈). */
    LOOP("兜圈"),
    /** It was sent to a hub that never scanned it, and came out further on (有发无到). */
    MISSED_ARRIVAL("有发无到"),
    /** It is scanned again and again and does not leave (滞留). */
    STUCK("滞留"),
    /** Delivery failed more than once (多次派送失败). */
    FAILED_AGAIN("多次派送失败"),
    /** It was signed for in a way that makes one ask whether the customer has it (签收存疑). */
    DOUBTFUL_SIGNATURE("签收存疑");

    private final String chinese;

    AnomalyKind(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

package io.waypost.core.claim;

/** What happened to the parcel (理赔类型). The names are part of the API. */
public enum ClaimKind {
    LOSS("丢失"),
    TOTAL_DAMAGE("全部损毁"),
    PARTIAL_DAMAGE("部分损毁"),
    /** Some of what was sent is missing. */
    SHORTAGE("内件短少"),
    /** Something else was in it than what was sent. */
    MISMATCH("内件不符"),
    DELAY("延误"),
    /** So late that it counts as lost (彻底延误). */
    TOTAL_DELAY("彻底延误"),
    /** Only what was paid for the carriage comes back, for instance for an extra service that was not done. */
    FEE_REFUND("退还运费");

    private final String chinese;

    ClaimKind(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

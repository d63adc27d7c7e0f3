package io.waypost.core.claim;

/** How far a claim has come; each stage asks for evidence (理赔环节). In their order; the names are part of the API. */
public enum ClaimStage {
    /** To be taken in. */
    APPLY("申请"),
    /** To be decided upon. */
    EXAMINE("审核"),
    /** To be paid. */
    PAY("付款");

    private final String chinese;

    ClaimStage(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

package io.waypost.core.claim;

/** In what the content differs from what was sent (内件不符的情形). The names are part of the API. */
public enum Mismatch {
    /** The goods are of the name that was declared, but fewer or lighter. */
    SAME_NAME("品名相符，数量或重量不符"),
    /** Other goods than those that were declared. */
    OTHER_NAME("品名不符");

    private final String chinese;

    Mismatch(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

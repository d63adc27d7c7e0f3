package io.waypost.core.liability;

/** How sure a judgement is (可信度), from the surest; the names are part of the API. */
public enum Confidence {
    /** Scans of the unit itself say so. */
    CERTAIN("确凿"),
    /** The scans say so together. */
    PROBABLE("较可靠"),
    /** A rule of the trade presumes it where scans are missing. */
    PRESUMED("推定");

    private final String chinese;

    Confidence(String chinese) {
        this.chinese = chinese;
    }

    /** The word for it. */
    public String chinese() {
        return chinese;
    }

    /** One grade less sure. */
    Confidence less() {
        return this == CERTAIN ? PROBABLE : PRESUMED;
    }
}

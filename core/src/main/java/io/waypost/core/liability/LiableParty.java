package io.waypost.core.liability;

/** In which part a unit bears something (责任方); the names are part of the API. */
public enum LiableParty {
    /** It alone had the parcel. */
    HOLDER("经手方"),
    /** Of two, the one that had it before. */
    SENDER("上一站"),
    /** Of two, the one that had it after, or should have. */
    RECEIVER("下一站"),
    /** Named by a person, where the scans could not tell. */
    NAMED("人工认定");

    private final String chinese;

    LiableParty(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}

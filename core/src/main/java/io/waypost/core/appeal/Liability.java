package io.waypost.core.appeal;

/** Whether the company is to blame (责任判定); the names are part of the API. */
public enum Liability {
    /** It is (有责). */
    LIABLE,
    /** In part (部分有责). */
    PARTLY,
    /** It is not (无责). */
    NOT_LIABLE;

    /** Whether the appeal counts as valid (有效申诉). */
    public boolean valid() {
        return this != NOT_LIABLE;
    }
}

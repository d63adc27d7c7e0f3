package io.waypost.core.sop;

/**
 * Something that is wrong with a draft (SOP 草稿问题).
 *
 * @param field where, such as {@code stages[2].urgent}
 * @param value what stands there
 */
public record SopFlaw(String field, String value, Reason reason) {

    /** What is wrong; the names are part of the API. */
    public enum Reason {
        /** There is no stage in which a unit acts. */
        NO_RESPONSE,
        /** There is no stage in which an answer is shown to be true: what was answered would lie there without a clock. */
        NO_VERIFICATION,
        /** The stages are not in their order. */
        ORDER,
        /** A stage stands twice for one party. */
        TWICE,
        /** A party that cannot be responsible in that stage. */
        PARTY,
        /** A time that is not positive or longer than 366 days. */
        DURATION,
        /** The limit for 加急 is longer than the normal one. */
        URGENT_LONGER,
        /** A calendar that there is not. */
        CALENDAR_UNKNOWN,
        /** More text than 200 characters. */
        TEXT_LENGTH,
        /** A number outside of 1 to 20. */
        HAND_OVERS
    }
}

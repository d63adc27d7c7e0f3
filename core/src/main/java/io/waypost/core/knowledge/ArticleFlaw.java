package io.waypost.core.knowledge;

/** What is wrong with a version of an article, by the name of the field. */
public record ArticleFlaw(String field, String value, Reason reason) {

    /** What is wrong; the names are part of the API. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        /** It stands there twice. */
        TWICE,
        /** A variant for everywhere and every channel is the text itself. */
        NOWHERE,
        /** There is no such unit, or not below the article's. */
        UNKNOWN_UNIT
    }
}

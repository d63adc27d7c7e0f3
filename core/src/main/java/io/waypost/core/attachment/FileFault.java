package io.waypost.core.attachment;

/** Why a file is not taken (附件拒收原因); the names are part of the API. */
public enum FileFault {
    /** It is none of the kinds that are kept, whatever its name says. */
    UNKNOWN_TYPE,
    /** It is larger than files of its kind may be. */
    TOO_LARGE,
    /** It has more pixels than are drawn. */
    TOO_MANY_PIXELS,
    /** It begins like a kind that is kept and is cut short or broken. */
    UNREADABLE,
    /** It unpacks to more than could be honest. */
    UNPACKS_TOO_LARGE,
    /** It carries a program, a macro or a file of its own. */
    ACTIVE_CONTENT
}

package io.waypost.core.ticket;

/** The findings an outlet can give. */
public enum AnswerKind {
    /** Found, and sent on (已找到并发出). */
    FOUND_FORWARDED,
    /** Found, but damaged (已找到，破损). */
    FOUND_DAMAGED,
    /** Searched for and not found (未找到). */
    NOT_FOUND,
    /** Never came here: another place has it (错分错发). */
    MISDIRECTED,
    /** The customer must do something first (等待客户). */
    WAITING_CUSTOMER,
    /** Still on the road, with a time by which it will be scanned (在途). */
    ON_THE_WAY,
    /** What happened and what was done, in words (处理说明). */
    EXPLAINED
}

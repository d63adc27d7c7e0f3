package io.waypost.core.outlet;

/** What somebody does about an abnormality (处理动作). Names are part of the API. */
public enum AnswerStep {
    /** Take it on (响应). */
    ACKNOWLEDGE,
    /** Say why, and what is done (说明); more may be said later. */
    EXPLAIN,
    /** Be content (了结). */
    SETTLE
}

package io.waypost.core.outlet;

/** How far people are with an abnormality (处理状态). Names are part of the API. */
public enum AnswerState {
    /** Nobody has said anything yet (待响应). */
    OPEN,
    /** Somebody has taken it on (已响应). */
    ACKNOWLEDGED,
    /** It was said why, and what is done about it (已说明). */
    EXPLAINED,
    /** Whoever is above the site is content (已了结). */
    SETTLED
}

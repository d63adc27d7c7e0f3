package io.waypost.core.knowledge;

import java.time.LocalDate;

/**
 * Where an answer comes from (依据): every answer shows it.
 *
 * @param name as it is cited, such as 快递暂行条例第二十九条
 * @param date of which day the text of the source is
 */
public record ArticleSource(Kind kind, String name, LocalDate date) {

    /** What sort of source; the names are part of the API. */
    public enum Kind {
        /** A law or a regulation (法律法规). */
        LAW,
        /** A national or industry standard (标准). */
        STANDARD,
        /** A rule of the company's own (公司规定). */
        RULE,
        /** A page that anybody can open (公示页面). */
        PAGE
    }
}

package io.waypost.core.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a claim standard stands on: where and when it applies, and who says so (依据).
 *
 * @param id names the row within the standard, for instance {@code delay.fee}; parts of an explanation refer to it
 * @param from the first day of posting (收寄) to which it applies; null is a flaw
 * @param to the last such day; null for no end
 * @param jurisdiction a province's code such as 330000, or {@link #EVERYWHERE}
 * @param grade how sure the source is
 * @param source what kind of text says so, and how far it can be trusted; for people
 * @param article the passage, for instance 民法典 第八百三十三条; shown to customers
 */
public record Basis(String id, @Nullable LocalDate from, @Nullable LocalDate to, String jurisdiction, Grade grade,
        String source, String article) {

    /** The jurisdiction of a row that applies where the province has none of its own. */
    public static final String EVERYWHERE = "*";

    public Basis {
        id = id == null ? "" : id;
        jurisdiction = jurisdiction == null ? "" : jurisdiction;
        grade = grade == null ? Grade.C : grade;
        source = source == null ? "" : source;
        article = article == null ? "" : article;
    }

    /** The same, or one in which everything is missing. */
    static Basis orEmpty(@Nullable Basis basis) {
        return basis == null ? new Basis("", null, null, "", Grade.C, "", "") : basis;
    }

    /** Whether it applies to what is posted on that day. */
    public boolean covers(LocalDate day) {
        return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether there is a day to which both apply. */
    boolean meets(Basis other) {
        return from != null && other.from != null && (to == null || !to.isBefore(other.from))
                && (other.to == null || !other.to.isBefore(from));
    }

    /** Whether it is the network's or the nation's row rather than a province's. */
    boolean everywhere() {
        return jurisdiction.equals(EVERYWHERE);
    }
}

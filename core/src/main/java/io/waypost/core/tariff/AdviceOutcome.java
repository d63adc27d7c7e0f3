package io.waypost.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an advice before sending (采纳情况); the names are part of the API. */
public enum AdviceOutcome {
    /** All that can be seen of it was done. */
    TAKEN,
    /** The value was protected or the product chosen, and not both. */
    PARTLY,
    NOT_TAKEN,
    /** Nothing was sent in the time after it. */
    NOT_SENT;

    /**
     * A parcel that was sent after the advice.
     *
     * @param product as the sender ordered it, by code or name
     */
    public record Sent(@Nullable String product, @Nullable Long declaredFen) {}

    /** Whether anything of an advice can be seen in a parcel: how it is packed cannot. */
    public static boolean visible(Advice advice) {
        return advice.insure() || advice.product() != null;
    }

    /** The best that was done of it in what was sent after it: whoever sends three things was advised about one of them. */
    public static AdviceOutcome of(boolean insure, @Nullable String product, @Nullable String productName,
            List<Sent> sent) {
        return sent.stream().map(one -> of(insure, product, productName, one)).min(Enum::compareTo).orElse(NOT_SENT);
    }

    private static AdviceOutcome of(boolean insure, @Nullable String product, @Nullable String productName, Sent sent) {
        var declared = sent.declaredFen();
        boolean insured = declared != null && declared > 0;
        var ordered = sent.product();
        boolean chosen = ordered != null && (ordered.equalsIgnoreCase(product) || ordered.equals(productName));
        int wanted = (insure ? 1 : 0) + (product == null ? 0 : 1);
        int done = (insure && insured ? 1 : 0) + (product != null && chosen ? 1 : 0);
        return done == 0 ? NOT_TAKEN : done == wanted ? TAKEN : PARTLY;
    }
}

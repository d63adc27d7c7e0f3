package io.waypost.app.tariff;

import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.LaneTime;
import io.waypost.core.tariff.Offer;
import io.waypost.core.tariff.Product;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to somebody who wants to send something.
 *
 * @param version of the tariff
 * @param from the name of the place it goes from
 * @param closed why nothing goes from there to there, at whichever end; null where something does
 * @param history how long parcels took on such lanes in the last weeks; null where too few went there
 * @param service how the recipient's place is served
 * @param wanted what can be ordered beside
 * @param advice for the goods that were named; null where no rule knows them
 */
public record Quoted(int version, String from, String to, String zone, int grams, List<QuotedOffer> offers,
        @Nullable String closed, @Nullable LaneTime history, ServedPlace service, List<QuotedOption> wanted,
        @Nullable Advice advice) {

    public Quoted {
        offers = List.copyOf(offers);
        wanted = List.copyOf(wanted);
    }

    /**
     * One product.
     *
     * @param totalFen null where there is no price; then {@code why} says why
     * @param countedGrams the weight that is paid for
     * @param volumetricGrams 0 where volume does not count
     */
    public record QuotedOffer(String product, String name, @Nullable Long totalFen, List<Offer.Line> lines,
            int countedGrams, int volumetricGrams, @Nullable Instant promisedBy, Product.Remedy remedy,
            Offer.@Nullable Why why) {}

    /** What can be ordered beside, at the price of the first product that has it. */
    public record QuotedOption(String code, String name, long fen) {}
}

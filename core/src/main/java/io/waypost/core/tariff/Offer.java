package io.waypost.core.tariff;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a product says to a shipment: a price, or why there is none. */
public sealed interface Offer {

    /** The product's code. */
    String product();

    /** The product's name. */
    String name();

    /**
     * A price.
     *
     * @param counted the grams that are paid for
     * @param volumetric the grams that its volume stands for; 0 where volume does not count
     * @param promisedBy Beijing time; null where nothing is promised
     */
    record Price(String product, String name, String zone, int counted, int volumetric, List<Line> lines, long totalFen,
            @Nullable LocalDateTime promisedBy, Product.Remedy remedy) implements Offer {

        public Price {
            lines = List.copyOf(lines);
        }
    }

    /** No price. */
    record None(String product, String name, Why why) implements Offer {}

    /** A part of a price. */
    record Line(LineKind kind, String name, long fen) {}

    /** What a part of a price is for. */
    enum LineKind {
        FIRST,
        FURTHER,
        INSURANCE,
        SURCHARGE
    }

    /** Why there is no price. */
    enum Why {
        /** Nothing is delivered there. */
        NOT_SERVED,
        /** The product is not offered on that lane. */
        NOT_ON_THIS_LANE,
        TOO_HEAVY,
        /** So great a value is not protected. */
        TOO_VALUABLE
    }
}

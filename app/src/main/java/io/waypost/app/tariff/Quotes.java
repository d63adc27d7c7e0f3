package io.waypost.app.tariff;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.LaneTime;
import io.waypost.core.tariff.Offer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parcel costs, how long it takes and how a place is served, by the tariff in force and the network as it is now. Thread-safe. */
public interface Quotes {

    /** The cheapest and the dearest that a product costs to a place. */
    record Range(String name, long leastFen, long mostFen) {}

    /**
     * Quotes.
     *
     * @throws Refusal with every field that is not acceptable, or if no tariff is in force
     */
    Quoted quote(QuoteAsk ask);

    /**
     * What each product costs to a place from wherever in the country.
     *
     * @param why there is none; null where there are some
     */
    record Ranges(List<Range> ranges, Offer.@Nullable Why why) {

        public Ranges {
            ranges = List.copyOf(ranges);
        }
    }

    /** What each product costs to a place, over all cities that it may come from. */
    Ranges range(String to, @Nullable Integer grams);

    /** How long parcels took on such lanes in the last weeks; empty where too few went there. */
    Optional<LaneTime> history(String from, String to);

    /** How a place is served; also while no tariff is in force. */
    ServedPlace served(String division);

    /** The advice for goods in the customer's words; empty where no rule knows them. */
    Optional<Advice> advice(String goods, @Nullable Long valueFen);

    /** The name of a product of the tariff in force. */
    Optional<String> productName(String code);

    /** Whether prices can be told: headquarters have put a tariff into force. */
    boolean ready();
}

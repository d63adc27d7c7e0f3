package io.waypost.core.tariff;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be ordered (产品), such as standard or economy.
 *
 * @param mostGrams the heaviest parcel it takes
 * @param divisor volumetric weight (体积重) in kg is length × width × height in cm divided by it; 0 where volume does not count
 * @param leastEdgeMm volume counts only where an edge is at least as long; 0 for always
 * @param cutOff what is handed over later counts from the next day on; null for no such time
 * @param remedy what is due where the promise is not kept
 */
public record Product(String code, String name, int mostGrams, int divisor, int leastEdgeMm,
        @Nullable LocalTime cutOff, List<Rate> rates, List<InsuranceBand> insurance, List<Surcharge> surcharges,
        Remedy remedy) {

    public Product {
        code = code == null ? "" : code;
        name = name == null ? "" : name;
        rates = rates == null ? List.of() : List.copyOf(rates);
        insurance = insurance == null ? List.of() : List.copyOf(insurance);
        surcharges = surcharges == null ? List.of() : List.copyOf(surcharges);
        remedy = remedy == null ? Remedy.NONE : remedy;
    }

    /**
     * Price and promise in a zone.
     *
     * @param firstGrams what the first price covers (首重)
     * @param firstFen the first price
     * @param bands what each further step costs (续重), rising; the first begins where the first price ends
     * @param days how many days after the day of handing over it is promised; null where nothing is promised
     * @param by until what time of that day
     */
    public record Rate(String zone, int firstGrams, long firstFen, List<Band> bands, @Nullable Integer days,
            @Nullable LocalTime by) {

        public Rate {
            zone = zone == null ? "" : zone;
            bands = bands == null ? List.of() : List.copyOf(bands);
        }
    }

    /**
     * From a weight on, each begun step costs as much. With steps of 100 g a tenth of a kilogram counts as such, with 1,000 g each begun
     * kilogram: networks round differently (规则依各企业公示).
     */
    public record Band(int fromGrams, int stepGrams, long stepFen) {}

    /**
     * What protecting a declared value (保价) costs, up to a value.
     *
     * @param perMille of the declared value, beside the fixed fee; each begun fen counts
     */
    public record InsuranceBand(long uptoFen, long fixedFen, double perMille) {}

    /** What is due where the promise is not kept. */
    public enum Remedy {
        NONE,
        /** The freight is paid back. */
        REFUND_FREIGHT
    }

    /** Price and promise in that zone; empty where the product is not offered there. */
    public Optional<Rate> rate(String zone) {
        return rates.stream().filter(one -> one.zone().equals(zone)).findFirst();
    }
}

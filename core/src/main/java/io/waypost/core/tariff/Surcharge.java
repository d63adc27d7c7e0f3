package io.waypost.core.tariff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is paid beside the freight (附加费).
 *
 * @param code by which a wanted one is chosen, such as a kind of packaging
 * @param fen for each parcel; the least where a share counts
 * @param perKgFen for each begun kilogram that counts
 * @param perMille of the money that is collected
 * @param areas of {@link Kind#REMOTE}: the beginnings of division codes of either end
 * @param overMm of {@link Kind#OVERSIZE}: where an edge is longer; 0 for no such limit
 * @param overGrams of {@link Kind#OVERSIZE}: where it is heavier; 0 for no such limit
 * @param from of {@link Kind#PEAK}: the first day of handing over
 * @param to of {@link Kind#PEAK}: the last one
 */
public record Surcharge(Kind kind, String code, String name, long fen, long perKgFen, double perMille,
        List<String> areas, int overMm, int overGrams, @Nullable LocalDate from, @Nullable LocalDate to) {

    public Surcharge {
        kind = kind == null ? Kind.WANTED : kind;
        code = code == null ? "" : code;
        name = name == null ? "" : name;
        areas = areas == null ? List.of() : List.copyOf(areas);
    }

    /** When it is due. */
    public enum Kind {
        /** One end lies far out (偏远). */
        REMOTE,
        /** Too long or too heavy for the belts (超长超重). */
        OVERSIZE,
        /** On days on which everybody sends (旺季). */
        PEAK,
        /** Money is collected from the recipient (代收货款). */
        COLLECTED,
        /** The customer wants it: packaging, fetching at the door. */
        WANTED
    }

    /** Whether it is due for that parcel. */
    boolean due(Shipment shipment) {
        return switch (kind) {
            case REMOTE -> areas.stream()
                    .anyMatch(area -> shipment.from().startsWith(area) || shipment.to().startsWith(area));
            case OVERSIZE -> (overMm > 0 && shipment.longestMm() > overMm)
                    || (overGrams > 0 && shipment.grams() > overGrams);
            case PEAK -> from != null && to != null && !shipment.at().toLocalDate().isBefore(from)
                    && !shipment.at().toLocalDate().isAfter(to);
            case COLLECTED -> shipment.collectedFen() > 0;
            case WANTED -> shipment.wanted().contains(code);
        };
    }

    /** How much, where so many grams count. */
    long fen(Shipment shipment, int counted) {
        long share = PerMille.of(perMille, shipment.collectedFen());
        long kilograms = (counted + 999L) / 1000;
        return kind == Kind.COLLECTED ? Math.max(fen, share) : fen + perKgFen * kilograms;
    }
}

package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's time at one place: its scans there, one after the other.
 *
 * @param scans at least one
 */
record Stay(List<Scan> scans) {

    private static final Set<ScanType> PACKING = EnumSet.of(ScanType.BAGGED, ScanType.LOADED);
    private static final Set<ScanType> COMING = EnumSet.of(ScanType.ARRIVED, ScanType.UNLOADED, ScanType.UNBAGGED);

    /** What the scans of a stay come down to. */
    enum Phase {
        PICKED_UP,
        IN_THE_HOUSE,
        DELIVERING,
        AT_STATION,
        ENDED,
        WITH_CUSTOMS,
        ABROAD,
        /** It left, or was said to. */
        ON_THE_ROAD,
        /** Its bag came, and it was not seen itself. */
        BAG_CAME
    }

    Stay {
        scans = List.copyOf(scans);
    }

    String site() {
        return scans.getFirst().site();
    }

    Scan first() {
        return scans.getFirst();
    }

    Scan last() {
        return scans.getLast();
    }

    /** The scan with which it left for good; null where it did not, or was handled there afterwards. */
    @Nullable
    Scan departure() {
        for (int i = scans.size() - 1; i >= 0; i--) {
            var type = scans.get(i).type();
            if (type == ScanType.DEPARTED) {
                return scans.get(i);
            }
            if (!PACKING.contains(type)) {
                return null;
            }
        }
        return null;
    }

    /** The scan with which it came in; null where there is none. */
    @Nullable
    Scan arrival() {
        return COMING.contains(first().type()) ? first() : null;
    }

    /** The scan of the bag that brought it, which says nothing of the parcel itself; null where there is none. */
    @Nullable
    Scan bagCame() {
        return scans.stream().filter(Stay::ofTheBag).findFirst().orElse(null);
    }

    @Nullable
    Scan firstOf(ScanType type) {
        return scans.stream().filter(scan -> scan.type() == type).findFirst().orElse(null);
    }

    boolean has(ScanType type) {
        return firstOf(type) != null;
    }

    /** Whether it was in a bag when it left. */
    boolean leftInBag() {
        var left = departure();
        return left != null && (left.bag() != null || has(ScanType.BAGGED));
    }

    Phase phase() {
        if (departure() != null) {
            return Phase.ON_THE_ROAD;
        }
        if (scans.stream().allMatch(Stay::ofTheBag)) {
            return Phase.BAG_CAME;
        }
        return switch (last().type()) {
            case SIGNED, STATION_SIGNED, RETURN_SIGNED, WAYBILL_REPLACED -> Phase.ENDED;
            case OUT_FOR_DELIVERY, SIGN_FAILED, STATION_OUT_COURIER, REJECTED -> Phase.DELIVERING;
            case STATION_IN -> Phase.AT_STATION;
            case CUSTOMS_PENDING, CUSTOMS_IN, CUSTOMS_FAILED -> Phase.WITH_CUSTOMS;
            case OVERSEA_IN, OVERSEA_OUT, OVERSEA_DEPARTURE, OVERSEA_ARRIVAL -> Phase.ABROAD;
            case PICKED_UP -> Phase.PICKED_UP;
            case PROBLEM, DETAINED -> has(ScanType.OUT_FOR_DELIVERY) ? Phase.DELIVERING : Phase.IN_THE_HOUSE;
            case ORDER_CREATED, PICKUP_ASSIGNED, BAGGED, UNBAGGED, LOADED, UNLOADED, ARRIVED, DEPARTED,
                    CUSTOMS_RELEASED, INTERCEPTED, FORWARDED, RETURN_STARTED, CALL_MADE, TICKET_REPLIED,
                    LABEL_PRINTED ->
                Phase.IN_THE_HOUSE;
        };
    }

    static boolean comesIn(ScanType type) {
        return COMING.contains(type);
    }

    private static boolean ofTheBag(Scan scan) {
        return scan.bag() != null && (scan.type() == ScanType.UNLOADED || scan.type() == ScanType.UNBAGGED);
    }
}

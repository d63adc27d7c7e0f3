package io.waypost.core.anomaly;

import io.waypost.core.scan.ScanType;
import java.util.Set;

/** What the types of scans mean to the rules of anomalies. */
public final class Kinds {

    private static final Set<ScanType> TURNS = Set.of(ScanType.REJECTED, ScanType.INTERCEPTED, ScanType.FORWARDED,
            ScanType.RETURN_STARTED, ScanType.WAYBILL_REPLACED);

    private static final Set<ScanType> DELIVERS = Set.of(ScanType.OUT_FOR_DELIVERY, ScanType.SIGN_FAILED,
            ScanType.STATION_IN, ScanType.STATION_OUT_COURIER);

    private static final Set<ScanType> RESTS = Set.of(ScanType.PROBLEM, ScanType.DETAINED, ScanType.STATION_IN,
            ScanType.CUSTOMS_PENDING, ScanType.CUSTOMS_IN, ScanType.CUSTOMS_FAILED);

    private static final Set<ScanType> HANDLES = Set.of(ScanType.BAGGED, ScanType.UNBAGGED, ScanType.LOADED,
            ScanType.UNLOADED, ScanType.ARRIVED, ScanType.DEPARTED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGN_FAILED,
            ScanType.STATION_IN);

    private Kinds() {}

    /** From here on it goes another way than it was meant to. */
    public static boolean turns(ScanType type) {
        return TURNS.contains(type);
    }

    /** The last part of the way: what comes back to the outlet now comes back from the door. */
    public static boolean delivers(ScanType type) {
        return DELIVERS.contains(type);
    }

    /** It waits for somebody outside of the network, and that is known. */
    public static boolean rests(ScanType type) {
        return RESTS.contains(type);
    }

    /** Somebody of the network has it in the hand. */
    public static boolean handles(ScanType type) {
        return HANDLES.contains(type);
    }

    /** Its way forward is over. */
    public static boolean over(ScanType type) {
        return type.terminal() || turns(type);
    }
}

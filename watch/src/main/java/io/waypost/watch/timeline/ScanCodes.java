package io.waypost.watch.timeline;

import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Numbers of scan types and flags in files. A number once given is never given again: not the enums' order counts, which may change,
 * but this table. Thread-safe.
 */
public final class ScanCodes {

    private static final ScanType[] TYPES = types();

    private ScanCodes() {}

    /** The number of a type. */
    public static byte code(ScanType type) {
        return (byte) switch (type) {
            case ORDER_CREATED -> 0;
            case PICKUP_ASSIGNED -> 1;
            case PICKED_UP -> 2;
            case BAGGED -> 3;
            case UNBAGGED -> 4;
            case LOADED -> 5;
            case UNLOADED -> 6;
            case ARRIVED -> 7;
            case DEPARTED -> 8;
            case OVERSEA_IN -> 9;
            case OVERSEA_OUT -> 10;
            case OVERSEA_DEPARTURE -> 11;
            case OVERSEA_ARRIVAL -> 12;
            case CUSTOMS_PENDING -> 13;
            case CUSTOMS_IN -> 14;
            case CUSTOMS_FAILED -> 15;
            case CUSTOMS_RELEASED -> 16;
            case OUT_FOR_DELIVERY -> 17;
            case SIGN_FAILED -> 18;
            case STATION_IN -> 19;
            case STATION_OUT_COURIER -> 20;
            case PROBLEM -> 21;
            case DETAINED -> 22;
            case REJECTED -> 23;
            case INTERCEPTED -> 24;
            case FORWARDED -> 25;
            case RETURN_STARTED -> 26;
            case WAYBILL_REPLACED -> 27;
            case STATION_SIGNED -> 28;
            case SIGNED -> 29;
            case RETURN_SIGNED -> 30;
            case CALL_MADE -> 31;
            case TICKET_REPLIED -> 32;
            case LABEL_PRINTED -> 33;
        };
    }

    /** The type of a number. */
    public static ScanType type(byte code) {
        int number = code & 0xFF;
        if (number >= TYPES.length) {
            throw new IllegalArgumentException("No scan type has the number %d.".formatted(number));
        }
        return TYPES[number];
    }

    /** The flags as bits. */
    public static byte bits(Set<ScanFlag> flags) {
        int bits = 0;
        for (var flag : flags) {
            bits |= bit(flag);
        }
        return (byte) bits;
    }

    /** The flags of bits; bits that no flag has are passed over. */
    public static Set<ScanFlag> flags(byte bits) {
        var flags = EnumSet.noneOf(ScanFlag.class);
        for (var flag : ScanFlag.values()) {
            if ((bits & bit(flag)) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static byte bit(ScanFlag flag) {
        return switch (flag) {
            case LATE_UPLOAD -> 1;
            case CLOCK_AHEAD -> 2;
            case CLOCK_BEHIND -> 4;
            case OUT_OF_ORDER -> 8;
            case HISTORIC -> 16;
        };
    }

    private static ScanType[] types() {
        var types = new ScanType[ScanType.values().length];
        for (var type : ScanType.values()) {
            types[code(type)] = type;
        }
        return types;
    }
}

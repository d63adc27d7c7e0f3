package io.waypost.core.tracking;

import io.waypost.core.scan.ScanType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states and sub-states of Kuaidi100 (快递100) as scan types.
 *
 * <p>201, 202 and 205 say that the aggregator saw nothing for too long. Nobody touched the parcel, so they are no scans and must
 * not reset a clock.
 */
public final class Kuaidi100 {

    private static final Map<String, ScanType> CODES = Map.ofEntries(
            Map.entry("1", ScanType.PICKED_UP),
            Map.entry("2", ScanType.PROBLEM),
            Map.entry("3", ScanType.SIGNED),
            Map.entry("4", ScanType.RETURN_SIGNED),
            Map.entry("5", ScanType.OUT_FOR_DELIVERY),
            Map.entry("6", ScanType.RETURN_STARTED),
            Map.entry("7", ScanType.FORWARDED),
            Map.entry("8", ScanType.CUSTOMS_IN),
            Map.entry("10", ScanType.CUSTOMS_PENDING),
            Map.entry("11", ScanType.CUSTOMS_IN),
            Map.entry("12", ScanType.CUSTOMS_RELEASED),
            Map.entry("13", ScanType.CUSTOMS_FAILED),
            Map.entry("14", ScanType.REJECTED),
            Map.entry("101", ScanType.ORDER_CREATED),
            Map.entry("102", ScanType.PICKUP_ASSIGNED),
            Map.entry("103", ScanType.PICKED_UP),
            Map.entry("1001", ScanType.ARRIVED),
            Map.entry("1002", ScanType.DEPARTED),
            Map.entry("1003", ScanType.FORWARDED),
            Map.entry("501", ScanType.STATION_IN),
            Map.entry("301", ScanType.SIGNED),
            Map.entry("302", ScanType.SIGNED),
            Map.entry("303", ScanType.SIGNED),
            Map.entry("304", ScanType.STATION_SIGNED),
            Map.entry("401", ScanType.INTERCEPTED),
            Map.entry("203", ScanType.REJECTED),
            Map.entry("204", ScanType.SIGN_FAILED),
            Map.entry("206", ScanType.PROBLEM),
            Map.entry("207", ScanType.PROBLEM),
            Map.entry("208", ScanType.DETAINED),
            Map.entry("209", ScanType.PROBLEM),
            Map.entry("210", ScanType.INTERCEPTED));

    private Kuaidi100() {}

    /**
     * The scan that an entry of the aggregator stands for; empty if it stands for none.
     *
     * @param statusCode state or sub-state of the entry
     * @param context its text, which alone tells the directions of state 0 (在途) apart
     */
    public static Optional<ScanType> type(@Nullable String statusCode, @Nullable String context) {
        if (statusCode == null || statusCode.isBlank() || statusCode.equals("0")) {
            return Optional.of(moving(context == null ? "" : context));
        }
        return Optional.ofNullable(CODES.get(statusCode));
    }

    private static ScanType moving(String context) {
        if (context.contains("已发出") || context.contains("发往") || context.contains("离开") || context.contains("下一站")) {
            return ScanType.DEPARTED;
        }
        return context.contains("揽收") || context.contains("已收件") ? ScanType.PICKED_UP : ScanType.ARRIVED;
    }
}

package io.waypost.core.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accepted scan (扫描记录), as the device reported it.
 *
 * @param scannedAt what the device's clock said; never corrected, so that a repeated upload is recognised
 * @param promisedAt when the parcel was promised to be delivered, if the scan says so
 * @param nextSite where the parcel was sent to
 * @param bag the bag that it travels in
 * @param weightGrams weighed mass
 * @param eventId the sender's own number of this scan
 */
public record Scan(
        String waybill,
        ScanType type,
        Instant scannedAt,
        String site,
        @Nullable Instant promisedAt,
        @Nullable String nextSite,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String bag,
        @Nullable Integer weightGrams,
        @Nullable String remark,
        @Nullable String eventId) {

    /** A scan that says only the necessary. */
    public static Scan of(String waybill, ScanType type, Instant scannedAt, String site) {
        return new Scan(waybill, type, scannedAt, site, null, null, null, null, null, null, null, null);
    }

    /** The same scan on the way to another site. */
    public Scan to(String next) {
        return new Scan(waybill, type, scannedAt, site, promisedAt, next, device, operator, bag, weightGrams, remark,
                eventId);
    }

    /** What makes two uploads the same scan (重复扫描). */
    public Identity identity() {
        return new Identity(waybill, type, scannedAt, site);
    }

    /** The same parcel cannot be scanned twice in the same way at the same place and instant. */
    public record Identity(String waybill, ScanType type, Instant scannedAt, String site) {}
}

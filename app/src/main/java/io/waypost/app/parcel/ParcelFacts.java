package io.waypost.app.parcel;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a parcel, without anybody's personal data in clear.
 *
 * @param lastType type of the newest valid scan
 * @param recipientName masked
 * @param recipientPhone masked
 */
public record ParcelFacts(
        String waybill,
        ParcelStatus status,
        @Nullable ScanType lastType,
        @Nullable Instant lastAt,
        @Nullable String lastSite,
        @Nullable Instant promisedAt,
        @Nullable Instant signedAt,
        @Nullable String originSite,
        @Nullable String destinationSite,
        @Nullable String recipientName,
        @Nullable String recipientPhone) {}

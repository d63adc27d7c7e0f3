package io.waypost.core.outlet;

import org.jspecify.annotations.Nullable;

/** What of a site is held against its own past (运行指标). Names are part of the API. */
public enum OperationMeasure {
    /** Parcels that lie there (积压量). */
    BACKLOG,
    /** Of these, for longer than a day (滞留量). */
    AGED,
    /** Scans in the hour (扫描量). */
    SCANS,
    /** Delivered of those given to couriers that day (妥投率). */
    DELIVERY_RATE,
    /** Failed attempts of those given to couriers that day (派送失败率). */
    FAILED_SHARE,
    /** Silent parcels of those that lie there (静默占比). */
    SILENT_SHARE;

    /** Its value; null where it has none. */
    public @Nullable Double of(HourReading reading) {
        return switch (this) {
            case BACKLOG -> (double) reading.backlog();
            case AGED -> (double) reading.aged();
            case SCANS -> (double) reading.scans();
            case DELIVERY_RATE -> reading.deliveryRate();
            case FAILED_SHARE -> reading.failedShare();
            case SILENT_SHARE -> reading.silentShare();
        };
    }

    /** Whether it is a share between 0 and 1. */
    public boolean share() {
        return this == DELIVERY_RATE || this == FAILED_SHARE || this == SILENT_SHARE;
    }

    /** What a share is a share of. */
    double base(HourReading reading) {
        return this == SILENT_SHARE
                ? reading.backlog() + (reading.silent() == null ? 0 : reading.silent())
                : reading.out();
    }
}
